import Policy

extension ConsoleState {
  /// Seconds for which a person rests on a case before its rows are gone through: nobody who only moves past it makes
  /// the console read.
  static let restSeconds = 0.6

  /// Asks for what the case that is looked at consists of, once, and tells others what is looked at.
  mutating func lookAtCase() -> [Effect] {
    let own = page == .triage ? currentCase : nil
    var effects: [Effect] = []
    if triage.looked != own?.number {
      triage.looked = own?.number
      effects.append(.lookAt(own?.number))
    }
    guard let own else { return effects }
    let key = Timeline.Key(number: own.number, lastEntry: own.lastEntry)
    if triage.timeline?.key != key, triage.asked != key {
      triage.asked = key
      effects.append(.loadCase(own.number))
    }
    return effects
  }

  /// The gap whose parts the case's facts would show, and have not asked for yet.
  var wantedGap: TriageState.GapKey? {
    guard page == .triage, let loaded, let own = currentCase, own.subject.condition == .lagging,
      case .counted(let item, let district)? = figure(of: own)
    else { return nil }
    let key = TriageState.GapKey(
      item: item, district: district, asOf: loaded.board.asOf, readAt: loaded.snapshot.readAt)
    return triage.askedGap == key ? nil : key
  }

  /// Once a person rests on a case: what its rows brought by value.
  mutating func restOnCase() -> [Effect] {
    guard overlay == nil, now - lastInput >= ConsoleState.restSeconds, let key = wantedGap else { return [] }
    triage.askedGap = key
    return [.breakDown(key.item, in: key.district, asOf: key.asOf)]
  }

  /// What rows brought of the case that is looked at.
  mutating func keepForCase(_ breakdown: Breakdown) {
    guard let key = triage.askedGap, breakdown.item == key.item, breakdown.district == key.district,
      breakdown.asOf == key.asOf
    else { return }
    triage.breakdown = breakdown
  }
}
