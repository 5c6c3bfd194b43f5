import Policy

/// Judges by content whether a column is personal, while its cells pass by; it keeps counts, never a value.
struct ColumnSuspicion: Hashable, Sendable {
  private let latestBirth: Day
  /// Cells that hold something.
  private(set) var filled = 0
  /// For each cell that was looked at whether it looked personal, in order: those of later stretches of the file count
  /// only as far as earlier ones leave room.
  private(set) var looks: [Bool] = []

  /// How many cells are looked at.
  static let most = 1000

  init(latestBirth: Day, filled: Int = 0, looks: [Bool] = []) {
    self.latestBirth = latestBirth
    self.filled = filled
    self.looks = looks
  }

  /// Whether enough cells were looked at.
  var isSettled: Bool { looks.count >= ColumnSuspicion.most }

  /// Takes a row's cell.
  mutating func take(_ cell: Span<UInt8>) {
    guard !cell.isEmpty else { return }
    filled += 1
    guard !isSettled else { return }
    looks.append(PersonalValues.isPersonal(cell, latestBirth: latestBirth))
  }

  /// Takes cells that hold something, once enough were looked at.
  mutating func takeFilled(_ count: Int) { filled += count }

  /// Takes what the same column held in the stretch of the file that follows.
  mutating func take(_ next: ColumnSuspicion) {
    filled += next.filled
    looks += next.looks.prefix(ColumnSuspicion.most - looks.count)
  }

  /// At least 3 values, and at least half of the first 1,000 that are not empty.
  var isPersonal: Bool {
    let hits = looks.count { $0 }
    return hits >= 3 && hits * 2 >= looks.count
  }
}
