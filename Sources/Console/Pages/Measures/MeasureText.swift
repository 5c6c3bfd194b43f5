import Policy
import Screen

/// How something stands, as a mark and a word in a role.
struct StandingWord {
  let mark: SafeText
  let word: SafeText
  let role: Role

  init(_ status: Status, _ language: Language) {
    (mark, word, role) = (status.mark, language(status.word), status.role)
  }

  init(_ status: MilestoneStatus, _ language: Language) {
    (mark, word, role) = (status.mark, language(status.word), status.role)
  }

  /// A register's: it has a light only while an entry is stuck.
  init(_ register: RegisterBoard, _ language: Language) {
    let isEmpty = register.stages.allSatisfy { $0.entries == 0 }
    let phrase: MeasureWord = register.stuck > 0 ? .stuck : isEmpty ? .noEntries : .noneStuck
    mark = register.stuck > 0 ? Status.watch.mark : Status.noTarget.mark
    word = language(phrase)
    role = register.stuck > 0 ? .watch : .noTarget
  }

  var line: Line { [Span(mark, role), Span(" " + word, role)] }
}

/// What a row of the plan's tree says: its name, how it stands, and in a few cells why.
struct MeasureText {
  let status: StandingWord
  private let line: MeasureRow
  private let loaded: Loaded
  private let language: Language

  init(_ line: MeasureRow, _ loaded: Loaded, _ language: Language) {
    self.line = line
    self.loaded = loaded
    self.language = language
    status = MeasureText.status(line, loaded, language)
  }

  private static func status(_ line: MeasureRow, _ loaded: Loaded, _ language: Language) -> StandingWord {
    if case .item(let id) = line {
      if let milestone = loaded.milestone(id) { return StandingWord(milestone.city.status, language) }
      switch loaded.measureItem(id) {
      case .register(let register): return StandingWord(register, language)
      case .counted(_, let status), .institutions(_, let status), .bases(_, let status):
        return StandingWord(status, language)
      case .milestone, nil: return StandingWord(.noTarget, language)
      }
    }
    return StandingWord(loaded.light(of: line) ?? .noTarget, language)
  }

  /// The whole title; an item's begins with its id.
  var title: SafeText {
    let plan = loaded.snapshot.plan
    switch line {
    case .section(let number):
      return plan.sections.first { $0.number == number }?.title.text(language) ?? SafeText(String(number))
    case .measure(let number):
      guard let measure = plan.measures.first(where: { $0.number == number }) else { return SafeText(String(number)) }
      return SafeText(measure.ordinal) + (language == .en ? " " : "") + measure.title.text(language)
    case .item(let id): return SafeText(id.rawValue) + "  " + (loaded.item(id)?.label.text(language) ?? "")
    case .duties: return language(MeasureWord.duties)
    }
  }

  /// The title as it stands in a table, in so many cells: a measure by its number, an item by its short name where the
  /// whole one does not fit.
  func name(in cells: Int, _ widths: DisplayWidth) -> SafeText {
    switch line {
    case .measure(let number):
      guard let measure = loaded.snapshot.plan.measures.first(where: { $0.number == number }) else { return title }
      return SafeText((number < 10 ? " " : "") + "\(number) ") + measure.title.text(language)
    case .item(let id):
      guard widths.width(of: title) > cells, let item = loaded.item(id) else { return title }
      return SafeText(id.rawValue) + "  " + item.short.text(language)
    case .section, .duties: return title
    }
  }

  /// The figure that one looks at first.
  var glance: Line {
    guard case .item(let id) = line else { return counts(of: loaded.children(of: line).map { loaded.light(of: $0) }) }
    if let duty = loaded.board.closing.first(where: { $0.id == id }) {
      let done = duty.districts.count { $0.state.done != nil }
      return Line("\(done)/\(duty.districts.count)", .dim)
    }
    if let milestone = loaded.milestone(id) { return glance(milestone.city) }
    switch loaded.measureItem(id) {
    case .counted: return counted(id)
    case .register(let register):
      let entries = register.stages.reduce(0) { $0 + $1.entries }
      guard register.stuck > 0 else { return Line("\(entries)", .dim) }
      return [Span("\(entries)", .dim), Span(" " + language(MeasureWord.stuck) + " \(register.stuck)", .watch)]
    case .institutions:
      let poor = loaded.board.institutions.count { $0.grade == .d }
      return [Span("\(loaded.board.institutions.count)", .dim), Span(poor > 0 ? " D \(poor)" : "", .watch)]
    case .bases:
      let flags = loaded.board.bases.reduce(0) { $0 + $1.funding.flags }
      let label = " " + language(MeasureWord.flags) + " \(flags)"
      return [Span("\(loaded.board.bases.count)", .dim), Span(flags > 0 ? label : "", .watch)]
    case .milestone, nil: return .empty
    }
  }

  private func counted(_ id: ItemID) -> Line {
    guard let progress = loaded.board.city.first(where: { $0.id == id }) else { return .empty }
    guard progress.target != nil else { return Line(SafeText(Format.short(progress.actual, language)), .dim) }
    let role: Role = progress.status == .onPace ? .text : progress.status.role
    let lead: Line = progress.lead == nil ? .empty : [Span(SafeText(" " + Format.lead(progress.lead)), role)]
    return [Span(SafeText(Format.percent(progress.attainment) + "%"))] + lead
  }

  private func glance(_ state: MilestoneState) -> Line {
    if let done = state.done { return Line(SafeText(done.monthDay), .dim) }
    guard let due = state.due else { return Line(language(MeasureWord.noDay), .dim) }
    let days = due - loaded.board.asOf
    let sign = SafeText(days < 0 ? " \(days)" : " +\(days)") + (language == .zh ? "天" : "d")
    return [Span(SafeText(due.monthDay), .dim), Span(sign, state.status == .open ? .dim : state.status.role)]
  }

  /// How many lag and how many are on watch; all of them where none does.
  private func counts(of lights: [Status?]) -> Line {
    let parts = [Status.lagging, .watch].compactMap { status -> Line? in
      let count = lights.count { $0 == status }
      return count == 0 ? nil : Line(status.mark + SafeText(" \(count)"), status.role)
    }
    guard parts.isEmpty else { return .joined(parts, separator: "  ") }
    return Line(MeasureWord.inAll.phrase.text(language, number: lights.count), .dim)
  }

  /// Fields of a copied row.
  var copied: [String] { [line.row, title.string, status.word.string, glance.text.string] }
}
