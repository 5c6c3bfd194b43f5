@testable import Tabular

/// A row as it was read, in a form to compare and print.
struct ReadRow: Hashable, CustomStringConvertible {
  var line: Int
  var fields: [String] = []
  var fault: RowFault?

  init(_ line: Int, _ fields: [String]) {
    self.line = line
    self.fields = fields
  }

  init(_ line: Int, fault: RowFault) {
    self.line = line
    self.fault = fault
  }

  init(_ row: Row) {
    line = row.line
    fault = row.fault
    fields = row.fields.indices.map(row.string)
  }

  var description: String {
    "\(line): " + (fault.map { "\($0)" } ?? fields.map(\.debugDescription).joined(separator: " | "))
  }
}

extension UInt8 {
  static let comma: UInt8 = 0x2C
  static let tab: UInt8 = 0x09
}

/// All rows of a file. Stops at one more row than the file has bytes, which no reader may reach.
func readAll(
  _ bytes: [UInt8], delimiter: UInt8 = .comma, fieldLimit: Int = RowScanner.standardFieldLimit
) -> [ReadRow] {
  var reader = DelimitedReader(bytes, delimiter: delimiter, fieldLimit: fieldLimit)
  var row = Row()
  var rows: [ReadRow] = []
  while rows.count <= bytes.count, reader.next(&row) { rows.append(ReadRow(row)) }
  return rows
}

func readAll(_ text: String, delimiter: UInt8 = .comma) -> [ReadRow] {
  readAll(Array(text.utf8), delimiter: delimiter)
}
