package import Screen

/// What a person presses after which key: who holds a key down presses it again, who went too far goes back, and who goes
/// between two pages goes back and forth.
package struct KeyHabits: Sendable {
  /// Of each key the two that followed it last, the newer one first.
  private(set) var followers: [Key: Followers] = [:]
  private var last: Key?

  struct Followers: Equatable, Sendable {
    var newest: Key
    var other: Key?
  }

  /// Text that is typed has no end of keys.
  static let most = 64
  /// So many keys at most are expected at a time.
  static let width = 3

  package init() {}

  package mutating func note(_ key: Key) {
    switch key {
    // Neither comes twice, and a paste may be long.
    case .paste, .click: return last = nil
    default: break
    }
    if followers.count >= KeyHabits.most { followers = [:] }
    if let last {
      let before = followers[last]
      followers[last] = Followers(newest: key, other: before?.newest == key ? before?.other : before?.newest)
    }
    last = key
  }

  /// The keys that may follow the last one, the likeliest first: those that followed it before, then the same one again
  /// and its opposite where it moves.
  package var expected: [Key] {
    guard let last else { return [] }
    let opposite = KeyHabits.opposites[last]
    var keys: [Key] = []
    let known = followers[last]
    for key in [known?.newest, known?.other, opposite == nil ? nil : last, opposite] {
      if let key, keys.count < KeyHabits.width, !keys.contains(key) { keys.append(key) }
    }
    return keys
  }

  private static let opposites: [Key: Key] = {
    let pairs: [(Key, Key)] = [
      (.up, .down), (.character("k"), .character("j")), (.pageUp, .pageDown), (.left, .right), (.backTab, .tab),
      (.character("["), .character("]")), (.wheel(-1), .wheel(1)),
    ]
    return Dictionary(uniqueKeysWithValues: pairs + pairs.map { ($1, $0) })
  }()
}
