import Policy
import Screen

/// The city's targets in large figures, below them the districts, and with room to spare who and what needs attention.
struct KioskOverview: Widget {
  private let state: KioskState
  private let loaded: Loaded

  init(_ state: KioskState, _ loaded: Loaded) {
    self.state = state
    self.loaded = loaded
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let figures = KioskFigures(loaded.board.city, loaded, state.language, columns: rect.columns)
    let list = KioskRanking(state, loaded, KioskRanking.item(loaded, round: 0))
    let height = min(rect.rows, figures.rows(columns: rect.columns, of: rect.rows))
    canvas.draw(figures, in: rect.top(height))
    var rest = rect.droppingTop(height)
    // As many lines as the districts leave; every district matters more than any of them.
    let needed = (loaded.board.districts.count + 1) / 2 + 2
    if rest.rows > needed {
      canvas.hline(at: rest.origin, columns: rest.columns)
      rest = rest.droppingTop(1)
    }
    let lines = lines.prefix(max(0, rest.rows - needed - 1))
    for (offset, line) in lines.enumerated() {
      canvas.put(line, in: rest.bottom(lines.count).droppingTop(offset).top(1).inset(columns: 2, rows: 0))
    }
    canvas.draw(list, in: rest.droppingBottom(lines.isEmpty ? 0 : lines.count + 1))
  }

  private var lines: [Line] {
    let language = state.language
    let urgent = state.console.districtsInOrder(loaded).filter { $0.status == .lagging || $0.status == .silent }
    var attention = Line(language(KioskWord.attention) + "  ", .dim)
    if urgent.isEmpty { attention.append(language(CommonWord.none), .onPace) }
    for board in urgent.prefix(12) {
      attention.append(board.status.mark + board.district.shortName(language) + "  ", board.status.role)
    }
    let lights = Line(language(CommonWord.measures) + "  ", .dim) + MeasureLights(state.console, loaded).line
    return [attention, lights, institutions]
  }

  private var institutions: Line {
    let language = state.language
    var counts = GradeCounts()
    var funding = FundingTotals()
    for board in loaded.board.districts {
      for grade in Grade.allCases { counts[grade] += board.grades[grade] }
      funding.approved += board.funding.approved
      funding.paid += board.funding.paid
      funding.spent += board.funding.spent
      funding.flags += board.funding.flags
      funding.projects += board.funding.projects
    }
    return Line(language(CommonWord.institutions) + "  ", .dim) + GradeSummary.line(counts, language)
      + Line("     " + language(CommonWord.bases) + "  ", .dim) + FundingSummary.line(funding, language)
  }
}
