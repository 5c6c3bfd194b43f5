import Policy
import Testing

@testable import Records

/// What looks at a changing directory come to; time is told, never waited for.
@Suite struct LookTests {
  static let header = "date,district,item,count\n"

  static func row(_ count: Int) -> String { "2026-03-05,浦东,M01.01,\(count)\n" }

  /// A directory with a reader and a clock of its own, an hour after every file's last change.
  final class Watched {
    let directory: DataDirectory
    let reader: DirectoryReader
    private(set) var moment = ClockReading(uptime: 1, wall: ClockReading.now.wall + 3600)
    private(set) var snapshot: Snapshot

    init(_ files: [String: String]) throws {
      directory = try DataDirectory(files)
      reader = directory.reader
      snapshot = try reader.read(at: moment)
    }

    func pass(_ milliseconds: Int64) {
      moment.uptime += milliseconds * 1_000_000
      moment.wall += Double(milliseconds) / 1000
    }

    /// Looks after some time; whether there was a new snapshot.
    @discardableResult
    func look(after milliseconds: Int64, _ reason: LookReason = .hint) -> Bool {
      pass(milliseconds)
      guard let new = reader.look(moment, reason).snapshot else { return false }
      snapshot = new
      return true
    }

    var total: Int64? { snapshot.actual("310115", "M01.01") }
  }

  static func watched() throws -> Watched { try Watched(["progress/a.csv": header + row(100)]) }

  @Test func nothingMovedMeansNoSnapshot() throws {
    let watched = try Self.watched()
    #expect(!watched.look(after: 0))
    #expect(!watched.look(after: 15_000, .rescan))
  }

  @Test func districtsThatComeWithAHeldLineCountForEveryTable() throws {
    let watched = try Watched([
      "districts.csv": "code,name\n310101,黄浦区\n", "progress/a.csv": Self.header + Self.row(100),
    ])
    #expect(watched.total == nil)
    try watched.directory.write("districts.csv", Array("310115,浦东".utf8), append: true)
    for _ in 0..<6 { watched.look(after: 2500, .rescan) }
    #expect(watched.snapshot.facts.districts.count == 2)
    #expect(watched.total == 100)
  }

  @Test func aFileThatBecomesAPipeWhileTheDistrictsChangeIsToldAsItIs() throws {
    let watched = try Watched(["findings/a.csv": "institution,date,kind\nI1,2026-01-05,x\n"])
    try watched.directory.write("districts.csv", "code,name\n310104,黄浦区\n")
    watched.look(after: 1)
    watched.directory.remove("findings/a.csv")
    watched.directory.makeFifo("findings/a.csv")
    for _ in 0..<4 { watched.look(after: 250, .rescan) }
    #expect(try watched.snapshot.files.map(\.size) == watched.directory.read().files.map(\.size))
  }

  @Test func aNewFileIsTakenAtTheSecondLook() throws {
    let watched = try Self.watched()
    try watched.directory.write("progress/deep/b.csv", Self.header + Self.row(10))
    #expect(!watched.look(after: 5))
    #expect(!watched.look(after: 199))
    #expect(watched.look(after: 1))
    #expect(watched.total == 110)
    #expect(!watched.look(after: 1))
    let change = try #require(watched.snapshot.changes.first)
    #expect(watched.snapshot.changes.count == 1)
    #expect(change.kind == .added && change.delta == 10 && change.item?.rawValue == "M01.01")
    #expect(change.district?.rawValue == "310115" && change.path == "progress/deep/b.csv")
  }

  @Test func aFileThatKeepsMovingWaits() throws {
    let watched = try Self.watched()
    for count in 1...5 {
      try watched.directory.write("progress/b.csv", Self.header + String(repeating: Self.row(1), count: count))
      #expect(!watched.look(after: 250))
    }
    #expect(watched.look(after: 200))
    #expect(watched.total == 105)
  }

  @Test func aReplacedFileReplacesItsRows() throws {
    let watched = try Self.watched()
    try watched.directory.write(".next", Self.header + Self.row(7))
    watched.directory.rename(".next", to: "progress/a.csv")
    watched.look(after: 1)
    #expect(watched.total == 100)
    watched.look(after: 200)
    #expect(watched.total == 7)
    #expect(watched.snapshot.changes.map(\.delta) == [-93])
    #expect(watched.snapshot.changes.map(\.kind) == [.replaced])
    #expect(watched.snapshot.told == [])
  }

