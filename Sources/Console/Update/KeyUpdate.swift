import Policy
import Screen

extension ConsoleState {
  /// A key goes to what stands over the page, or else to the table of actions.
  mutating func press(_ key: Key) -> [Effect] {
    let effects: [Effect]
    switch overlay {
    case .menu(let menu): effects = press(key, in: menu)
    case .prompt(let prompt): effects = press(key, in: prompt)
    case .detail(let detail): effects = press(key, in: detail)
    case .provenance(let provenance): effects = press(key, in: provenance)
    case .gap(let gap): effects = press(key, in: gap)
    case .chart(let chart): effects = press(key, in: chart)
    case .whatIf(let dialog): effects = press(key, in: dialog)
    case .changes(let changes): effects = press(key, in: changes)
    case .revisions(let revisions): effects = press(key, in: revisions)
    case .deed(let dialog): effects = press(key, in: dialog)
    case .confirmQuit: effects = pressInConfirmation(key)
    case nil: effects = pressOnPage(key)
    }
    return effects + releaseWaiting()
  }

  private mutating func pressOnPage(_ key: Key) -> [Effect] {
    if let effects = pressInMeeting(key) { return effects }
    switch key {
    case .click(let point): return click(at: point)
    case .wheel(let steps):
      move(by: steps * 3)
      return []
    case .paste: return []
    case .escape where !list(focusedPane).filter.isEmpty && !zoomed:
      lists[focusedPane, default: ListState()].filter = ""
      return []
    default:
      guard let action = ActionTable.action(for: key) else { return [] }
      // Escape never leaves the program: only q and F10 ask.
      if action == .back, key == .escape, page == .overview, !zoomed, opening == nil { return [] }
      return perform(action)
    }
  }

  private mutating func pressInConfirmation(_ key: Key) -> [Effect] {
    overlay = nil
    return Confirmation.keys.contains(key) ? [.quit] : []
  }

  private mutating func press(_ key: Key, in detail: DetailState) -> [Effect] {
    var detail = detail
    let box = DetailBox(
      DetailText(self, detail), in: Rect(size), DisplayWidth(ambiguous: settings.ambiguousWidth))
    let height = box.height
    switch key {
    case .up, .character("k"): detail.offset -= 1
    case .down, .character("j"): detail.offset += 1
    case .pageUp: detail.offset -= height
    case .pageDown, .character(" "): detail.offset += height
    case .home, .character("g"): detail.offset = 0
    case .end, .character("G"): detail.offset = box.lastOffset
    case .wheel(let steps): detail.offset += steps * 3
    case .control("l"): return [.redraw]
    case .control("z"): return [.suspend]
    case .character(let character) where detail.subject.isCase && character != "i" && character != "E":
      return act(on: character, over: detail)
    case .character("i"): return detail.subject.figure.map { open($0) } ?? []
    case .character("E"): return explain(detail.subject.figure)
    case .character("b"), .character("p"), .character("V"):
      guard case .item(let item, let district) = detail.subject else { fallthrough }
      let subject = TargetKey(district: district, item: item)
      if key == .character("p") { return openWhatIf(subject, above: .detail(detail)) }
      if key == .character("b") {
        overlay = .chart(ChartState(subject, detail: detail))
        return []
      }
      chartForm = chartForm.turned(by: 1)
    case .character("y"):
      guard case .problem(let index) = detail.subject, let loaded, let problem = problem(row: String(index), in: loaded)
      else { fallthrough }
      return [.copy(CopyText.message(problem, language) + "\n")]
    default:
      overlay = nil
      return []
    }
    detail.offset = max(0, min(detail.offset, box.lastOffset))
    overlay = .detail(detail)
    return []
  }

  /// The mouse does what keys do: tabs open pages, rows select and then open, headings order, the key bar acts.
  private mutating func click(at point: Point) -> [Effect] {
    switch ConsoleView(self).target(at: point) {
    case .action(let action): return perform(action)
    case .row(let pane, let row):
      let again = focusedPane == pane && selectedRow(of: pane) == row
      focus[page] = pane
      lists[pane, default: ListState()].selected = row
      return again ? perform(.open) : []
    case nil:
      guard let heading = ConsoleView(self).heading(at: point) else { return [] }
      focus[page] = heading.pane
      order(heading.pane, by: heading.code)
      tell(orderLabel(heading.pane), for: 4)
      return []
    }
  }
}
