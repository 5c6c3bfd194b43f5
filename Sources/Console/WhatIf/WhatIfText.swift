import Policy
import Screen

/// What the dialog says: how things stand, and what follows from what was typed.
struct WhatIfText {
  private let loaded: Loaded
  private let dialog: WhatIfState
  private let remaining: RemainingWork
  private let language: Language

  init(_ state: ConsoleState, _ loaded: Loaded, _ dialog: WhatIfState, _ remaining: RemainingWork) {
    self.loaded = loaded
    self.dialog = dialog
    self.remaining = remaining
    language = state.language
  }

  var title: SafeText {
    let item = loaded.item(dialog.subject.item)?.short.text(language) ?? SafeText(dialog.subject.item.rawValue)
    return language(ChartWord.whatIf) + "  " + loaded.placeName(dialog.subject.district, language) + "  " + item
  }

  /// Two lines: what is missing, and what the rates are.
  var head: [Line] {
    [
      .joined(
        [
          fact(ChartWord.actual, "\(Format.count(remaining.actual)) / \(Format.count(remaining.target))"),
          fact(ChartWord.missing, Format.count(remaining.missing)),
          Line(ChartWord.daysLeft.phrase.text(language, number: remaining.left.count), .dim),
        ], separator: "  "),
      .joined(
        [
          [Span(language(OverviewWord.required) + " ", .dim), Span(SafeText(Format.rate(remaining.required)))],
          fact(ChartWord.recent20, Format.rate(remaining.recent20)),
        ], separator: "  "),
    ]
  }

  private func fact(_ word: ChartWord, _ value: String) -> Line {
    [Span(language(word) + " ", .dim), Span(SafeText(value))]
  }

  func prompt(_ field: WhatIfState.Field) -> SafeText {
    let widths = DisplayWidth()
    let words = [ChartWord.perDay, .byDay].map { language($0) }
    let columns = words.map { widths.width(of: $0) }.max() ?? 0
    return widths.fit(words[field == .rate ? 0 : 1], columns)
  }

  /// What may be typed: a figure that is near at hand.
  func example(_ field: WhatIfState.Field) -> SafeText {
    let like = language(Phrase("如 ", "such as "))
    switch field {
    case .rate: return like + SafeText(Format.decimal((remaining.required ?? 25).rounded(.up), places: 0))
    case .day: return like + SafeText(remaining.left.end.monthDay)
    }
  }

  /// What follows from what was typed, or why nothing does.
  func answer(_ field: WhatIfState.Field) -> Line {
    switch field {
    case .rate:
      switch TypedFigure(rate: dialog.rate) {
      case .none: return .empty
      case .refused(let reason): return Line(language(reason), .watch)
      case .value(let rate): return answer(remaining.at(rate: rate))
      }
    case .day:
      switch TypedFigure(day: dialog.day, after: remaining.left.after, through: remaining.left.end) {
      case .none: return .empty
      case .refused(let reason): return Line(language(reason), .watch)
      case .value(let day): return answer(remaining.need(by: day), day)
      }
    }
  }

  private func answer(_ scenario: Scenario) -> Line {
    var line: Line
    switch scenario.reach {
    case .on(let day):
      let which = Phrase("第 # 个工作日", "day #").text(language, number: remaining.left.count(through: day))
      line = [
        Span(SafeText(day.iso) + " " + language(Phrase("达标", "reached")), scenario.status.role),
        Span(language(Phrase("（", " (")) + which + language(Phrase("）", ")")), .dim),
      ]
    case .already: line = Line(language(ChartWord.already), scenario.status.role)
    case .never: line = Line(language(ChartWord.never), scenario.status.role)
    }
    line.append("  " + language(ChartWord.yearEnd) + " ", .dim)
    line.append(SafeText(Format.decimal(scenario.yearEnd, places: 0)))
    if let share = scenario.share { line.append(SafeText(" (" + Format.percent(share) + "%)"), scenario.status.role) }
    return line
  }

  private func answer(_ need: RemainingWork.Need?, _ day: Day) -> Line {
    guard let need, let rate = need.rate else {
      return Line(language(Phrase("到那一天没有工作日", "no working day until then")), .watch)
    }
    var line: Line = [
      Span(language(OverviewWord.required) + " ", .dim), Span(SafeText(Format.rate(rate)), .title),
      Span(Phrase("（# 个工作日）", " (# working days)").text(language, number: need.workingDays), .dim),
    ]
    if let multiple = need.multiple {
      line.append("  " + language(Phrase("是近20日均的 ", "the last 20 days' ")), .dim)
      line.append(SafeText(Format.multiple(multiple)), multiple > 1 ? .watch : .onPace)
    } else {
      line.append("  " + language(Phrase("近20日没有增量，无从比较", "nothing came in the last 20 days")), .dim)
    }
    return line
  }

  /// For the city: what each district that has a target and is not there yet needs until the day typed, or until the
  /// period's end; the hardest first.
  var districts: [Line] {
    guard dialog.subject.district == loaded.snapshot.plan.cityCode else { return [] }
    var day = remaining.left.end
    if case .value(let typed) = TypedFigure(day: dialog.day, after: remaining.left.after, through: day) { day = typed }
    let thresholds = loaded.snapshot.plan.thresholds
    let needs = loaded.board.districts.compactMap { board -> (name: SafeText, rate: Double, multiple: Double?)? in
      guard let progress = board.items.first(where: { $0.id == dialog.subject.item }),
        let own = RemainingWork(progress, left: remaining.left, thresholds: thresholds), own.missing > 0,
        let need = own.need(by: day), let rate = need.rate
      else { return nil }
      return (board.district.shortName(language), rate, need.multiple)
    }
    guard !needs.isEmpty else { return [] }
    let hardest = needs.sorted { ($0.multiple ?? .infinity) > ($1.multiple ?? .infinity) }
    let widths = DisplayWidth()
    let names = min(needs.map { widths.width(of: $0.name) }.max() ?? 0, 10)
    let perLine = max(1, WhatIfView.inside / (names + 14))
    let cells = hardest.prefix(perLine * WhatIfText.lines).map { need -> Line in
      let multiple = need.multiple ?? 0
      return [
        Span(widths.fit(need.name, names, ellipsis: "")),
        Span(widths.fit(SafeText(Format.rate(need.rate)), 6, align: .right)),
        Span(widths.fit(SafeText(Format.multiple(need.multiple)), 6, align: .right), multiple > 1 ? .watch : .dim),
      ]
    }
    let rows = stride(from: 0, to: cells.count, by: perLine).map { start in
      Line.joined(Array(cells[start..<min(start + perLine, cells.count)]), separator: "  ")
    }
    return [Line(language(ChartWord.eachDistrict) + " " + SafeText(day.monthDay), .heading)] + rows
  }

  /// Lines of districts, at most.
  private static let lines = 8
}
