import Policy
import Screen

extension ConsoleState {
  /// A key while a gap is shown.
  mutating func press(_ key: Key, in gap: GapState) -> [Effect] {
    var shown = gap
    let layout = GapLayout(self, shown)
    switch key {
    case .control("l"): return [.redraw]
    case .control("z"): return [.suspend]
    case .escape, .character("q"), .function(10), .character("E"):
      overlay = nil
      return shown.isDividing ? [.stopReading] : []
    case .character("i"): return (shown.isDividing ? [.stopReading] : []) + open(shown.figure)
    case .character("y"): return [.copy(GapText(language, layout).copied)]
    case .tab, .right, .character("l"): turn(&shown, by: 1)
    case .backTab, .left, .character("h"): turn(&shown, by: -1)
    case .up, .character("k"): shown.cursor -= 1
    case .down, .character("j"): shown.cursor += 1
    case .wheel(let steps): shown.cursor += max(-1000, min(steps, 1000))
    case .pageUp: shown.cursor -= layout.height
    case .pageDown, .character(" "): shown.cursor += layout.height
    case .home, .character("g"): shown.cursor = 0
    case .end, .character("G"): shown.cursor = layout.rowCount - 1
    case .click(let point):
      if let tab = layout.tab(at: point) {
        show(tab, &shown)
      } else if let row = layout.row(at: point) {
        shown.cursor = row
      }
    default: return []
    }
    overlay = .gap(shown)
    settleGap()
    return []
  }

  private func turn(_ shown: inout GapState, by step: Int) {
    let tabs = shown.tabs
    let place = tabs.firstIndex(of: shown.tab) ?? 0
    show(tabs[(place + step + tabs.count) % tabs.count], &shown)
  }

  private func show(_ tab: GapState.Tab, _ shown: inout GapState) {
    guard tab != shown.tab else { return }
    shown.tab = tab
    shown.cursor = 0
  }
}
