import Policy
import Screen

extension ConsoleState {
  /// Cases of the queue that the view and the filter hold, in the queue's order.
  func caseRows(_ loaded: Loaded) -> [String] {
    let text = CaseText(language, loaded)
    let query = Search.folded(list(.queue).filter)
    let compares = comparison(.queue, CaseQueue.Place.self, texts: { searchTexts($0, text) })
    return list(.queue).columns.sorted(sortedCases, self).filter { place in
      triage.view.holds(place, actor: settings.actor)
        && (query.isEmpty || compares?(place) ?? Search.matches(query, in: searchTexts(place, text)))
    }.map { String($0.own.number) }
  }

  private var sortedCases: [CaseQueue.Place] {
    let known = triage.places
    let places = triage.order.compactMap { known[$0] }
    switch list(.queue).sort {
    case .code: return places.sorted { $0.own.number < $1.own.number }
    case .newest: return places.sorted { $0.own.lastEntry > $1.own.lastEntry }
    case .district:
      return places.enumerated().sorted { a, b in
        a.element.own.subject.district == b.element.own.subject.district
          ? a.offset < b.offset : a.element.own.subject.district < b.element.own.subject.district
      }.map(\.element)
    case .name:
      return places.enumerated().sorted { a, b in
        let (left, right) = (a.element.own.handler ?? "", b.element.own.handler ?? "")
        return left == right ? a.offset < b.offset : left < right
      }.map(\.element)
    default: return places
    }
  }

  func searchTexts(_ place: CaseQueue.Place, _ text: CaseText) -> [String] {
    let own = place.own
    var texts = ["#\(own.number)", text.place(own).string, text.matter(own).string]
    texts += own.items.map { text.item($0).string }
    texts += [own.state.phrase.zh, own.state.phrase.en, own.level.phrase.zh, own.level.phrase.en]
    texts += [own.handler ?? TriageWord.unassigned.phrase.zh]
    if let district = loaded?.district(own.subject.district)?.district { texts += Search.texts(of: district) }
    if let handler = own.handler { texts += readings(handler) }
    return texts
  }

  /// Promises, by case and entry; the filter looks at place and item.
  func promiseRows(_ loaded: Loaded) -> [String] {
    let text = CaseText(language, loaded)
    let query = Search.folded(list(.promises).filter)
    return triage.promises.filter { judged in
      query.isEmpty
        || Search.matches(
          query,
          in: [text.place(judged.district).string, text.item(judged.promise.commitment.item).string])
    }.map { String($0.promise.entry) }
  }

  /// The promise of a row.
  func promise(row: String) -> PromiseRule.Judged? {
    Int(row).flatMap { entry in triage.promises.first { $0.promise.entry == entry } }
  }

  /// Entries of the case under the cursor, newest first.
  func timelineRows() -> [String] {
    guard let timeline = triage.timeline, timeline.key.number == queueCase?.number else { return [] }
    return timeline.entries.reversed().map { String($0.number) }
  }

  /// The case that the queue's cursor is on.
  var queueCase: Case? { selectedRow(of: .queue).flatMap { Int($0) }.flatMap { triage.own($0) } }
}
