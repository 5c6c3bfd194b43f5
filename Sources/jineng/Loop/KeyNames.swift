import Screen

/// Keys as `--keys` names them: single characters, or names, separated by blanks.
enum KeyNames {
  static func keys(_ text: String) throws(Outcome) -> [Key] {
    var keys: [Key] = []
    for word in text.split(separator: " ") {
      guard let key = key(String(word)) else {
        throw .usage(
          "--keys: \(word) is no key; single characters, or Enter Esc Tab Space Up Down Left Right PgUp PgDn Home End "
            + "Backspace F1…F12 Ctrl-P")
      }
      keys.append(key)
    }
    return keys
  }

  private static let named: [String: Key] = [
    "enter": .enter, "esc": .escape, "tab": .tab, "backtab": .backTab, "space": .character(" "), "up": .up,
    "down": .down, "left": .left, "right": .right, "pgup": .pageUp, "pgdn": .pageDown, "home": .home, "end": .end,
    "backspace": .backspace, "del": .delete,
  ]

  static func key(_ word: String) -> Key? {
    if let only = word.first, word.index(after: word.startIndex) == word.endIndex { return .character(only) }
    let lower = word.lowercased()
    if let key = named[lower] { return key }
    if lower.hasPrefix("ctrl-"), let letter = lower.dropFirst(5).first, lower.utf8.count == 6 {
      return .control(letter)
    }
    if lower.hasPrefix("f"), let number = Int(lower.dropFirst()), (1...12).contains(number) { return .function(number) }
    return nil
  }
}
