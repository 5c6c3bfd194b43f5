/// A column of a ``Table``.
package struct TableColumn: Hashable, Sendable {
  /// The mark on the heading of the column that the rows are sorted by.
  package enum Sort: Hashable, Sendable {
    case ascending
    case descending
  }

  package var title: SafeText
  /// Cells it needs to be of use.
  package var least: Int
  /// Cells it would like to have.
  package var ideal: Int
  package var align: Alignment
  /// When there is no room for all, the column with the lowest goes first; the rightmost of equals.
  package var priority: Int
  /// Whether it takes what is left over.
  package var flexible: Bool
  package var sort: Sort?

  /// `ideal` is at least `least`; without it the two are equal.
  package init(
    _ title: SafeText, least: Int, ideal: Int? = nil, align: Alignment = .left, priority: Int = 0,
    flexible: Bool = false, sort: Sort? = nil
  ) {
    self.title = title
    self.least = min(max(1, least), 10_000)
    self.ideal = min(max(self.least, ideal ?? 1), 10_000)
    self.align = align
    self.priority = priority
    self.flexible = flexible
    self.sort = sort
  }
}

/// Which columns of a table have room, and how wide each is.
package struct TableLayout: Hashable, Sendable {
  /// A column that is shown: its place among all columns, first cell from the table's left edge, and width.
  package struct Slot: Hashable, Sendable {
    package let index: Int
    package let start: Int
    package let width: Int
  }

  package let slots: [Slot]

  /// Lays `columns` out in `width` cells, the first beginning at `start`, with `gap` cells between each two.
  package init(_ columns: [TableColumn], start: Int, width: Int, gap: Int) {
    var shown = Array(columns.indices)
    func needed(_ indices: [Int]) -> Int {
      indices.reduce(max(0, indices.count - 1) * gap) { $0 + columns[$1].least }
    }
    while shown.count > 1, needed(shown) > width {
      let lowest = shown.map { columns[$0].priority }.min()
      guard let dropped = shown.lastIndex(where: { columns[$0].priority == lowest }) else { break }
      shown.remove(at: dropped)
    }
    let widths = Self.widths(shown.map { columns[$0] }, left: width - needed(shown))
    var slots: [Slot] = []
    var place = start
    for (index, columnWidth) in zip(shown, widths) where columnWidth > 0 {
      slots.append(Slot(index: index, start: place, width: columnWidth))
      place += columnWidth + gap
    }
    self.slots = slots
  }

  /// The least width of each, and what is left shared out: first to reach the ideal, the highest priority first, then
  /// evenly to the flexible ones. A negative rest narrows the only column there is.
  private static func widths(_ columns: [TableColumn], left: Int) -> [Int] {
    var widths = columns.map(\.least)
    guard left > 0 else {
      if let only = widths.first, widths.count == 1 { widths[0] = max(0, only + left) }
      return widths
    }
    var left = left
    for index in columns.indices.sorted(by: { columns[$0].priority > columns[$1].priority }) {
      let more = min(left, columns[index].ideal - widths[index])
      widths[index] += more
      left -= more
    }
    let flexible = columns.indices.filter { columns[$0].flexible }
    for (place, index) in flexible.enumerated() {
      let more = left / (flexible.count - place)
      widths[index] += more
      left -= more
    }
    return widths
  }
}
