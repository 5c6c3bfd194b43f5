import Screen

/// How a terminal draws what it is sent next: attributes and colours, as "select graphic rendition" sequences set them
/// (ECMA-48 8.3.117, and the colours of ISO 8613-6).
struct Rendition: Equatable {
  /// One bit for each attribute that is on.
  private(set) var attributes: UInt16 = 0
  private(set) var foreground = Ink.standard
  private(set) var background = Ink.standard

  /// A colour, packed so that comparing pens costs nothing.
  struct Ink: Equatable {
    /// The parameters that set it as a foreground, its kind above.
    let code: UInt32

    static let standard = Ink(code: 0)
    static func indexed(_ number: UInt8) -> Ink { Ink(code: 1 << 24 | UInt32(number)) }
    static func rgb(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Ink {
      Ink(code: 2 << 24 | UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue))
    }
    /// One of the sixteen that have parameters of their own: 0…15.
    static func plain(_ number: Int) -> Ink { Ink(code: 3 << 24 | UInt32(number)) }
  }

  /// Attributes as terminals number them: 1 bold … 9 struck out.
  private static let known: ClosedRange<Int> = 1...9
  private static let reverse: UInt16 = 1 << 7
  /// Underline, blink, reverse, struck out: what is seen on a blank.
  private static let seenOnBlanks: UInt16 = 1 << 4 | 1 << 5 | reverse | 1 << 9

  /// Whether a blank drawn by it looks as one drawn by another.
  func drawsBlanks(as other: Rendition) -> Bool {
    background == other.background && (attributes ^ other.attributes) & Rendition.seenOnBlanks == 0
      && (attributes & Rendition.reverse == 0 || foreground == other.foreground)
  }

  /// Takes the parameters of a sequence; `colors` says what a number of the 256 stands for.
  /// - Returns: false where it knows one of them not; it is then as it was.
  mutating func apply(_ parameters: [UInt16], colors: DirectColor) -> Bool {
    var pen = self
    var rest = (parameters.isEmpty ? [0] : parameters)[...]
    while let number = rest.popFirst().map(Int.init) {
      switch number {
      case 0: pen = Rendition()
      case Rendition.known: pen.attributes |= 1 << number
      case 22: pen.attributes &= ~(1 << 1 | 1 << 2)
      case 23...25, 27...29: pen.attributes &= ~(1 << (number - 20))
      case 30...37: pen.foreground = .plain(number - 30)
      case 90...97: pen.foreground = .plain(number - 82)
      case 39: pen.foreground = .standard
      case 40...47: pen.background = .plain(number - 40)
      case 100...107: pen.background = .plain(number - 92)
      case 49: pen.background = .standard
      case 38, 48:
        guard let ink = Rendition.ink(&rest, colors) else { return false }
        if number == 38 { pen.foreground = ink } else { pen.background = ink }
      default: return false
      }
    }
    self = pen
    return true
  }

  private static func ink(_ rest: inout ArraySlice<UInt16>, _ colors: DirectColor) -> Ink? {
    func next() -> UInt8? { rest.popFirst().flatMap { UInt8(exactly: $0) } }
    switch next() {
    case 5:
      guard let number = next() else { return nil }
      return colors.color(number).map { .rgb($0.red, $0.green, $0.blue) } ?? .indexed(number)
    case 2:
      guard let red = next(), let green = next(), let blue = next() else { return nil }
      return .rgb(red, green, blue)
    default: return nil
    }
  }
}

extension Rendition {
  /// The shortest sequence that makes of the pen `before` this one; empty where they are the same.
  ///
  /// - Parameters:
  ///   - before: nil where it is not known.
  ///   - turnsOff: the terminal knows how to turn a single attribute off; else everything is set anew.
  func sequence(after before: Rendition?, turnsOff: Bool) -> [UInt8] {
    if before == self { return [] }
    let anew = Rendition.sequence([0] + difference(from: Rendition()))
    guard let before, turnsOff || before.attributes & ~attributes == 0 else { return anew }
    let change = Rendition.sequence(difference(from: before))
    // Everything off is the shortest of all: `ESC [ m`.
    return anew.count <= change.count ? anew : change
  }

  /// The parameters that make of `before` this pen.
  private func difference(from before: Rendition) -> [UInt16] {
    var result: [UInt16] = []
    var lost = before.attributes & ~attributes
    var wanted = attributes & ~before.attributes
    let weight: UInt16 = 1 << 1 | 1 << 2
    if lost & weight != 0 {
      // One sequence ends both bold and dim.
      result.append(22)
      lost &= ~weight
      wanted |= attributes & weight
    }
    for number in UInt16(3)...9 where lost & (1 << number) != 0 { result.append(20 + number) }
    for number in UInt16(1)...9 where wanted & (1 << number) != 0 { result.append(number) }
    if foreground != before.foreground { result += foreground.parameters(base: 30) }
    if background != before.background { result += background.parameters(base: 40) }
    return result
  }

  private static func sequence(_ parameters: [UInt16]) -> [UInt8] {
    var bytes: [UInt8] = [0x1b, 0x5b]
    if parameters != [0] {
      for (place, number) in parameters.enumerated() {
        if place > 0 { bytes.append(0x3b) }
        bytes += String(number).utf8
      }
    }
    bytes.append(0x6d)
    return bytes
  }
}

extension Rendition.Ink {
  fileprivate func parameters(base: UInt16) -> [UInt16] {
    func byte(_ shift: UInt32) -> UInt16 { UInt16(truncatingIfNeeded: code >> shift & 0xff) }
    switch code >> 24 {
    case 1: return [base + 8, 5, byte(0)]
    case 2: return [base + 8, 2, byte(16), byte(8), byte(0)]
    case 3: return byte(0) < 8 ? [base + byte(0)] : [base + 52 + byte(0)]
    default: return [base + 9]
    }
  }
}
