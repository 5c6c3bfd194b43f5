import Screen

/// Whole looks under one colour number each, over a terminal description with 256 colours.
///
/// For every change of the pen ncurses puts a sequence together from the description, attribute by attribute and colour by
/// colour: that was a third of the time of a key. So it is told that a look is a foreground colour and nothing else, one
/// of 16…255; on the way out (``RenditionStream``) the number is replaced by what it stands for, a colour of 24 bits among
/// them, and the terminal's palette stays as its owner set it. Underline and reverse are not part of it: ncurses must know
/// of them, for they show on blanks that it would otherwise erase.
struct PenNumbers {
  private var numbers: [Rendition: UInt8] = [:]
  private var pens: [Rendition?] = Array(repeating: nil, count: 256)
  private var next = 16

  /// The number that stands for a pen; nil when all are taken.
  mutating func number(for pen: Rendition) -> UInt8? {
    if let known = numbers[pen] { return known }
    guard let number = UInt8(exactly: next) else { return nil }
    numbers[pen] = number
    pens[next] = pen
    next += 1
    return number
  }

  /// What a number stands for; nil where that is its colour.
  func pen(_ number: UInt8) -> Rendition? { pens[Int(number)] }

  /// Whether a terminal's description sets colours so that a number can be found again in what ncurses sends.
  ///
  /// - Parameters:
  ///   - noColorVideo: `ncv` of the description, the attributes that ncurses does not send beside colours.
  ///   - capability: a string of the description by terminfo name.
  static func fit(noColorVideo: Int, _ capability: (String) -> [UInt8]?) -> Bool {
    func string(_ name: String) -> String {
      String(decoding: TerminalModes.withoutPadding(capability(name) ?? []), as: UTF8.self)
    }
    let foreground = string("setaf")
    return foreground.hasPrefix("\u{1b}[") && foreground.hasSuffix("m")
      && (foreground.contains("38;5;%p1%d") || foreground.contains("38:5:%p1%d"))
      && ["\u{1b}[39;49m", "\u{1b}[m", "\u{1b}[0m"].contains(string("op"))
      && max(0, noColorVideo) & (underline | reverse) == 0
  }

  private static let underline = 2
  private static let reverse = 4
}
