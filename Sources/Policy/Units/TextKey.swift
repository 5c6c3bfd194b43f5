/// A text as a key, equal where its bytes are.
///
/// Records store text in one normal form, so bytes decide. Hashing them takes a fraction of the time of a `String`,
/// which normalises Chinese text each time.
struct TextKey: Hashable {
  private let text: String

  init(_ text: String) { self.text = text }

  static func == (a: TextKey, b: TextKey) -> Bool {
    let equal = a.text.utf8.withContiguousStorageIfAvailable { first in
      b.text.utf8.withContiguousStorageIfAvailable { second in
        first.count == second.count && first.indices.allSatisfy { first[$0] == second[$0] }
      }
    }
    return (equal ?? nil) ?? a.text.utf8.elementsEqual(b.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    let hashed: Void? = text.utf8.withContiguousStorageIfAvailable { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    if hashed == nil { for byte in text.utf8 { hasher.combine(byte) } }
  }
}
