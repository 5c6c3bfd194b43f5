import Policy
import Screen

/// 基地: the bases with their money, and the projects of the selected one.
struct BasesView: PageView {
  let state: ConsoleState
  private let loaded: Loaded

  init(_ state: ConsoleState, _ loaded: Loaded) {
    self.state = state
    self.loaded = loaded
  }

  private func layout(in rect: Rect) -> (bases: Rect?, projects: Rect?) {
    if state.zoomed { return state.focusedPane == .projects ? (nil, rect) : (rect, nil) }
    // A base has four projects a year at most: the lower panel needs few rows.
    let below = rect.rows >= 30 ? 11 : max(6, rect.rows / 3)
    let bands = rect.splitRows([.flex(1), .fixed(below)], sharing: 1)
    return (bands[0], bands[1])
  }

  func places(in rect: Rect, _ widths: DisplayWidth) -> [PanePlace] {
    let layout = layout(in: rect)
    var places: [PanePlace] = []
    if let bases = layout.bases {
      places.append(PanePlace(pane: .bases, table: Panel.content(of: bases).droppingTop(1)))
    }
    if let projects = layout.projects { places.append(PanePlace(pane: .projects, table: Panel.content(of: projects))) }
    return places
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let layout = layout(in: rect)
    let language = state.language
    var panels: [(Panel, Rect)] = []
    if let bases = layout.bases {
      let title = language(CommonWord.bases) + "  " + state.orderLabel(.bases)
      panels.append(
        (Panel(Line(title, .title), trailing: state.position(.bases), focused: state.focusedPane == .bases), bases))
    }
    if let projects = layout.projects {
      let name = state.currentBase.map { SafeText($0.base.name) } ?? ""
      panels.append(
        (
          Panel(
            Line(language(DistrictWord.project) + "  " + name, .title), trailing: state.position(.projects),
            focused: state.focusedPane == .projects), projects
        ))
    }
    canvas.draw(PanelGrid(panels), in: rect)
    if let bases = layout.bases {
      let content = Panel.content(of: bases)
      canvas.put(summary, in: content.top(1).inset(columns: 1, rows: 0))
      canvas.draw(basesTable, in: content.droppingTop(1))
    }
    if let projects = layout.projects { canvas.draw(projectsTable, in: Panel.content(of: projects)) }
  }

  private var summary: Line {
    let sum = FundingTotals.sum(of: loaded.board.bases)
    guard sum.projects > 0 else { return Line(state.language(Phrase("没有资助项目", "no funded project")), .dim) }
    return FundingSummary.line(sum, state.language)
      + Line([
        Span("   " + state.language(DistrictWord.utilisation) + " ", .dim),
        Span(SafeText(Format.percent(FundingSummary.utilisation(sum))) + "%"),
        Span("   " + state.language(DistrictWord.flags) + " ", .dim),
        Span("\(sum.flags)", sum.flags > 0 ? .lagging : .text),
      ])
  }

  private var basesTable: Table {
    let language = state.language
    let columns = [
      language.column(Phrase("基地", "base"), 26, ideal: 42, priority: 100),
      language.column(OverviewWord.district.phrase, 9, priority: 90),
      language.column(Phrase("级别", "level"), 6, priority: 50),
      language.column(Phrase("依托单位", "host"), 12, ideal: 26, priority: 20),
      language.column(Phrase("类别", "category"), 8, ideal: 12, priority: 15),
      language.column(Phrase("项目", "projects"), 4, align: .right, priority: 70),
      language.column(DistrictWord.amount.phrase, 7, align: .right, priority: 80),
      language.column(DistrictWord.paid.phrase, 7, align: .right, priority: 75),
      language.column(DistrictWord.spent.phrase, 7, align: .right, priority: 65),
      language.column(DistrictWord.balance.phrase, 7, align: .right, priority: 60),
      language.column(DistrictWord.utilisation.phrase, 10, ideal: 20, priority: 55),
      language.column(DistrictWord.flags.phrase, 5, align: .right, priority: 95),
      // What is left over stands at the right: figures stay near the names they belong to.
      TableColumn("", least: 1, priority: 0, flexible: true),
    ]
    return state.table(.bases, columns: columns) { [self] row in
      guard let board = loaded.board.bases.first(where: { $0.base.id == row }) else { return [] }
      return cells(board)
    }
  }

  private func cells(_ board: BaseBoard) -> [TableCell] {
    let base = board.base
    let funding = board.funding
    let writer = DetailWriter(language: state.language, loaded: loaded, now: state.minute)
    let used = FundingSummary.utilisation(funding)
    let none = funding.projects == 0
    return [
      state.name(SafeText(base.name), .bases, base.id),
      .text(writer.districtShort(base.district)),
      .text(SafeText(base.level ?? "--"), .dim),
      .text(SafeText(base.host ?? "--"), .dim),
      .text(SafeText(base.category ?? "--"), .dim),
      figure(none ? "--" : String(funding.projects)),
      figure(none ? "--" : BasesView.money(funding.approved)),
      figure(none ? "--" : BasesView.money(funding.paid)),
      figure(none ? "--" : BasesView.money(funding.spent)),
      figure(none ? "--" : BasesView.money(funding.balance), funding.balance < .zero ? .lagging : .text),
      used == nil ? .text("") : .widget(Gauge((used ?? 0) * 100, role: (used ?? 0) > 1 ? .lagging : .bar)),
      figure(funding.flags == 0 ? "--" : String(funding.flags), .lagging),
    ]
  }

  private static func money(_ value: Money) -> String { Format.decimal(Double(value.hundredths) / 100, places: 1) }

  private var projectsTable: Table {
    let bases = loaded.board.bases
    return state.table(.projects, columns: ProjectLine.columns(state.language)) { [state] row in
      for base in bases {
        guard let project = base.projects.first(where: { $0.project.id == row }) else { continue }
        return ProjectLine.cells(project, state, .projects)
      }
      return []
    }
  }
}
