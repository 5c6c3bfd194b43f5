import Policy
import Screen

extension FormulaWriter {
  /// A counted item in a district or the city (`rules.md`, Pace and progress).
  func counted(_ id: ItemID, _ code: DistrictCode) -> [FormulaLine] {
    guard let progress = board.progress(id, code, city: plan.cityCode) else { return [] }
    let operands = CountedOperands(plan: plan, facts: facts, board: board, progress: progress, district: code)
    let unit = language == .zh ? loaded.item(id)?.unit ?? "" : ""
    var lines = [
      FormulaLine(
        language(ProvenanceWord.status), language(progress.status.word), note: reason(progress, code),
        role: progress.status.role),
      target(progress, unit, operands),
      actual(progress, unit),
    ]
    if let target = progress.target { lines += againstTarget(progress, target, operands) }
    for window in [operands.recent5, operands.recent20] {
      lines.append(
        line(
          window.days == 5 ? .recent5 : .recent20, Format.rate(window.days == 5 ? progress.recent5 : progress.recent20),
          "\(FormulaWriter.term(Format.count(window.counted))) / \(window.days)",
          note: language(ProvenanceWord.workingDays) + SafeText("  \(window.first.monthDay)..\(window.last.monthDay)")))
    }
    let rate = operands.recent20
    lines.append(
      line(
        .multiple, Format.multiple(progress.multiple),
        progress.multiple == nil
          ? ""
          : "(\(shortfall(progress, operands)) / \(operands.workingDaysLeft)) / "
            + "(\(FormulaWriter.term(Format.count(rate.counted))) / \(rate.days))"))
    return lines
  }

  private func againstTarget(_ progress: ItemProgress, _ target: Int64, _ operands: CountedOperands) -> [FormulaLine] {
    let ratio = "\(FormulaWriter.term(Format.count(progress.actual))) / \(Format.count(target))"
    let pace = "\(operands.elapsed) / \(operands.days)"
    return [
      line(.pace, Format.percent(progress.pace) + "%", pace, note: language(ProvenanceWord.days)),
      line(
        .attainment, progress.attainment == nil ? "--" : Format.percent(progress.attainment) + "%",
        progress.attainment == nil ? "" : ratio),
      line(
        .lead, Format.lead(progress.lead) + (progress.lead == nil ? "" : language(ProvenanceWord.points).string),
        progress.lead == nil ? "" : "\(ratio) - \(pace)", role: progress.status.role),
      line(
        .required, Format.rate(progress.required),
        progress.required == nil ? "" : "\(shortfall(progress, operands)) / \(operands.workingDaysLeft)",
        note: progress.required == nil ? "" : language(ProvenanceWord.workingDays)),
    ]
  }

  /// What is missing, as a difference where anything is.
  private func shortfall(_ progress: ItemProgress, _ operands: CountedOperands) -> String {
    guard let target = progress.target, operands.short > 0 else { return "0" }
    return "(\(Format.count(target)) - \(FormulaWriter.term(Format.count(progress.actual))))"
  }

  /// What the files give, which must be what the page shows.
  private func actual(_ progress: ItemProgress, _ unit: String) -> FormulaLine {
    let shown = Format.count(progress.actual) + " " + unit
    guard let provenance else { return line(.actual, shown) }
    if provenance.counted != progress.actual || provenance.asOf != board.asOf {
      return line(.actual, shown, note: language(ProvenanceWord.mismatch), role: .warning)
    }
    let parts = provenance.files.compactMap { file -> String? in
      if file.table == "progress", case .count(let part) = file.value { Format.count(part) } else { nil }
    }
    return sum(.actual, shown, of: parts, many: .filesSum)
  }

  private func target(_ progress: ItemProgress, _ unit: String, _ operands: CountedOperands) -> FormulaLine {
    let shown = (progress.target.map { Format.count($0) } ?? "--") + " " + unit
    switch progress.source {
    case .plan:
      return line(.target, shown, note: language(ProvenanceWord.fromPlan) + SafeText(" " + plan.document.number))
    case .file:
      let place = provenance?.target.map { " \($0.path):\($0.line)" } ?? ""
      return line(.target, shown, note: language(ProvenanceWord.fromFile) + SafeText(place))
    case .none: return line(.target, shown)
    case .suggested:
      guard let share = operands.share else { return line(.target, shown) }
      return line(
        .target, shown,
        "\(Format.count(share.target)) x \(Format.count(share.residents)) / \(Format.count(share.all))",
        note: language(ProvenanceWord.suggested))
    }
  }

  // MARK: Status

  /// Why the status is what it is.
  private func reason(_ progress: ItemProgress, _ code: DistrictCode) -> SafeText {
    let thresholds = plan.thresholds
    func bound(_ bound: Thresholds.Bound) -> String { Format.lead(Double(bound.lead.hundredths) / 100) }
    let mark = SafeText("  ") + language(ProvenanceWord.byDefault)
    let lead = Format.lead(progress.lead)
    switch progress.status {
    case .noTarget: return ""
    case .done:
      return SafeText("\(Format.count(progress.actual)) >= \(progress.target.map { Format.count($0) } ?? "--")")
    case .silent:
      guard let latest = loaded.district(code)?.latest else { return language(ProvenanceWord.neverReported) + mark }
      let gap = board.asOf - latest
      return SafeText("\(latest.monthDay)..\(board.asOf.monthDay): \(gap) > \(thresholds.silentAfterDays) ")
        + language(ProvenanceWord.days) + mark
    case .onPace:
      return SafeText("\(lead) \(thresholds.onPace.inclusive ? ">=" : ">") \(bound(thresholds.onPace))") + mark
    case .watch:
      let above = thresholds.watch.inclusive ? "<=" : "<"
      let below = thresholds.onPace.inclusive ? "<" : "<="
      return SafeText("\(bound(thresholds.watch)) \(above) \(lead) \(below) \(bound(thresholds.onPace))") + mark
    case .lagging:
      return SafeText("\(lead) \(thresholds.watch.inclusive ? "<" : "<=") \(bound(thresholds.watch))") + mark
    }
  }
}
