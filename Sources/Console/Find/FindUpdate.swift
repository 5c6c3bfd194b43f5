import Policy
import Screen

/// What fits what is typed, on whichever page it is.
package struct FindState: Hashable, Sendable {
  /// The best first.
  var hits: [FindTarget] = []
  /// The one that Enter opens; nil: the list at hand has a match, and Enter stays there.
  var chosen: Int?

  /// Down goes into the list, up out of it again.
  mutating func move(down: Bool) {
    if down { return chosen = min(hits.count - 1, (chosen ?? -1) + 1) }
    chosen = chosen.flatMap { $0 > 0 ? $0 - 1 : nil }
  }
}

extension ConsoleState {
  /// No more are listed.
  private static let mostHits = 12

  /// The index, made here where nobody has made it yet: without readings, which take time.
  private mutating func index(of loaded: Loaded) -> FindIndex {
    if let findIndex, findIndex.readAt == loaded.snapshot.readAt { return findIndex }
    let made = FindIndex(loaded, findIndex?.romanisation ?? Romanisation())
    findIndex = made
    return made
  }

  /// What of everything fits a text.
  mutating func hits(of text: String) -> [FindTarget] {
    let query = Search.folded(text)
    guard let loaded, !query.isEmpty else { return [] }
    let index = index(of: loaded)
    let found = index.search(query, most: ConsoleState.mostHits).filter { exists($0.target) }
    let cases = caseHits(query, index.romanisation, loaded)
    return (found + cases).sorted { $0.fit < $1.fit }.prefix(ConsoleState.mostHits).map(\.target)
  }

  /// Cases come and go without the records, and are few.
  private func caseHits(
    _ query: String, _ romanisation: Romanisation, _ loaded: Loaded
  ) -> [(target: FindTarget, fit: FindIndex.Fit)] {
    let text = CaseText(language, loaded)
    return triage.order.enumerated().compactMap { order, number in
      guard let own = triage.own(number) else { return nil }
      let texts = [text.place(own).string + text.matter(own).string, own.handler ?? "", "#\(number)"]
      for (place, candidate) in texts.enumerated() {
        let read = romanisation.texts(candidate).map(Search.folded)
        guard read.contains(where: { $0.contains(query) }) else { continue }
        let target = FindTarget.caseFile(number)
        let tier = read.contains { $0.hasPrefix(query) } ? 1 : 2
        return (target, FindIndex.Fit(tier: tier, rank: target.rank, rest: place, order: order))
      }
      return nil
    }
  }

  private func exists(_ target: FindTarget) -> Bool {
    guard let loaded else { return false }
    switch target {
    case .file(let path): return loaded.file(path) != nil
    case .district(let code): return loaded.district(code) != nil
    default: return true
    }
  }

  /// Goes to where a target is, and selects it there.
  mutating func open(_ target: FindTarget) {
    switch target {
    case .district(let code):
      show(district: code)
      go(to: .district)
    case .plan(let row):
      go(to: .measures)
      leaveParts()
      show(measureRow: row)
    case .institution(let id):
      go(to: .institutions)
      select(id, inWholeOf: .institutions)
    case .base(let id):
      go(to: .bases)
      focus[.bases] = .bases
      select(id, inWholeOf: .bases)
    case .project(let base, let id):
      go(to: .bases)
      select(base, inWholeOf: .bases)
      focus[.bases] = .projects
      select(id, inWholeOf: .projects)
    case .caseFile(let number):
      go(to: .triage)
      focus[.triage] = .queue
      if let place = triage.places[number], !triage.view.holds(place, actor: settings.actor) { triage.view = .all }
      select(String(number), inWholeOf: .queue)
    case .file(let path):
      go(to: .data)
      focus[.data] = .files
      select(path, inWholeOf: .files)
    }
    if let loaded {
      tell(language(FindWord.found) + FindText(language, loaded, triage).title(target), for: 6)
    }
  }

  /// Selects a row; a filter that hides it is taken away.
  private mutating func select(_ row: String, inWholeOf pane: Pane) {
    if !rows(of: pane).contains(row) { lists[pane, default: ListState()].filter = "" }
    lists[pane, default: ListState()].selected = row
  }
}
