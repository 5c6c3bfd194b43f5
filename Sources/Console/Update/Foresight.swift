package import Screen

/// What a key will come to that is expected next, worked out while nothing else is to be done.
///
/// `update` depends on nothing but the state and the event, so that the state behind a key can be known before the key.
package struct Foresight: Sendable {
  package let key: Key
  /// The state behind the key.
  package let state: ConsoleState
  /// Until when it holds, on the state's clock.
  package let end: Double
  /// The state before it, by its count of events.
  fileprivate let turn: Int
}

extension ConsoleState {
  /// What `key` will come to; nil where it might do more than move a cursor or open a page, or where time that passes
  /// until then might change something.
  package func foresee(_ key: Key) -> Foresight? {
    let end = quietEnd
    guard now < end, Stance.covers(.keyPressed(key), in: self) else { return nil }
    var next = self
    guard update(&next, .keyPressed(key)).isEmpty, next.isQuiet(until: now) else { return nil }
    return Foresight(key: key, state: next, end: end, turn: turn)
  }

  /// Becomes what was foreseen, as if the key had been pressed now.
  /// - Returns: false where something else has happened since: the state stays as it is.
  package mutating func follow(_ foresight: Foresight) -> Bool {
    guard foresight.turn == turn else { return false }
    let moment = now
    self = foresight.state
    (now, lastInput) = (moment, moment)
    return true
  }
}

/// What a person pressed after each key the last time: who holds a key down presses it again, who goes between two pages
/// goes back.
package struct KeyHabits: Sendable {
  private var followers: [Key: Key] = [:]
  private var last: Key?

  /// Text that is typed or pasted has no end of keys.
  private static let most = 64

  package init() {}

  package mutating func note(_ key: Key) {
    if followers.count >= KeyHabits.most { followers = [:] }
    if let last { followers[last] = key }
    last = key
  }

  /// The key that followed the last one before; nil: none has.
  package var expected: Key? { last.flatMap { followers[$0] } }
}
