import Docket
import Glibc
import Policy
import PseudoTerminal
import Records

/// What the store takes after a year: 16 files a day until there are 5,840, and every day three earlier ones with another
/// count, each day kept as the console keeps it.
enum StoreYear {
  private static let goal = 100.0e6
  private static let revised = 3

  static func take(_ bench: Bench) throws -> [MarkdownTable] {
    do {
      return [try measure(bench)]
    } catch let trouble as StoreTrouble {
      throw Bench.Trouble.cannot("the store: \(trouble)")
    }
  }

  private static func measure(_ bench: Bench) throws -> MarkdownTable {
    let input = try bench.dailyFiles(bench.options.sizes.city)
    let directory = bench.folder + "/year"
    let path = bench.folder + "/year.store"
    for folder in ["", "/progress"] { mkdir(directory + folder, 0o755) }
    // By day: the name of a file is its day.
    let days = Dictionary(grouping: input.files) { $0.split(separator: "/").last.map(String.init) ?? "" }
    let reader = DirectoryReader(DirectorySource(root: directory), for: .watching)
    _ = try reader.read()
    let store = try Store.open(path, outside: directory, for: .keeping, at: 0)
    var token: KnownToken?
    var there: [String] = []
    var keeping: [Double] = []
    var versions = 0
    var uptime: Int64 = 1_000_000_000_000
    for (number, day) in days.keys.sorted().enumerated() {
      for file in days[day] ?? [] {
        let place = directory + file.dropFirst(input.directory.utf8.count)
        mkdir(String(place[..<(place.lastIndex(of: "/") ?? place.endIndex)]), 0o755)
        try Cutting.copy(file, to: place)
        there.append(place)
      }
      for step in 0..<revised { try revise(there[(number * 7_919 + step * 104_729) % there.count]) }
      // A file is taken when a second look finds it as the first did.
      for _ in 0..<2 {
        uptime += 60_000_000_000
        _ = reader.rescan(uptime: uptime, wall: 1_790_000_000 + Double(number) * 86_400)
      }
      guard let known = reader.known(since: token) else { throw Bench.Trouble.cannot("\(day): nothing new is known") }
      let start = Clock.now
      if try store.keep(known.totals, isCurrent: { known.token.isCurrent($0) }) != .nothingNew { versions += 1 }
      keeping.append(Clock.now - start)
      token = known.token
    }
    let size = Double(Files.size(path))
    var table = MarkdownTable(
      "The store after a year of daily changes",
      ["files", "versions", "size MB", "keeping a day, ms (least–most)", "goal ≤ 100 MB"])
    table.add([
      Words.rows(there.count), String(versions), Words.fixed(size / 1e6, 1), Words.milliseconds(Spread(keeping)),
      Words.verdict(size <= goal && versions >= days.count),
    ])
    table.note(
      "\(Words.rows(input.rows)) rows; each day 16 new files and \(revised) earlier ones with another count in their last row."
    )
    return table
  }

  /// Another count in the file's last row, of as many digits.
  private static func revise(_ path: String) throws {
    var bytes = try Cutting.bytes(of: path)
    var commas = 0
    guard let line = bytes.dropLast().lastIndex(of: 0x0A) else { return }
    for index in bytes.indices[(line + 1)...] {
      if bytes[index] == UInt8(ascii: ",") { commas += 1 }
      if commas == 3, (0x31...0x38).contains(bytes[index]) {
        bytes[index] += 1
        break
      }
    }
    try Cutting.write(bytes[...], to: path)
  }
}
