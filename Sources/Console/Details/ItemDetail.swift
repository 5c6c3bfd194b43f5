import Policy
import Screen

extension DetailWriter {
  /// A counted item in a district or the city: every figure of the rules with the numbers it comes from.
  func item(_ id: ItemID, district code: DistrictCode) -> (SafeText, [Line]) {
    guard let item = loaded.item(id) else { return (SafeText(id.rawValue), []) }
    let progress =
      code == plan.cityCode
      ? board.city.first { $0.id == id } : loaded.district(code)?.items.first { $0.id == id }
    guard let progress else { return (SafeText(id.rawValue), []) }
    let unit = SafeText(item.unit)
    let percent = SafeText(Format.percent(progress.attainment))
    var lines = [
      fact(Phrase("指标", "item"), SafeText(id.rawValue) + "  " + item.label.text(language)),
      fact(
        Phrase("状态", "status"), progress.status.mark + " " + language(progress.status.word), progress.status.role),
      fact(
        Phrase("目标", "target"),
        SafeText(progress.target.map { Format.count($0) } ?? "--") + " " + unit + "  "
          + language(progress.source.phrase)),
      fact(Phrase("完成", "actual"), SafeText(Format.count(progress.actual)) + " " + unit),
    ]
    if let target = progress.target {
      lines.append(
        fact(
          Phrase("完成率", "attainment"),
          "\(percent)% = \(Format.count(progress.actual)) / \(Format.count(target))"))
      lines.append(
        fact(
          Phrase("时序进度", "pace"),
          "\(Format.percent(board.pace.ratio))% = \(board.pace.elapsed) / \(board.pace.total)"))
      lines.append(
        fact(
          Phrase("与时序差", "lead"), SafeText(Format.lead(progress.lead)) + language(Phrase(" 个百分点", " pp")),
          progress.status.role))
      lines.append(
        fact(
          Phrase("需日均", "required a day"),
          SafeText(Format.rate(progress.required))
            + "  (\(Format.count(max(0, target.addingSaturated(0 &- progress.actual)))) / \(board.workingDaysLeft))"))
    }
    lines += [
      fact(Phrase("近5个工作日日均", "recent 5 days"), SafeText(Format.rate(progress.recent5))),
      fact(Phrase("近20个工作日日均", "recent 20 days"), SafeText(Format.rate(progress.recent20))),
      fact(Phrase("倍数", "multiple"), SafeText(Format.multiple(progress.multiple))),
    ]
    // The plan's notes are written in English.
    if language == .en, let note = item.note { lines.append(fact(Phrase("说明", "note"), SafeText(note))) }
    lines += [.empty] + weeks(id, district: code)
    return (districtName(code) + "  " + item.short.text(language), lines)
  }

  /// The last twelve weeks as bars, the newest last.
  private func weeks(_ id: ItemID, district code: DistrictCode) -> [Line] {
    let series = WeeklySeries(loaded: loaded, item: id, district: code, weeks: 12)
    guard let most = series.values.max(), most > 0 else { return [] }
    var lines = [heading(Phrase("近12周", "last 12 weeks"))]
    for (start, value) in zip(series.starts, series.values) {
      let cells = Int((Double(max(0, value)) / Double(most) * 40).rounded())
      lines.append(
        Line([
          Span(SafeText(start.monthDay) + " ", .dim),
          Span(DisplayWidth().fit(SafeText(Format.count(value)), 10, align: .right) + " "),
          Span(SafeText(String(repeating: "#", count: cells)), .bar),
        ]))
    }
    return lines
  }
}

extension TargetSource {
  var phrase: Phrase {
    switch self {
    case .plan: Phrase("方案", "plan")
    case .file: Phrase("文件", "file")
    case .suggested: Phrase("建议", "suggested")
    case .none: Phrase("", "")
    }
  }
}
