import Glibc
import Policy
import Testing

@testable import Records

/// What is kept between runs saves time and never changes an answer.
@Suite struct CacheTests {
  /// A directory and its cache; every run begins an hour after the last change of a file.
  final class Runs {
    let directory: DataDirectory
    let caches: DataDirectory
    var folder: String { caches.absolute("cache/jineng") }

    init(_ files: [String: String] = Runs.sample) throws {
      directory = try DataDirectory(files)
      caches = try DataDirectory()
    }

    static let sample = [
      "progress/a.csv": LookTests.header + LookTests.row(100) + "2026-03-05,浦东,M01.01,x\n",
      "progress/b.csv": "date,district,item,count,姓名\n2026-03-05,黄浦,M01.01,7,张三\n",
      "进度/c.csv": "date,district,count\n",
      "institutions.csv": "id,name,district\nJG-1,一,浦东\n",
    ]

    /// Runs the program once; how many `progress` files it looked into.
    func run(_ purpose: ReadingPurpose = .files, planFile: String? = nil) throws -> (snapshot: Snapshot, read: Int) {
      let (reader, snapshot) = try begin(purpose, planFile: planFile)
      let read = reader.debt
      reader.payDebt(isLast: true)
      return (snapshot, read)
    }

    func begin(_ purpose: ReadingPurpose, planFile: String? = nil) throws -> (DirectoryReader, Snapshot) {
      let reader = DirectoryReader(
        DirectorySource(root: directory.path, planFile: planFile, cacheFolder: folder), for: purpose)
      reader.withKeeper {
        ($0.debt.leastBytes, $0.debt.leastFiles) = (0, 1)
        $0.resumesFrom = 1
      }
      return (reader, try reader.read(at: ClockReading(uptime: 1, wall: ClockReading.now.wall + 3600)))
    }

    /// The one file of the cache.
    var file: String {
      get throws {
        var names: [String] = []
        let stream = try #require(opendir(folder))
        defer { closedir(stream) }
        while let entry = readdir(stream) {
          let name = withUnsafeBytes(of: entry.pointee.d_name) {
            String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
          }
          if !name.hasPrefix(".") { names.append(name) }
        }
        #expect(names.count == 1)
        return "cache/jineng/" + (names.first ?? "")
      }
    }

    /// The answers are those of a program that has no cache.
    func expectTruth(_ snapshot: Snapshot) throws {
      #expect(Differences(shown: snapshot, cold: try directory.read(), areOtherFiles: false).list() == [])
    }
  }

  @Test func filesThatDidNotChangeAreNotReadAgain() throws {
    let runs = try Runs()
    #expect(try runs.run().read == 3)
    let second = try runs.run()
    #expect(second.read == 0)
    try runs.expectTruth(second.snapshot)
    #expect(second.snapshot.files.allSatisfy { $0.sha256 != nil })
  }

  @Test func onlyAChangedFileIsReadAndTheOthersStillCount() throws {
    let runs = try Runs()
    _ = try runs.run()
    try runs.directory.write("progress/a.csv", LookTests.header + LookTests.row(31))
    runs.directory.remove("progress/b.csv")
    let second = try runs.run()
    #expect(second.read == 1)
    try runs.expectTruth(second.snapshot)
  }

  @Test func aFileThatChangedItsNameIsReadAgainAndItsFolderIsNot() throws {
    let runs = try Runs()
    _ = try runs.run()
    // The kernel marks a renamed file as changed, but not the files of a renamed folder.
    runs.directory.rename("progress", to: "progress.old")
    runs.directory.makeFolder("progress")
    runs.directory.rename("progress.old", to: "progress/2026")
    let second = try runs.run()
    #expect(second.read == 0)
    try runs.expectTruth(second.snapshot)
  }

  @Test func whoComputesNoDigestsLeavesThemToBeComputed() throws {
    let runs = try Runs()
    _ = try runs.run(.figures)
    #expect(try runs.run(.figures).read == 0)
    let checked = try runs.run(.files)
    #expect(checked.read == 3)
    try runs.expectTruth(checked.snapshot)
    #expect(checked.snapshot.files.allSatisfy { $0.sha256 != nil })
  }

  @Test func aFileThatGrewMeanwhileIsReadOnWhereItIsProvenLaterOnly() throws {
    // A byte-order mark settles the encoding whatever follows.
    let runs = try Runs(["progress/a.csv": "\u{FEFF}" + LookTests.header + LookTests.row(100)])
    _ = try runs.run(.files)
    try runs.directory.write("progress/a.csv", Array(LookTests.row(5).utf8), append: true)
    let (reader, snapshot) = try runs.begin(.watching)
    #expect(reader.withKeeper { $0.files[RawPath("progress/a.csv")]?.file.growth != nil })
    try runs.expectTruth(snapshot)
    reader.payDebt(isLast: true)
    // What is not proven is not kept.
    let once = try runs.run(.figures)
    #expect(once.read == 1)
    try runs.expectTruth(once.snapshot)
  }

