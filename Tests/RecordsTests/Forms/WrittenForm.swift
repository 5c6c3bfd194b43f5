import Testing

/// The forms in which one content may come.
enum WrittenForm: String, CaseIterable, CustomTestStringConvertible, Sendable {
  case utf8
  case utf8Mark
  case utf16LittleEndian
  case utf16BigEndian
  case gb18030
  case tabs
  case workbook

  var testDescription: String { rawValue }

  var fileExtension: String {
    switch self {
    case .tabs: "tsv"
    case .workbook: "xlsx"
    default: "csv"
    }
  }

  /// How a delimited form is encoded.
  var text: WrittenText { WrittenText(rawValue: rawValue) ?? .utf8 }

  var delimiter: String { self == .tabs ? "\t" : "," }

  /// The file with these rows, the header first.
  func bytes(_ rows: [[String]]) -> [UInt8] {
    guard self != .workbook else { return WrittenWorkbook.bytes(rows) }
    return text.mark + rows.flatMap { text.bytes(DelimitedText.row($0, delimiter: delimiter)) }
  }

  /// The line on which each row begins, as a problem tells it.
  func lines(_ rows: [[String]]) -> [Int] {
    guard self != .workbook else { return Array(1...max(1, rows.count)) }
    var line = 1
    return rows.map { row in
      defer { line += 1 + row.reduce(0) { $0 + $1.utf8.count { $0 == 0x0A } } }
      return line
    }
  }
}
