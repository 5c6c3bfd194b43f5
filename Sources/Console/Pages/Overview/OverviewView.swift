import Policy
import Screen

/// 总览: the city's targets, the districts worst first, the measures' lights, what changed last.
struct OverviewView: PageView {
  let state: ConsoleState
  private let loaded: Loaded

  init(_ state: ConsoleState, _ loaded: Loaded) {
    self.state = state
    self.loaded = loaded
  }

  /// With room to spare every part has a frame; in a small window the rows alone.
  private struct Layout {
    var city: Rect
    var districts: Rect
    var measures: Rect?
    var changes: Rect?
    var chart: Rect?
    var framed: Bool
  }

  private func layout(in rect: Rect) -> Layout {
    let targets = CityTargets.rowCount(loaded)
    let districts = loaded.board.districts.count
    let needed = (targets + 2) + (districts + 3)
    guard rect.rows >= needed + 2, rect.columns >= 100 else {
      // All districts, their heading and the city's row come first; the city's lines get what is left, at least two.
      let city = max(min(2, targets), min(targets, rect.rows - districts - 2))
      return Layout(city: rect.top(city), districts: rect.droppingTop(city), framed: false)
    }
    let spare = rect.rows - needed - 1
    let extras = spare >= 6
    let parts = rect.splitRows(
      extras
        ? [.fixed(targets + 3), .fixed(districts + 4), .fixed(3), .flex(1)] : [.fixed(targets + 3), .flex(1)],
      sharing: 1)
    var layout = Layout(city: parts[0], districts: parts[1], framed: true)
    guard extras else { return layout }
    layout.measures = parts[2]
    // In a large window the chart of what is worst says more than a long list of files.
    guard parts[3].rows >= 12, parts[3].columns >= 160, worst != nil else {
      layout.changes = parts[3]
      return layout
    }
    let halves = parts[3].splitColumns([.flex(3), .flex(2)], sharing: 1)
    (layout.chart, layout.changes) = (halves[0], halves[1])
    return layout
  }

  /// The city's item furthest behind its pace.
  private var worst: TargetKey? {
    let items = loaded.board.city.filter { $0.lead != nil && $0.status != .done }
    return items.min { ($0.lead ?? 0) < ($1.lead ?? 0) }.map {
      TargetKey(district: loaded.snapshot.plan.cityCode, item: $0.id)
    }
  }

  func places(in rect: Rect, _ widths: DisplayWidth) -> [PanePlace] { [place(layout(in: rect))] }

  private func place(_ layout: Layout) -> PanePlace {
    let table = layout.framed ? Panel.content(of: layout.districts) : layout.districts
    return PanePlace(pane: .districts, table: table, hasFooter: true)
  }

  /// What the cursor changes is drawn onto all the rest, which is remembered.
  func draw(in rect: Rect, on canvas: inout Canvas) {
    let layout = layout(in: rect)
    let place = place(layout)
    let window = state.window(place)
    let seen = window.visibleRows(in: place.table)
    canvas.recall(of: "overview", stamp: state.revision, place: seen.lowerBound, in: rect) {
      drawAll(layout, place.table, in: rect, on: &$0)
    }
    if layout.framed {
      let areAllSeen = seen.count == window.rowCount
      canvas.recall(
        areAllSeen ? "" : "\(window.selected ?? -1)", of: "overview titles", stamp: state.revision,
        in: layout.districts.top(1)
      ) {
        let position = state.position(.districts, areAllSeen: areAllSeen)
        districtsPanel(position).drawTitles(in: layout.districts, on: &$0)
      }
    }
    window.drawSelection(in: place.table, on: &canvas)
  }

