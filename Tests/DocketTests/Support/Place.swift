import Docket
import Foundation
import Policy

/// A folder of a test's own with a place for a store; nothing of it stays.
final class Place {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "jineng-docket-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var store: String { folder.appending(path: "state/jineng/a.store").path(percentEncoded: false) }

  var data: String { folder.appending(path: "data").path(percentEncoded: false) }

  func open(
    _ access: Store.Access = .keeping, isSuspect: Bool = false, at seconds: Double = Known.start, patience: Double = 5
  ) throws(StoreTrouble) -> Store {
    try Store.open(
      store, outside: data, for: access, isSuspect: isSuspect, at: seconds, patience: patience)
  }

  /// What lies beside the store, and the store.
  var names: [String] {
    let path = URL(filePath: store).deletingLastPathComponent().path(percentEncoded: false)
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  var size: Int {
    ((try? FileManager.default.attributesOfItem(atPath: store))?[.size] as? NSNumber)?.intValue ?? 0
  }
}

/// Random numbers that come again with the same seed.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
