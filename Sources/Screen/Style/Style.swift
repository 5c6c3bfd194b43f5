/// What a piece of the screen means. A theme decides how each looks; every role survives monochrome.
package enum Role: UInt8, Hashable, Sendable, CaseIterable {
  /// Ordinary text.
  case text
  /// Less important text: units, ages, what is not in force.
  case dim
  /// Names of panels and pages.
  case title
  /// Column headings.
  case heading
  /// Lines around panels.
  case border
  /// Lines around the panel that has the focus.
  case borderFocused
  /// Letters that can be pressed.
  case key
  /// What a key does, in the key bar.
  case keyLabel
  /// The tab that is open.
  case tabActive
  /// The other tabs.
  case tab
  /// The bar at the top.
  case header
  /// The clock, the "live" mark and other quiet facts of the header.
  case headerDim
  /// 正常.
  case onPace
  /// 关注.
  case watch
  /// 滞后, overdue, a flag.
  case lagging
  /// 失联.
  case silent
  /// 已完成.
  case done
  /// 未定目标.
  case noTarget
  /// The filled part of a bar or chart that carries no status.
  case bar
  /// The empty part of a bar.
  case track
  /// The mark of the pace on a bar.
  case pace
  /// Something that changed a moment ago.
  case changed
  /// A line that must not be overlooked: as-of day, outage.
  case banner
  /// An error, or a problem of severity error.
  case error
  /// A problem of severity warning.
  case warning
  /// 示例数据.
  case sample
  /// Matched letters of a search.
  case match
}

/// A role, whether the cell belongs to the selected row, whether the role's colour is its ground, and whether the cell keeps
/// its ground whatever row is selected.
package struct Style: Hashable, Sendable {
  /// The role's number, and a bit for each other property: the thousands of cells of a picture are copied and compared.
  @usableFromInline package private(set) var bits: UInt8

  private static let roleBits: UInt8 = 0x1f
  private static let selectedBit: UInt8 = 0x20
  private static let filledBit: UInt8 = 0x40
  private static let chartBit: UInt8 = 0x80

  package init(_ role: Role = .text, selected: Bool = false, filled: Bool = false) {
    bits = role.rawValue
    self.selected = selected
    self.filled = filled
  }

  /// The style of a ``number``.
  package init(number: Int) { bits = UInt8(truncatingIfNeeded: number) }

  package var role: Role {
    get { Role(rawValue: bits & Style.roleBits) ?? .text }
    set { bits = bits & ~Style.roleBits | newValue.rawValue }
  }
  /// The row under the cursor: drawn reversed (or on the theme's selection background), with `>` in its first column.
  package var selected: Bool {
    get { bits & Style.selectedBit != 0 }
    set { set(Style.selectedBit, newValue) }
  }
  /// The role's colour is the ground and the ground's the text's: a patch of a map that is seen from afar.
  package var filled: Bool {
    get { bits & Style.filledBit != 0 }
    set { set(Style.filledBit, newValue) }
  }
  /// Part of a chart in a row: selecting the row leaves it as it is, so that its colours stay those of the other rows'.
  package var isChart: Bool {
    get { bits & Style.chartBit != 0 }
    set { set(Style.chartBit, newValue) }
  }

  private mutating func set(_ bit: UInt8, _ isOn: Bool) {
    if isOn { bits |= bit } else { bits &= ~bit }
  }

  @inlinable
  package static func == (one: Style, other: Style) -> Bool { one.bits == other.bits }

  /// The number of its look among all styles', below ``count``.
  @inlinable package var number: Int { Int(bits) }

  /// Every ``number`` is below.
  package static let count = 1 << 8
}
