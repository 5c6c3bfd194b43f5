/// The fixed bytes that take a terminal over and give it back, made from its description.
struct TerminalModes {
  /// Sent when the terminal is taken over, after ncurses has entered the alternate screen.
  let enter: [UInt8]
  /// Gives the terminal back whatever was going on: attributes, character set, keypad, cursor, modes, screen.
  let restore: [UInt8]
  /// Whether it is a terminal of the xterm family, which knows bracketed paste, SGR mouse reports and OSC 52.
  let isXtermLike: Bool

  /// What ncurses sends to put the palette back; the palette is the terminal owner's and was never touched.
  private let paletteReset: [UInt8]

  static let mouseOn = Array("\u{1b}[?1000h\u{1b}[?1006h\u{1b}[?1004h".utf8)
  static let mouseOff = Array("\u{1b}[?1004l\u{1b}[?1006l\u{1b}[?1000l".utf8)

  /// - Parameter capability: a string of the terminal's description by terminfo name.
  init(capability: (String) -> [UInt8]?) {
    func string(_ name: String) -> [UInt8] { capability(name).map(Self.withoutPadding) ?? [] }
    let introducer: [UInt8] = [0x1b, 0x5b]
    let isANSI = string("cup").starts(with: introducer)
    isXtermLike = isANSI && !string("kmous").isEmpty
    enter = string("smkx") + (isXtermLike ? Array("\u{1b}[?2004h".utf8) : [])
    paletteReset = string("oc")

    var bytes = string("sgr0") + string("rmacs") + string("rmkx")
    if isANSI { bytes += Array("\u{1b}[4l\u{1b}[?7h".utf8) }
    if string("csr").starts(with: introducer) { bytes += Array("\u{1b}[r".utf8) }
    if isANSI {
      for mode in [1000, 1002, 1003, 1004, 1006, 2004, 2026] { bytes += Array("\u{1b}[?\(mode)l".utf8) }
    }
    let leave = string("rmcup")
    if leave.isEmpty {
      // No second screen: the shell's prompt goes below what was drawn.
      if isANSI { bytes += Array("\u{1b}[999;1H".utf8) }
      bytes += Array("\r\n".utf8)
    } else {
      bytes += leave
    }
    restore = bytes + string("cnorm")
  }

  /// The bytes without the palette's reset, which ncurses sends when it enters the screen.
  func leavingPaletteAlone(_ bytes: [UInt8]) -> [UInt8] {
    guard !paletteReset.isEmpty,
      let start = bytes.indices.first(where: { bytes[$0...].starts(with: paletteReset) })
    else { return bytes }
    return Array(bytes[..<start] + bytes[(start + paletteReset.count)...])
  }

  /// Terminal descriptions hold delays for terminals made of glass and iron: `$<5>`.
  static func withoutPadding(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x24, index + 1 < bytes.count, bytes[index + 1] == 0x3c,
        let end = bytes[index...].firstIndex(of: 0x3e)
      {
        index = end + 1
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }
}
