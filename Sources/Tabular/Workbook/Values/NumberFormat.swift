/// Whether a number format shows a number as a date or time.
enum NumberFormat {
  /// One of the formats that every workbook has, those of Chinese, Japanese and Korean editions included
  /// (ISO/IEC 29500-1, 18.8.30).
  static func isDate(_ id: Int) -> Bool {
    switch id {
    case 14...22, 27...36, 45...47, 50...58: true
    default: false
    }
  }

  /// A format by its code: its first section holds a letter of a date or time outside quotes, brackets and escapes.
  static func isDate(_ code: String) -> Bool {
    var scalars = code.unicodeScalars.makeIterator()
    var end: Unicode.Scalar?
    while let scalar = scalars.next() {
      if let closing = end {
        if scalar == closing { end = nil }
        continue
      }
      switch scalar {
      case "\"": end = "\""
      case "[": end = "]"
      // Each takes the next character as it is: written out, as a width, as a filling.
      case "\\", "_", "*": _ = scalars.next()
      case ";": return false
      case "y", "Y", "m", "M", "d", "D", "h", "H", "s", "S": return true
      default: break
      }
    }
    return false
  }
}
