import Testing
import WrittenWorkbooks

/// The forms in which one content may come.
enum WrittenForm: String, CaseIterable, CustomTestStringConvertible, Sendable {
  case utf8
  case utf8Mark
  case utf16LittleEndian
  case utf16BigEndian
  case gb18030
  case tabs
  /// Every cell a text.
  case workbook
  /// Dates and whole numbers are numbers.
  case typedWorkbook

  var testDescription: String { rawValue }

  var fileExtension: String {
    switch self {
    case .tabs: "tsv"
    case .workbook, .typedWorkbook: "xlsx"
    default: "csv"
    }
  }

  var isWorkbook: Bool { fileExtension == "xlsx" }

  /// How a delimited form is encoded.
  var text: WrittenText { WrittenText(rawValue: rawValue) ?? .utf8 }

  var delimiter: String { self == .tabs ? "\t" : "," }

  /// The file with these rows, the header first.
  func bytes(_ rows: [[String]]) -> [UInt8] {
    if self == .workbook { return WrittenTable.inline(rows) }
    if self == .typedWorkbook { return WrittenTable.typed(rows) }
    return text.mark + rows.flatMap { text.bytes(DelimitedText.row($0, delimiter: delimiter)) }
  }

  /// The line on which each row begins, as a problem tells it.
  func lines(_ rows: [[String]]) -> [Int] {
    guard !isWorkbook else { return Array(1...max(1, rows.count)) }
    var line = 1
    return rows.map { row in
      defer { line += 1 + row.reduce(0) { $0 + $1.utf8.count { $0 == 0x0A } } }
      return line
    }
  }
}
