import Policy
import Screen

/// What the details say of the selected row of the plan's tree above its parts: its place in the plan, how it stands and
/// why, by its kind.
struct MeasureHead {
  let blocks: [HeadBlock]

  init(_ parts: MeasureParts, _ loaded: Loaded, _ settings: ConsoleSettings) {
    let writer = HeadWriter(
      loaded: loaded, language: settings.language,
      glyphs: Glyphs(settings.glyphs, ambiguousWidth: settings.ambiguousWidth))
    switch parts.owner {
    case .section, .duties: blocks = writer.branch(parts.owner)
    case .measure(let number): blocks = writer.measure(number)
    case .item(let id):
      guard let item = parts.item else {
        blocks = [HeadBlock(.text(Line(SafeText(id.rawValue))))]
        return
      }
      blocks = [writer.standing(item)] + writer.kind(item, parts) + writer.texts(item)
    }
  }
}

/// Writes the blocks of ``MeasureHead``.
struct HeadWriter {
  let loaded: Loaded
  let language: Language
  let glyphs: Glyphs

  var board: Board { loaded.board }
  var plan: Plan { loaded.snapshot.plan }

  // MARK: Sections, duties and measures

  func branch(_ row: MeasureRow) -> [HeadBlock] {
    var blocks = [HeadBlock(.facts([MeasureText(row, loaded, language).status.line] + tally(of: row)))]
    if row == .duties { blocks.append(HeadBlock(.text(Line(language(MeasureWord.everyDistrict), .dim)), rank: 1)) }
    return blocks
  }

  func measure(_ number: Int) -> [HeadBlock] {
    guard let measure = plan.measures.first(where: { $0.number == number }) else { return [] }
    let row = MeasureRow.measure(number)
    var facts = [MeasureText(row, loaded, language).status.line] + tally(of: row)
    facts.append(labelled(.level, Line(language(measure.level.word))))
    var blocks = [HeadBlock(.facts(facts))]
    if let summary = measure.summary { blocks.append(HeadBlock(.text(Line(summary.text(language))), rank: 1)) }
    if let section = plan.sections.first(where: { $0.number == measure.section }) {
      blocks.append(HeadBlock(.text(labelled(.partOf, Line(section.title.text(language), .dim))), rank: 2))
    }
    return blocks
  }

  /// How many of the rows below have which light.
  private func tally(of row: MeasureRow) -> [Line] {
    let lights = loaded.children(of: row).map { loaded.light(of: $0) }
    let order: [Status] = [.lagging, .watch, .onPace, .done, .noTarget]
    let total = Line(MeasureWord.inAll.phrase.text(language, number: lights.count), .dim)
    return [total]
      + order.compactMap { status in
        let count = lights.count { ($0 ?? .noTarget) == status }
        return count == 0 ? nil : Line([Span(language(status.word) + " ", .dim), Span("\(count)", status.role)])
      }
  }

  // MARK: Items

  /// How the item stands, and what kind of thing it is: kind, who delivers it, how sure the line is.
  func standing(_ item: Item) -> HeadBlock {
    var facts = [MeasureText(.item(item.id), loaded, language).status.line, Line(language(item.kind.word))]
    facts.append(Line(language(item.level.word)))
    let isSure = item.basis == .plan || item.basis == .implied
    facts.append(labelled(.basis, Line(language(item.basis.word), isSure ? .text : .watch)))
    // The plan names units in Chinese only.
    if language == .zh, !item.unit.isEmpty { facts.append(labelled(.unit, Line(SafeText(item.unit)))) }
    if item.recurring { facts.append(Line(language(MeasureWord.recurring))) }
    return HeadBlock(.facts(facts))
  }

  func kind(_ item: Item, _ parts: MeasureParts) -> [HeadBlock] {
    switch item.kind {
    case .counted: counted(item)
    case .milestone: milestone(item, parts)
    case .register: register(item, parts)
    case .institution: institutions()
    case .base: bases()
    }
  }

  /// What the plan says of it besides.
  func texts(_ item: Item) -> [HeadBlock] {
    var blocks: [HeadBlock] = []
    if let parent = item.parent {
      let name = loaded.item(parent)?.short.text(language) ?? ""
      blocks.append(HeadBlock(.text(labelled(.partOf, Line(SafeText(parent.rawValue) + " " + name))), rank: 4))
    }
    if !item.steps.isEmpty {
      blocks.append(HeadBlock(.text(labelled(.steps, Line(SafeText(item.steps.joined(separator: " > "))))), rank: 3))
    }
    if let rule = item.rule { blocks.append(HeadBlock(.text(labelled(.rule, Line(rule.text(language)))), rank: 3)) }
    // The plan's aims are written in Chinese, its notes in English.
    if language == .zh, let goal = item.goal {
      blocks.append(HeadBlock(.text(labelled(.goal, Line(SafeText(goal)))), rank: 4))
    }
    if language == .en, let note = item.note {
      blocks.append(HeadBlock(.text(labelled(.note, Line(SafeText(note)))), rank: 5))
    }
    blocks += item.baselines.map { HeadBlock(.text(baseline($0, of: item)), rank: 6) }
    return blocks
  }

  private func baseline(_ baseline: Baseline, of item: Item) -> Line {
    let isWhole = baseline.value.rounded() == baseline.value
    let value = SafeText(Format.decimal(baseline.value, places: isWhole ? 0 : 4))
    let unit = language == .zh ? SafeText(" " + (baseline.unit ?? item.unit)) : ""
    return labelled(
      .history,
      [
        Span(SafeText(baseline.period) + "  "), Span(value), Span(unit + "  "),
        Span(SafeText(baseline.source), .dim),
      ])
  }

  // MARK: Pieces

  func labelled(_ word: MeasureWord, _ line: Line) -> Line { Line([Span(language(word) + " ", .dim)]) + line }

  func labelled(_ phrase: Phrase, _ line: Line) -> Line { Line([Span(language(phrase) + " ", .dim)]) + line }

  /// 缺省, where no published rule or plan fixes it.
  func assumed(_ isAssumed: Bool) -> Line {
    isAssumed ? Line(" " + language(CommonWord.assumed), .watch) : .empty
  }
}