  @Test func anotherPlanAndOtherDistrictsMeanOtherRows() throws {
    let runs = try Runs()
    _ = try runs.run()
    try runs.directory.write("districts.csv", "code,name\n310115,浦东新区\n")
    let other = try runs.run()
    #expect(other.read == 3)
    try runs.expectTruth(other.snapshot)
    try runs.directory.write(
      "plan.toml", Plan.builtInText.replacing("period_end = 2026-12-31", with: "period_end = 2026-11-30"))
    #expect(try runs.run().read == 3)
    #expect(try runs.run().read == 0)
  }

  @Test func aTornCacheIsAsIfThereWereNone() throws {
    let runs = try Runs()
    _ = try runs.run()
    let name = try runs.file
    let whole = try FileSource(realRoot: nil).read(Array(runs.caches.absolute(name).utf8), upTo: 1 << 20).bytes
    var random = SeededGenerator(4)
    for _ in 0..<60 {
      var bytes = whole
      if random.chance(1, of: 2) {
        bytes.removeLast(random.number(1..<bytes.count))
      } else {
        bytes[random.number(0..<bytes.count)] ^= UInt8(random.number(1..<255))
      }
      try runs.caches.write(name, bytes)
      let (reader, snapshot) = try runs.begin(.files)
      #expect(reader.debt == 3)
      try runs.expectTruth(snapshot)
    }
  }

  @Test func contentThatNobodyWroteIsRefusedWithoutHarm() throws {
    let plan = try Plan.builtIn()
    let axes = ProgressAxes(Lexicon(plan: plan, districts: plan.districts))
    let runs = try Runs()
    let (reader, _) = try runs.begin(.files)
    let kept = reader.withKeeper { $0.ordered.filter { $0.listed.table == .progress } }
    var ledger = ProgressLedger(axes)
    for file in kept { file.file.progress.map { ledger.add($0) } }
    let records = CachedRecords(files: kept.map { CachedFile(format: .csv, file: $0.content) }, ledger: ledger)
    let good = records.packed(axes)
    #expect(CachedRecords(good[...], axes, latestBirth: plan.periodEnd)?.packed(axes) == good)
    var random = SeededGenerator(5)
    for _ in 0..<2000 {
      var bytes = good
      for _ in 0..<random.number(1..<4) { bytes[random.number(0..<bytes.count)] = UInt8(random.number(0..<256)) }
      let read = CachedRecords(bytes.prefix(random.number(0..<bytes.count + 1)), axes, latestBirth: plan.periodEnd)
      for file in read?.files ?? [] { _ = file.file.value.progress?.pairTotals() }
    }
  }

  @Test func cachesOfDirectoriesThatAreNoMoreGoInTheEnd() throws {
    let runs = try Runs()
    try runs.caches.write("cache/jineng/old.records", "x")
    try runs.caches.write("cache/jineng/new.records", "x")
    try runs.caches.write("cache/jineng/old.other", "x")
    let longAgo = Int(ClockReading.now.wall) - 61 * 86_400
    runs.caches.setModified("cache/jineng/old.records", longAgo)
    runs.caches.setModified("cache/jineng/old.other", longAgo)
    _ = try runs.run()
    #expect(throws: DataDirectory.Failure.self) { try runs.caches.identity("cache/jineng/old.records") }
    _ = try runs.caches.identity("cache/jineng/new.records")
    _ = try runs.caches.identity("cache/jineng/old.other")
  }

  @Test func nobodyElseMayReadIt() throws {
    let runs = try Runs()
    _ = try runs.run()
    var status = stat()
    #expect(stat(runs.caches.absolute(try runs.file), &status) == 0 && status.st_mode & 0o777 == 0o600)
    #expect(stat(runs.folder, &status) == 0 && status.st_mode & 0o777 == 0o700)
  }

  @Test func itIsNeverPutIntoTheDataDirectory() throws {
    let runs = try Runs()
    let reader = DirectoryReader(
      DirectorySource(root: runs.directory.path, cacheFolder: runs.directory.absolute("cache")), for: .files)
    reader.withKeeper { ($0.debt.leastBytes, $0.debt.leastFiles) = (0, 1) }
    _ = try reader.read(at: ClockReading(uptime: 1, wall: ClockReading.now.wall + 3600))
    reader.payDebt(isLast: true)
    var status = stat()
    #expect(stat(runs.directory.absolute("cache"), &status) != 0)
  }

  @Test func aFolderThatCannotBeMadeCostsNothingButTime() throws {
    let runs = try Runs()
    try runs.caches.write("cache", "a file stands where the folder should be")
    _ = try runs.run()
    let second = try runs.run()
    #expect(second.read == 3)
    try runs.expectTruth(second.snapshot)
  }

  @Test func aFileReadTooSoonAfterItsChangeIsNotKept() throws {
    let runs = try Runs()
    let reader = DirectoryReader(DirectorySource(root: runs.directory.path, cacheFolder: runs.folder), for: .files)
    reader.withKeeper { ($0.debt.leastBytes, $0.debt.leastFiles) = (0, 1) }
    let identity = try runs.directory.identity("progress/a.csv")
    _ = try reader.read(at: ClockReading(uptime: 1, wall: identity.modifiedSeconds + 0.5))
    reader.payDebt(isLast: true)
    #expect(try runs.run().read == 3)
  }
}

extension DirectoryReader {
  /// How many `progress` files it looked into since the cache was written.
  fileprivate var debt: Int { withKeeper { $0.debt.files } }
}
