/// A table whose values are asked for by key and kind, and which remembers what nobody asked for.
///
/// Each kind has two questions: `string("key")` throws where the key is absent, `stringIfPresent("key")` gives nil. Both
/// throw where the value is of another kind, with its place. Afterwards ``unknownKeys()`` tells the keys that no
/// question named.
package final class TomlTable {
  struct Entry {
    var key: String
    var keyPlace: TomlPlace
    var node: TomlNode
    /// Whether a question named it.
    var isKnown = false
    /// Whether everything below is accepted without questions.
    var isIgnored = false
  }

  /// The path of the table: `measure[1].item[2]`, list elements counted from 1; empty for the root.
  package let path: String
  /// Where it begins: the bracket of its header, the brace of an inline table.
  package let place: TomlPlace
  private var entries: [Entry]
  private let slots: [String: Int]
  /// Every key that a question named, whether it is there or not.
  private var asked: Set<String> = []

  init(path: String, place: TomlPlace, entries: [Entry]) {
    self.path = path
    self.place = place
    self.entries = entries
    slots = Dictionary(entries.indices.map { (entries[$0].key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Its keys in the order of the text. Asking for them makes none of them known.
  package var keys: [String] { entries.map(\.key) }

  /// Whether the key is there; makes it known.
  package func has(_ key: String) -> Bool { node(key) != nil }

  /// Where the key's value begins; the table's own place where the key is absent.
  package func place(of key: String) -> TomlPlace { slots[key].map { entries[$0].node.place } ?? place }

  /// The full path of one of its keys.
  package func path(of key: String) -> String { TomlTable.join(path, key) }

  /// Makes keys known that are accepted without a look, with everything below them.
  package func ignore(_ keys: String...) {
    for key in keys {
      asked.insert(key)
      guard let slot = slots[key] else { continue }
      entries[slot].isKnown = true
      entries[slot].isIgnored = true
    }
  }

  /// A key that means nothing to the program.
  package struct UnknownKey: Hashable, Sendable {
    /// Its full path.
    package var key: String
    /// Where the key stands.
    package var place: TomlPlace
    /// The key that a question named, that is not there, and that is spelt nearly the same; nil where there is none.
    package var meant: String?
  }

  /// The keys, here and below, that no question named, in the order of the text. What stands below an unknown key is
  /// not told again.
  package func unknownKeys() -> [UnknownKey] {
    var unknown: [UnknownKey] = []
    collect(into: &unknown)
    return unknown.sorted { $0.place < $1.place }
  }

  private func collect(into unknown: inout [UnknownKey]) {
    for entry in entries where !entry.isIgnored {
      guard entry.isKnown else {
        let meant = Spelling.nearest(to: entry.key, among: asked.filter { slots[$0] == nil })
        unknown.append(UnknownKey(key: path(of: entry.key), place: entry.keyPlace, meant: meant))
        continue
      }
      TomlTable.collect(entry.node, into: &unknown)
    }
  }

  private static func collect(_ node: TomlNode, into unknown: inout [UnknownKey]) {
    switch node.content {
    case .table(let table): table.collect(into: &unknown)
    case .array(let nodes): for node in nodes { collect(node, into: &unknown) }
    default: break
    }
  }

  /// The value of a key, which becomes known.
  func node(_ key: String) -> TomlNode? {
    asked.insert(key)
    guard let slot = slots[key] else { return nil }
    entries[slot].isKnown = true
    return entries[slot].node
  }

  /// The path of a key below a table's path.
  static func join(_ path: String, _ key: String) -> String {
    path.isEmpty ? quoted(key) : path + "." + quoted(key)
  }

  /// A key as a path shows it: in quotes where it could not stand bare.
  static func quoted(_ key: String) -> String {
    !key.isEmpty && key.utf8.allSatisfy(isBare) ? key : "\"" + key + "\""
  }

  /// Whether a byte may stand in a key without quotes.
  static func isBare(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D: true
    default: false
    }
  }
}
