/// Writes a table of texts as a workbook of one sheet; row 1 of the sheet is the first of `rows`, an empty cell is left
/// out.
package enum WrittenTable {
  /// Every cell is a text that stands in it.
  package static func inline(_ rows: [[String]]) -> [UInt8] {
    WrittenBook(
      rows: sheet(rows) { place, cell in
        "<c r=\"\(place)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(WrittenBook.escaped(cell))</t></is></c>"
      }
    ).bytes
  }

  /// As a spreadsheet program keeps it: dates and whole numbers are numbers, other texts stand in a list once.
  package static func typed(_ rows: [[String]]) -> [UInt8] {
    var places: [String: Int] = [:]
    var texts = ""
    let cells = sheet(rows) { place, cell in
      if let day = serial(cell) { return "<c r=\"\(place)\" s=\"1\"><v>\(day)</v></c>" }
      if let number = Int32(cell), String(number) == cell { return "<c r=\"\(place)\"><v>\(number)</v></c>" }
      if places[cell] == nil {
        places[cell] = places.count
        texts += "<si><t xml:space=\"preserve\">\(WrittenBook.escaped(cell))</t></si>"
      }
      return "<c r=\"\(place)\" t=\"s\"><v>\(places[cell] ?? -1)</v></c>"
    }
    return WrittenBook(rows: cells, texts: texts, styles: WrittenBook.styles([0, 14])).bytes
  }

  private static func sheet(_ rows: [[String]], _ cell: (String, String) -> String) -> String {
    var text = ""
    for (index, row) in rows.enumerated() {
      text += "<row r=\"\(index + 1)\">"
      for (column, value) in row.enumerated() where !value.isEmpty {
        text += cell("\(WrittenBook.column(column))\(index + 1)", value)
      }
      text += "</row>"
    }
    return text
  }

  /// The day that `2026-03-05` is, counted from 30 December 1899; nil for every other text, and for days before 1950.
  private static func serial(_ text: String) -> Int? {
    let pieces = text.split(separator: "-", omittingEmptySubsequences: false)
    guard text.utf8.count == 10, pieces.count == 3, let year = Int(pieces[0]), let month = Int(pieces[1]),
      let day = Int(pieces[2]), year >= 1950, (1...12).contains(month), day >= 1
    else { return nil }
    let lengths = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard day <= lengths[month - 1] else { return nil }
    // 18,264 is 1 January 1950.
    let years = (1950..<year).reduce(0) { $0 + (isLeap($1) ? 366 : 365) }
    return 18_264 + years + lengths.prefix(month - 1).reduce(0, +) + day - 1
  }

  private static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
}
