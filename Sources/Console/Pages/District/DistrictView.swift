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
    var rates: Rect?
  }

  private func layout(in rect: Rect) -> Layout {
    let headline = rect.top(1)
    let rest = rect.droppingTop(1)
    if state.zoomed { return Layout(headline: headline, panels: [(state.focusedPane, rest)]) }
    let below = rest.rows < 24 ? 0 : rest.rows < 30 ? 9 : min(18, max(12, rest.rows / 3))
    // Where the chart has no place beside the others, it fills the page while it has the focus.
    if state.focusedPane == .trend, below == 0 || rect.columns < 110 {
      return Layout(headline: headline, panels: [(.trend, rest)])
    }
    guard rect.columns >= 110 else {
      // Stacked: each panel keeps its head and some rows, the targets most.
      let bands = rest.splitRows([.flex(4), .flex(3), .flex(3)], sharing: 1)
      return Layout(headline: headline, panels: Array(zip(Page.district.panes, bands)))
    }
    let bands = below > 0 ? rest.splitRows([.flex(1), .fixed(below)], sharing: 1) : [rest]
    let columns = bands[0].splitColumns([.fixed(max(49, bands[0].columns * 40 / 100)), .flex(1), .flex(1)], sharing: 1)
    var layout = Layout(headline: headline, panels: Array(zip(Page.district.panes, columns)))
    if bands.count > 1 {
      let halves = bands[1].splitColumns([.fixed(max(49, bands[0].columns * 40 / 100)), .flex(1)], sharing: 1)
      layout.panels.append((.trend, halves[1]))
      layout.rates = halves[0]
    }
    return layout
  }

  func places(in rect: Rect, _ widths: DisplayWidth) -> [PanePlace] {
    layout(in: rect).panels.filter { $0.pane != .trend }.map { pane, frame in
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
    let subject = trendSubject(board)
    let chart = subject.map { ItemChart(state, loaded, $0) }
    var panels = layout.panels.map { pane, frame in
      let trailing = pane == .trend ? chartKeys : state.position(pane)
      let title = pane == .trend ? chart?.title ?? .empty : title(pane, board)
      return (Panel(title, trailing: trailing, focused: state.focusedPane == pane), frame)
    }
    if let place = layout.rates {
      let keys: Line = [Span("p", .key), Span(state.language(Phrase("倒推", " work back")), .dim)]
      panels.append((Panel(Line(state.language(DistrictWord.rates), .title), trailing: keys), place))
    }
    canvas.draw(PanelGrid(panels), in: rect)
    for (pane, frame) in layout.panels {
      let inside = Panel.content(of: frame)
      guard pane != .trend else {
        guard let chart else { continue }
        let place = inside.inset(columns: 1, rows: 0)
        canvas.recall(chart.subject.name, of: "chart", stamp: state.revision, in: place) {
          $0.draw(chart, in: place)
        }
        continue
      }
      let place = table(in: frame, pane)
      let head = inside.top(inside.rows - place.rows).inset(columns: 1, rows: 0)
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
    if let place = layout.rates.map(Panel.content), let subject {
      canvas.recall(subject.name, of: "rates", stamp: state.revision, in: place) {
        $0.draw(RatesPanel(state, loaded, subject), in: place)
      }
    }
  }

  /// The item whose chart and rates are shown: the selected target.
  private func trendSubject(_ board: DistrictBoard) -> TargetKey? {
    let selected = state.selectedRow(of: .targets).map { ItemID(rawValue: $0) } ?? board.items.first?.id
    return selected.map { TargetKey(district: board.district.code, item: $0) }
  }

  private var chartKeys: Line {
    [
      Span("V", .key), Span(state.language(ChartWord.next) + " ", .dim), Span("b", .key),
      Span(state.language(Phrase("整页", " page")), .dim),
    ]
  }

  private func title(_ pane: Pane, _ board: DistrictBoard) -> Line {
    let note = pane == .targets ? loaded.suggestionNote(board.items, state.language) : ""
    return [Span(title(pane), .title), Span(note, .dim)]
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
    var left: Line = [
      Span(" "), Span(board.status.mark + " " + language(board.status.word) + "  ", board.status.role),
      Span(board.district.displayName(language), .title),
      Span("  " + language(DistrictWord.latest) + " ", .dim), Span(latest, board.status == .silent ? .silent : .text),
    ]
    if let place = state.triage.firstOf[board.district.code] {
      let text = CaseText(language, loaded)
      left.append("  " + language(TriageWord.triage) + SafeText(" #\(place.own.number) "), .dim)
      left.append(language(place.own.state.phrase) + " ", place.own.state.role)
      left.append(text.handler(place.own).text, text.handler(place.own).role)
      if place.group == .overdue { left.append(" " + text.limit(place).text, .lagging) }
    }
    self.left = left
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
  case targets, grades, funding, rates, latest
  case institution, grade, score, trained, remarks
  case project, amount, paid, spent, balance, stage, flags, utilisation, approved
  case noInstitutions, noProjects

  package var phrase: Phrase {
    switch self {
    case .targets: Phrase("目标", "Targets")
    case .grades: Phrase("机构分级（缺省标准）", "Institution grading (default)")
    case .funding: Phrase("基地资金（万元）", "Base funding (10k CNY)")
    case .rates: Phrase("所需与近期速度", "Required and recent rates")
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
    }
  }
}

extension TargetKey {
  /// What a part of the picture that speaks of it is remembered by.
  fileprivate var name: String { district.rawValue + "/" + item.rawValue }
}
