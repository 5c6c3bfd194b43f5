import Glibc
import Policy

@testable import Records

/// A directory that changes at random, and a reader that follows it with a clock of its own.
///
/// Everything that happens follows from the seed, so that a failure can be played again.
final class History {
  let directory: DataDirectory
  let outside: DataDirectory
  private(set) var reader: DirectoryReader
  var random: SeededGenerator
  /// The tables' files that may be written to, in the order in which they came.
  var files: [HistoryFile] = []
  /// What was done, for the report of a failure.
  private(set) var log: [String] = []
  /// What the reader shows.
  private(set) var snapshot: Snapshot
  private let purpose: ReadingPurpose
  private var moment: ClockReading
  /// The last plan that could be read; nil: the built-in one.
  private var plan: [UInt8]?
  /// The plan that stands there now can be read.
  private var isPlanGood = true
  /// The bytes behind each file's rows, for files that can no longer be read.
  private var taken: [String: [UInt8]] = [:]
  private let writer: CellWriter

  /// `isYoung`: the clock runs with the files' times, so that only their content can prove them unchanged.
  init(seed: UInt64, isYoung: Bool) throws {
    random = SeededGenerator(seed)
    writer = CellWriter(wrong: random.pick([1, 2, 6]))
    directory = try DataDirectory()
    outside = try DataDirectory(["secret.csv": LookTests.header + LookTests.row(1)])
    // Half of them look at digests at once; the others compute them later, and read on even where files are small.
    purpose = seed % 2 == 0 ? .files : .watching
    reader = History.reader(directory, outside, purpose)
    moment = ClockReading(uptime: 1, wall: ClockReading.now.wall + (isYoung ? 0 : 86_400))
    snapshot = try reader.read(at: moment)
    for shape in [TableShape.progress, .progress, .progress] + TableShape.others where random.chance(2, of: 3) {
      try add(shape, rows: random.number(5..<60))
    }
    try follow()
  }

  private static func reader(
    _ directory: DataDirectory, _ outside: DataDirectory, _ purpose: ReadingPurpose
  ) -> DirectoryReader {
    let source = DirectorySource(root: directory.path, cacheFolder: outside.absolute("cache/jineng"))
    let reader = DirectoryReader(source, for: purpose)
    reader.withKeeper {
      $0.resumesFrom = 1
      ($0.debt.leastBytes, $0.debt.leastFiles) = (0, 0)
    }
    return reader
  }

  /// The program ends, perhaps in the middle of things, and begins again with what it kept.
  func restart() throws {
    // With a broken plan it would not begin.
    guard isPlanGood, stale.isEmpty else { return }
    note("restart")
    reader.payDebt(isLast: true)
    reader = History.reader(directory, outside, purpose)
    snapshot = try reader.read(at: moment)
  }

  /// Files of which an older version is shown.
  private var stale: Set<String> { Set(snapshot.files.filter { $0.stale != nil }.map(\.path)) }

  // MARK: What steps stand on

  func note(_ text: String) { log.append(text) }

  func rows(_ file: HistoryFile, _ count: Int) -> [UInt8] { file.rows(count, writer, &random) }

  func add(_ shape: TableShape, rows count: Int) throws {
    let file = HistoryFile(path: freePath(shape), shape: shape, &random)
    note("add \(file.path) as \(file.text) with \(count) rows")
    try directory.write(file.path, file.header + rows(file, count))
    files.append(file)
  }

  /// A path of the table under which nothing stands yet.
  func freePath(_ shape: TableShape) -> String {
    var paths: [String] = []
    for folder in [shape.name, shape.chinese] {
      for name in ["a", "b", "m/c", "m/n/d", "z", "é", "区"] {
        paths += [folder + "/" + name + ".csv", folder + "/" + name + ".TSV".lowercased()]
      }
      paths += [folder + ".csv", folder + ".tsv"]
    }
    let free = paths.filter { kind($0) == nil }
    return free.isEmpty ? shape.name + "/more\(files.count).csv" : random.pick(free)
  }

  /// What stands under a name; nil: nothing.
  func kind(_ path: String) -> NodeKind? {
    var status = stat()
    return lstat(directory.absolute(path), &status) == 0 ? NodeKind(status) : nil
  }

