import Policy
import Screen

/// 会商: one case a screen, large enough for a room to follow; at the end what came of it.
struct MeetingView {
  private let state: ConsoleState
  private let loaded: Loaded
  private let shown: MeetingState
  private var language: Language { state.language }

  init(_ state: ConsoleState, _ loaded: Loaded, _ shown: MeetingState) {
    self.state = state
    self.loaded = loaded
    self.shown = shown
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    canvas.draw(StatusBar(left: head, right: position, role: .text), in: rect.top(1))
    let frame = rect.droppingTop(1)
    let (title, lines) = content
    canvas.draw(Panel(title, focused: true), in: frame)
    let inside = Panel.content(of: frame).inset(columns: 2, rows: 0)
    let text = inside.droppingBottom(2)
    let last = max(0, Paragraph(lines).wrapped(max(1, text.columns), canvas.widths).count - text.rows)
    canvas.draw(Paragraph(lines, scroll: min(shown.offset, last)), in: text)
    canvas.draw(KeyBar(hints, indent: 0), in: inside.bottom(1))
  }

  private var head: Line {
    var line = Line(" ")
    for part in MeetingAgenda.Part.allCases {
      let count = shown.agenda.steps.count { $0.part == part }
      let isOpen = shown.step?.part == part
      line.append(language(part.phrase), isOpen ? .title : .dim)
      line.append(SafeText(" \(count)   "), isOpen ? .key : .dim)
    }
    return line
  }

  private var position: Line {
    shown.step == nil
      ? Line(language(Phrase("会商结束 ", "end of the meeting ")), .key)
      : Line(SafeText("\(shown.index + 1)/\(shown.agenda.steps.count) "), .key)
  }

  private var content: (Line, [Line]) {
    guard let step = shown.step else { return (Line(language(Phrase("会商小结", "What came of it")), .title), summary) }
    let (title, lines) = CaseFile(state, loaded, step.number).text
    return (Line(language(step.part.phrase) + "  " + title, .title), lines)
  }

  /// What was done since the meeting began, as far as the console has seen it.
  private var summary: [Line] {
    let numbers = Set(shown.agenda.steps.map(\.number))
    let touched = shown.agenda.steps.filter { step in
      state.triage.own(step.number).map { $0.lastEntry > shown.since } ?? false
    }
    let promises = state.triage.promises.filter {
      numbers.contains($0.caseNumber) && $0.promise.entry > shown.since
    }
    var lines = [
      Line(Phrase("过会 # 件", "# cases gone through").text(language, number: shown.agenda.steps.count)),
      Line(Phrase("有动作 # 件", "# with something done").text(language, number: touched.count)),
      Line(Phrase("新承诺 # 项", "# new commitments").text(language, number: promises.count)), .empty,
    ]
    for step in touched {
      guard let place = state.triage.places[step.number] else { continue }
      lines.append(CaseFacts(state, loaded, place).title)
    }
    for judged in promises {
      lines.append(Line(SafeText("  #\(judged.caseNumber) "), .key) + promiseLine(judged))
    }
    return lines + [.empty, Line(language(Phrase("按 x 生成纪要", "x writes the memo")), .dim)]
  }

  private func promiseLine(_ judged: PromiseRule.Judged) -> Line {
    guard let place = state.triage.places[judged.caseNumber] else { return .empty }
    return CaseFacts(state, loaded, place).line(judged)
  }

  private var hints: [KeyBar.Hint] {
    [
      KeyBar.Hint("<- ->", language(Phrase("上一件 下一件", " case")), priority: 5),
      KeyBar.Hint("d", language(Phrase("决定", " decision")), priority: 4),
      KeyBar.Hint("w c", language(Phrase("承诺", " commitment")), priority: 3),
      KeyBar.Hint("x", language(Phrase("纪要", " memo")), priority: 2),
      KeyBar.Hint("Esc", language(Phrase("离开会商", " leave")), priority: 1),
    ]
  }
}

extension MeetingAgenda.Part {
  package var phrase: Phrase {
    switch self {
    case .followUp: Phrase("跟进事项", "Follow-ups")
    case .standing: Phrase("常规事项", "Standing items")
    case .new: Phrase("新增事项", "New items")
    }
  }
}
