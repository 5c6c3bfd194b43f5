import Console
import Docket
import Foundation
import Policy
import Records

/// A store of a test's own, that answers as the program's does.
final class KeptHistory {
  private let folder: URL
  private let store: Store

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "jineng-history-\(UUID().uuidString)")
    store = try Store.open(
      folder.appending(path: "a.store").path(percentEncoded: false), outside: "/nowhere", for: .keeping, at: 0)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Kept since three days ago, looked at until two days ago.
  func begin(_ reader: DirectoryReader) throws {
    try store.beginVisit(at: Clock.now - 3 * Clock.day)
    try keep(reader, at: Clock.now - 3 * Clock.day)
    try store.endVisit(at: Clock.now - 2 * Clock.day)
    try store.beginVisit(at: Clock.now - 60)
  }

  /// Keeps what a reader knows, as if it had been read at that moment.
  func keep(_ reader: DirectoryReader, at seconds: Double) throws {
    guard var known = reader.known(since: nil)?.totals else { return }
    known.readAt = seconds
    _ = try store.keep(known) { _ in true }
  }

  /// Nil for what no store is asked.
  func answer(_ effect: Effect) -> Event? {
    do throws(StoreTrouble) {
      switch effect {
      case .loadChanges(let question): return .changesFound(try store.changes(question))
      case .loadRevisions(let question): return .revisionsFound(try store.revisions(question))
      default: return nil
      }
    } catch { return .storeTroubled(error) }
  }

  /// A trouble by its name, of a store at `/state/a.store`.
  static func trouble(_ name: String) throws -> StoreTrouble {
    let path = "/state/a.store"
    switch name {
    case "full": return .full(path: path)
    case "busy": return .busy(path: path)
    case "readOnly": return .readOnly(path: path)
    case "newer": return .newer(path: path)
    case "setAside": return .setAside(path: path, to: path + ".bad-2026-11-20-154200")
    default: throw Scenario.Mistake(description: "trouble \(name)?")
    }
  }
}
