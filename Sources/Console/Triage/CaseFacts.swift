import Policy
import Screen

/// What is known of a case, one fact a line, the most important first.
struct CaseFacts {
  private let state: ConsoleState
  private let loaded: Loaded
  private let place: CaseQueue.Place
  private let text: CaseText
  private var own: Case { place.own }
  private var language: Language { state.language }

  init(_ state: ConsoleState, _ loaded: Loaded, _ place: CaseQueue.Place) {
    self.state = state
    self.loaded = loaded
    self.place = place
    text = CaseText(state.language, loaded)
  }

  /// `#31 崇明 补贴培训滞后 +2项  办理中  黄单`.
  var title: Line {
    var line: Line = [
      Span(SafeText("#\(own.number) "), .title), Span(text.place(own) + " ", .title), Span(matter, .title),
      Span("  " + language(own.state.phrase), own.state.role),
    ]
    if own.level != .none { line.append("  " + language(own.level.phrase), own.level.role) }
    return line
  }

  private var matter: SafeText { text.matter(place) }

  /// Every fact.
  var all: [Line] { [standing, why] + others + record + dates + causes + onlookers }

  /// The most that so many rows hold.
  func most(_ rows: Int) -> [Line] {
    Array(([standing, why] + others + onlookers + causes + record + dates).prefix(rows))
  }

  /// Who handles it, by when.
  private var standing: Line {
    let handler = text.handler(own)
    var line: Line = [
      Span(language(TriageWord.handler) + " ", .dim), Span(handler.text + "  ", handler.role),
      Span(language(TriageWord.limit) + " ", .dim),
    ]
    if let limit = place.limit {
      line.append(text.step(limit) + SafeText(" " + limit.day.monthDay + "  "))
    }
    let left = text.limit(place)
    line.append(left.text, left.role)
    if own.isAwakened { line.append("  " + language(TriageWord.awakened), .watch) }
    if own.isRecovered { line.append("  " + language(TriageWord.recovered), .onPace) }
    if own.isSelfClosed { line.append("  " + language(TriageWord.selfClosed), .watch) }
    return line
  }

  private var why: Line { text.severity(place.severity) }

  /// The other lagging items, each with how far it is behind.
  private var others: [Line] {
    guard case .lagging(let worst) = place.severity else { return [] }
    let rest = own.items.filter { $0 != worst.item }
    guard !rest.isEmpty else { return [] }
    var line = Line(language(TriageWord.other) + " ", .dim)
    for id in rest {
      line.append(text.item(id) + " ")
      let progress = loaded.board.progress(id, own.subject.district, city: loaded.snapshot.plan.cityCode)
      line.append(SafeText(Format.lead(progress?.lead) + "  "), progress?.status.role ?? .text)
    }
    return [line]
  }

  private var dates: [Line] {
    var line: Line = [
      Span(language(TriageWord.opened) + " ", .dim), Span(SafeText(ShanghaiTime(seconds: own.openedAt.seconds).stamp)),
    ]
    func add(_ word: TriageWord, _ day: Day?) {
      guard let day else { return }
      line.append("  " + language(word) + " ", .dim)
      line.append(SafeText(day.monthDay))
    }
    add(.signed, own.acknowledgedAt?.day)
    add(.nextLook, own.nextLook)
    add(.asked, own.askedExtension)
    add(.extended, own.extendedTo)
    if let previous = own.previous {
      line.append("  " + language(TriageWord.before) + SafeText(" #\(previous)"), .dim)
    }
    return [line]
  }

  /// How the place has kept what it promised this year.
  private var record: [Line] {
    guard let record = state.triage.records[own.subject.district] else { return [] }
    var line = Line(language(TriageWord.record) + " ", .dim)
    for (word, count, role) in [
      (TriageWord.kept, record.kept, Role.done), (.missed, record.missed, .lagging), (.open, record.open, .text),
    ] {
      line.append(language(word) + " ", .dim)
      line.append(SafeText("\(count)  "), count > 0 ? role : .dim)
    }
    return [line]
  }

  /// Where most of the gap comes from: months always, institutions as soon as rows have told.
  private var causes: [Line] {
    guard case .lagging(let worst) = place.severity, let item = worst.item else { return [] }
    let breakdown = state.triage.breakdown.flatMap { $0.item == item && $0.district == own.subject.district ? $0 : nil }
    guard let explanation = loaded.explanation(item, own.subject.district, breakdown) else { return [] }
    let rows = GapRows(language: language, loaded: loaded)
    func worstParts(_ split: GapSplit, _ count: Int) -> Line? {
      guard let parts = explanation.parts(split)?.parts.filter({ $0.gap > 0 }), !parts.isEmpty else { return nil }
      var line = Line(language(split.heading) + " ", .dim)
      for part in parts.sorted(by: { $0.gap > $1.gap }).prefix(count) {
        line.append(rows.name(part.subject) + " ")
        line.append(SafeText("-" + Format.count(part.gap) + "  "), .lagging)
      }
      return line
    }
    let lines = [worstParts(.month, 3), worstParts(.institution, 2), worstParts(.occupation, 2)].compactMap { $0 }
    guard let first = lines.first else { return [] }
    return [Line(language(TriageWord.cause) + " ", .dim) + first] + lines.dropFirst()
  }

  private var onlookers: [Line] {
    guard let names = state.triage.onlookers[own.number], !names.isEmpty else { return [] }
    let text = names.map { SafeText($0) }.joined(separator: " ")
    return [Line([Span(language(Phrase("正在看: ", "also looking: ")), .dim), Span(text, .watch)])]
  }

  /// A promise of the case.
  func line(_ judged: PromiseRule.Judged) -> Line {
    let promise = judged.promise.commitment
    let verdict = text.verdict(judged.verdict)
    return Line([
      Span(text.item(promise.item) + " "), Span(SafeText(promise.due.monthDay + " ")),
      Span(language(TriageWord.promised) + " ", .dim), Span(SafeText(Format.count(promise.value) + "  ")),
      Span(language(TriageWord.actual) + " ", .dim), Span(SafeText(Format.count(judged.actual) + "  ")),
      Span(verdict.text, verdict.role),
    ])
  }
}
