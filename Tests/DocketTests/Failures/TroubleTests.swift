import Docket
import Foundation
import Glibc
import Policy
import Testing

@Suite("A store that cannot be used as it is")
struct TroubleTests {
  private let asOf = Day(number: 20_818)

  private func write(_ bytes: Data, _ place: Place) throws {
    let url = URL(filePath: place.store)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: url)
  }

  @Test("no database: set aside under a name that says when, and a new one begun")
  func noDatabase() throws {
    let place = try Place()
    try write(Data("不是数据库".utf8) + Data(repeating: 7, count: 5_000), place)
    let store = try place.open()
    #expect(place.names == ["a.store", "a.store.bad-2026-11-20-080000"])
    #expect(store.notice == .setAside(path: place.store, to: place.store + ".bad-2026-11-20-080000"))
    #expect(try store.keep(Known.one(1).totals()) { _ in true } == .version(1))
    // Nothing that was set aside is ever overwritten.
    try write(Data(repeating: 1, count: 5_000), place)
    _ = try place.open()
    #expect(
      place.names == ["a.store", "a.store.bad-2026-11-20-080000", "a.store.bad-2026-11-20-080000-2"])
  }

  @Test("an empty file is a new store")
  func emptyFile() throws {
    let place = try Place()
    try write(Data(), place)
    let store = try place.open()
    #expect(store.notice == nil)
    #expect(try store.keep(Known.one(1).totals()) { _ in true } == .version(1))
  }

  @Test("damaged inside: found when it is read, set aside where it is looked at again")
  func damaged() throws {
    let place = try Place()
    try place.open().keepAll((0..<60).map { Known.one(Int64($0), at: Known.start + Double($0)) })
    var bytes = try Data(contentsOf: URL(filePath: place.store))
    bytes.replaceSubrange(4_096..<bytes.count, with: Data(repeating: 0x5A, count: bytes.count - 4_096))
    try write(bytes, place)
    let store = try place.open()
    #expect(throws: StoreTrouble.damaged(path: place.store)) {
      _ = try store.changes(ChangesQuestion(base: .lastVisit, asOf: asOf))
    }
    let anew = try place.open(isSuspect: true)
    #expect(anew.notice == .setAside(path: place.store, to: place.store + ".bad-2026-11-20-080000"))
    #expect(!store.isInPlace && anew.isInPlace)
    #expect(try anew.keep(Known.one(1).totals()) { _ in true } == .version(1))
  }

  @Test("what only looked damaged stays where it is")
  func sound() throws {
    let place = try Place()
    try place.open().keepAll([Known.one(1)])
    #expect(try place.open(isSuspect: true).notice == nil)
    #expect(place.names == ["a.store"])
  }

  @Test("of a newer version: only read")
  func newer() throws {
    let place = try Place()
    let old = try place.open()
    try old.keepAll([Known.one(1), Known.one(2, at: Known.start + 1)])
    try old.run("PRAGMA user_version = 99")
    let store = try place.open()
    #expect(store.isReadOnly && store.notice == .newer(path: place.store))
    #expect(try store.changes(ChangesQuestion(base: .lastVisit, asOf: asOf)).figures.map(\.after) == [2])
    #expect(throws: StoreTrouble.readOnly(path: place.store)) {
      _ = try store.keep(Known.one(3).totals()) { _ in true }
    }
    #expect(try store.number("PRAGMA user_version") == 99)
  }

  @Test("another program's database: left alone")
  func foreign() throws {
    let place = try Place()
    let other = try place.open()
    try other.run("PRAGMA application_id = 7")
    #expect(throws: StoreTrouble.foreign(path: place.store)) { _ = try place.open() }
    #expect(place.names == ["a.store"])
  }

  @Test("a full disk: said, nothing half kept, and kept once there is room")
  func full() throws {
    let place = try Place()
    let store = try place.open()
    try store.keepAll([Known.one(1)])
    try store.leave(pages: 1)
    var large = Known.one(2, at: Known.start + 1)
    for file in 0..<400 { large.files["progress/\(file).csv"] = large.files["progress/a.csv"] }
    #expect(throws: StoreTrouble.full(path: place.store)) { _ = try store.keep(large.totals()) { _ in true } }
    #expect(try place.open(.asking).sums() == ["progress/a.csv": 1])
    #expect(try store.changes(ChangesQuestion(base: .lastVisit, asOf: asOf)).figures == [])
    try store.leave(pages: 10_000)
    #expect(try store.keep(large.totals()) { _ in true } == .version(2))
    #expect(try store.sums().count == 401)
    #expect(try store.number("SELECT count(*) FROM version") == 2)
  }

  @Test("held by another program for too long: said")
  func busy() throws {
    let place = try Place()
    let holder = try place.open()
    try holder.keepAll([Known.one(1)])
    let store = try place.open(patience: 0.05)
    try holder.hold {
      #expect(throws: StoreTrouble.busy(path: place.store)) {
        _ = try store.keep(Known.one(2).totals()) { _ in true }
      }
    }
    #expect(try store.keep(Known.one(2).totals()) { _ in true } == .version(2))
  }

  @Test("a folder that may not be written", .enabled(if: getuid() != 0))
  func readOnlyFolder() throws {
    let place = try Place()
    try place.open().keepAll([Known.one(1)])
    let folder = URL(filePath: place.store).deletingLastPathComponent().path(percentEncoded: false)
    try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: place.store)
    try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder) }
    let store = try place.open()
    #expect(store.isReadOnly && store.notice == .readOnly(path: place.store))
    #expect(try store.sums() == ["progress/a.csv": 1])
  }

  @Test("never in the data directory, by whatever name")
  func insideData() throws {
    let place = try Place()
    try FileManager.default.createDirectory(atPath: place.data + "/deep", withIntermediateDirectories: true)
    let link = place.folder.appending(path: "link").path(percentEncoded: false)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: place.data)
    for path in [
      place.data + "/a.store", place.data + "/deep/b/c.store", link + "/a.store", link + "/new/a.store",
      place.data + "/deep/../a.store",
    ] {
      #expect(throws: StoreTrouble.insideDataDirectory(path: path)) {
        _ = try Store.open(path, outside: place.data, for: .keeping, at: 0)
      }
    }
    #expect(try FileManager.default.subpathsOfDirectory(atPath: place.data) == ["deep"])
    // A name that only begins alike lies beside it.
    _ = try Store.open(place.data + "-2/a.store", outside: place.data, for: .keeping, at: 0)
  }

  @Test("who only asks makes nothing")
  func asking() throws {
    let place = try Place()
    #expect(throws: StoreTrouble.self) { _ = try place.open(.asking) }
    #expect(place.names == [])
  }

  @Test("a place that cannot be made is told with the system's reason")
  func noPlace() throws {
    let place = try Place()
    try Data().write(to: place.folder.appending(path: "state"))
    #expect(throws: StoreTrouble.unusable(path: place.store, reason: "Not a directory")) { _ = try place.open() }
  }
}
