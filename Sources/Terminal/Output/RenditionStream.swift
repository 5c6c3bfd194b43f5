/// What ncurses sends, with as few changes of the pen as the picture needs.
///
/// ncurses says again with every change of one colour what the other is, and changes the pen for blanks on which no
/// change is seen. Here every sequence is only noted, and what differs is sent before something is drawn that shows it.
/// Colour numbers that stand for colours or whole looks become them (``ColorNumbers``). What the terminal shows is the same.
struct RenditionStream {
  /// Sequences of attributes and colours are those of ECMA-48, as far as has been seen.
  private(set) var isUnderstood: Bool
  /// A single attribute can be turned off.
  private let turnsOff: Bool
  /// What ncurses has asked for.
  private var wanted = Rendition()
  /// What the terminal has been told; nil: not known.
  private var sent: Rendition?
  /// ASCII was chosen as the character set, and nothing else since.
  private var hasPlainCharacters = false
  /// The last character that was drawn was a blank.
  private var lastWasBlank = false
  private var result: [UInt8] = []
  private var parameters: [UInt16] = []

  /// - Parameter capability: a string of the terminal's description by terminfo name.
  init(capability: (String) -> [UInt8]?) {
    let introducer: [UInt8] = [0x1b, 0x5b]
    let plain = TerminalModes.withoutPadding(capability("sgr0") ?? [])
    isUnderstood = plain.indices.contains { plain[$0...].starts(with: introducer) } && plain.contains(0x6d)
    turnsOff = TerminalModes.withoutPadding(capability("rmul") ?? []) == introducer + Array("24m".utf8)
  }

  /// Others may have changed the terminal's pen.
  mutating func forget() {
    wanted = Rendition()
    sent = nil
    hasPlainCharacters = false
  }

