import Docket
import Foundation
import Glibc
import Policy
import Testing

@Suite("How a store is")
struct ConditionTests {
  private func condition(_ place: Place) throws(StoreTrouble) -> StoreCondition {
    try Store.examine(place.store, patience: 0.1)
  }

  @Test("a sound one tells version, journal and entries, and is not touched")
  func sound() throws {
    let place = try Place()
    try place.open().keepAll((0..<5).map { Known.one(Int64($0), at: Known.start + Double($0)) })
    let before = try Data(contentsOf: URL(filePath: place.store))
    let found = try condition(place)
    #expect(found.version == StoreCondition.newest && found.journal == Store.journalMode)
    #expect(found.entries == 0 && found.isWhole && found.size == Int64(before.count))
    #expect(try Data(contentsOf: URL(filePath: place.store)) == before)
    #expect(place.names == ["a.store"])
    #expect(Store.libraryVersion?.hasPrefix("3.") == true)
  }

  @Test("none, no database, another program's, and a torn one are told")
  func troubles() throws {
    let place = try Place()
    #expect(throws: StoreTrouble.unusable(path: place.store, reason: "No such file or directory")) {
      try condition(place)
    }
    try place.open().keepAll((0..<60).map { Known.one(Int64($0), at: Known.start + Double($0)) })
    let url = URL(filePath: place.store)
    let sound = try Data(contentsOf: url)
    var torn = sound
    torn.replaceSubrange(4_096..<torn.count, with: Data(repeating: 0x5A, count: torn.count - 4_096))
    try torn.write(to: url)
    do throws(StoreTrouble) {
      let found = try condition(place)
      #expect(!found.isWhole)
    } catch { #expect(error == .damaged(path: place.store)) }
    var other = sound
    other.replaceSubrange(68..<72, with: [1, 2, 3, 4])
    try other.write(to: url)
    #expect(throws: StoreTrouble.foreign(path: place.store)) { try condition(place) }
    try Data(repeating: 7, count: 5_000).write(to: url)
    #expect(throws: StoreTrouble.damaged(path: place.store)) { try condition(place) }
    #expect(place.names == ["a.store"])
  }

  @Test("one that another program holds is waited for no longer than asked")
  func busy() throws {
    let place = try Place()
    let store = try place.open()
    try store.hold {
      #expect(throws: StoreTrouble.busy(path: place.store)) { try condition(place) }
    }
    #expect(try condition(place).isWhole)
  }
}
