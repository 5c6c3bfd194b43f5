import Policy
import Screen

extension HeadWriter {
  /// A register as a funnel: entries per stage, how old the oldest is, what moved this month, what is stuck.
  func register(_ item: Item, _ parts: MeasureParts) -> [HeadBlock] {
    guard let register = loaded.register(item.id) else { return [] }
    let entries = Array(parts.entries.values)
    let total = register.stages.reduce(0) { $0 + $1.entries }
    var facts = [
      labelled(.entries, Line("\(total)")),
      labelled(.stuck, Line("\(register.stuck)", register.stuck > 0 ? .watch : .text)),
      labelled(.moved, Line("\(register.movedThisMonth)")),
    ]
    if register.stuck == 0 { facts.append(Line(language(MeasureWord.noLight), .dim)) }
    var blocks = [
      HeadBlock(.facts(facts)),
      HeadBlock(.drawing(funnel(register, entries), rows: register.stages.count), rank: 1),
    ]
    if item.split, let line = districts(entries) { blocks.append(HeadBlock(.facts(line), rank: 3)) }
    blocks.append(HeadBlock(.facts(conditions(item)), rank: 4))
    return blocks
  }

  private func funnel(_ register: RegisterBoard, _ entries: [RegisterEntry]) -> BarChart {
    let firstOfMonth = board.asOf - (board.asOf.civil.day - 1)
    let bars = register.stages.enumerated().map { index, stage in
      let here = entries.filter { $0.stage == index }
      let stuck = here.count { $0.stuck }
      let moved = here.count { $0.since >= firstOfMonth }
      var notes: [SafeText] = []
      if let oldest = stage.oldestDays { notes.append(MeasureWord.oldest.phrase.text(language, number: oldest)) }
      if stuck > 0 { notes.append(language(MeasureWord.stuck) + " \(stuck)") }
      if moved > 0 { notes.append(language(MeasureWord.moved) + " \(moved)") }
      return BarChart.Bar(
        SafeText(stage.name), value: Double(stage.entries), figure: "\(stage.entries)",
        note: notes.joined(separator: "  "), role: stuck > 0 ? .watch : .bar)
    }
    // Bars take a third of the room at most, so that what is said of each stage has its own.
    let most = register.stages.map(\.entries).max() ?? 0
    return BarChart(bars, top: Double(max(1, most)) * 3)
  }

  /// How many entries each district has; nil where none has any.
  private func districts(_ entries: [RegisterEntry]) -> [Line]? {
    var counts: [DistrictCode: (all: Int, stuck: Int)] = [:]
    for entry in entries {
      guard let code = entry.district else { continue }
      counts[code, default: (0, 0)].all += 1
      if entry.stuck { counts[code, default: (0, 0)].stuck += 1 }
    }
    guard !counts.isEmpty else { return nil }
    let order = counts.sorted { a, b in
      if a.value.stuck != b.value.stuck { return a.value.stuck > b.value.stuck }
      return a.value.all == b.value.all ? a.key < b.key : a.value.all > b.value.all
    }
    return [Line(language(MeasureWord.byDistrict), .dim)]
      + order.map { code, count in
        let stuck = count.stuck > 0 ? SafeText("(") + language(MeasureWord.stuck) + " \(count.stuck))" : ""
        return Line([
          Span(PlaceName.text(code, loaded, language) + " ", .dim), Span("\(count.all)"), Span(stuck, .watch),
        ])
      }
  }

  /// What the counts rest on: how sure the stages are, when an entry is stuck, whether names are kept.
  private func conditions(_ item: Item) -> [Line] {
    let days = plan.thresholds.stuckAfterDays
    let isDefault = days == Thresholds.standard.stuckAfterDays
    var lines = [
      labelled(.stage, Line(language(item.stagesBasis.word), item.stagesBasis == .assumed ? .watch : .text)),
      Line(MeasureWord.stuckAfter.phrase.text(language, number: days), .dim) + assumed(isDefault),
    ]
    if item.people { lines.append(Line(language(MeasureWord.people), .dim)) }
    return lines
  }
}

/// A place in few cells: a district's short name, or the city's.
enum PlaceName {
  static func text(_ code: DistrictCode?, _ loaded: Loaded, _ language: Language) -> SafeText {
    guard let code, code != loaded.snapshot.plan.cityCode else { return language(MeasureWord.cityOwn) }
    return loaded.district(code)?.district.shortName(language) ?? SafeText(code.rawValue)
  }
}
