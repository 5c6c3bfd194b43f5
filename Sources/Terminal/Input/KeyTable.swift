import Screen

/// Which key a terminal means by a sequence of bytes: what its description says, then what is usual.
struct KeyTable {
  private var keys: [[UInt8]: Key]

  /// - Parameter capability: a string of the terminal's description by terminfo name.
  init(capability: (String) -> [UInt8]?) {
    keys = Self.usual
    var named: [(String, Key)] = [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("kpp", .pageUp), ("knp", .pageDown),
      ("khome", .home), ("kend", .end), ("kdch1", .delete), ("kcbt", .backTab), ("kent", .enter),
    ]
    named += (1...12).map { ("kf\($0)", .function($0)) }
    for (name, key) in named {
      // Single bytes are letters and control keys, whatever an old description says.
      if let bytes = capability(name), bytes.count > 1, bytes.first == 0x1b { keys[bytes] = key }
    }
  }

  subscript(sequence: [UInt8]) -> Key? { keys[sequence] }

  /// What xterm, the Linux console, rxvt, PuTTY, screen and tmux send in their several modes.
  private static let usual: [[UInt8]: Key] = {
    var table: [[UInt8]: Key] = [:]
    func add(_ text: String, _ key: Key) { table[[0x1b] + Array(text.utf8)] = key }
    let letters: [(String, Key)] = [
      ("A", .up), ("B", .down), ("C", .right), ("D", .left), ("H", .home), ("F", .end),
    ]
    for (letter, key) in letters {
      add("[" + letter, key)
      add("O" + letter, key)
    }
    let numbers: [(Int, Key)] = [
      (1, .home), (3, .delete), (4, .end), (5, .pageUp), (6, .pageDown), (7, .home), (8, .end),
      (11, .function(1)), (12, .function(2)), (13, .function(3)), (14, .function(4)), (15, .function(5)),
      (17, .function(6)), (18, .function(7)), (19, .function(8)), (20, .function(9)), (21, .function(10)),
      (23, .function(11)), (24, .function(12)),
    ]
    for (number, key) in numbers { add("[\(number)~", key) }
    for (index, letter) in "PQRS".enumerated() { add("O\(letter)", .function(index + 1)) }
    for (index, letter) in "ABCDE".enumerated() { add("[[\(letter)", .function(index + 1)) }
    add("[Z", .backTab)
    add("OM", .enter)
    for (letter, character) in zip("jklmnopqrstuvwxyX", "*+,-./0123456789=") {
      add("O\(letter)", .character(character))
    }
    return table
  }()
}
