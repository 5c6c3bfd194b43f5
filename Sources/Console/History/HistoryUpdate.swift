import Policy

extension ConsoleState {
  /// Changes that were asked for. What was asked before the base or the day changed comes too late.
  mutating func receive(_ question: ChangesQuestion, _ result: Result<KnownChanges, StoreTrouble>) {
    guard case .changes(var shown) = overlay, shown.question == question else { return }
    switch result {
    case .success(let answer):
      shown.answer = answer
      shown.trouble = nil
    case .failure(let trouble): shown.trouble = trouble
    }
    overlay = .changes(shown)
    settleChanges()
  }

  /// Revisions that were asked for; late ones are dropped.
  mutating func receive(_ question: RevisionsQuestion, _ result: Result<RevisionList, StoreTrouble>) {
    if case .success(let list) = result { receiveBesideGap(list) }
    guard case .revisions(var shown) = overlay, shown.question == question else { return }
    switch result {
    case .success(let list):
      shown.list = list
      shown.trouble = nil
    case .failure(let trouble): shown.trouble = trouble
    }
    overlay = .revisions(shown)
    settleRevisions()
  }

  /// After the board or what is kept has changed: what is shown of it is asked for again.
  mutating func askHistoryAgain() -> [Effect] {
    switch overlay {
    case .changes(var shown):
      if let loaded { shown.question.asOf = loaded.board.asOf }
      overlay = .changes(shown)
      return [.loadChanges(shown.question)]
    case .revisions(let shown): return [.loadRevisions(shown.question)]
    default: return []
    }
  }

  /// The store has kept a version, so that nothing keeps it from doing so.
  mutating func noteVersionKept() -> [Effect] {
    if storeTrouble?.isPassing == true { storeTrouble = nil }
    return askHistoryAgain()
  }

  /// The store cannot be used, or something became of it: said once.
  mutating func note(_ trouble: StoreTrouble) {
    guard storeTrouble != trouble else { return }
    storeTrouble = trouble
    tell(StoreWords.short(trouble, language), for: 10)
  }

  /// Keeps the selected row in sight.
  mutating func settleChanges() {
    guard case .changes(var shown) = overlay else { return }
    let layout = ChangesLayout(self, shown)
    shown.offset = ConsoleState.offset(shown.offset, layout.place, count: layout.rows.count, height: layout.height)
    overlay = .changes(shown)
  }

  mutating func settleRevisions() {
    guard case .revisions(var shown) = overlay else { return }
    let layout = RevisionsLayout(self, shown)
    shown.offset = ConsoleState.offset(shown.offset, layout.place, count: layout.rows.count, height: layout.height)
    overlay = .revisions(shown)
  }

  private static func offset(_ offset: Int, _ place: Int?, count: Int, height: Int) -> Int {
    let place = place ?? 0
    return max(0, min(max(min(offset, place), place - height + 1), count - height))
  }
}
