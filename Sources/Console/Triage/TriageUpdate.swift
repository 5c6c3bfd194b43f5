package import Policy
import Screen

extension ConsoleState {
  /// Cases that want somebody to act: what the tab's title counts.
  package var casesToActOn: Int {
    triage.standing?.groups.reduce(0) { $1.key < .snoozed ? $0 + $1.value : $0 } ?? 0
  }

  /// The case under the cursor, or the one whose file is open.
  package var currentCase: Case? {
    if case .detail(let detail) = overlay, case .caseFile(let number) = detail.subject { return triage.own(number) }
    if let meeting { return meeting.step.flatMap { triage.own($0.number) } }
    return selectedRow(of: .queue).flatMap { Int($0) }.flatMap { triage.own($0) }
  }

  /// The docket has changed, or is there for the first time.
  mutating func receive(_ docket: DocketState, isWritable: Bool) {
    // Whatever moves, the cursor stays on its case, and the case on its line.
    let pinned = anchors
    triage.docket = docket
    triage.isWritable = isWritable
    placeCases()
    restore(pinned)
  }

  /// Entries of a case that were asked for.
  mutating func receive(_ entries: [DocketEntry], ofCase number: Int) {
    guard let last = entries.last?.number else { return }
    // Who does not read there sees the newest.
    if focusedPane != .timeline { lists[.timeline] = ListState() }
    triage.timeline = Timeline(key: Timeline.Key(number: number, lastEntry: last), entries: entries)
  }

  /// Puts every case in its place by the board shown; the order follows unless it is held still.
  mutating func weighCases() {
    triage.standing = nil
    triage.promises = []
    placeCases()
  }

  /// Puts the cases in their place that have changed since they were weighed by the same board on the same day.
  private mutating func placeCases() {
    guard let docket = triage.docket, let loaded else { return }
    let plan = loaded.snapshot.plan
    let facts = loaded.snapshot.facts
    let today = ShanghaiTime(seconds: now).day
    if triage.standing?.queue.today == today {
      triage.standing?.take(docket.cases)
    } else {
      let queue = CaseQueue(board: loaded.board, plan: plan, calendar: facts.calendar, today: today)
      triage.standing = QueueOrder(queue, docket.cases)
    }
    triage.promises = PromiseRule(plan: plan, facts: facts, asOf: loaded.board.asOf)
      .judge(docket.cases, known: triage.promises)
    triage.records = Dictionary(
      PromiseRecord.all(triage.promises).map { ($0.district, $0) }, uniquingKeysWith: { first, _ in first })
    let ordered = triage.standing?.ordered ?? []
    triage.firstOf = [:]
    for place in ordered where place.own.isLive && triage.firstOf[place.own.subject.district] == nil {
      triage.firstOf[place.own.subject.district] = place
    }
    let fresh = ordered.map(\.own.number)
    triage.fresh = fresh
    if holdsOrder, !triage.order.isEmpty {
      let known = Set(triage.order)
      let there = Set(fresh)
      // What has come stands below until the order may move.
      triage.order = triage.order.filter(there.contains) + fresh.filter { !known.contains($0) }
    } else {
      triage.order = fresh
    }
  }

  /// The order of the queue as it would be now, unless it is that already.
  mutating func reorderCases() {
    if triage.fresh != triage.order { triage.order = triage.fresh }
  }
}

extension ConsoleState {
  mutating func turnQueueView() {
    let all = QueueView.allCases
    let place = all.firstIndex(of: triage.view) ?? 0
    triage.view = all[(place + 1) % all.count]
    lists[.queue, default: ListState()].marks = []
    tell(language(Phrase("视图：", "view: ")) + language(triage.view.word), for: 3)
  }

  /// A promise's row leads to its case in the queue.
  mutating func goToCase(ofPromise row: String) {
    guard let judged = promise(row: row), let place = triage.places[judged.caseNumber] else { return }
    if !triage.view.holds(place, actor: settings.actor) { triage.view = place.group == .closed ? .closed : .all }
    lists[.queue, default: ListState()].filter = ""
    lists[.queue, default: ListState()].selected = String(judged.caseNumber)
    focus[.triage] = .queue
  }

  /// Letters that act on the queue act on a case's file too; any other closes it.
  mutating func act(on character: Character, over detail: DetailState) -> [Effect] {
    guard let action = ActionTable.spec(for: .character(character))?.action,
      action.caseAction != nil || action == .followUp
    else {
      overlay = nil
      return []
    }
    // The file's case alone is meant, whatever is marked in the queue.
    if case .caseFile(let number) = detail.subject {
      lists[.queue, default: ListState()].marks = []
      lists[.queue, default: ListState()].selected = String(number)
    }
    return perform(action)
  }

  /// What the rows of the triage page follow from.
  var docketRowsKey: DocketRowsKey {
    DocketRowsKey(
      lastEntry: triage.docket?.lastEntry, order: triage.order, view: triage.view, timeline: triage.timeline?.key,
      looked: queueLook)
  }

  /// The case whose entries are listed, without asking for rows.
  private var queueLook: String? { list(.queue).selected }
}

struct DocketRowsKey: Hashable, Sendable {
  let lastEntry: Int?
  let order: [Int]
  let view: QueueView
  let timeline: Timeline.Key?
  let looked: String?
}

extension DetailState.Subject {
  var isCase: Bool {
    if case .caseFile = self { return true }
    return false
  }
}

extension Action {
  /// What it does to cases; nil for what does nothing to them.
  var caseAction: CaseAction? {
    switch self {
    case .acknowledge: .acknowledge
    case .assign: .assign
    case .note: .note
    case .snooze: .snooze
    case .escalate: .escalate
    case .strikeOff: .close
    case .undo: .undo
    default: nil
    }
  }
}
