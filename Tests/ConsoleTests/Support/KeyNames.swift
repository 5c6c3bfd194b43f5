import Screen

/// Keys as the command line names them (`interfaces.md`, `show --keys`): single characters, or names.
enum KeyNames {
  struct Unknown: Error, CustomStringConvertible {
    let name: String
    var description: String { "\(name) is no key" }
  }

  static func keys(_ text: String) throws -> [Key] {
    try text.split(whereSeparator: \.isWhitespace).map { try key(String($0)) }
  }

  private static let named: [String: Key] = [
    "Enter": .enter, "Esc": .escape, "Tab": .tab, "S-Tab": .backTab, "Space": .character(" "), "Up": .up,
    "Down": .down, "Left": .left, "Right": .right, "PgUp": .pageUp, "PgDn": .pageDown, "Home": .home, "End": .end,
    "Backspace": .backspace, "Del": .delete,
  ]

  static func key(_ name: String) throws -> Key {
    if name.count == 1, let only = name.first { return .character(only) }
    if let key = named[name] { return key }
    if name.hasPrefix("Ctrl-"), name.count == 6, let letter = name.lowercased().last { return .control(letter) }
    if name.hasPrefix("F"), let number = Int(name.dropFirst()), (1...12).contains(number) { return .function(number) }
    throw Unknown(name: name)
  }
}
