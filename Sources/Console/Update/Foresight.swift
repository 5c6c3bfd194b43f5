import Policy
package import Screen

/// What a key will come to that is expected next, worked out while nothing else is to be done.
///
/// `update` depends on nothing but the state and the event, so that the state behind a key can be known before the key.
package struct Foresight: Sendable {
  package let key: Key
  /// The state behind the key.
  package let state: ConsoleState
  /// What should happen outside once the key was pressed.
  package let effects: [Effect]
  /// Until when it holds, on the state's clock.
  package let end: Double
  /// The state before it, by its count of events.
  fileprivate let turn: Int
}

extension ConsoleState {
  /// What `key` will come to; nil where it is none of the keys that move a cursor, open a page or go back, where it asks
  /// for more outside than the case under the cursor, or where time that passes until then might change the state or the
  /// picture.
  package func foresee(_ key: Key) -> Foresight? {
    let end = quietEnd
    guard now < end, Stance.covers(.keyPressed(key), in: self) else { return nil }
    var next = self
    let effects = update(&next, .keyPressed(key))
    guard effects.allSatisfy(\.isOfCase), next.isQuiet(until: now) else { return nil }
    return Foresight(key: key, state: next, effects: effects, end: end, turn: turn)
  }

  /// Becomes what was foreseen, as if the key had been pressed now; its effects are still to be performed.
  /// - Returns: false where something else has happened since: the state stays as it is.
  package mutating func follow(_ foresight: Foresight) -> Bool {
    guard foresight.turn == turn else { return false }
    let moment = now
    self = foresight.state
    (now, lastInput) = (moment, moment)
    return true
  }
}

extension Effect {
  /// Which case is looked at, and what it consists of: nothing on the screen waits for either.
  fileprivate var isOfCase: Bool {
    switch self {
    case .lookAt, .loadCase: true
    default: false
    }
  }
}
