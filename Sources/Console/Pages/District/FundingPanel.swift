import Policy
import Screen

/// The base funding panel: approved, paid, spent and balance, then the projects, flagged first.
struct FundingPanel {
  private let state: ConsoleState
  private let loaded: Loaded
  private let board: DistrictBoard

  init(_ state: ConsoleState, _ loaded: Loaded, _ board: DistrictBoard) {
    self.state = state
    self.loaded = loaded
    self.board = board
  }

  func drawHead(in rect: Rect, on canvas: inout Canvas) {
    canvas.put(FundingSummary.line(board.funding, state.language), in: rect.top(1))
    guard rect.rows > 1, board.funding.projects > 0 else { return }
    let row = rect.droppingTop(1).top(1)
    let used = FundingSummary.utilisation(board.funding)
    let label: Line = [
      Span(state.language(DistrictWord.utilisation) + " ", .dim), Span(SafeText(Format.percent(used)) + "%  "),
      Span(state.language(DistrictWord.flags) + " ", .dim),
      Span("\(board.funding.flags)", board.funding.flags > 0 ? .lagging : .text),
    ]
    let width = canvas.widths.width(of: label)
    canvas.put(label, in: row.left(width))
    canvas.draw(Gauge((used ?? 0) * 100, role: (used ?? 0) > 1 ? .lagging : .bar), in: row.droppingLeft(width + 2))
  }

  func table(_ showsHeader: Bool) -> Table {
    state.table(.funding, columns: ProjectLine.columns(state.language), showsHeader: showsHeader) { [self] row in
      for base in loaded.board.bases {
        guard let project = base.projects.first(where: { $0.project.id == row }) else { continue }
        return ProjectLine.cells(project, state, .funding)
      }
      return []
    }
  }
}

/// Sums of funding as one line.
enum FundingSummary {
  static func line(_ funding: FundingTotals, _ language: Language) -> Line {
    guard funding.projects > 0 else { return Line(language(DistrictWord.noProjects), .dim) }
    return .joined([
      part(.approved, funding.approved, language), part(.paid, funding.paid, language),
      part(.spent, funding.spent, language),
      part(.balance, funding.balance, language, funding.balance < .zero ? .lagging : .text),
    ])
  }

  /// Spent ÷ paid; nil while nothing is paid.
  static func utilisation(_ funding: FundingTotals) -> Double? {
    funding.paid.hundredths > 0 ? Double(funding.spent.hundredths) / Double(funding.paid.hundredths) : nil
  }

  private static func part(_ word: DistrictWord, _ money: Money, _ language: Language, _ role: Role = .text) -> Line {
    // Whole 万元 are enough in a sum; the project in full has every hundredth.
    let whole = Format.decimal(Double(money.hundredths) / 100, places: 0)
    return Line([Span(language(word) + " ", .dim), Span(SafeText(whole), role)])
  }
}

/// A funded project as a table's row.
enum ProjectLine {
  static func columns(_ language: Language) -> [TableColumn] {
    [
      language.column(DistrictWord.project.phrase, 14, ideal: 28, priority: 100, flexible: true),
      language.column(DistrictWord.amount.phrase, 6, align: .right, priority: 80),
      language.column(DistrictWord.paid.phrase, 6, align: .right, priority: 60),
      language.column(DistrictWord.spent.phrase, 6, align: .right, priority: 55),
      language.column(DistrictWord.balance.phrase, 7, align: .right, priority: 50),
      language.column(DistrictWord.utilisation.phrase, 6, align: .right, priority: 45),
      language.column(DistrictWord.stage.phrase, 11, priority: 70),
      language.column(DistrictWord.flags.phrase, 8, ideal: 18, priority: 90),
    ]
  }

  static func cells(_ board: ProjectBoard, _ state: ConsoleState, _ pane: Pane) -> [TableCell] {
    let language = state.language
    let flags = board.flags.map { language($0.word) }.joined(separator: " ")
    return [
      state.name(SafeText(board.project.name), pane, board.project.id),
      figure(money(board.project.amount)),
      figure(money(board.paid)),
      figure(money(board.spent)),
      figure(money(board.balance), board.balance < .zero ? .lagging : .text),
      figure(Format.percent(board.utilisation)),
      .text(language(board.stage.word), board.stage == .closed ? .dim : .text),
      .text(flags, .lagging),
    ]
  }

  private static func money(_ value: Money) -> String { Format.decimal(Double(value.hundredths) / 100, places: 1) }
}
