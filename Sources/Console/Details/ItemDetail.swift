import Policy
import Screen

extension DetailWriter {
  /// A counted item in a district or the city: every figure of the rules with the numbers it comes from.
  func item(_ id: ItemID, district code: DistrictCode) -> (SafeText, [Line]) {
    guard let item = loaded.item(id) else { return (SafeText(id.rawValue), []) }
    guard let progress = loaded.progress(TargetKey(district: code, item: id)) else {
      return (SafeText(id.rawValue), [])
    }
    // The plan names units in Chinese only.
    let unit = language == .zh ? SafeText(item.unit) : ""
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
    if let forecast = progress.forecast {
      let count = { (value: Double) in Format.decimal(value, places: 0) }
      lines.append(
        fact(
          Phrase("年末预测", "forecast"),
          SafeText("p10 \(count(forecast.p10))  p50 \(count(forecast.p50))  p90 \(count(forecast.p90))")))
      lines.append(fact(Phrase("达标把握", "outlook"), forecast.line(language)))
    }
    return (loaded.placeName(code, language) + "  " + item.short.text(language), lines)
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
