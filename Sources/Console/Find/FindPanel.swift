import Policy
import Screen

/// What a target is called.
struct FindText {
  private let language: Language
  private let loaded: Loaded
  private let triage: TriageState

  init(_ language: Language, _ loaded: Loaded, _ triage: TriageState) {
    self.language = language
    self.loaded = loaded
    self.triage = triage
  }

  func title(_ target: FindTarget) -> SafeText {
    switch target {
    case .district(let code): loaded.district(code)?.district.displayName(language) ?? SafeText(code.rawValue)
    case .plan(let row): MeasureText(MeasureRow(row: row), loaded, language).title
    case .institution(let id):
      SafeText(loaded.institution(id)?.institution.name ?? id)
    case .base(let id): SafeText(loaded.board.bases.first { $0.base.id == id }?.base.name ?? id)
    case .project(let base, let id):
      SafeText(
        loaded.board.bases.first { $0.base.id == base }?.projects.first { $0.project.id == id }?.project.name ?? id)
    case .caseFile(let number):
      triage.own(number).map { own in
        let text = CaseText(language, loaded)
        return text.place(own) + " " + text.matter(own)
      } ?? SafeText("#\(number)")
    case .file(let path): SafeText(path)
    }
  }

  /// What tells two of one name apart.
  func code(_ target: FindTarget) -> SafeText {
    switch target {
    case .district(let code): SafeText(code.rawValue)
    case .institution(let id), .base(let id), .project(_, let id): SafeText(id)
    case .caseFile(let number): SafeText("#\(number)")
    case .plan, .file: ""
    }
  }
}

/// The list above the line that is typed into.
struct FindPanel: Widget {
  private let state: ConsoleState
  private let prompt: PromptState

  init(_ state: ConsoleState, _ prompt: PromptState) {
    self.state = state
    self.prompt = prompt
  }

  /// Where it stands in a window whose last line is typed into; empty where nothing fits.
  func place(in rect: Rect) -> Rect {
    let hits = prompt.find.hits.count
    guard hits > 0, rect.rows >= 8 else { return rect.bottom(0) }
    let rows = min(hits + 2, max(3, (rect.rows - 1) / 2))
    return rect.droppingBottom(1).bottom(rows).left(min(rect.columns, 96))
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let box = place(in: rect)
    guard !box.isEmpty, let loaded = state.loaded else { return }
    let language = state.language
    let text = FindText(language, loaded, state.triage)
    let query = Search.folded(prompt.text)
    let romanisation = state.findIndex?.romanisation ?? Romanisation()
    let rows: [[TableCell]] = prompt.find.hits.map { target in
      [
        .text(language(target.word), .dim), .line(MatchMark.line(text.title(target), query, romanisation)),
        .line(MatchMark.line(text.code(target), query, romanisation, .dim)),
      ]
    }
    canvas.clipped(to: box) { canvas in
      canvas.clear(box)
      canvas.draw(
        Panel(Line(language(FindWord.title), .title), trailing: Line(language(FindWord.keys), .dim), focused: true),
        in: box)
      canvas.draw(
        Table(
          columns: [
            TableColumn("", least: 11, priority: 2), TableColumn("", least: 16, priority: 3, flexible: true),
            TableColumn("", least: 8, ideal: 14, align: .right, priority: 1),
          ], rows: rows, selected: prompt.find.chosen, showsHeader: false, focused: prompt.find.chosen != nil),
        in: box.inset(columns: 1, rows: 1))
    }
  }
}
