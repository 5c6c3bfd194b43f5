import Policy
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
  /// What `key` will come to; nil where it is none of the keys that move a cursor, open a page or go back, where it asks
  /// for something outside, or where time that passes until then might change the state or the picture.
  package func foresee(_ key: Key) -> Foresight? {
    let end = quietEnd
    guard now < end, Stance.covers(.keyPressed(key), in: self) else { return nil }
    var next = self
    guard update(&next, .keyPressed(key)).isEmpty, next.isQuiet(until: now), !next.showsAges else { return nil }
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

extension ConsoleState {
  /// The picture tells how long ago something was, in minutes that begin at any second.
  private var showsAges: Bool { page == .data || loaded?.snapshot.outage != nil }
}

/// What a person pressed after each key the last time: who holds a key down presses it again, who goes between two pages
/// goes back.
package struct KeyHabits: Sendable {
  private(set) var followers: [Key: Key] = [:]
  private var last: Key?

  /// Text that is typed has no end of keys.
  static let most = 64

  package init() {}

  package mutating func note(_ key: Key) {
    switch key {
    // Neither comes twice, and a paste may be long.
    case .paste, .click: return last = nil
    default: break
    }
    if followers.count >= KeyHabits.most { followers = [:] }
    if let last { followers[last] = key }
    last = key
  }

  /// The key that followed the last one before; nil: none has.
  package var expected: Key? { last.flatMap { followers[$0] } }
}
