package import Policy
import Screen

/// A meeting that goes through the cases, one a screen.
package struct MeetingState: Hashable, Sendable {
  package var agenda: MeetingAgenda
  /// Which step is shown; behind the last one stands what came of the meeting.
  package var index = 0
  /// The docket's newest entry when it began: what came later belongs to it.
  package var since: Int
  /// First line shown of the case.
  package var offset = 0

  package init(_ agenda: MeetingAgenda, since: Int) {
    self.agenda = agenda
    self.since = since
  }

  /// The step that is shown; nil at the end.
  package var step: MeetingAgenda.Step? { agenda.steps.indices.contains(index) ? agenda.steps[index] : nil }
}

extension ConsoleState {
  /// Begins a meeting, or says why there is nothing to go through.
  mutating func beginMeeting() {
    guard let docket = triage.docket else { return }
    let places = triage.fresh.compactMap { triage.places[$0] }
    let agenda = MeetingAgenda(places, today: ShanghaiTime(seconds: now).day)
    guard !agenda.steps.isEmpty else {
      tell(language(Phrase("没有要会商的督办件", "no case to go through")), for: 4)
      return
    }
    zoomed = false
    meeting = MeetingState(agenda, since: docket.lastEntry)
  }

  /// A key of the meeting's own; nil for what every page does with it.
  mutating func pressInMeeting(_ key: Key) -> [Effect]? {
    guard var shown = meeting else { return nil }
    switch key {
    case .right, .pageDown, .enter, .character("l"), .character(" "), .character("n"): turn(&shown, by: 1)
    case .left, .pageUp, .character("h"), .character("N"): turn(&shown, by: -1)
    case .home, .character("g"): turn(&shown, by: -shown.index)
    case .end, .character("G"): turn(&shown, by: shown.agenda.steps.count - shown.index)
    case .down, .character("j"): shown.offset += 1
    case .up, .character("k"): shown.offset = max(0, shown.offset - 1)
    case .wheel(let steps): shown.offset = max(0, shown.offset + steps)
    case .character("d"): return shown.step == nil ? [] : begin(.decide)
    case .character("x"), .function(8): return [.writeMemo(shown.agenda, since: shown.since)]
    case .escape, .character("q"), .function(10), .character("H"):
      meeting = nil
      return []
    default: return nil
    }
    meeting = shown
    return []
  }

  private func turn(_ shown: inout MeetingState, by step: Int) {
    let next = max(0, min(shown.agenda.steps.count, shown.index + step))
    if next != shown.index { shown.offset = 0 }
    shown.index = next
  }
}
