import Policy
import Screen

extension ConsoleState {
  /// A key while changes are shown.
  mutating func press(_ key: Key, in changes: ChangesState) -> [Effect] {
    var shown = changes
    if shown.typing != nil { return type(key, shown) }
    let layout = ChangesLayout(self, shown)
    func move(by steps: Int) {
      guard let place = layout.place else { return }
      shown.selected = layout.rows[max(0, min(layout.rows.count - 1, place + steps))].subject
    }
    switch key {
    case .control("l"): return [.redraw]
    case .control("z"): return [.suspend]
    case .escape, .character("q"), .function(10), .character("d"):
      overlay = nil
      return []
    case .character("v"): return openRevisions(of: layout.selected?.subject.key.district)
    case .up, .character("k"): move(by: -1)
    case .down, .character("j"): move(by: 1)
    case .wheel(let steps): move(by: steps)
    case .pageUp: move(by: -layout.height)
    case .pageDown, .character(" "): move(by: layout.height)
    case .home, .character("g"): move(by: -layout.rows.count)
    case .end, .character("G"): move(by: layout.rows.count)
    case .tab, .right, .character("l"): return turn(shown, by: 1)
    case .backTab, .left, .character("h"): return turn(shown, by: -1)
    case .character("t"), .character("/"), .function(3), .function(7): shown.typing = ""
    case .enter: return go(to: layout.selected?.subject.key)
    case .click(let point):
      let view = ChangesView(layout)
      if let base = view.base(at: point) { return ask(shown, base) }
      guard let row = view.tableWidget.window.row(at: point, in: layout.table), layout.rows.indices.contains(row) else {
        return []
      }
      if layout.place == row { return go(to: layout.rows[row].subject.key) }
      shown.selected = layout.rows[row].subject
    default: return []
    }
    overlay = .changes(shown)
    settleChanges()
    return []
  }

  /// Opens the list: since the last visit, until somebody chooses another base.
  mutating func openChanges() -> [Effect] {
    guard let loaded else { return [] }
    let question = ChangesQuestion(base: .lastVisit, asOf: loaded.board.asOf)
    overlay = .changes(ChangesState(question))
    return [.loadChanges(question)]
  }

  /// The bases that are one key away.
  var changesBases: [(word: HistoryWord, base: ChangesBase)] {
    let today = Day(shanghai: now)
    return [(.lastVisit, .lastVisit), (.yesterday, .day(today - 1)), (.weekAgo, .day(today - 7))]
  }

  private mutating func turn(_ changes: ChangesState, by step: Int) -> [Effect] {
    let bases = changesBases.map(\.base)
    let next: Int
    if let place = bases.firstIndex(of: changes.question.base) {
      next = (place + step + bases.count) % bases.count
    } else {
      next = step > 0 ? 0 : bases.count - 1
    }
    return ask(changes, bases[next])
  }

  private mutating func ask(_ changes: ChangesState, _ base: ChangesBase) -> [Effect] {
    var shown = changes
    shown.question.base = base
    shown.typing = nil
    shown.offset = 0
    overlay = .changes(shown)
    return [.loadChanges(shown.question)]
  }

  /// Closes the list and goes to the figure: the district's page with its item selected.
  private mutating func go(to key: TargetKey?) -> [Effect] {
    guard let key, let loaded else { return [] }
    guard loaded.item(key.item) != nil,
      key.district == loaded.snapshot.plan.cityCode || loaded.district(key.district) != nil
    else {
      tell(language(HistoryWord.noSuchFigure), for: 4)
      return []
    }
    overlay = nil
    guard loaded.district(key.district) != nil else {
      go(to: .overview)
      return []
    }
    show(district: key.district)
    lists[.districts, default: ListState()].selected = key.district.rawValue
    go(to: .district)
    focus[.district] = .targets
    lists[.targets, default: ListState()].filter = ""
    lists[.targets, default: ListState()].selected = key.item.rawValue
    return []
  }

  /// A key while the day is typed: Enter asks, Esc leaves all as it was.
  private mutating func type(_ key: Key, _ changes: ChangesState) -> [Effect] {
    var shown = changes
    var text = shown.typing ?? ""
    switch key {
    case .escape: shown.typing = nil
    case .enter:
      let today = Day(shanghai: now)
      guard let day = MenuLines.day(typed: text, year: today.civil.year) else {
        tell(language(HistoryWord.notADay), for: 4)
        return []
      }
      guard day < today else {
        tell(language(HistoryWord.notPast), for: 4)
        return []
      }
      return ask(shown, .day(day))
    case .backspace:
      if !text.isEmpty { text.removeLast() }
      shown.typing = text
    case .control("u"): shown.typing = ""
    case .character(let character):
      text.append(character)
      if text.utf8.count <= 40 { shown.typing = text }
    default: return []
    }
    overlay = .changes(shown)
    return []
  }
}
