extension Row {
  /// Puts a text into a column, from 0, trimmed; false where something stands there already.
  mutating func put(_ text: ArraySlice<UInt8>, column: Int) -> Bool {
    let begin = bytes.count
    bytes.append(contentsOf: text)
    let field = bytes.withUnsafeBufferPointer { Row.trimmed(begin..<$0.count, in: $0) }
    guard !field.isEmpty else {
      bytes.removeSubrange(begin...)
      return true
    }
    widen(to: column &+ 1)
    guard fields[column].isEmpty else { return false }
    fields[column] = field
    return true
  }

  /// Makes the row at least `width` fields wide.
  mutating func widen(to width: Int) {
    if fields.count < width { fields.append(contentsOf: repeatElement(0..<0, count: width &- fields.count)) }
  }
}
