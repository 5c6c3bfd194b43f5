import Policy
import Screen

/// 区县: a district's targets, institution grading and base funding, side by side or stacked.
struct DistrictView: PageView {
  let state: ConsoleState
  private let loaded: Loaded

  init(_ state: ConsoleState, _ loaded: Loaded) {
    self.state = state
    self.loaded = loaded
  }

  /// The rows of the panels' own head lines above their tables.
  static let headRows = 2

  private struct Layout {
    var headline: Rect
    var panels: [(pane: Pane, frame: Rect)]
    var trend: Rect?
    var rates: Rect?
  }

  private func layout(in rect: Rect) -> Layout {
    let headline = rect.top(1)
    let rest = rect.droppingTop(1)
    if state.zoomed { return Layout(headline: headline, panels: [(state.focusedPane, rest)]) }
    guard rect.columns >= 110 else {
      // Stacked: each panel keeps its head and some rows, the targets most.
      let bands = rest.splitRows([.flex(4), .flex(3), .flex(3)], sharing: 1)
      return Layout(headline: headline, panels: Array(zip(Page.district.panes, bands)))
    }
    let below = rest.rows >= 30 ? min(14, rest.rows / 3) : rest.rows >= 24 ? 9 : 0
    let bands = below > 0 ? rest.splitRows([.flex(1), .fixed(below)], sharing: 1) : [rest]
    let columns = bands[0].splitColumns([.fixed(max(49, bands[0].columns * 40 / 100)), .flex(1), .flex(1)], sharing: 1)
    var layout = Layout(headline: headline, panels: Array(zip(Page.district.panes, columns)))
    if bands.count > 1 {
      let halves = bands[1].splitColumns([.fixed(max(49, bands[0].columns * 40 / 100)), .flex(1)], sharing: 1)
      layout.trend = halves[1]
      layout.rates = halves[0]
    }
    return layout
  }

  func places(in rect: Rect, _ widths: DisplayWidth) -> [PanePlace] {
    layout(in: rect).panels.map { pane, frame in
      PanePlace(pane: pane, table: table(in: frame, pane), showsHeader: showsHeader(frame))
    }
  }

  /// A low panel leaves its headings out, so that rows are seen.
  private func showsHeader(_ frame: Rect) -> Bool { frame.rows >= 8 }

  private func table(in frame: Rect, _ pane: Pane) -> Rect {
    let content = Panel.content(of: frame)
    return pane == .targets ? content : content.droppingTop(content.rows >= 6 ? DistrictView.headRows : 1)
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    guard let board = state.currentDistrict else { return }
    let layout = layout(in: rect)
    let headline = Headline(state, loaded, board)
    canvas.draw(StatusBar(left: headline.left, right: headline.right, role: .text), in: layout.headline)
    var panels = layout.panels.map { pane, frame in
      let note = pane == .targets ? loaded.suggestionNote(board.items, state.language) : ""
      return (
        Panel(
          [Span(title(pane), .title), Span(note, .dim)], trailing: state.position(pane),
          focused: state.focusedPane == pane), frame
      )
    }
    let trend = TrendPanel(state, loaded, board)
    if let place = layout.trend { panels.append((Panel(title: trend.title), place)) }
    if let place = layout.rates { panels.append((Panel(title: state.language(DistrictWord.rates)), place)) }
    canvas.draw(PanelGrid(panels), in: rect)
    for (pane, frame) in layout.panels {
      let place = table(in: frame, pane)
      let head = Panel.content(of: frame).top(Panel.content(of: frame).rows - place.rows).inset(columns: 1, rows: 0)
      switch pane {
      case .targets:
        canvas.draw(TargetsPanel(state, loaded, board).table(showsHeader(frame), columns: place.columns), in: place)
      case .grades:
        GradesPanel(state, loaded, board).drawHead(in: head, on: &canvas)
        canvas.draw(GradesPanel(state, loaded, board).table(showsHeader(frame)), in: place)
      default:
        FundingPanel(state, loaded, board).drawHead(in: head, on: &canvas)
        canvas.draw(FundingPanel(state, loaded, board).table(showsHeader(frame)), in: place)
      }
    }
    if let place = layout.trend { trend.draw(in: Panel.content(of: place).inset(columns: 1, rows: 0), on: &canvas) }
    if let place = layout.rates {
      trend.drawRates(in: Panel.content(of: place).inset(columns: 1, rows: 0), on: &canvas)
    }
  }

