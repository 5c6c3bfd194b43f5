import Policy
import Screen

extension HeadWriter {
  /// A counted item in the city: figures against target and pace, rates, the forecast, the weeks.
  func counted(_ item: Item) -> [HeadBlock] {
    guard let progress = board.city.first(where: { $0.id == item.id }) else { return [] }
    var blocks = [HeadBlock(.facts(figures(progress)))]
    if let attainment = progress.attainment {
      let isBehind = progress.status == .lagging || progress.status == .watch
      blocks.append(
        HeadBlock(
          .bar(
            label: Line(language(OverviewWord.gauge), .dim),
            Gauge(attainment * 100, pace: progress.pace * 100, role: isBehind ? progress.status.role : .bar),
            tail: .empty), rank: 4))
    }
    if let forecast = progress.forecast, progress.status != .done {
      blocks.append(HeadBlock(.facts(self.forecast(forecast)), rank: 2))
    }
    blocks.append(HeadBlock(.facts(rates(progress)), rank: 2))
    return blocks + weeks(item)
  }

  private func figures(_ progress: ItemProgress) -> [Line] {
    let actual = labelled(OverviewWord.actual.phrase, Line(SafeText(Format.count(progress.actual))))
    guard let target = progress.target else {
      return [actual, Line(language(MeasureWord.noTarget), .dim)]
    }
    var facts = [
      actual,
      labelled(
        OverviewWord.target.phrase,
        [Span(SafeText(Format.count(target))), Span(" " + language(progress.source.phrase), .dim)]),
    ]
    guard let attainment = progress.attainment else { return facts }
    facts += [
      labelled(OverviewWord.attainment.phrase, Line(SafeText(Format.percent(attainment) + "%"))),
      labelled(CommonWord.pace.phrase, Line(SafeText(Format.percent(progress.pace) + "%"))),
      labelled(
        OverviewWord.lead.phrase,
        Line(SafeText(Format.lead(progress.lead)), progress.status == .onPace ? .text : progress.status.role)),
    ]
    return facts
  }

  /// `600,000 ... 640,000`: four of five years end between; then how sure the target is.
  private func forecast(_ forecast: Forecast) -> [Line] {
    func whole(_ value: Double) -> SafeText { SafeText(Format.decimal(value, places: 0)) }
    return [
      labelled(.forecast, Line(whole(forecast.p10) + " ... " + whole(forecast.p90))),
      labelled(ChartWord.median.phrase, Line(whole(forecast.p50))), forecast.line(language),
    ]
  }

  private func rates(_ progress: ItemProgress) -> [Line] {
    var facts: [Line] = []
    if progress.required != nil {
      facts.append(labelled(OverviewWord.required.phrase, Line(SafeText(Format.rate(progress.required)))))
    }
    facts.append(labelled(.recent5, Line(SafeText(Format.rate(progress.recent5)))))
    facts.append(labelled(OverviewWord.recent.phrase, Line(SafeText(Format.rate(progress.recent20)))))
    if let multiple = progress.multiple {
      facts.append(
        labelled(
          OverviewWord.multiple.phrase, Line(SafeText(Format.multiple(multiple)), multiple > 1 ? .watch : .text)))
    }
    return facts
  }

  /// The year by week, the current one last and not whole.
  private func weeks(_ item: Item) -> [HeadBlock] {
    let sums = loaded.snapshot.facts.progress.weeks(
      item: item.id, district: nil, through: loaded.board.asOf, count: 54
    ).map(\.sum)
    guard let last = sums.last, sums.contains(where: { $0 != 0 }) else { return [] }
    let spark = Sparkline(sums.map { Double(max(0, $0)) })
    return [
      HeadBlock(
        .bar(
          label: Line(language(MeasureWord.weekly), .dim), spark,
          tail: labelled(.weekNow, Line(SafeText(Format.short(last, language))))), rank: 3)
    ]
  }
}
