package import Policy
import Screen

/// The one reducer: an event changes the state and names what should happen outside.
package func update(_ state: inout ConsoleState, _ event: Event) -> [Effect] {
  if case .clockTicked(let moment) = event, state.isQuiet(until: moment) {
    state.now = moment
    return []
  }
  state.turn += 1
  let before = Stance.covers(event, in: state) ? Stance(state) : nil
  let effects = react(&state, event)
  let isMove = before != nil && before == Stance(state)
  // A moment that passes moves no list, unless it brought something.
  if case .clockTicked = event, isMove { return effects + state.lookAtCase() }
  state.settleLists(isMove: isMove)
  let looking = state.lookAtCase()
  // Settling changes nothing more of it behind a move, but for the branches of the tree, which follow the cursor.
  let isSame = isMove && state.page != .measures || before != nil && before == Stance(state)
  if !isSame {
    state.revision += 1
    state.holdsBackOrder = state.wouldReorder
  }
  return effects + looking
}

private func react(_ state: inout ConsoleState, _ event: Event) -> [Effect] {
  switch event {
  case .keyPressed(let key):
    state.lastInput = state.now
    return state.press(key)
  case .resized(let size):
    state.size = size
    state.settleRows()
    state.settleGap()
    state.settleChanges()
    state.settleRevisions()
    return []
  case .clockTicked(let now):
    return state.tick(now)
  case .snapshotArrived(let loaded):
    return state.receive(loaded)
  case .boardComputed(let board, let readAt):
    state.show(board, readAt: readAt)
    return state.retrace(since: state.loaded) + state.askHistoryAgain()
  case .traced(let provenance):
    state.receive(provenance)
    return []
  case .brokenDown(let breakdown):
    state.keepForCase(breakdown)
    state.receive(breakdown)
    return []
  case .rowsRead(let rows):
    state.receive(rows.request, .success(rows))
    return []
  case .rowsNotRead(let request, let reason):
    state.receive(request, .failure(SourceRowsTrouble(reason)))
    return []
  case .rowsAdvanced(let request, let share):
    state.advance(request, to: share)
    return []
  case .changesFound(let answer):
    state.receive(answer.question, .success(answer))
    return []
  case .changesNotFound(let question, let trouble):
    state.receive(question, .failure(trouble))
    return []
  case .revisionsFound(let list):
    state.receive(list.question, .success(list))
    return []
  case .revisionsNotFound(let question, let trouble):
    state.receive(question, .failure(trouble))
    return []
  case .findable(let index):
    state.findIndex = index
    return []
  case .versionKept:
    return state.noteVersionKept()
  case .storeTroubled(let trouble):
    state.note(trouble)
    return []
  case .docketChanged(let docket, let isWritable):
    state.receive(docket, isWritable: isWritable)
    return []
  case .caseLoaded(let number, let entries):
    state.receive(entries, ofCase: number)
    return []
  case .acted(let orders, let outcomes):
    state.receive(outcomes, of: orders)
    return []
  case .notActed(let orders, let trouble):
    state.keepUndone(orders, trouble)
    return []
  case .onlookersChanged(let onlookers):
    state.triage.onlookers = onlookers
    return []
  case .dataMissing(let trouble):
    if state.loaded == nil { state.data = .missing(trouble) }
    return []
  case .readingAdvanced(let progress):
    if state.loaded == nil { state.data = .opening(progress) }
    return []
  case .exported(let path):
    state.tell(Phrase("已导出到 ", "exported to ").text(state.language) + SafeText(path), for: 8)
    return []
  case .linesRead(let request, let outcome):
    if state.excerpt?.request == request { state.excerpt?.outcome = outcome }
    return []
  case .exportFailed(let reason):
    state.tell(Phrase("导出失败：", "export failed: ").text(state.language) + SafeText(reason), for: 10, isError: true)
    return []
  case .copied(let path):
    let where_ = path.map { Phrase("；也存于 ", "; also in ").text(state.language) + SafeText($0) } ?? ""
    state.tell(Phrase("已复制", "copied").text(state.language) + where_, for: 6)
    return []
  case .themeRead(let news):
    state.receive(news)
    return []
  case .resumed:
    return [.redraw]
  }
}

extension ConsoleState {
  /// Seconds for which the order of rows holds still after a key.
  static let holdSeconds = 5.0

  mutating func tell(_ text: SafeText, for seconds: Double, isError: Bool = false) {
    toast = Toast(text, isError: isError, until: now + seconds)
  }

  /// A person is moving or reading: rows must not move under them.
  var holdsOrder: Bool { overlay != nil || now - lastInput < ConsoleState.holdSeconds }

