import Policy
import Screen

/// One district that lags or is silent, another each round; where none is, the first of the order.
struct KioskDistrict: Widget {
  private let state: KioskState
  private let loaded: Loaded

  init(_ state: KioskState, _ loaded: Loaded) {
    self.state = state
    self.loaded = loaded
  }

  private var language: Language { state.language }

  private var district: DistrictBoard? {
    let order = state.console.districtsInOrder(loaded)
    let urgent = order.filter { $0.status == .lagging || $0.status == .silent }
    let shown = urgent.isEmpty ? Array(order.prefix(1)) : urgent
    return shown.isEmpty ? nil : shown[state.round % shown.count]
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    guard let district else { return }
    canvas.put(title(district), in: rect.top(1).inset(columns: 2, rows: 0))
    let isRoomy = rect.rows >= 20
    var rest = rect.droppingTop(isRoomy ? 2 : 1)
    let figures = KioskFigures(district.items, loaded, language, columns: rect.columns)
    let height = min(rest.rows, figures.rows(columns: rest.columns, of: rest.rows))
    canvas.draw(figures, in: rest.top(height))
    rest = rest.droppingTop(height)
    if isRoomy {
      canvas.hline(at: rest.origin, columns: rest.columns)
      rest = rest.droppingTop(1)
    }
    let left = facts(district, rect.columns >= 70 ? (rect.columns - 7) * 5 / 9 : rect.columns - 4)
    var area = rest.inset(columns: 2, rows: 0)
    let chartRows = area.rows - left.count - 1
    if chartRows >= KioskDistrict.leastChartRows, let worst = district.worstItem {
      drawChart(TargetKey(district: district.district.code, item: worst.id), in: area.bottom(chartRows), on: &canvas)
      area = area.droppingBottom(chartRows)
    }
    let sides = area.columns >= 70 ? area.splitColumns([.flex(5), .fixed(3), .flex(4)]) : [area]
    let right = KioskCases(state, loaded).lines(district.district.code, sides.last?.columns ?? 0, canvas.widths)
    let columns = sides.count > 1 ? [left, right] : [left + right]
    for (side, lines) in zip([sides[0], sides[sides.count - 1]], columns) {
      for (offset, line) in lines.prefix(side.rows).enumerated() {
        canvas.put(line, in: side.droppingTop(offset).top(1))
      }
    }
  }

  private static let leastChartRows = 7

  /// The course of its worst item.
  private func drawChart(_ subject: TargetKey, in rect: Rect, on canvas: inout Canvas) {
    canvas.hline(at: rect.origin, columns: rect.columns)
    canvas.put(Line(loaded.item(subject.item)?.short.text(language) ?? "", .heading), in: rect.droppingTop(1).top(1))
    canvas.draw(ItemChart(state.console, loaded, subject), in: rect.droppingTop(2))
  }

  private func title(_ board: DistrictBoard) -> Line {
    var line: Line = [
      Span(board.district.displayName(language) + "  ", .title),
      Span(board.status.mark + " " + language(board.status.word), board.status.role),
    ]
    if let worst = board.worstItem {
      line.append("  " + loaded.label(worst, language) + " ", .dim)
      line.append(SafeText(Format.lead(worst.lead)), worst.status.figureRole)
    }
    return line
  }

  /// - Parameter columns: cells of a line.
  private func facts(_ board: DistrictBoard, _ columns: Int) -> [Line] {
    let latest = board.latest.map { SafeText($0.monthDay + "  " + Age.days(loaded.board.asOf - $0, language)) }
    return [
      fact(DistrictWord.latest.phrase, Line(latest ?? "--", board.status == .silent ? .silent : .text)),
      fact(CommonWord.institutions.phrase, GradeSummary.line(board.grades, language)),
      fact(CommonWord.bases.phrase, funding(board, columns - 13)),
    ]
      + board.items.filter { $0.target != nil }.prefix(4).enumerated().map { index, item in
        let forecast = item.forecast
        let percent = forecast.flatMap { forecast in
          item.target.map { $0 > 0 ? Format.decimal(forecast.p50 / Double($0) * 100, places: 1) + "%" : "--" }
        }
        let widths = DisplayWidth()
        var line = Line(widths.fit(SafeText(percent ?? "--"), 6, align: .right) + " ")
        line.append(forecast.map { language($0.outlook.word) } ?? "--", forecast?.outlook.role ?? .dim)
        line.append("  " + loaded.label(item, language), .dim)
        return fact(index == 0 ? KioskWord.forecast.phrase : Phrase("", ""), line)
      }
  }

  /// Approved, paid, spent and balance, as many as fit whole.
  private func funding(_ board: DistrictBoard, _ columns: Int) -> Line {
    guard board.funding.projects > 0 else { return FundingSummary.line(board.funding, language) }
    let parts = FundingSummary.parts(board.funding, language).enumerated().map { (line: $1, rank: -$0) }
    return Chrome.most(of: parts, in: columns, separator: " ", DisplayWidth())
  }

  private func fact(_ label: Phrase, _ value: Line) -> Line {
    Line(DisplayWidth().fit(label.text(language), language == .zh ? 8 : 12, ellipsis: "") + " ", .dim) + value
  }
}

/// The cases of a district; none where everybody may look.
struct KioskCases {
  private let state: KioskState
  private let loaded: Loaded

  init(_ state: KioskState, _ loaded: Loaded) {
    self.state = state
    self.loaded = loaded
  }

  func lines(_ code: DistrictCode, _ columns: Int, _ widths: DisplayWidth) -> [Line] {
    guard !state.settings.isPublic, state.console.triage.docket != nil else { return [] }
    let language = state.language
    let text = CaseText(language, loaded)
    let own = state.console.triage.order.compactMap { state.console.triage.places[$0] }.filter {
      $0.own.subject.district == code && $0.group != .closed
    }
    let title = Line(language(CommonWord.triage), .heading)
    guard !own.isEmpty else { return [title, Line(language(KioskWord.nothing), .dim)] }
    return [title]
      + own.map { place in
        let limit = text.limit(place)
        let right: Line = [
          Span(widths.fit(language(place.own.state.phrase), 12), place.own.state.role),
          Span(widths.fit(limit.text, 12, align: .right), limit.role),
        ]
        let room = max(0, columns - widths.width(of: right) - 1)
        return widths.fit(Line(text.matter(place)), room) + Line(" ") + right
      }
  }
}
