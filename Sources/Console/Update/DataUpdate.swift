import Policy

extension ConsoleState {
  /// Seconds for which a figure that moved stays marked.
  static let highlightSeconds = 12.0

  /// A new snapshot: shown at once, or kept waiting while refresh is paused or something is being read.
  mutating func receive(_ loaded: Loaded) -> [Effect] {
    if self.loaded != nil, holdsRefresh {
      waiting = loaded
      waitingCount += 1
      return []
    }
    // A board of another day than the one asked for would show wrong totals, if only for a frame.
    var loaded = loaded
    let day = boardDay(in: loaded)
    if loaded.board.asOf != day {
      loaded.board = Board(plan: loaded.snapshot.plan, facts: loaded.snapshot.facts, asOf: day)
    }
    let old = self.loaded
    adopt(loaded)
    return retrace(since: old) + askHistoryAgain()
  }

  /// New snapshots wait: refresh is paused, or something is being read that must not move. Provenance, the parts of a
  /// gap, changes and revisions follow them.
  private var holdsRefresh: Bool {
    switch overlay {
    case .provenance, .gap, .changes, .revisions, nil: paused
    default: true
    }
  }

  /// Shows what has waited, once nothing holds it back.
  mutating func releaseWaiting() -> [Effect] {
    guard let loaded = waiting, !holdsRefresh else { return [] }
    waiting = nil
    waitingCount = 0
    return receive(loaded)
  }

  /// The board of another day for the snapshot shown. A board of an older snapshot, or of a day that is no longer asked
  /// for, is too late and dropped.
  mutating func show(_ board: Board, readAt: Double) {
    guard var loaded, loaded.snapshot.readAt == readAt, board.asOf == boardDay(in: loaded) else { return }
    loaded.board = board
    data = .ready(loaded)
    reorder(board)
    weighCases()
  }

  private mutating func adopt(_ loaded: Loaded) {
    if let old = self.loaded, asOf == nil { mark(from: old.board, to: loaded.board) }
    let first = self.loaded == nil
    let pinned = anchors
    if let old = self.loaded { followProblems(from: old, to: loaded) }
    data = .ready(loaded)
    // The last problem of a group may have been mended.
    if let problemGroup, group(row: problemGroup, in: loaded) == nil { regroup() }
    if first || !holdsOrder || Set(districtOrder) != Set(loaded.board.districts.map(\.district.code)) {
      reorder(loaded.board)
    }
    weighCases()
    restore(pinned)
  }

  /// A problem is listed by its place in the snapshot: selection and marks follow the problem to its new place.
  private mutating func followProblems(from old: Loaded, to new: Loaded) {
    var list = list(.problems)
    func place(_ row: String) -> String? {
      guard let problem = problem(row: row, in: old) else { return nil }
      return new.problems.problems(ofFile: problem.path).first { new.snapshot.problems[$0] == problem }.map {
        String($0)
      }
    }
    // Nobody chose a first row, yet it is held like any other.
    let current = list.selected ?? (page == .data ? selectedRow(of: .problems) : nil)
    list.selected = current.flatMap { place($0) ?? $0 }
    // A group's row is its own name.
    list.marks = Set(list.marks.compactMap { Int($0) == nil ? $0 : place($0) })
    lists[.problems] = list
  }

  private mutating func mark(from old: Board, to new: Board) {
    var deltas: [TargetKey: Int64] = [:]
    let before = Dictionary(old.districts.map { ($0.district.code, $0) }, uniquingKeysWith: { first, _ in first })
    for district in new.districts {
      guard let earlier = before[district.district.code] else { continue }
      for (item, was) in zip(district.items, earlier.items) where item.id == was.id && item.actual != was.actual {
        deltas[TargetKey(district: district.district.code, item: item.id)] = item.actual.addingSaturated(
          0 &- was.actual)
      }
    }
    guard !deltas.isEmpty else { return }
    highlights.deltas = deltas
    highlights.until = now + ConsoleState.highlightSeconds
  }

  mutating func reorder(_ board: Board) { districtOrder = orderedDistricts(board) }

  /// On which line of its window each list's cursor stands: a refresh must not move it.
  var anchors: [Pane: (row: String, line: Int)] {
    var anchors: [Pane: (row: String, line: Int)] = [:]
    for pane in page.panes {
      let rows = rows(of: pane)
      let list = list(pane)
      if let index = list.index(in: rows) { anchors[pane] = (rows[index], index - list.offset) }
    }
    return anchors
  }

  mutating func restore(_ anchors: [Pane: (row: String, line: Int)]) {
    // In the page's order: the rows of a later pane may follow from what is selected in an earlier one.
    for pane in page.panes {
      guard let anchor = anchors[pane] else { continue }
      var list = list(pane)
      let rows = rows(of: pane)
      if pane != .problems { list.selected = anchor.row }
      guard let index = list.index(in: rows) else { continue }
      list.offset = max(0, index - anchor.line)
      lists[pane] = list
    }
  }
}