  @Test func aRemovedFileTakesItsRowsAway() throws {
    let watched = try Self.watched()
    watched.directory.remove("progress/a.csv")
    watched.look(after: 1)
    #expect(watched.total == 100)
    watched.look(after: 200)
    #expect(watched.total == 0)
    #expect(watched.snapshot.files.isEmpty)
    #expect(watched.snapshot.changes.map(\.kind) == [.removed])
  }

  @Test(arguments: [0, 150, 199, 200] as [Int64]) func aRenameNeverCountsTwiceNorNotAtAll(_ between: Int64) throws {
    let watched = try Self.watched()
    watched.directory.rename("progress/a.csv", to: "progress/z.csv")
    for wait in [between, between, between, 200, 200] {
      watched.look(after: wait)
      #expect(watched.total == 100)
    }
    #expect(watched.snapshot.files.map(\.path) == ["progress/z.csv"])
    #expect(watched.snapshot.changes.isEmpty)
  }

  @Test func filesThatSwapNamesAreTakenTogether() throws {
    let watched = try Watched([
      "progress/a.csv": Self.header + Self.row(1), "progress/b.csv": Self.header + Self.row(20),
    ])
    watched.directory.rename("progress/a.csv", to: "progress/c.csv")
    watched.look(after: 1)
    watched.directory.rename("progress/b.csv", to: "progress/a.csv")
    for _ in 0..<3 {
      watched.look(after: 199)
      #expect(watched.total == 21)
    }
    watched.directory.rename("progress/c.csv", to: "progress/b.csv")
    for _ in 0..<6 {
      watched.look(after: 199)
      #expect(watched.total == 21)
    }
    #expect(watched.snapshot.files.map(\.path) == ["progress/a.csv", "progress/b.csv"])
  }

  @Test func aTouchChangesNoRow() throws {
    let watched = try Self.watched()
    watched.directory.setModified("progress/a.csv", 1_700_000_000)
    watched.look(after: 1)
    watched.look(after: 200)
    #expect(watched.snapshot.report("progress/a.csv")?.modified == 1_700_000_000)
    #expect(watched.total == 100)
    #expect(watched.snapshot.changes.isEmpty)
  }

  @Test func aLastLineWithoutEndIsHeldBack() throws {
    let watched = try Self.watched()
    try watched.directory.write("progress/a.csv", Array("2026-03-05,浦东,M01.01,3".utf8), append: true)
    watched.look(after: 1)
    watched.look(after: 200)
    #expect(watched.total == 100)
    #expect(watched.snapshot.told == ["progress/a.csv:3 still-being-written -"])
    try watched.directory.write("progress/a.csv", Array("00\n".utf8), append: true)
    watched.look(after: 300)
    #expect(watched.total == 100)
    watched.look(after: 200)
    #expect(watched.total == 400)
    #expect(watched.snapshot.told == [])
  }

  @Test func aHeldLineIsTakenWhenItHasBeenStill() throws {
    let watched = try Self.watched()
    try watched.directory.write("progress/b.csv", Self.header + "2026-03-05,浦东,M01.01,3")
    watched.look(after: 1)
    watched.look(after: 200)
    #expect(watched.total == 100)
    #expect(!watched.look(after: 100))
    #expect(watched.look(after: 200, .rescan))
    #expect(watched.total == 103)
    #expect(watched.snapshot.told == [])
    #expect(watched.snapshot.changes.first?.delta == 3)
  }

  @Test func aWatchedFileWithoutLastLineEndIsReadWholeAtTheStart() throws {
    let watched = try Watched(["progress/a.csv": Self.header + "2026-03-05,浦东,M01.01,3"])
    #expect(watched.total == 3)
    #expect(watched.snapshot.told == [])
    watched.directory.setModified("progress/a.csv", 1_700_000_000)
    watched.look(after: 1)
    watched.look(after: 200)
    #expect(watched.total == 3)
  }

