import Glibc

/// How a file's text becomes bytes.
enum WrittenText: String, CaseIterable, Sendable {
  case utf8
  case utf8Mark
  case utf16LittleEndian
  case utf16BigEndian
  case gb18030

  /// What stands before the text.
  var mark: [UInt8] {
    switch self {
    case .utf8, .gb18030: []
    case .utf8Mark: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    }
  }

  /// The bytes of `text`, without a mark.
  func bytes(_ text: String) -> [UInt8] {
    switch self {
    case .utf8, .utf8Mark: Array(text.utf8)
    case .utf16LittleEndian: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BigEndian: text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .gb18030: WrittenText.gb18030(text)
    }
  }

  /// By the system's own converter, which can write every character in it.
  private static func gb18030(_ text: String) -> [UInt8] {
    guard let converter = iconv_open("GB18030", "UTF-8"), converter != iconv_t(bitPattern: -1) else { return [] }
    defer { iconv_close(converter) }
    var source = text.utf8.map { CChar(bitPattern: $0) }
    var target = [CChar](repeating: 0, count: source.count * 4 + 16)
    let written = source.withUnsafeMutableBufferPointer { from in
      target.withUnsafeMutableBufferPointer { to in
        var (fromNext, fromLeft) = (from.baseAddress, from.count)
        var (toNext, toLeft) = (to.baseAddress, to.count)
        guard iconv(converter, &fromNext, &fromLeft, &toNext, &toLeft) != Int.max else { return 0 }
        return to.count - toLeft
      }
    }
    return target.prefix(written).map { UInt8(bitPattern: $0) }
  }
}

/// Rows of cells as delimited text.
enum DelimitedText {
  /// A row with its line end; quotes stand where they are needed.
  static func row(_ cells: [String], delimiter: String, lineEnd: String = "\n") -> String {
    cells.map { quoted($0, delimiter: delimiter) }.joined(separator: delimiter) + lineEnd
  }

  private static func quoted(_ cell: String, delimiter: String) -> String {
    let special = cell.unicodeScalars.contains { $0 == "\"" || $0 == "\n" || $0 == "\r" } || cell.contains(delimiter)
    return special ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
  }
}
