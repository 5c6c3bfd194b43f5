import Policy

/// Judges by content whether a column is personal, while its cells pass by; it keeps counts, never a value.
struct ColumnSuspicion: Sendable {
  private let latestBirth: Day
  private var filled = 0
  private var looked = 0
  private var hits = 0

  init(latestBirth: Day) { self.latestBirth = latestBirth }

  /// Takes a row's cell.
  mutating func take(_ cell: Span<UInt8>) {
    guard !cell.isEmpty else { return }
    filled += 1
    guard looked < 1000 else { return }
    looked += 1
    if PersonalValues.isPersonal(cell, latestBirth: latestBirth) { hits += 1 }
  }

  /// At least 3 values, and at least half of the first 1,000 that are not empty.
  var isPersonal: Bool { hits >= 3 && hits * 2 >= looked }

  /// Rows that hold something in the column.
  var rows: Int { filled }
}
