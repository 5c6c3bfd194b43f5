import Glibc
import Policy
import Testing

@testable import Records

/// Which files gave a figure, and what each of them gave.
@Suite struct ProvenanceTests {
  static let pudong = DistrictCode(rawValue: "310115")
  static let trainings = ItemID(rawValue: "M01.01")
  static let figure = Figure.counted(item: trainings, district: pudong)
  static let end = Day(number: 20_818)

  /// The provenance of a figure in a directory of these files.
  static func trace(
    _ files: [String: String], _ figure: Figure = figure, asOf: Day = end, digests: Bool = false
  ) throws -> Provenance {
    let directory = try DataDirectory(files)
    let reader = directory.reader
    _ = try reader.read()
    return try #require(reader.provenance(of: figure, asOf: asOf, digests: digests))
  }

  static func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

  @Test func beforeAnythingIsReadThereIsNone() throws {
    let directory = try DataDirectory()
    #expect(directory.reader.provenance(of: Self.figure, asOf: Self.end) == nil)
  }

  @Test func everyFileGivesItsPart() throws {
    let header = "date,district,item,count\n"
    let found = try Self.trace([
      "progress/a.csv": header + "2026-03-05,浦东,M01.01,7\n2026-03-05,浦东,M01.01,5\n2026-03-05,黄浦,M01.01,100\n",
      "progress/b.csv": header + "2026-04-01,310115,M01.01,-2\n2026-04-02,浦东,M01.02,9\n",
      "progress/c.csv": header + "2026-04-02,浦东,M01.02,9\n",
    ])
    #expect(found.files.map(\.path) == ["progress/a.csv", "progress/b.csv"])
    #expect(found.files.map(\.rows) == [2, 1])
    #expect(found.files.map(\.value) == [.count(12), .count(-2)])
    #expect(found.files.map(\.encoding) == ["utf-8", "utf-8"])
    #expect(found.files.allSatisfy { $0.sha256?.utf8.count == 64 && $0.size > 0 && $0.modified > 0 })
    #expect(found.counted == 10)
    #expect(found.target == nil)
  }

  @Test func laterRowsAreNoPart() throws {
    let text = "date,district,item,count\n2026-03-05,浦东,M01.01,7\n2026-03-06,浦东,M01.01,5\n"
    let found = try Self.trace(["progress.csv": text], asOf: Self.day("2026-03-05"))
    #expect(found.files.map(\.value) == [.count(7)])
    #expect(found.files.map(\.rows) == [1])
    #expect(try Self.trace(["progress.csv": text], asOf: Self.day("2026-03-04")).files == [])
  }

  @Test func theCityHasEveryDistrictsPart() throws {
    let text = "date,district,item,count\n2026-03-05,浦东,M01.01,7\n2026-03-06,黄浦,M01.01,5\n2026-03-06,市本级,M01.01,1\n"
    let found = try Self.trace(
      ["progress.csv": text], .counted(item: Self.trainings, district: DistrictCode(rawValue: "310000")))
    #expect(found.counted == 13)
    #expect(found.files.map(\.rows) == [3])
  }

  @Test func theRowOfTheTargetIsNamed() throws {
    let found = try Self.trace([
      "targets/a.csv": "district,item,target\n黄浦,M01.01,10\n浦东,M01.01,50\n",
      "targets/b.csv": "district,item,target\n浦东,M01.01,60\n",
    ])
    #expect(found.target == SourcePlace(path: "targets/a.csv", line: 3))
    #expect(found.files.map(\.path) == ["targets/a.csv", "targets/b.csv"])
    #expect(found.files.map(\.value) == [.count(50), nil])
    #expect(found.files.map(\.rows) == [1, 0])
    // The first of two rows of a key counts, and the other file says so.
    #expect(found.files.map(\.superseded) == [0, 1])
    #expect(found.files[1].supersededBy == SourcePlace(path: "targets/a.csv", line: 3))
  }

  @Test func aLaterScoreTakesTheEarlierOnesPlaceWhateverItsFile() throws {
    let header = "institution,date,dimension,score\n"
    let found = try Self.trace(
      [
        "institutions.csv": "id,name,district\nI1,机构一,浦东\n",
        "scores/a.csv": header + "I1,2026-03-01,培训成效,20\nI1,2026-03-01,资金与信用,11\n",
        "scores/b.csv": header + "I1,2026-03-01,培训成效,22.5\nI1,2026-02-01,资金与信用,9\n",
      ], .institution("I1"))
    #expect(found.files.map(\.path) == ["institutions.csv", "scores/a.csv", "scores/b.csv"])
    #expect(found.files.map(\.value) == [nil, .points(1100), .points(2250)])
    #expect(found.files.map(\.superseded) == [0, 1, 1])
    #expect(found.files[1].supersededBy == SourcePlace(path: "scores/b.csv", line: 2))
    #expect(found.files[2].supersededBy == SourcePlace(path: "scores/a.csv", line: 3))
  }

