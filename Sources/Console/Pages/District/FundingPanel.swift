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

  /// Two lines where there are two: the sums, then how much of the money is used; in a narrow panel the sums take both.
  func drawHead(in rect: Rect, on canvas: inout Canvas) {
    let language = state.language
    let sums = FundingSummary.line(board.funding, language)
    guard rect.rows > 1, board.funding.projects > 0 else { return canvas.put(sums, in: rect.top(1)) }
    let flags: Line = [
      Span(language(DistrictWord.flags) + " ", .dim),
      Span("\(board.funding.flags)", board.funding.flags > 0 ? .lagging : .text),
    ]
    let used = FundingSummary.utilisation(board.funding)
    let share: Line = [
      Span(language(DistrictWord.utilisation) + " ", .dim), Span(SafeText(Format.percent(used)) + "%"),
    ]
    let second = rect.droppingTop(1).top(1)
    guard canvas.widths.width(of: sums) > rect.columns else {
      let label = Line.joined([share, flags], separator: "  ")
      let width = canvas.widths.width(of: label)
      canvas.put(sums, in: rect.top(1))
      canvas.put(label, in: second.left(width))
      return canvas.draw(
        Gauge((used ?? 0) * 100, role: (used ?? 0) > 1 ? .lagging : .bar), in: second.droppingLeft(width + 2))
    }
    let parts = FundingSummary.parts(board.funding, language)
    canvas.put(.joined(parts.prefix(2) + [flags]), in: rect.top(1))
    canvas.put(.joined(parts.suffix(2) + [share]), in: second)
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
    return .joined(parts(funding, language))
  }

  /// Approved, paid, spent and balance.
  static func parts(_ funding: FundingTotals, _ language: Language) -> [Line] {
    [
      part(.approved, funding.approved, language), part(.paid, funding.paid, language),
      part(.spent, funding.spent, language),
      part(.balance, funding.balance, language, funding.balance < .zero ? .lagging : .text),
    ]
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
      language.column(DistrictWord.project.phrase, 14, ideal: 36, priority: 100),
      language.column(DistrictWord.amount.phrase, 6, align: .right, priority: 80),
      language.column(DistrictWord.paid.phrase, 6, align: .right, priority: 60),
      language.column(DistrictWord.spent.phrase, 6, align: .right, priority: 55),
      language.column(DistrictWord.balance.phrase, 7, align: .right, priority: 50),
      language.column(DistrictWord.utilisation.phrase, 6, align: .right, priority: 45),
      language.column(DistrictWord.stage.phrase, 11, priority: 70),
      language.column(DistrictWord.flags.phrase, 8, ideal: 18, priority: 90, flexible: true),
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
