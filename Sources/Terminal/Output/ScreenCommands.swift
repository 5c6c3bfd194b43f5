import Screen

/// How a terminal is told to draw, as far as its description has the usual sequences of ECMA-48 and ISO 8613-6.
struct ScreenCommands {
  /// Erased cells get the pen's ground (`bce`); else the usual one.
  let erasesToGround: Bool
  /// Some cells of a line can be erased (`ech`).
  let erasesCells: Bool
  /// The cursor can be put into a column of its line (`hpa`).
  let movesInLine: Bool
  /// The lines that scroll can be chosen (`csr`).
  let hasRegions: Bool
  /// Some lines can be scrolled (`ind`, `ri`).
  let scrolls: Bool
  /// A single attribute can be turned off.
  let turnsOff: Bool
  /// What shows the cursor, and what hides it; empty where it is always seen.
  let cursorSeen: [UInt8]
  let cursorHidden: [UInt8]
  private let attributes: UInt16
  private let attributesBesideColors: UInt16

  /// Nil for a terminal that knows other sequences, needs delays, or breaks a line as soon as its last cell is drawn.
  ///
  /// - Parameters:
  ///   - colors: how many it has; with more than 256, each description sets them in its own way.
  ///   - noColorVideo: `ncv` of the description, the attributes that it does not have beside colours.
  ///   - flag, capability: a flag and a string of it by terminfo name.
  init?(colors: Int, noColorVideo: Int, flag: (String) -> Bool, capability: (String) -> [UInt8]?) {
    func string(_ name: String) -> String { String(decoding: capability(name) ?? [], as: UTF8.self) }
    let reset = string("sgr0")
    guard string("cup") == "\u{1b}[%i%p1%d;%p2%dH", string("el") == "\u{1b}[K", string("rev") == "\u{1b}[7m",
      reset.hasSuffix("\u{1b}[m") || reset.hasPrefix("\u{1b}[m"), flag("xenl") || !flag("am"),
      ["", "\u{1b}[%i%p1%d;%p2%dr"].contains(string("csr")),
      ScreenCommands.areUsual(colors: colors, string("setaf"), string("op"))
    else { return nil }

    let notBesideColors = ScreenCommands.attributes(noColorVideo: noColorVideo)
    // ncurses would turn the colours around by itself.
    guard notBesideColors & Rendition.reverse == 0 else { return nil }
    var known = Rendition.reverse
    if string("bold") == "\u{1b}[1m" { known |= Rendition.bold }
    if string("dim") == "\u{1b}[2m" { known |= Rendition.dim }
    if string("smul") == "\u{1b}[4m" { known |= Rendition.underline }
    attributes = known
    attributesBesideColors = known & ~notBesideColors

    erasesToGround = flag("bce")
    erasesCells = string("ech") == "\u{1b}[%p1%dX"
    movesInLine = string("hpa") == "\u{1b}[%i%p1%dG"
    hasRegions = !string("csr").isEmpty
    scrolls = hasRegions && ["\n", "\u{1b}D"].contains(string("ind")) && string("ri") == "\u{1b}M"
    turnsOff = string("rmul") == "\u{1b}[24m"
    cursorHidden = capability("civis") ?? []
    cursorSeen = cursorHidden.isEmpty ? [] : capability("cnorm") ?? []
  }

  /// The pen of a look: the terminal shows what it can of it.
  func pen(_ look: ResolvedLook) -> Rendition {
    Rendition(look) { $0 ? attributesBesideColors : attributes }
  }

  private static func areUsual(colors: Int, _ foreground: String, _ original: String) -> Bool {
    guard colors > 0 else { return true }
    return colors <= 256 && foreground.hasPrefix("\u{1b}[") && foreground.hasSuffix("m")
      && ["3%p1%d", "38;5;%p1%d", "38:5:%p1%d"].contains { foreground.contains($0) }
      && ["\u{1b}[39;49m", "\u{1b}[m", "\u{1b}[0m"].contains(original)
  }

  /// Those that `ncv` names, one bit each.
  private static func attributes(noColorVideo: Int) -> UInt16 {
    let named = [(2, Rendition.underline), (4, Rendition.reverse), (16, Rendition.dim), (32, Rendition.bold)]
    return named.filter { max(0, noColorVideo) & $0.0 != 0 }.reduce(0) { $0 | $1.1 }
  }
}
