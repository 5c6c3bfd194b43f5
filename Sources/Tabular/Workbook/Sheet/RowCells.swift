extension Row {
  /// Puts a text into a column, from 0; false where something stands there already.
  mutating func put(_ text: ArraySlice<UInt8>, column: Int) -> Bool {
    while fields.count <= column { fields.append(0..<0) }
    guard fields[column].isEmpty else { return false }
    let begin = bytes.count
    bytes.append(contentsOf: text)
    fields[column] = begin..<bytes.count
    return true
  }

  /// Makes the row `width` fields wide. Only empty fields at its end are taken away, so that it stays wider where
  /// something stands further to the right.
  mutating func fit(width: Int) {
    while fields.count > width, let last = fields.last, last.isEmpty { fields.removeLast() }
    if fields.count < width { fields.append(contentsOf: repeatElement(0..<0, count: width &- fields.count)) }
  }
}
