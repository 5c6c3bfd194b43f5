import Policy
import Testing

@testable import Docket

@Suite("The form of what is kept")
struct PackingTests {
  private func cells(_ random: inout Seeded, _ month: Month?) -> [Cell] {
    var all: Set<Cell> = []
    for _ in 0..<Int.random(in: 0...30, using: &random) {
      let day =
        month.map { $0.first.number + Int32.random(in: 0...27, using: &random) }
        ?? Int32.random(in: -800_000...2_900_000, using: &random)
      let value = [0, 1, -1, .max, .min, Int64.random(in: .min ... .max, using: &random)].randomElement(using: &random)
      let cell = Cell(pair: Int64.random(in: 1...9, using: &random), day: day, value: value ?? 0)
      if !all.contains(where: { $0.pair == cell.pair && $0.day == cell.day }) { all.insert(cell) }
    }
    return all.sorted(by: Cell.precedes)
  }

  @Test("sums and changes come back as they were", arguments: 0..<50)
  func roundTrip(_ seed: UInt64) throws {
    var random = Seeded(seed)
    let month = Month(of: Day(number: Int32.random(in: 0...60_000, using: &random)))
    let sums = cells(&random, month)
    #expect(try MonthSums(sums, of: month).cells(of: month) == sums)
    var changes = VersionChanges()
    changes.files = (0..<4).map { VersionChanges.File(path: Int64($0 * 3 + 1), cells: cells(&random, nil)) }
    changes.targets = [
      VersionChanges.Target(pair: 4, before: nil, after: .max), VersionChanges.Target(pair: 5, before: 0, after: nil),
    ]
    #expect(try VersionChanges(packed: changes.packed(on: Day(number: 20_777))) == changes)
  }

  @Test("differences lead from one to the other", arguments: 0..<50)
  func differences(_ seed: UInt64) {
    var random = Seeded(seed)
    let month = Month(of: Day(number: 20_777))
    let (old, new) = (cells(&random, month).filter { $0.value != 0 }, cells(&random, month).filter { $0.value != 0 })
    let steps = new.differences(from: old)
    #expect(steps.differences(from: []) == steps)
    var sums: [[Int64]: Int64] = [:]
    for cell in old + steps { sums[[cell.pair, Int64(cell.day)], default: 0] &+= cell.value }
    let reached = sums.filter { $0.value != 0 }.map { Cell(pair: $0.key[0], day: Int32($0.key[1]), value: $0.value) }
    #expect(reached.sorted(by: Cell.precedes) == new)
  }

  @Test("bytes that are cut or changed never trap", arguments: 0..<20)
  func hostile(_ seed: UInt64) {
    var random = Seeded(seed)
    var changes = VersionChanges()
    changes.files = [VersionChanges.File(path: 1, cells: cells(&random, nil))]
    let bytes = changes.packed(on: Day(number: 20_777))
    for end in 0...bytes.count { _ = try? VersionChanges(packed: Array(bytes[..<end])) }
    for _ in 0..<200 {
      var other = bytes
      other[Int.random(in: 0..<other.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      _ = try? VersionChanges(packed: other)
    }
  }

  @Test("a row's id holds path and month")
  func ids() {
    for month in [Month(of: .first), Month(of: Day(number: 20_777)), Month(of: .last)] {
      for path in [1, 7_000_000] as [Int64] {
        let key = HeadKey(path: path, month: month)
        #expect(HeadKey(id: key.id) == key)
      }
    }
  }
}
