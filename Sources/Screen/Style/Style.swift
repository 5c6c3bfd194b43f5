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
  package var role: Role
  /// The row under the cursor: drawn reversed (or on the theme's selection background), with `>` in its first column.
  package var selected: Bool
  /// The role's colour is the ground and the ground's the text's: a patch of a map that is seen from afar.
  package var filled: Bool
  /// Part of a chart in a row: selecting the row leaves it as it is, so that its colours stay those of the other rows'.
  package var isChart = false

  package init(_ role: Role = .text, selected: Bool = false, filled: Bool = false) {
    self.role = role
    self.selected = selected
    self.filled = filled
  }

  /// The number of its look among all styles', below ``count``.
  package var number: Int { Int(role.rawValue) << 2 | (selected ? 2 : 0) | (filled ? 1 : 0) }

  /// Every ``number`` is below.
  package static let count = 1 << 10
}
