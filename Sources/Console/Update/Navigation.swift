import Policy
import Screen

extension ConsoleState {
  /// Rows that PgUp and PgDn move by.
  var pageHeight: Int {
    page == .map ? mapPageRows : max(1, (PageLayout(self).visibleRows[focusedPane] ?? 10) - 1)
  }

  /// Moves the selection of the focused list, held at its ends.
  mutating func move(by steps: Int) {
    let pane = focusedPane
    if pane == .tiles { return moveOnMap(steps < 0 ? .up : .down, steps: Int(clamping: steps.magnitude)) }
    let rows = rows(of: pane)
    guard let index = list(pane).index(in: rows) else { return }
    let target = max(0, min(rows.count - 1, index + steps))
    lists[pane, default: ListState()].selected = rows[target]
  }

  /// Selects the first or the last row of the focused list.
  mutating func jump(toFirst: Bool) {
    let rows = rows(of: focusedPane)
    guard let row = toFirst ? rows.first : rows.last else { return }
    lists[focusedPane, default: ListState()].selected = row
  }

  /// The focus goes to the next or previous pane, round and round.
  mutating func turn(by step: Int) {
    let panes = page.panes
    guard panes.count > 1, let index = panes.firstIndex(of: focusedPane) else { return }
    focus[page] = panes[(index + step + panes.count) % panes.count]
  }

  /// The district page goes on in the overview's order; the overview moves its selection.
  mutating func step(districts steps: Int) {
    if page == .map { return stepOnMap(steps) }
    guard page == .district else { return move(by: steps) }
    let order = districtOrder
    guard !order.isEmpty, let current = currentDistrict?.district.code,
      let index = order.firstIndex(of: current)
    else { return }
    let next = (index + steps % order.count + order.count) % order.count
    show(district: order[next])
  }

  mutating func mark() {
    guard let row = selectedRow(of: focusedPane) else { return }
    var list = list(focusedPane)
    if list.marks.remove(row) == nil { list.marks.insert(row) }
    lists[focusedPane] = list
    let rows = rows(of: focusedPane)
    if let index = list.index(in: rows) {
      lists[focusedPane]?.selected = rows[min(index + 1, rows.count - 1)]
    }
  }

  /// Selects the next row that matches; says so, and gives false, where none does.
  @discardableResult
  mutating func jump(
    to text: String, forward: Bool, from origin: String? = nil, includingOrigin: Bool = false
  ) -> Bool {
    let pane = focusedPane
    let rows = findableRows(of: pane)
    let matching = Set(matches(of: text, in: pane))
    guard !matching.isEmpty else {
      tell(language(CommonWord.noMatch), for: 3)
      return false
    }
    let start = origin.flatMap { rows.firstIndex(of: $0) } ?? list(pane).index(in: rows) ?? 0
    for step in (includingOrigin ? 0 : 1)...rows.count {
      let index = (start + (forward ? step : rows.count * 2 - step)) % rows.count
      guard matching.contains(rows[index]) else { continue }
      select(rows[index], in: pane)
      return true
    }
    return true
  }

  /// Selects a row, also where the tree hides it.
  mutating func select(_ row: String, in pane: Pane) {
    guard pane == .measures else { return lists[pane, default: ListState()].selected = row }
    show(measureRow: row)
  }

  // MARK: As of a day

  /// Speaks as of `day`; nil: live.
  mutating func look(at day: Day?) -> [Effect] {
    guard let loaded else { return [] }
    let plan = loaded.snapshot.plan
    if let day, day < plan.periodStart || day > plan.periodEnd {
      let span = SafeText("\(plan.periodStart.iso) … \(plan.periodEnd.iso)")
      tell(Phrase("日期须在 ", "the day must be within ").text(language) + span, for: 5, isError: true)
      return []
    }
    asOf = day
    highlights = Highlights()
    return [.compute(asOf: day)]
  }

  mutating func step(days: Int) -> [Effect] {
    guard let loaded else { return [] }
    return look(at: boardDay(in: loaded) + days)
  }
}
