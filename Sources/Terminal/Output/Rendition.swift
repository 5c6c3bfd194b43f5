import Screen

/// How a terminal draws what it is sent next: attributes and colours, as "select graphic rendition" sequences set them
/// (ECMA-48 8.3.117, and the colours of ISO 8613-6).
struct Rendition: Hashable {
  /// One bit for each attribute that is on.
  private(set) var attributes: UInt16 = 0
  private(set) var foreground = Ink.standard
  private(set) var background = Ink.standard

  /// A colour, packed so that comparing pens costs nothing.
  struct Ink: Hashable {
    /// Its kind in the highest byte, its number or its three shares below.
    let code: UInt32

    static let standard = Ink(code: 0)
    static func indexed(_ number: UInt8) -> Ink { Ink(code: 1 << 24 | UInt32(number)) }
    static func rgb(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Ink {
      Ink(code: 2 << 24 | UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue))
    }
    /// One of the sixteen that have parameters of their own: 0…15.
    static func plain(_ number: Int) -> Ink { Ink(code: 3 << 24 | UInt32(number)) }

    /// Its number, where it is one of the 256.
    var number: UInt8? { code >> 24 == 1 ? UInt8(truncatingIfNeeded: code) : nil }
  }

  /// Attributes as terminals number them: 1 bold … 9 struck out.
  private static let known: ClosedRange<Int> = 1...9
  /// Bold and dim.
  private static let weight: UInt16 = 1 << 1 | 1 << 2
  /// Underline, blink, reverse, struck out: what is seen on a blank.
  private static let seenOnBlanks: UInt16 = 1 << 4 | 1 << 5 | 1 << 7 | 1 << 9

  init() {}

  /// What ``PenNumbers`` hold of a look: all but underline and reverse.
  init(_ look: ResolvedLook) {
    if look.bold { attributes |= 1 << 1 }
    if look.dim { attributes |= 1 << 2 }
    foreground = Ink(look.foreground)
    background = Ink(look.background)
  }

  /// The same pen on another's ground.
  func on(_ other: Rendition) -> Rendition {
    var pen = self
    pen.background = other.background
    return pen
  }

  /// Whether a blank drawn by it looks as one drawn by another.
  func drawsBlanks(as other: Rendition) -> Bool {
    if self == other { return true }
    // A line through a blank has the text's colour, and so has a reversed one's ground.
    return background == other.background && (attributes | other.attributes) & Rendition.seenOnBlanks == 0
  }

  /// Takes the parameters of a sequence. Where numbers stand for whole looks, so does the usual foreground.
  /// - Returns: false where it knows one of them not; it is then as it was.
  mutating func apply(_ parameters: [UInt16], numbers: ColorNumbers) -> Bool {
    if parameters.isEmpty {
      self = Rendition()
      return true
    }
    var pen = self
    var rest = parameters[...]
    while let number = rest.popFirst().map(Int.init) {
      switch number {
      case 0: pen = Rendition()
      // The usual font, which nothing here ever leaves.
      case 10: break
      case Rendition.known: pen.attributes |= 1 << number
      case 22: pen.attributes &= ~(1 << 1 | 1 << 2)
      case 23...25, 27...29: pen.attributes &= ~(1 << (number - 20))
      case 30...37: pen.foreground = .plain(number - 30)
      case 90...97: pen.foreground = .plain(number - 82)
      case 39 where numbers.pens != nil: pen.take(Rendition())
      case 39: pen.foreground = .standard
      case 40...47: pen.background = .plain(number - 40)
      case 100...107: pen.background = .plain(number - 92)
      case 49: pen.background = .standard
      case 38, 48:
        guard let ink = Rendition.ink(&rest) else { return false }
        if number == 38, let whole = ink.number.flatMap({ numbers.pens?.pen($0) }) {
          pen.take(whole)
          continue
        }
        let color = ink.number.flatMap { numbers.direct.color($0) }.map { Ink.rgb($0.red, $0.green, $0.blue) } ?? ink
        if number == 38 { pen.foreground = color } else { pen.background = color }
      default: return false
      }
    }
    self = pen
    return true
  }

  /// Takes another's colours and weight.
  private mutating func take(_ other: Rendition) {
    attributes = attributes & ~Rendition.weight | other.attributes & Rendition.weight
    foreground = other.foreground
    background = other.background
  }

