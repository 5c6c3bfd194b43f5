import Policy
import Testing

@testable import Records

@Suite("What a reader tells a store")
struct KnownTests {
  private struct Watched {
    let data: DataDirectory
    let reader: DirectoryReader
    private var moment = ClockReading.now

    init(_ files: [String: String]) throws {
      data = try DataDirectory(files)
      reader = DirectoryReader(DirectorySource(root: data.path), for: .watching)
      _ = try reader.read(at: moment)
    }

    /// Looks until what moved has settled.
    mutating func settle() {
      for _ in 0..<3 {
        moment.uptime += 3_000_000_000
        moment.wall += 3
        _ = reader.look(moment, .rescan)
      }
    }
  }

  private let header = "date,district,item,count\n"
  private let row = "2026-03-05,310115,M01.01,40\n"

  private func cell(_ totals: KnownTotals, _ file: FileTotals, _ index: Int = 0) -> (TargetKey, Day, Int64)? {
    guard file.cells.indices.contains(index) else { return nil }
    let cell = file.cells[index]
    let pair = Int(cell.pair)
    return (
      TargetKey(district: totals.districts[pair / totals.items.count], item: totals.items[pair % totals.items.count]),
      totals.start + Int(cell.day), cell.sum
    )
  }

  @Test("nothing before anything was read")
  func unread() throws {
    #expect(DirectoryReader(DirectorySource(root: "/nowhere")).known(since: nil) == nil)
  }

  @Test("at first every file, with its sums by district, item and day, and the targets")
  func first() throws {
    let watched = try Watched([
      "progress/a.csv": header + row + row + "2026-03-06,310101,M02.01,-3\n2026-03-07,310101,M02.01,0\n",
      "progress/b.csv": header, "targets.csv": "district,item,target\n310115,M01.01,2000\n", "bases.csv": "id\n",
    ])
    let totals = try #require(watched.reader.known(since: nil)).totals
    #expect(totals.files.map(\.path) == ["progress/a.csv", "progress/b.csv"])
    #expect(totals.isWhole && totals.gone == [])
    let pudong = TargetKey(district: DistrictCode(rawValue: "310115"), item: ItemID(rawValue: "M01.01"))
    #expect(totals.targets == [pudong: 2000])
    let cells = totals.files[0].cells.indices.compactMap { cell(totals, totals.files[0], $0) }
    #expect(cells.count == 2)
    #expect(cells.contains { $0 == pudong && $1.iso == "2026-03-05" && $2 == 80 })
    #expect(cells.contains { $0.district.rawValue == "310101" && $1.iso == "2026-03-06" && $2 == -3 })
    #expect(totals.files[1].cells == [])
  }

  @Test("later only what gives other sums: new, changed and gone files")
  func later() throws {
    var watched = try Watched([
      "progress/a.csv": header + row, "progress/b.csv": header + row, "progress/c.csv": header + row,
    ])
    let first = try #require(watched.reader.known(since: nil))
    let again = try #require(watched.reader.known(since: first.token))
    #expect(again.totals.files == [] && again.totals.gone == [] && !again.totals.isWhole)
    // The same rows in another order and another form are the same sums.
    try watched.data.write("progress/a.csv", "日期,区县,指标,人次\n2026/3/5,浦东,M01.01,40\n")
    try watched.data.write("progress/b.csv", header + row + row)
    watched.data.remove("progress/c.csv")
    try watched.data.write("progress/d.csv", header + row)
    watched.settle()
    let next = try #require(watched.reader.known(since: again.token)).totals
    #expect(next.files.map(\.path) == ["progress/b.csv", "progress/d.csv"])
    #expect(next.gone == ["progress/c.csv"])
    #expect(cell(next, next.files[0])?.2 == 80)
  }

  @Test("other districts make other places: everything is told again")
  func otherAxes() throws {
    var watched = try Watched(["progress/a.csv": header + row])
    let first = try #require(watched.reader.known(since: nil))
    try watched.data.write("districts.csv", "code,name\n310115,浦东新区\n")
    watched.settle()
    let next = try #require(watched.reader.known(since: first.token)).totals
    #expect(next.isWhole && next.files.count == 1 && next.districts.count == 2)
  }

  @Test("whether a file still is what was read is seen without reading it")
  func current() throws {
    let watched = try Watched(["progress/a.csv": header + row])
    let token = try #require(watched.reader.known(since: nil)).token
    #expect(token.isCurrent("progress/a.csv") && token.isCurrent("progress/gone.csv"))
    try watched.data.write("progress/a.csv", header + row + row)
    try watched.data.write("progress/gone.csv", header)
    #expect(!token.isCurrent("progress/a.csv") && !token.isCurrent("progress/gone.csv"))
    watched.data.remove("progress/a.csv")
    #expect(!token.isCurrent("progress/a.csv"))
  }
}