  /// The bytes under a name, if a file or a link to one stands there.
  func bytes(_ path: String) -> [UInt8]? {
    var status = stat()
    guard stat(directory.absolute(path), &status) == 0, NodeKind(status) == .regular else { return nil }
    return try? FileSource(realRoot: nil).read(Array(directory.absolute(path).utf8), upTo: 1 << 30).bytes
  }

  /// The last of `paths` that a link leads through; nil where it leads through none.
  private func end(of path: String, among paths: Set<String>) -> String? {
    var (end, next): (String?, String) = (nil, path)
    for _ in 0..<8 {
      guard let target = Mirror.target(directory.absolute(next)), target.hasPrefix(directory.path + "/") else { break }
      next = String(target.dropFirst(directory.path.utf8.count + 1))
      if paths.contains(next) { end = next }
    }
    return end
  }

  func setPlan(_ bytes: [UInt8]?, isGood: Bool) throws {
    if let bytes { try directory.write("plan.toml", bytes) } else { directory.remove("plan.toml") }
    isPlanGood = isGood
  }

  // MARK: Looking

  /// One look in the middle of things, too soon for anything to settle.
  func glance() {
    pass(20)
    if let new = reader.look(moment, .hint).snapshot { snapshot = new }
  }

  /// Looks until everything has settled, held last lines included.
  func follow() throws {
    for _ in 0..<4 {
      pass(250)
      if let new = reader.look(moment, .rescan).snapshot { snapshot = new }
    }
    prove()
    for _ in 0..<2 {
      pass(250)
      if let new = reader.look(moment, .rescan).snapshot { snapshot = new }
    }
    prove()
    // A plan counts once it was looked at: one that a broken one replaced before is never in force.
    if isPlanGood { plan = bytes("plan.toml") }
    // Whatever comes next must carry other times than what was just read.
    passTick()
  }

  /// Proves what is left to prove.
  private func prove() {
    while true {
      switch reader.prove() {
      case .nothing: return
      case .more, .refuted: continue
      case .done(let new): if let new { snapshot = new }
      }
    }
  }

  private func pass(_ milliseconds: Int64) {
    moment.uptime += milliseconds * 1_000_000
    moment.wall += Double(milliseconds) / 1000
  }

  /// Waits until the clock by which the kernel stamps files has moved: some milliseconds.
  private func passTick() {
    func coarse() -> timespec {
      var time = timespec()
      clock_gettime(CLOCK_REALTIME_COARSE, &time)
      return time
    }
    let start = coarse()
    var now = start
    while now.tv_nsec == start.tv_nsec && now.tv_sec == start.tv_sec { now = coarse() }
  }

  /// How what the reader shows differs from a cold read; empty where it is equal.
  func differences() throws -> [String] {
    let isOldPlan = snapshot.problems.contains { $0.path == "plan.toml" && $0.code == .badPlan }
    let cold: Snapshot
    if stale.isEmpty && !isOldPlan {
      cold = try directory.read()
    } else {
      let mirror = try DataDirectory()
      try Mirror(from: directory.path, to: mirror.path).copy()
      for path in stale.sorted() {
        Mirror.clear(mirror.absolute(path))
        try mirror.write(path, taken[path] ?? [])
      }
      // A link to what was put back leads to what stands there in the directory itself.
      for file in snapshot.files where file.sha256 == nil && !stale.contains(file.path) {
        if let end = end(of: file.path, among: stale) {
          Mirror.clear(mirror.absolute(file.path))
          try Mirror(from: directory.path, to: mirror.path).copy("/" + end, as: "/" + file.path)
        }
      }
      if isOldPlan {
        Mirror.clear(mirror.absolute("plan.toml"))
        if let plan { try mirror.write("plan.toml", plan) }
      }
      cold = try mirror.read()
    }
    for file in cold.files where file.sha256 != nil {
      if !stale.contains(file.path) { taken[file.path] = bytes(file.path) }
    }
    var shown = snapshot
    shown.problems.removeAll {
      $0.code == .lostRows || $0.code == .badPlan || $0.code == .unreadable && stale.contains($0.path)
    }
    return Differences(shown: shown, cold: cold, areOtherFiles: !stale.isEmpty || isOldPlan).list()
  }
}
