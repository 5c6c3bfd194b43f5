import Screen

/// The last line while it is shown where a figure comes from: its keys instead of the page's, which do nothing now.
struct ProvenanceBar {
  private let state: ConsoleState
  private let shown: ProvenanceState

  init(_ state: ConsoleState, _ shown: ProvenanceState) {
    self.state = state
    self.shown = shown
  }

  func draw(on canvas: inout Canvas, in bar: Rect) {
    if let text = shown.rows?.typing {
      canvas.draw(
        TextInput(
          prompt: state.language(Phrase(" 筛选: ", " Filter: ")), before: SafeText(text),
          placeholder: state.language(
            Phrase("任意一列的文字，回车确定，Esc 取消", "text of any column; Enter keeps, Esc cancels"))), in: bar)
    } else {
      canvas.draw(KeyBar(hints), in: bar)
    }
  }

  private var hints: [KeyBar.Hint] {
    func hint(_ key: SafeText, _ name: Phrase, _ priority: Int) -> KeyBar.Hint {
      KeyBar.Hint(key, state.language(name), priority: priority)
    }
    if shown.rows != nil {
      return [
        hint("Esc", Phrase(" 返回", " back"), 4), hint("/", Phrase(" 筛选", " filter"), 3),
        hint("j k h l", Phrase(" 滚动", " scroll"), 2), hint("g G", Phrase(" 首尾", " ends"), 1),
      ]
    }
    return [
      hint("Esc", Phrase(" 关闭", " close"), 4), hint("Enter", Phrase(" 源数据行", " source rows"), 3),
      hint("j k", Phrase(" 移动", " move"), 2), hint("g G", Phrase(" 首尾", " ends"), 1),
    ]
  }
}
