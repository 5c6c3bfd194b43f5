import Tabular
import WrittenWorkbooks

@testable import Tabular

/// What came of reading a workbook, in a form to compare and print.
struct ReadBook: Hashable, CustomStringConvertible {
  var header = ReadRow(0, [])
  var rows: [ReadRow] = []
  var fault: WorkbookFault?

  /// Reads all of it, without looking ahead as far as that will do; a header is a row that holds `id`.
  init(
    _ bytes: [UInt8], looksAhead: Bool = false,
    fits: @escaping (Row) -> Bool = { row in row.fields.indices.contains { row.string($0) == "id" } }
  ) {
    do throws(WorkbookFault) {
      let reader = try WorkbookReader(BytesInMemory(bytes), looksAhead: looksAhead, fits: fits)
      header = ReadRow(reader.header)
      var row = Row()
      while reader.next(&row) { rows.append(ReadRow(row)) }
      fault = reader.fault
      if fault != nil { rows = [] }
      if reader.isHeaderOther { self = ReadBook(bytes, looksAhead: true, fits: fits) }
    } catch { fault = error }
  }

  init(_ book: WrittenBook) { self.init(book.bytes) }

  /// The cells of its rows.
  var cells: [[String]] { rows.map(\.fields) }

  var description: String {
    (["header \(header)"] + rows.map(\.description) + [fault.map { "fault \($0)" } ?? ""]).joined(separator: "\n")
  }
}

extension WrittenBook {
  /// A sheet whose first row holds `id` and as many more columns as `more` names, and then these rows.
  static func table(_ more: [String] = [], _ rows: String, texts: String? = nil, styles: String? = nil) -> WrittenBook {
    let header = (["id"] + more).map { "<c t=\"str\"><v>\($0)</v></c>" }.joined()
    return WrittenBook(rows: "<row>\(header)</row>" + rows, texts: texts, styles: styles)
  }

  /// A row of one cell.
  static func cell(_ xml: String) -> String { "<row>\(xml)</row>" }
}
