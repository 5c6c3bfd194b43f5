import Policy
import Screen

/// 督办: the queue of cases, the case under the cursor with its facts and time line, the promises.
struct TriageView: PageView {
  let state: ConsoleState
  private let loaded: Loaded

  init(_ state: ConsoleState, _ loaded: Loaded) {
    self.state = state
    self.loaded = loaded
  }

  /// From this width on the case stands beside the queue.
  private static let wide = 110

  private struct Layout {
    var head: Rect
    var queue: Rect?
    var facts: Rect?
    var promises: Rect?
    var timeline: Rect?
  }

  private func layout(in rect: Rect) -> Layout {
    var layout = Layout(head: rect.top(1))
    let rest = rect.droppingTop(1)
    if state.zoomed {
      switch state.focusedPane {
      case .promises: layout.promises = rest
      case .timeline: layout.timeline = rest
      default: layout.queue = rest
      }
      return layout
    }
    guard rect.columns >= TriageView.wide, rest.rows >= 16 else {
      // Stacked: queue, the case in a few lines, and below it one of the other lists.
      let facts = rest.rows >= 18 ? 6 : 5
      let bands = rest.splitRows([.flex(5), .fixed(facts), .flex(4)], sharing: 1)
      layout.queue = bands[0]
      layout.facts = bands[1]
      if state.focusedPane == .promises { layout.promises = bands[2] } else { layout.timeline = bands[2] }
      return layout
    }
    let columns = rest.splitColumns([.fixed(max(72, rest.columns * 60 / 100)), .flex(1)], sharing: 1)
    let promises = max(6, min(rest.rows / 3, state.rows(of: .promises).count + 4))
    let left = columns[0].splitRows([.flex(1), .fixed(promises)], sharing: 1)
    let right = columns[1].splitRows([.fixed(rest.rows >= 30 ? 12 : 9), .flex(1)], sharing: 1)
    layout.queue = left[0]
    layout.promises = left[1]
    layout.facts = right[0]
    layout.timeline = right[1]
    return layout
  }

  func places(in rect: Rect, _ widths: DisplayWidth) -> [PanePlace] {
    if state.meeting != nil { return [] }
    let layout = layout(in: rect)
    let all: [(Pane, Rect?)] = [
      (.queue, layout.queue), (.promises, layout.promises), (.timeline, layout.timeline),
    ]
    return all.compactMap { pane, frame in
      frame.map { PanePlace(pane: pane, table: Panel.content(of: $0), showsHeader: pane != .timeline) }
    }
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    if let meeting = state.meeting { return MeetingView(state, loaded, meeting).draw(in: rect, on: &canvas) }
    let layout = layout(in: rect)
    canvas.draw(StatusBar(left: counts, right: right, role: .text), in: layout.head)
    let facts = state.queueCase.flatMap { state.triage.places[$0.number] }.map { CaseFacts(state, loaded, $0) }
    func panel(_ pane: Pane, _ title: Line) -> Panel {
      Panel(title, trailing: state.position(pane), focused: state.focusedPane == pane)
    }
    var panels: [(Panel, Rect)] = []
    if let queue = layout.queue { panels.append((panel(.queue, queueTitle), queue)) }
    if let frame = layout.facts {
      panels.append((Panel(facts?.title ?? Line(state.language(TriageWord.facts), .title)), frame))
    }
    if let promises = layout.promises {
      panels.append((panel(.promises, Line(state.language(TriageWord.promises), .title)), promises))
    }
    if let timeline = layout.timeline {
      panels.append((panel(.timeline, Line(state.language(TriageWord.timeline), .title)), timeline))
    }
    canvas.draw(PanelGrid(panels), in: rect)
    if let queue = layout.queue { drawQueue(in: Panel.content(of: queue), on: &canvas) }
    if let frame = layout.facts, let facts {
      let inside = Panel.content(of: frame).inset(columns: 1, rows: 0)
      for (row, line) in facts.most(inside.rows).enumerated() { canvas.put(line, in: inside.droppingTop(row).top(1)) }
    }
    if let frame = layout.promises { canvas.draw(PromisesPanel(state, loaded).table, in: Panel.content(of: frame)) }
    if let frame = layout.timeline { canvas.draw(TimelinePanel(state, loaded).table, in: Panel.content(of: frame)) }
  }

  private func drawQueue(in rect: Rect, on canvas: inout Canvas) {
    let rows = state.rows(of: .queue)
    guard rows.isEmpty else { return canvas.draw(QueuePanel(state, loaded).table(in: rect.columns), in: rect) }
    let isAll = state.triage.view == .all && state.list(.queue).filter.isEmpty
    let word: TriageWord = state.triage.docket == nil ? .noDocket : isAll ? .empty : .emptyView
    canvas.put(Line(state.language(word), .dim), in: rect.top(1).inset(columns: 1, rows: 0))
  }

  private var queueTitle: Line {
    [
      Span(state.language(TriageWord.queue), .title), Span("  " + state.language(state.triage.view.word), .key),
      Span("  " + state.orderLabel(.queue), .dim),
    ]
  }

  /// How many cases stand where.
  private var counts: Line {
    var line = Line(" ")
    for own in [CaseState.new, .acknowledged, .working, .review, .returned, .snoozed, .closed] {
      let count = state.triage.standing?.states[own] ?? 0
      guard count > 0 || own == .new else { continue }
      line.append(state.language(own.phrase) + " ", .dim)
      line.append(SafeText("\(count)  "), count > 0 ? own.role : .dim)
    }
    let overdue = state.triage.standing?.groups[.overdue] ?? 0
    if overdue > 0 {
      line.append(state.language(TriageWord.viewOverdue) + " ", .dim)
      line.append(SafeText("\(overdue)"), .lagging)
    }
    return line
  }

  /// Who acted lately, and who sits here.
  private var right: Line {
    var line = Line()
    let others = (state.triage.docket?.people ?? []).filter { $0.name != state.settings.actor }.prefix(2)
    for person in others {
      line.append(SafeText(person.name + " "), .dim)
      line.append(state.age(of: person.at.seconds) + "  ", .dim)
    }
    line.append(SafeText(state.settings.actor))
    if !state.triage.isWritable { line.append(" (" + state.language(TriageWord.readOnly) + ")", .watch) }
    return line + Line(" ")
  }
}