  /// Keeps every list's selection in sight. Runs after each event, so that drawing never has to change anything.
  ///
  /// - Parameter isMove: the event did no more than what ``Stance`` leaves out.
  mutating func settleLists(isMove: Bool) {
    shareTargets()
    keepRows()
    if page == .measures {
      followTree()
      keepRows()
    }
    let heights = heights(isMove: isMove)
    for (pane, height) in heights {
      var list = list(pane)
      let rows = rows(of: pane)
      list.settle(rows: rows, height: height)
      lists[pane] = list
    }
    // A list that is out of sight keeps its place, as far as it still has rows there.
    for pane in page.panes where heights[pane] == nil {
      var list = list(pane)
      list.offset = max(0, min(list.offset, rows(of: pane).count - 1))
      lists[pane] = list
    }
  }

  /// The rows that each list of the page shows. Where there is one list, moving in it changes nothing of that.
  private mutating func heights(isMove: Bool) -> [Pane: Int] {
    if isMove, let kept = keptHeights, kept.page == page, kept.revision == revision { return kept.heights }
    let heights = PageLayout(self).visibleRows
    keptHeights = page.panes.count == 1 ? KeptHeights(page: page, revision: revision, heights: heights) : nil
    return heights
  }

  /// The district's chart and its targets are one list: what is selected in one is in the other.
  private mutating func shareTargets() {
    guard page == .district else { return }
    if focusedPane == .trend { lists[.targets] = list(.trend) } else { lists[.trend] = list(.targets) }
  }

  /// Whether nothing comes to the state of the time until `moment` but that it is later: a tick goes before every key.
  func isQuiet(until moment: Double) -> Bool { moment >= now && moment < quietEnd }

  /// Until when nothing comes to the state of the time that passes but that it is later, on the state's clock; a moment in
  /// the past where something might at any time.
  var quietEnd: Double {
    guard toast == nil, meeting == nil, page != .map, overlay == nil else { return -.infinity }
    if asOf == nil, let loaded, loaded.board.asOf != today(in: loaded) { return -.infinity }
    var end = minute + 60
    if holdsBackOrder { end = min(end, lastInput + ConsoleState.holdSeconds) }
    if wantedGap != nil { end = min(end, lastInput + ConsoleState.restSeconds) }
    return highlights.deltas.isEmpty ? end : min(end, highlights.until)
  }

  /// Rows stand in another order than they would if nothing held them.
  var wouldReorder: Bool {
    guard let loaded else { return false }
    return triage.fresh != triage.order || orderedDistricts(loaded.board) != districtOrder
  }

  mutating func tick(_ moment: Double) -> [Effect] {
    now = moment
    if let toast, toast.until <= now { self.toast = nil }
    if !highlights.deltas.isEmpty, highlights.until <= now { highlights = Highlights() }
    if let loaded, !holdsOrder {
      reorder(loaded.board)
      reorderCases()
    }
    // A live board speaks of today: midnight in Shanghai asks for a new one.
    if asOf == nil, let loaded, loaded.board.asOf != today(in: loaded) { return [.compute(asOf: nil)] }
    return restOnCase()
  }

  /// Today in Shanghai, held inside the plan's period: what a live board is as of.
  package func today(in loaded: Loaded) -> Day {
    let plan = loaded.snapshot.plan
    return min(max(ShanghaiTime(seconds: now).day, plan.periodStart), plan.periodEnd)
  }

  /// The figures shown are not of today, or are not to be.
  package var looksBack: Bool {
    asOf != nil || loaded.map { $0.board.asOf != boardDay(in: $0) } ?? false
  }

  /// The day through whose end the board should speak.
  package func boardDay(in loaded: Loaded) -> Day {
    let plan = loaded.snapshot.plan
    return min(max(asOf ?? today(in: loaded), plan.periodStart), plan.periodEnd)
  }
}

extension ConsoleState {
  /// Seconds until something on the screen changes by itself: the clock's minute, a message or a mark that goes away,
  /// an order that was held still.
  package var secondsToNextTick: Double {
    var next = ShanghaiTime(seconds: now).secondsToNextMinute
    if let toast { next = min(next, toast.until - now) }
    if !highlights.deltas.isEmpty { next = min(next, highlights.until - now) }
    if overlay == nil, wantedGap != nil { next = min(next, max(0.01, lastInput + ConsoleState.restSeconds - now)) }
    let held = lastInput + ConsoleState.holdSeconds - now
    if held > 0, holdsBackOrder { next = min(next, held) }
    return max(0.01, next)
  }
}