  @Test func theEarliestOfRepeatedEventsCounts() throws {
    let found = try Self.trace(
      [
        "bases.csv": "id,name,district\nB1,基地一,浦东\n",
        "projects.csv": "id,base,name,approved_on,amount\nP1,B1,项目一,2026-01-05,300\n",
        "project_events.csv": "project,date,event\nP1,2026-05-01,验收\nP1,2026-04-01,验收\nP1,2026-04-01,验收\n",
        "payments/a.csv": "project,date,tranche,amount\nP1,2026-02-01,立项拨付,100\nP2,2026-02-01,立项拨付,7\n",
        "payments/b.csv": "project,date,tranche,amount\nP1,2026-06-01,验收拨付,50.5\n",
      ], .base("B1"))
    #expect(
      found.files.map(\.value)
        == [
          nil, .money(Money(hundredths: 10_000)), .money(Money(hundredths: 5_050)), nil,
          .money(Money(hundredths: 30_000)),
        ])
    let events = try #require(found.files.first { $0.table == "project_events" })
    #expect(events.rows == 1)
    #expect(events.superseded == 2)
    #expect(events.supersededBy == SourcePlace(path: "project_events.csv", line: 3))
  }

  @Test func aSuggestedTargetComesFromTheDistrictsToo() throws {
    let districts = "code,name,population\n310115,浦东新区,300\n310101,黄浦区,100\n"
    let progress = "date,district,item,count\n2026-03-05,310115,M01.01,7\n"
    let found = try Self.trace(["districts.csv": districts, "progress.csv": progress])
    #expect(found.files.map(\.path) == ["districts.csv", "progress.csv"])
    let other = try Self.trace([
      "districts.csv": districts, "progress.csv": progress, "targets.csv": "district,item,target\n浦东新区,M01.01,50\n",
    ])
    #expect(other.files.map(\.path) == ["progress.csv", "targets.csv"])
  }

  @Test func digestsThatNobodyComputedAreComputedWhereTheyAreWanted() throws {
    let directory = try DataDirectory(["progress.csv": LookTests.header + LookTests.row(3)])
    let reader = DirectoryReader(DirectorySource(root: directory.path), for: .figures)
    _ = try reader.read()
    #expect(reader.provenance(of: Self.figure, asOf: Self.end)?.files.map(\.sha256) == [nil])
    let wanted = reader.provenance(of: Self.figure, asOf: Self.end, digests: true)
    #expect(wanted?.files.map(\.sha256) == [Digest.text(Array((LookTests.header + LookTests.row(3)).utf8))])
    // Of a file that is no longer what was read there is none.
    try directory.write("progress.csv", LookTests.header + LookTests.row(31))
    #expect(reader.provenance(of: Self.figure, asOf: Self.end, digests: true)?.files.map(\.sha256) == [nil])
  }

  // MARK: The version before

  private func watched(_ files: [String: String], for purpose: ReadingPurpose) throws -> (
    DataDirectory, () -> Provenance?
  ) {
    let directory = try DataDirectory(files)
    let reader = DirectoryReader(DirectorySource(root: directory.path), for: purpose)
    var moment = ClockReading(uptime: 1, wall: ClockReading.now.wall + 3600)
    _ = try reader.read(at: moment)
    return (
      directory,
      {
        for _ in 0..<3 {
          moment.uptime += 500_000_000
          moment.wall += 0.5
          _ = reader.look(moment, .rescan)
        }
        return reader.provenance(of: Self.figure, asOf: Self.end)
      }
    )
  }

  @Test func theVersionBeforeIsKeptWhileWatching() throws {
    let (directory, look) = try watched(
      ["progress.csv": LookTests.header + LookTests.row(3), "targets.csv": "district,item,target\n浦东,M01.01,50\n"],
      for: .watching)
    #expect(look()?.files.map(\.previous) == [nil, nil])
    try directory.write("progress.csv", LookTests.header + LookTests.row(11) + LookTests.row(2))
    try directory.write("targets.csv", "district,item,target\n浦东,M01.01,700\n")
    let found = try #require(look())
    #expect(found.files.map(\.value) == [.count(13), .count(700)])
    #expect(found.files.map(\.previous) == [.count(3), .count(50)])
    // A version that gave nothing to the figure gave 0 to it.
    try directory.write("progress.csv", LookTests.header + "2026-03-05,黄浦,M01.01,5\n")
    #expect(look()?.files.map(\.path) == ["targets.csv"])
    try directory.write("progress.csv", LookTests.header + LookTests.row(4))
    #expect(look()?.files.map(\.previous) == [.count(0), .count(50)])
  }

  @Test func aRewriteOfTheSameBytesLeavesTheVersionBefore() throws {
    let (directory, look) = try watched(["progress.csv": LookTests.header + LookTests.row(3)], for: .watching)
    try directory.write("progress.csv", LookTests.header + LookTests.row(11))
    #expect(look()?.files.map(\.previous) == [.count(3)])
    directory.setModified("progress.csv", 1_700_000_000)
    #expect(look()?.files.map(\.previous) == [.count(3)])
  }

  @Test func oneShotsKeepNoVersionBefore() throws {
    let (directory, look) = try watched(["progress.csv": LookTests.header + LookTests.row(3)], for: .files)
    try directory.write("progress.csv", LookTests.header + LookTests.row(11))
    #expect(look()?.files.map(\.previous) == [nil])
  }

  @Test func whatWasReadByOtherDistrictsIsNotCompared() throws {
    let (directory, look) = try watched(["progress.csv": LookTests.header + LookTests.row(3)], for: .watching)
    try directory.write("progress.csv", LookTests.header + LookTests.row(11))
    #expect(look()?.files.map(\.previous) == [.count(3)])
    try directory.write("districts.csv", "code,name,short\n310115,浦东新区,浦东\n")
    #expect(look()?.files.first { $0.table == "progress" }?.previous == .some(nil))
  }
}
