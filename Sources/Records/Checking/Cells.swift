import Policy

/// A cell's value, once it has passed its column's checks.
enum Cell: Hashable, Sendable {
  /// The cell, or its whole column, holds nothing.
  case empty
  /// Text in NFC; for a district its code.
  case text(String)
  /// A number, in the unit of the column's form; for a word its place in the list of words.
  case number(Int64)
  case day(Day)
}

/// The values of a row in the order of its table's columns.
struct Cells: Sendable {
  var values: [Cell]

  /// The text of a column; nil where it is empty.
  func text(_ column: Int) -> String? {
    guard case .text(let text) = cell(column) else { return nil }
    return text
  }

  /// The day of a column; nil where it is empty.
  func day(_ column: Int) -> Day? {
    guard case .day(let day) = cell(column) else { return nil }
    return day
  }

  /// The number of a column; nil where it is empty.
  func number(_ column: Int) -> Int64? {
    guard case .number(let number) = cell(column) else { return nil }
    return number
  }

  /// The district of a column; nil where it is empty.
  func district(_ column: Int) -> DistrictCode? { text(column).map { DistrictCode(rawValue: $0) } }

  /// The place of a column's word in its list; nil where it is empty.
  func index(_ column: Int) -> Int? { number(column).map { Int(clamping: $0) } }

  private func cell(_ column: Int) -> Cell { values.indices.contains(column) ? values[column] : .empty }
}

/// Why a cell is refused.
struct CellFault: Error, Hashable, Sendable {
  var code: ProblemCode
  /// What the cell holds, where it may be told.
  var detail: String?
}
