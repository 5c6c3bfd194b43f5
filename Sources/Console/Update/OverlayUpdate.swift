import Policy
import Screen

extension ConsoleState {
  mutating func press(_ key: Key, in menu: MenuState) -> [Effect] {
    var menu = menu
    let lines = MenuLines(self, menu).lines
    switch key {
    case .escape, .function(10):
      overlay = nil
      return []
    case .up, .control("p"): menu.index = max(0, menu.index - 1)
    case .down, .control("n"): menu.index = min(max(0, lines.count - 1), menu.index + 1)
    case .wheel(let steps): menu.index = max(0, min(max(0, lines.count - 1), menu.index + steps))
    case .pageUp: menu.index = max(0, menu.index - 10)
    case .pageDown: menu.index = min(max(0, lines.count - 1), menu.index + 10)
    case .home: menu.index = 0
    case .end: menu.index = max(0, lines.count - 1)
    case .backspace:
      if menu.filter.isEmpty {
        overlay = nil
        return []
      }
      menu.filter.removeLast()
      menu.index = 0
    case .character(let character) where menu.kind == .caseSteps:
      // Two keys do it: no letter filters here.
      guard let line = lines.first(where: { $0.hint == SafeText(String(character)) }) else { return [] }
      return choose(line)
    case .character(let character):
      menu.filter.append(character)
      menu.index = 0
    case .enter:
      guard lines.indices.contains(menu.index) else { return [] }
      return choose(lines[menu.index])
    case .click(let point):
      guard let index = ConsoleView(self).menuLine(at: point), lines.indices.contains(index) else { return [] }
      return choose(lines[index])
    default: break
    }
    overlay = .menu(menu)
    return []
  }

  private mutating func choose(_ line: MenuLine) -> [Effect] {
    if let reason = line.disabled {
      tell(reason, for: 4)
      return []
    }
    overlay = nil
    switch line.choice {
    case .action(let action): return perform(action)
    case .sort(let key):
      if focusedPane == .problems, list(.problems).sort != key { regroup() }
      lists[focusedPane, default: ListState()].sort = key
      lists[focusedPane, default: ListState()].columns = []
      if focusedPane == .districts, let loaded { reorder(loaded.board) }
      return []
    case .column(let code):
      order(focusedPane, by: code)
      return []
    case .mapMeasure(let measure):
      map.measure = measure
      return []
    case .mapItem(let item):
      colour(by: item)
      return []
    case .asOf(let day): return look(at: day)
    case .export(let kind): return [.export(kind)]
    case .problemSheet(let district): return [.exportProblems(of: district)]
    case .caseStep(let step): return begin(step)
    case .note:
      overlay = .menu(MenuState(.help))
      return []
    }
  }

  mutating func press(_ key: Key, in prompt: PromptState) -> [Effect] {
    var prompt = prompt
    switch key {
    case .escape:
      overlay = nil
      if prompt.kind == .filter { lists[focusedPane, default: ListState()].filter = "" }
      if prompt.kind == .find, let origin = prompt.origin { select(origin, in: focusedPane) }
      return []
    case .enter where prompt.kind == .filter && filterFault(focusedPane) != nil:
      // What is wrong stands beside the text: it is to be mended, not kept.
      return []
    case .enter:
      overlay = nil
      if prompt.kind == .find {
        search = prompt.text
        if let chosen = prompt.find.chosen, prompt.find.hits.indices.contains(chosen) { open(prompt.find.hits[chosen]) }
      }
      return []
    case .backspace: if !prompt.text.isEmpty { prompt.text.removeLast() }
    case .control("u"): prompt.text = ""
    case .character(let character): prompt.text.append(character)
    case .paste(let text): prompt.text += SafeText(text).string
    case .up, .down, .control("p"), .control("n"):
      let isDown = key == .down || key == .control("n")
      if prompt.kind == .find, !prompt.find.hits.isEmpty {
        prompt.find.move(down: isDown)
        overlay = .prompt(prompt)
        return []
      }
      move(by: isDown ? 1 : -1)
      prompt.origin = selectedRow(of: focusedPane)
      overlay = .prompt(prompt)
      return []
    default: return []
    }
    if prompt.text.utf8.count > 200 { return [] }
    overlay = .prompt(prompt)
    switch prompt.kind {
    case .filter:
      lists[focusedPane, default: ListState()].filter = prompt.text
      selectFirstMatch(of: prompt.text)
    case .find:
      prompt.find = FindState(hits: hits(of: prompt.text))
      if prompt.text.isEmpty {
        if let origin = prompt.origin { select(origin, in: focusedPane) }
      } else if loaded != nil, !jump(to: prompt.text, forward: true, from: prompt.origin, includingOrigin: true) {
        prompt.find.chosen = prompt.find.hits.isEmpty ? nil : 0
        if prompt.find.chosen != nil { toast = nil }
      }
      overlay = .prompt(prompt)
    }
    return []
  }
}
