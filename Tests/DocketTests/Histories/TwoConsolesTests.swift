import Docket
import Foundation
import Policy
import Synchronization
import Testing

@Suite("Two consoles on one store")
struct TwoConsolesTests {
  /// A console: what it read last, and what it has told.
  private struct Console {
    var store: Store
    var read: Known?
    var told: Known?
  }

  @Test("whoever comes late never puts an older version back", arguments: 0..<10)
  func late(_ seed: UInt64) throws {
    var random = Seeded(seed)
    let place = try Place()
    var consoles = [Console(store: try place.open()), Console(store: try place.open())]
    var disk = Known(at: Known.start)
    var newest: [String: Int64] = [:]
    let spot = Known.Spot(district: 1, item: 0, day: 3)
    for step in 1...60 {
      let who = Int.random(in: 0...1, using: &random)
      switch Int.random(in: 0...2, using: &random) {
      case 0:
        // Versions of a file only grow.
        disk.files["progress/\(Int.random(in: 0...2, using: &random)).csv"] = [spot: Int64(step)]
        disk.at += 1
      case 1: consoles[who].read = disk
      default:
        guard let read = consoles[who].read else { continue }
        _ = try consoles[who].store.keep(read.totals(since: consoles[who].told)) { disk.files[$0] == read.files[$0] }
        consoles[who].told = read
        for (path, sum) in try consoles[who].store.sums() {
          #expect(sum >= newest[path] ?? 0, "\(path) went back in step \(step)")
          newest[path] = sum
        }
      }
    }
    for console in consoles { _ = try console.store.keep(disk.totals(since: console.told)) { _ in true } }
    #expect(try consoles[0].store.sums() == disk.files.mapValues { $0[spot] ?? 0 })
  }

  @Test("both at once keep each state once, and lose none")
  func atOnce() throws {
    let place = try Place()
    _ = try place.open()
    let path = place.store
    let data = place.data
    let troubles = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 2) { _ in
      do {
        let store = try Store.open(path, outside: data, for: .keeping, at: Known.start)
        for step in 1...20 {
          _ = try store.keep(Known.one(Int64(step), at: Known.start + Double(step)).totals()) { _ in
            // Nothing older is ever told after something newer.
            true
          }
        }
      } catch { troubles.withLock { $0.append("\(error)") } }
    }
    #expect(troubles.withLock { $0 } == [])
    #expect(try place.open(.asking).sums() == ["progress/a.csv": 20])
  }
}
