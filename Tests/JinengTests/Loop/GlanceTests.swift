import Foundation
import Testing

@testable import jineng

@Suite("A cheap look before a dear one")
struct GlanceTests {
  private func set(_ path: String, modified: Double) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: modified)], ofItemAtPath: path)
  }

  @Test("a look is due after a change, while the change is young, and every five seconds")
  func due() throws {
    let home = try Home()
    let path = home.path + "/file"
    let start = 1_800_000_000.0
    var glance = Glance(at: path)
    func due(_ seconds: Double, wall: Double = 0) -> Bool {
      glance.isDue(now: start + seconds + wall, uptime: seconds + 77)
    }
    // What is not there is looked for at first, and now and then.
    #expect(due(0))
    #expect(!due(1))
    try Data("a".utf8).write(to: URL(fileURLWithPath: path))
    try set(path, modified: start + 2)
    #expect(due(2.1))
    // A second change may have left the same times.
    #expect(due(3.1))
    #expect(!due(4.1))
    #expect(!due(8))
    #expect(due(8.2))
    #expect(!due(9))
    try Data("bc".utf8).write(to: URL(fileURLWithPath: path))
    try set(path, modified: start - 100)
    #expect(due(9.5))
    #expect(!due(10.5))
    try FileManager.default.removeItem(atPath: path)
    #expect(due(11))
    #expect(!due(12))
    // Whatever the clock on the wall does, nobody waits for longer.
    #expect(!due(13, wall: -4.9))
    #expect(!due(15.9, wall: 3_000))
    #expect(due(16.1, wall: -4.9))
  }
}
