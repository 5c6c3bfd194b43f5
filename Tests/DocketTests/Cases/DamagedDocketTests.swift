import Docket
import Foundation
import Policy
import Testing

@Suite("A docket in a damaged file")
struct DamagedDocketTests {
  /// The file of a small docket, and what it holds.
  private func sound() throws -> (bytes: Data, entries: [DocketEntry]) {
    let place = try Place()
    let store = try place.open()
    let rule = try Orders.rule()
    try store.keep((1...5).map { Orders.opening($0) }, at: Orders.at(0))
    var numbers = Seeded(1)
    for step in 0..<60 {
      _ = try store.act([Orders.order(&numbers, cases: 5)], by: .person("甲组"), at: Orders.at(step), rule)
    }
    return (try Data(contentsOf: URL(filePath: place.store)), try store.entries())
  }

  @Test("whatever bytes are changed: nothing ends the program, and no other entry is taken for a true one")
  func anyBytes() throws {
    let (bytes, entries) = try sound()
    let rule = try Orders.rule()
    var numbers = Seeded(2)
    var found = 0
    for _ in 0..<200 {
      let place = try Place()
      let url = URL(filePath: place.store)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...3, using: &numbers) {
        damaged[Int.random(in: 0..<bytes.count, using: &numbers)] ^= UInt8.random(in: 1...255, using: &numbers)
      }
      try damaged.write(to: url)
      guard let store = try? place.open(), store.notice == nil else {
        found += 1
        continue
      }
      if case .whole? = try? store.verify() {
        let kept = try store.entries()
        #expect(kept == entries || kept.isEmpty)
      } else {
        found += 1
      }
      _ = try? store.docket()
      _ = try? store.closedCases()
      _ = try? store.entries()
      for number in 1...5 { _ = try? store.entries(of: number) }
      _ = try? store.keep([Orders.opening(6)], at: Orders.at(70))
      _ = try? store.act([Orders.order(&numbers, cases: 5)], by: .person("乙组"), at: Orders.at(71), rule)
    }
    #expect(found > 20)
  }
}