  /// All but which district is selected.
  private func drawAll(_ layout: Layout, _ districts: Rect, in rect: Rect, on canvas: inout Canvas) {
    let language = state.language
    let chart = worst.map { ItemChart(state, loaded, $0) }
    if layout.framed {
      var panels = [
        (Panel(title: language(OverviewWord.cityTargets)), layout.city), (Panel(focused: true), layout.districts),
      ]
      if let measures = layout.measures { panels.append((measuresPanel, measures)) }
      if let changes = layout.changes {
        panels.append((Panel(title: RecentChanges(state, loaded).title), changes))
      }
      if let place = layout.chart, let chart {
        let keys: Line = [Span("V", .key), Span(language(ChartWord.next), .dim)]
        panels.append((Panel([Span(language(CommonWord.city) + " ", .title)] + chart.title, trailing: keys), place))
      }
      canvas.draw(PanelGrid(panels), in: rect)
    }
    let city = layout.framed ? Panel.content(of: layout.city) : layout.city
    canvas.draw(CityTargets(state, loaded).table(showsHeader: layout.framed, columns: city.columns), in: city)
    DistrictTable(state, loaded, columns: districts.columns).table.drawRows(in: districts, on: &canvas)
    if let measures = layout.measures {
      canvas.put(MeasureLights(state, loaded).line, in: Panel.content(of: measures).inset(columns: 1, rows: 0))
    }
    if let place = layout.chart, let chart {
      canvas.draw(chart, in: Panel.content(of: place).inset(columns: 1, rows: 0))
    }
    if let changes = layout.changes {
      RecentChanges(state, loaded).draw(in: Panel.content(of: changes).inset(columns: 1, rows: 0), on: &canvas)
    }
  }

  private func districtsPanel(_ position: Line) -> Panel {
    Panel(
      [Span(state.language(OverviewWord.districts) + "  " + sortLabel, .title), Span(bounds, .dim)],
      trailing: position, focused: true)
  }

  /// Says which key opens what it sums up.
  private var measuresPanel: Panel {
    let key = ActionTable.spec(.openMeasures)?.keys.first.map { SafeText($0.label) } ?? ""
    let hint = state.language(Phrase(" 查看全部", " opens them"))
    return Panel(Line(state.language(OverviewWord.measures), .title), trailing: [Span(key, .key), Span(hint, .dim)])
  }

  /// The bounds by which a lead becomes a status; no published rule fixes the standard ones.
  private var bounds: SafeText {
    let thresholds = loaded.snapshot.plan.thresholds
    let watch = SafeText(Format.lead(Double(thresholds.onPace.lead.hundredths) / 100))
    let lagging = SafeText(Format.lead(Double(thresholds.watch.lead.hundredths) / 100))
    let note = thresholds == .standard ? " " + state.language(CommonWord.assumed) : ""
    return "  " + state.language(StatusWord.watch) + " <" + watch + " " + state.language(StatusWord.lagging) + " <"
      + lagging
      + note
  }

  private var sortLabel: SafeText { state.orderLabel(.districts) }
}

/// The overview's own words.
package enum OverviewWord: Wording {
  case cityTargets, districts, measures, latestFiles, latestChanges
  case item, actual, target, attainment, gauge, lead, status, required, recent, multiple
  case district, worst, forecast, weeks, age, grades, flags, owner
  case daysSilent

  package var phrase: Phrase {
    switch self {
    case .cityTargets: Phrase("全市目标", "City targets")
    case .districts: Phrase("区县", "Districts")
    case .measures: Phrase("措施", "Measures")
    case .latestFiles: Phrase("最近报送", "Latest files")
    case .latestChanges: Phrase("最近变化", "Latest changes")
    case .item: Phrase("指标", "item")
    case .actual: Phrase("累计完成", "actual")
    case .target: Phrase("目标", "target")
    case .attainment: Phrase("完成率", "done %")
    case .gauge: Phrase("进度", "progress")
    case .lead: Phrase("时序差", "lead")
    case .status: Phrase("状态", "status")
    case .required: Phrase("需日均", "need/day")
    case .recent: Phrase("近20日均", "last 20")
    case .multiple: Phrase("倍数", "ratio")
    case .district: Phrase("区县", "district")
    case .worst: Phrase("最差指标", "worst item")
    case .forecast: Phrase("年末预测", "forecast")
    case .weeks: Phrase("近8周", "8 weeks")
    case .age: Phrase("最新", "latest")
    case .grades: Phrase("机构ABCD", "A/B/C/D")
    case .flags: Phrase("预警", "flags")
    case .owner: Phrase("责任单位", "owner")
    case .daysSilent: Phrase("未报", " silent")
    }
  }
}