  private static func ink(_ rest: inout ArraySlice<UInt16>) -> Ink? {
    func next() -> UInt8? { rest.popFirst().flatMap { UInt8(exactly: $0) } }
    switch next() {
    case 5:
      guard let number = next() else { return nil }
      return .indexed(number)
    case 2:
      guard let red = next(), let green = next(), let blue = next() else { return nil }
      return .rgb(red, green, blue)
    default: return nil
    }
  }
}

extension Rendition {
  /// Appends the shortest sequence that makes of the pen `before` this one; nothing where they are the same.
  ///
  /// - Parameters:
  ///   - before: nil where it is not known.
  ///   - turnsOff: the terminal knows how to turn a single attribute off; else everything is set anew.
  func appendSequence(after before: Rendition?, turnsOff: Bool, to bytes: inout [UInt8]) {
    if before == self { return }
    // Everything off is the shortest of all: `ESC [ m`.
    guard let before, self != Rendition() else { return appendAnew(to: &bytes) }
    let loses = before.attributes & ~attributes != 0
    if loses, !turnsOff { return appendAnew(to: &bytes) }
    let start = bytes.count
    var change = ParameterWriter(&bytes)
    appendDifference(from: before, with: &change, to: &bytes)
    change.end(&bytes)
    // Only where something ends can it be shorter to begin anew.
    guard loses || foreground == .standard || background == .standard else { return }
    let middle = bytes.count
    appendAnew(to: &bytes)
    if bytes.count - middle <= middle - start {
      bytes.removeSubrange(start..<middle)
    } else {
      bytes.removeSubrange(middle...)
    }
  }

  private func appendAnew(to bytes: inout [UInt8]) {
    var writer = ParameterWriter(&bytes)
    if self != Rendition() {
      writer.append(0, to: &bytes)
      appendDifference(from: Rendition(), with: &writer, to: &bytes)
    }
    writer.end(&bytes)
  }

  /// The parameters that make of `before` this pen.
  private func appendDifference(
    from before: Rendition, with writer: inout ParameterWriter, to bytes: inout [UInt8]
  ) {
    var lost = before.attributes & ~attributes
    var wanted = attributes & ~before.attributes
    if lost & Rendition.weight != 0 {
      // One parameter ends both bold and dim.
      writer.append(22, to: &bytes)
      lost &= ~Rendition.weight
      wanted |= attributes & Rendition.weight
    }
    if lost | wanted != 0 {
      for number in UInt16(3)...9 where lost & (1 << number) != 0 { writer.append(20 + number, to: &bytes) }
      for number in UInt16(1)...9 where wanted & (1 << number) != 0 { writer.append(number, to: &bytes) }
    }
    if foreground != before.foreground { writer.append(foreground, base: 30, to: &bytes) }
    if background != before.background { writer.append(background, base: 40, to: &bytes) }
  }
}

/// Writes the parameters of one sequence.
private struct ParameterWriter {
  private var isFirst = true

  init(_ bytes: inout [UInt8]) {
    bytes.append(0x1b)
    bytes.append(0x5b)
  }

  mutating func append(_ number: UInt16, to bytes: inout [UInt8]) {
    if !isFirst { bytes.append(0x3b) }
    isFirst = false
    if number >= 100 { bytes.append(UInt8(0x30 + number / 100 % 10)) }
    if number >= 10 { bytes.append(UInt8(0x30 + number / 10 % 10)) }
    bytes.append(UInt8(0x30 + number % 10))
  }

  mutating func append(_ ink: Rendition.Ink, base: UInt16, to bytes: inout [UInt8]) {
    func byte(_ shift: UInt32) -> UInt16 { UInt16(truncatingIfNeeded: ink.code >> shift & 0xff) }
    switch ink.code >> 24 {
    case 1:
      append(base + 8, to: &bytes)
      append(5, to: &bytes)
      append(byte(0), to: &bytes)
    case 2:
      append(base + 8, to: &bytes)
      append(2, to: &bytes)
      for shift in [UInt32(16), 8, 0] { append(byte(shift), to: &bytes) }
    case 3: append(byte(0) < 8 ? base + byte(0) : base + 52 + byte(0), to: &bytes)
    default: append(base + 9, to: &bytes)
    }
  }

  func end(_ bytes: inout [UInt8]) { bytes.append(0x6d) }
}

extension Rendition.Ink {
  fileprivate init(_ color: ResolvedColor) {
    switch color {
    case .standard: self = .standard
    case .indexed(let number): self = number < 16 ? .plain(Int(number)) : .indexed(number)
    case .rgb(let rgb): self = .rgb(rgb.red, rgb.green, rgb.blue)
    }
  }
}