  @Test func aBadRewriteKeepsItsGoodRowsAndSaysWhatWent() throws {
    let watched = try Watched(["progress/a.csv": Self.header + Self.row(1) + Self.row(2) + Self.row(3)])
    try watched.directory.write("progress/a.csv", Self.header + Self.row(1) + "2026-03-05,nowhere,M01.01,1\n")
    watched.look(after: 1)
    watched.look(after: 200)
    #expect(watched.total == 1)
    #expect(
      watched.snapshot.told == ["progress/a.csv:- lost-rows -", "progress/a.csv:3 unknown-district district"])
    #expect(watched.snapshot.problems.first?.detail == "3 → 1")
    try watched.directory.write("progress/a.csv", Self.header + Self.row(1) + Self.row(2))
    watched.look(after: 1)
    watched.look(after: 200)
    #expect(watched.snapshot.told == [])
  }

  @Test func theDirectoryMayVanishAndComeBack() throws {
    let watched = try Self.watched()
    let away = watched.directory.path + "-away"
    watched.directory.renameRoot(to: away)
    #expect(watched.look(after: 1))
    #expect(watched.snapshot.outage != nil)
    #expect(watched.total == 100)
    #expect(!watched.look(after: 1000))
    watched.directory.renameRoot(from: away)
    #expect(watched.look(after: 1000))
    #expect(watched.snapshot.outage == nil)
    #expect(watched.total == 100)
  }

  @Test func aDirectoryMadeAnewIsReadAnew() throws {
    let watched = try Self.watched()
    let away = watched.directory.path + "-away"
    watched.directory.renameRoot(to: away)
    watched.look(after: 1)
    watched.directory.makeFolder("")
    try watched.directory.write("progress/a.csv", Self.header + Self.row(5))
    watched.look(after: 1000)
    #expect(watched.total == 100)
    watched.look(after: 200)
    #expect(watched.total == 5)
    #expect(watched.snapshot.outage == nil)
    DataDirectory.remove(away)
  }

  @Test func aChangeWithinATickOfTheClockIsFoundByContent() throws {
    let directory = try DataDirectory(["progress/a.csv": Self.header + Self.row(100)])
    directory.setModified("progress/a.csv", 1_700_000_000)
    let reader = directory.reader
    var moment = ClockReading(uptime: 1, wall: 1_700_000_001)
    _ = try reader.read(at: moment)
    // As if the first version had the times that the file has now.
    try directory.write("progress/a.csv", Self.header + Self.row(200))
    directory.setModified("progress/a.csv", 1_700_000_000)
    try reader.pretend("progress/a.csv", is: directory.identity("progress/a.csv"))
    moment.uptime += 1_500_000_000
    moment.wall += 1.5
    let snapshot = try #require(reader.look(moment, .hint).snapshot)
    #expect(snapshot.actual("310115", "M01.01") == 200)
  }

  @Test func theDistrictsMayChange() throws {
    let watched = try Self.watched()
    try watched.directory.write("districts.csv", "code,name\n1,一区\n310115,浦东\n")
    watched.look(after: 1)
    watched.look(after: 200)
    #expect(watched.snapshot.facts.districts.map(\.code.rawValue) == ["1", "310115"])
    #expect(watched.total == 100)
    try watched.directory.write("districts.csv", "code,name\n1,一区\n")
    watched.look(after: 1)
    watched.look(after: 200)
    #expect(watched.snapshot.told.contains("progress/a.csv:2 unknown-district district"))
    watched.directory.remove("districts.csv")
    watched.look(after: 1)
    watched.look(after: 200)
    #expect(watched.snapshot.facts.districts.count == 16)
    #expect(watched.total == 100)
  }

  @Test func aBrokenPlanKeepsTheLastGoodOne() throws {
    let watched = try Self.watched()
    try watched.directory.write("plan.toml", "[plan\n")
    watched.look(after: 1)
    watched.look(after: 200)
    #expect(watched.snapshot.told == ["plan.toml:1 bad-plan -"])
    try watched.directory.write("plan.toml", "[plan]\nyear = 2026\ncity_code = 3\n")
    watched.look(after: 5)
    #expect(watched.look(after: 250))
    #expect(watched.total == 100)
    #expect(
      watched.snapshot.told == [
        "plan.toml:1 bad-plan plan.title_zh", "plan.toml:1 bad-plan section", "plan.toml:1 bad-plan measure",
        "plan.toml:3 bad-plan plan.city_code",
      ])
    #expect(watched.total == 100)
    try watched.directory.write("plan.toml", Plan.builtInText.replacing("year = 2026", with: "year = 2026\nmood = 1"))
    watched.look(after: 1)
    watched.look(after: 200)
    #expect(watched.snapshot.problems.map(\.code) == [.unknownKey])
    #expect(watched.total == 100)
  }

  @Test func aFileThatBecomesAnotherThingKeepsItsRowsAndSaysSo() throws {
    let watched = try Self.watched()
    watched.directory.remove("progress/a.csv")
    watched.directory.makeFifo("progress/a.csv")
    watched.look(after: 1)
    watched.look(after: 200)
    #expect(watched.total == 100)
    #expect(watched.snapshot.told == ["progress/a.csv:- unreadable -"])
    #expect(watched.snapshot.report("progress/a.csv")?.stale != nil)
  }
}
