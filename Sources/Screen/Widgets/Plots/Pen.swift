/// How a curve is drawn: told apart by its pattern, in monochrome too.
package struct Pen: Hashable, Sendable {
  /// Which dots along the curve are set.
  package enum Pattern: Hashable, Sendable, CaseIterable {
    /// All, two thick.
    case bold
    /// All.
    case solid
    /// Three cells of four.
    case long
    /// Every other cell.
    case short
    /// One a cell.
    case dotted
    /// A quarter of an area.
    case shade
  }

  package var pattern: Pattern
  package var role: Role
  /// Where curves meet in a cell, only the highest rank is seen there.
  package var rank: UInt8
  /// What it is drawn with where there are no dots; one cell.
  package var sign: SafeText

  package init(_ pattern: Pattern, _ role: Role, rank: UInt8, sign: SafeText) {
    self.pattern = pattern
    self.role = role
    self.rank = rank
    self.sign = sign
  }

  /// Whether the dot there, counted from the left and from the bottom, is set.
  func sets(_ x: Int, _ y: Int) -> Bool {
    switch pattern {
    case .bold, .solid: true
    case .long: x % 8 < 6
    case .short: x % 4 < 2
    case .dotted: x % 2 == 0
    case .shade: x % 2 == 0 && y % 2 == 0
    }
  }
}