  /// The bytes to send instead of those. They are whole: no sequence or character goes on in the next call.
  mutating func rewrite(_ bytes: [UInt8], numbers: ColorNumbers) -> [UInt8] {
    guard isUnderstood, !bytes.isEmpty else { return bytes }
    result = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0x1b: index = escape(bytes, at: index, numbers)
      case 0x20:
        lastWasBlank = true
        if Self.mayBeMark(bytes, at: index + 1) { settle() } else { settleGround() }
        result.append(0x20)
        index += 1
      case 0x0a...0x0c, 0x00..<0x08, 0x0e..<0x20, 0x7f:
        // A new line at the bottom scrolls, and what comes in has the pen's ground.
        settleGround()
        result.append(bytes[index])
        index += 1
      case 0x08, 0x09, 0x0d:
        result.append(bytes[index])
        index += 1
      default:
        lastWasBlank = false
        settle()
        while index < bytes.count, bytes[index] > 0x20, bytes[index] != 0x7f {
          result.append(bytes[index])
          index += 1
        }
      }
    }
    return result
  }

  /// Tells the terminal of the pen.
  private mutating func settle() {
    if sent == wanted { return }
    wanted.appendSequence(after: sent, turnsOff: turnsOff, to: &result)
    sent = wanted
  }

  /// The same where it shows on blanks: of two pens that differ in their ground alone there, no more than the ground.
  private mutating func settleGround() {
    guard let sent else { return settle() }
    if sent.drawsBlanks(as: wanted) { return }
    let grounded = sent.on(wanted)
    guard grounded.drawsBlanks(as: wanted) else { return settle() }
    grounded.appendSequence(after: sent, turnsOff: turnsOff, to: &result)
    self.sent = grounded
  }

  /// Whether a mark begins there that is drawn onto the character before, or might. Between U+2000 and U+9FFF only a few
  /// blocks hold such marks; what is sent of those scripts comes with one look at two bytes.
  private static func mayBeMark(_ bytes: [UInt8], at index: Int) -> Bool {
    guard index < bytes.count, bytes[index] >= 0x80 else { return false }
    let second = index + 1 < bytes.count ? bytes[index + 1] : 0
    switch bytes[index] {
    case 0xe2: return second == 0x80 || second == 0x83
    case 0xe3: return second == 0x80 || second == 0x82
    case 0xe4...0xe9: return false
    default: return true
    }
  }

  /// Handles the sequence that begins at `start`, and gives the place after it.
  private mutating func escape(_ bytes: [UInt8], at start: Int, _ numbers: ColorNumbers) -> Int {
    guard start + 1 < bytes.count else { return pass(bytes, start, bytes.count) }
    switch bytes[start + 1] {
    case 0x5b: return sequence(bytes, at: start, numbers)
    case 0x28:
      let end = min(start + 3, bytes.count)
      let isPlain = bytes[end - 1] == 0x42
      if isPlain, hasPlainCharacters { return end }
      hasPlainCharacters = isPlain
      return pass(bytes, start, end)
    case 0x37:
      // The pen is kept with the cursor, by some terminals for longer than the program runs: it is the usual one.
      Rendition().appendSequence(after: sent, turnsOff: turnsOff, to: &result)
      sent = Rendition()
      return pass(bytes, start, start + 2)
    case 0x38:
      sent = nil
      return pass(bytes, start, start + 2)
    // The Linux console's own, which nothing ends: the palette put back, a colour of it set.
    case 0x5d where start + 2 < bytes.count && bytes[start + 2] == 0x52: return pass(bytes, start, start + 3)
    case 0x5d where start + 2 < bytes.count && bytes[start + 2] == 0x50:
      return pass(bytes, start, min(start + 10, bytes.count))
    case 0x5d, 0x50, 0x58, 0x5e, 0x5f:
      // A string, to BEL or ESC \.
      var end = start + 2
      while end < bytes.count, bytes[end] != 0x07, !(bytes[end] == 0x5c && bytes[end - 1] == 0x1b) { end += 1 }
      return pass(bytes, start, min(end + 1, bytes.count))
    default:
      // Moving up at the top scrolls, as a new line does at the bottom.
      settleGround()
      var end = start + 1
      while end < bytes.count, (0x20...0x2f).contains(bytes[end]) { end += 1 }
      return pass(bytes, start, min(end + 1, bytes.count))
    }
  }

  private mutating func pass(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    result += bytes[start..<end]
    return end
  }

  private mutating func sequence(_ bytes: [UInt8], at start: Int, _ numbers: ColorNumbers) -> Int {
    var end = start + 2
    while end < bytes.count, !(0x40...0x7e).contains(bytes[end]) { end += 1 }
    guard end < bytes.count else { return pass(bytes, start, end) }
    switch bytes[end] {
    case 0x6d:
      if read(bytes, (start + 2)..<end), wanted.apply(parameters, numbers: numbers) { return end + 1 }
      // Another dialect, as of descriptions with 24-bit colours of their own: from here on everything passes as it is.
      settle()
      isUnderstood = false
      return pass(bytes, start, bytes.count)
    // Moving the cursor draws nothing, nor does showing or hiding it.
    case 0x41...0x48, 0x60, 0x61, 0x64, 0x65, 0x66: break
    case 0x68 where isCursor(bytes, start..<end), 0x6c where isCursor(bytes, start..<end): break
    // A repeated character is drawn as any.
    case 0x62 where !lastWasBlank: settle()
    default: settleGround()
    }
    return pass(bytes, start, end + 1)
  }

  /// Whether a mode that is set or unset is the one in which the cursor is seen.
  private func isCursor(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    bytes[range].dropFirst(2).elementsEqual("?25".utf8)
  }

  /// Reads numbers between semicolons into ``parameters``, an empty one as 0; those of a colour may stand between colons
  /// (`38:5:N`, `38:2::R:G:B`).
  /// - Returns: false where there is anything else.
  private mutating func read(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    parameters.removeAll(keepingCapacity: true)
    guard !range.isEmpty else { return true }
    var number: UInt16 = 0
    var isEmpty = true
    for place in range {
      switch bytes[place] {
      case 0x3b, 0x3a:
        let kind = parameters.count > 1 ? parameters[parameters.count - 2] : 0
        let isSpace = isEmpty && parameters.last == 2 && (kind == 38 || kind == 48)
        if bytes[place] == 0x3a, !isSpace, !Self.beginsColor(parameters, number) { return false }
        if !isSpace { parameters.append(number) }
        number = 0
        isEmpty = true
      case 0x30...0x39 where number < 1000:
        number = number * 10 + UInt16(bytes[place] - 0x30)
        isEmpty = false
      default: return false
      }
    }
    parameters.append(number)
    return true
  }

  /// Whether a colon may follow a number: it begins a colour, or belongs to one.
  private static func beginsColor(_ before: [UInt16], _ number: UInt16) -> Bool {
    number == 38 || number == 48 || before.suffix(4).contains { $0 == 38 || $0 == 48 }
  }
}
