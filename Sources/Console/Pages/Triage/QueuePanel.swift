import Policy
import Screen

/// The queue: one case a row, what matters most at the left.
struct QueuePanel {
  private let state: ConsoleState
  private let text: CaseText

  init(_ state: ConsoleState, _ loaded: Loaded) {
    self.state = state
    text = CaseText(state.language, loaded)
  }

  /// The table for a place so wide: the reason stands where there is room for it.
  func table(in columns: Int) -> Table {
    let language = state.language
    let columns = [
      language.column(TriageWord.number.phrase, 5, priority: 100),
      language.column(TriageWord.state.phrase, 8, priority: 96),
      language.column(TriageWord.place.phrase, 9, priority: 99),
      language.column(
        TriageWord.matter.phrase, columns < 80 ? 16 : 20, ideal: 26, priority: 98, flexible: columns < 100),
      language.column(TriageWord.limit.phrase, 10, priority: 97),
      language.column(TriageWord.handler.phrase, 7, ideal: 10, priority: 95),
      language.column(TriageWord.level.phrase, 8, priority: 90),
      language.column(TriageWord.weight.phrase, 9, align: .right, priority: 85),
      language.column(TriageWord.reason.phrase, 24, priority: 40, flexible: columns >= 100),
    ]
    return state.table(.queue, columns: columns) { [self] row in
      guard let number = Int(row), let place = state.triage.places[number] else { return [] }
      return cells(place)
    }
  }

  private func cells(_ place: CaseQueue.Place) -> [TableCell] {
    let own = place.own
    let quiet: Role? = place.group >= .snoozed ? .dim : nil
    let limit = text.limit(place)
    let handler = text.handler(own)
    var weight: TableCell = figure("--")
    if case .lagging(let worst) = place.severity, let shortfall = worst.shortfall {
      weight = figure(Format.decimal(shortfall, places: 0), quiet ?? .text)
    }
    let reason = text.short(place.severity)
    return [
      state.name(SafeText("#\(own.number)"), .queue, String(own.number), quiet ?? .key),
      .text(state.language(own.state.phrase), quiet ?? own.state.role),
      .text(text.place(own), quiet ?? .text),
      .text(text.matter(place), quiet ?? .text),
      .text(limit.text, quiet ?? limit.role),
      .text(handler.text, quiet ?? handler.role),
      .text(state.language(own.level.phrase), quiet ?? own.level.role),
      weight,
      .line(quiet == nil ? reason : Line(reason.text, .dim)),
    ]
  }
}