  private func title(_ pane: Pane) -> SafeText {
    switch pane {
    case .targets: state.language(DistrictWord.targets)
    case .grades: state.language(DistrictWord.grades)
    default: state.language(DistrictWord.funding)
    }
  }
}

/// The line that says which district this is, how it stands, and which stand beside it.
private struct Headline {
  let left: Line
  let right: Line

  init(_ state: ConsoleState, _ loaded: Loaded, _ board: DistrictBoard) {
    let language = state.language
    let latest = board.latest.map { SafeText($0.monthDay + " " + Age.days(loaded.board.asOf - $0, language)) } ?? "--"
    left = [
      Span(" "), Span(board.status.mark + " " + language(board.status.word) + "  ", board.status.role),
      Span(board.district.displayName(language), .title),
      Span("  " + language(DistrictWord.latest) + " ", .dim), Span(latest, board.status == .silent ? .silent : .text),
    ]
    let order = state.districtOrder
    guard let index = order.firstIndex(of: board.district.code), order.count > 1 else {
      right = .empty
      return
    }
    let before = loaded.district(order[(index + order.count - 1) % order.count])?.district.shortName(language) ?? ""
    let after = loaded.district(order[(index + 1) % order.count])?.district.shortName(language) ?? ""
    right = [Span("[ ", .key), Span(before, .dim), Span("   ] ", .key), Span(after + " ", .dim)]
  }
}

/// The district page's own words.
package enum DistrictWord: Wording {
  case targets, grades, funding, rates, weekly, latest
  case institution, grade, score, trained, remarks
  case project, amount, paid, spent, balance, stage, flags, utilisation, approved
  case noInstitutions, noProjects, remaining, atRate5, atRate20, atBestWeek, yearEnd

  package var phrase: Phrase {
    switch self {
    case .targets: Phrase("目标", "Targets")
    case .grades: Phrase("机构分级（缺省标准）", "Institution grading (default)")
    case .funding: Phrase("基地资金（万元）", "Base funding (10k CNY)")
    case .rates: Phrase("所需与近期速度", "Required and recent rates")
    case .weekly: Phrase("每周", "by week")
    case .latest: Phrase("最新数据", "latest")
    case .institution: Phrase("机构", "institution")
    case .grade: Phrase("级别", "grade")
    case .score: Phrase("得分", "score")
    case .trained: Phrase("本年人次", "trained")
    case .remarks: Phrase("备注", "remarks")
    case .project: Phrase("资助项目", "project")
    case .amount: Phrase("批复", "approved")
    case .paid: Phrase("已拨", "paid")
    case .spent: Phrase("已支", "spent")
    case .balance: Phrase("结余", "balance")
    case .stage: Phrase("阶段", "stage")
    case .flags: Phrase("预警", "flags")
    case .utilisation: Phrase("执行率", "used")
    case .approved: Phrase("批复", "approved")
    case .noInstitutions: Phrase("本区没有机构记录", "no institution on record")
    case .noProjects: Phrase("本区没有资助项目", "no funded project")
    case .remaining: Phrase("尚缺", "still needed")
    case .atRate5: Phrase("按近5日速度", "at last 5 days")
    case .atRate20: Phrase("按近20日速度", "at last 20 days")
    case .atBestWeek: Phrase("按最好一周", "at best week")
    case .yearEnd: Phrase("年末", "by year-end")
    }
  }
}
