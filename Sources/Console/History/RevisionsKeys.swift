import Policy
import Screen

extension ConsoleState {
  /// A key while revisions are shown.
  mutating func press(_ key: Key, in revisions: RevisionsState) -> [Effect] {
    var shown = revisions
    if shown.isTyping { return type(key, shown) }
    let layout = RevisionsLayout(self, shown)
    func move(by steps: Int) {
      guard let place = layout.place else { return }
      shown.selected = layout.rows[max(0, min(layout.rows.count - 1, place + steps))]
    }
    switch key {
    case .control("l"): return [.redraw]
    case .control("z"): return [.suspend]
    case .escape where !shown.filter.isEmpty: shown.filter = ""
    case .escape, .character("q"), .function(10), .character("v"):
      overlay = nil
      return []
    case .character("d"): return openChanges()
    case .up, .character("k"): move(by: -1)
    case .down, .character("j"): move(by: 1)
    case .wheel(let steps): move(by: steps)
    case .pageUp: move(by: -layout.height)
    case .pageDown, .character(" "): move(by: layout.height)
    case .home, .character("g"): move(by: -layout.rows.count)
    case .end, .character("G"): move(by: layout.rows.count)
    case .character("/"), .character("f"), .function(3), .function(4): shown.isTyping = true
    case .tab, .backTab:
      guard let district = shown.district else { return [] }
      shown.question.district = shown.question.district == nil ? district : nil
      shown.offset = 0
      overlay = .revisions(shown)
      return [.loadRevisions(shown.question)]
    case .enter: return showSource(of: layout.selected)
    case .click(let point):
      guard let row = RevisionsView(layout).tableWidget.window.row(at: point, in: layout.table),
        layout.rows.indices.contains(row)
      else { return [] }
      if layout.place == row { return showSource(of: layout.rows[row]) }
      shown.selected = layout.rows[row]
    default: return []
    }
    overlay = .revisions(shown)
    settleRevisions()
    return []
  }

  /// Opens the list: of one district, or of all.
  mutating func openRevisions(of district: DistrictCode?) -> [Effect] {
    guard let loaded else { return [] }
    let question = RevisionsQuestion(district: district, rule: loaded.snapshot.plan.thresholds.revisions)
    overlay = .revisions(RevisionsState(question))
    return [.loadRevisions(question)]
  }

  /// Where the figure comes from now, with the file that changed it under the cursor.
  private mutating func showSource(of revision: Revision?) -> [Effect] {
    guard let revision, let loaded else { return [] }
    let city = loaded.snapshot.plan.cityCode
    guard loaded.board.progress(revision.key.item, revision.key.district, city: city) != nil else {
      tell(language(HistoryWord.noSuchFigure), for: 4)
      return []
    }
    let effects = open(.counted(item: revision.key.item, district: revision.key.district))
    if case .provenance(var shown) = overlay, let part = revision.parts.first, loaded.file(part.path) != nil {
      shown.cursor = .file(part.path)
      overlay = .provenance(shown)
    }
    return effects
  }

  /// A key while the filter is typed: Enter keeps it, Esc clears it.
  private mutating func type(_ key: Key, _ revisions: RevisionsState) -> [Effect] {
    var shown = revisions
    switch key {
    case .escape:
      shown.filter = ""
      shown.isTyping = false
    case .enter: shown.isTyping = false
    case .backspace: if !shown.filter.isEmpty { shown.filter.removeLast() }
    case .control("u"): shown.filter = ""
    case .character(let character): if shown.filter.utf8.count < 200 { shown.filter.append(character) }
    case .paste(let text): if shown.filter.utf8.count < 200 { shown.filter += SafeText(text).string }
    default: return []
    }
    overlay = .revisions(shown)
    settleRevisions()
    return []
  }
}
