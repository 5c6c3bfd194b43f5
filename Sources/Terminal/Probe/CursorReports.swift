/// Where a terminal says its cursor is; both count from 1.
package struct CursorReport: Hashable, Sendable {
  package let row: Int
  package let column: Int

  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// Finds cursor reports (ECMA-48, CPR: `ESC [ row ; column R`) in what comes from a terminal, in whatever pieces it
/// comes. Everything else, such as keys that were pressed meanwhile, is passed over.
package struct CursorReports: Hashable, Sendable {
  private enum State: Hashable {
    case ground
    case escape
    case row(Int?)
    case column(row: Int, Int?)
  }

  private var state = State.ground

  /// No terminal has more rows or columns than a number of so many digits tells.
  private static let largest = 99_999

  package init() {}

  /// The reports that end in these bytes, in order.
  package mutating func take(_ bytes: some Sequence<UInt8>) -> [CursorReport] { bytes.compactMap { take($0) } }

  private mutating func take(_ byte: UInt8) -> CursorReport? {
    // Esc begins anew wherever it stands, and so does the introducer as one byte of eight bits.
    if byte == 0x1b || byte == 0x9b {
      state = byte == 0x1b ? .escape : .row(nil)
      return nil
    }
    switch (state, byte) {
    case (.escape, 0x5b): state = .row(nil)
    case (.row(let number), 0x30...0x39): state = Self.appending(byte, to: number).map { .row($0) } ?? .ground
    case (.row(let number?), 0x3b): state = .column(row: number, nil)
    case (.column(let row, let number), 0x30...0x39):
      state = Self.appending(byte, to: number).map { .column(row: row, $0) } ?? .ground
    case (.column(let row, let column?), 0x52):
      state = .ground
      return row > 0 && column > 0 ? CursorReport(row: row, column: column) : nil
    default: state = .ground
    }
    return nil
  }

  private static func appending(_ digit: UInt8, to number: Int?) -> Int? {
    let next = (number ?? 0) * 10 + Int(digit - 0x30)
    return next <= largest ? next : nil
  }
}
