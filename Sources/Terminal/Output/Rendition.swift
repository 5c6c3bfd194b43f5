import Screen

/// How a terminal draws what it is sent next: attributes and colours, as "select graphic rendition" sequences set them
/// (ECMA-48 8.3.117, and the colours of ISO 8613-6).
struct Rendition: Hashable {
  /// One bit for each attribute that is on, as terminals number them: 1 bold, 2 dim, 4 underline, 7 reverse.
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
  }

  static let bold: UInt16 = 1 << 1
  static let dim: UInt16 = 1 << 2
  static let underline: UInt16 = 1 << 4
  static let reverse: UInt16 = 1 << 7
  private static let weight = bold | dim
  private static let seenOnBlanks = underline | reverse

  /// Blanks drawn by it show nothing but its ground.
  var showsGroundAlone: Bool { attributes & Rendition.seenOnBlanks == 0 }

  init() {}

  /// - Parameter attributes: those that the terminal has beside such colours.
  init(_ look: ResolvedLook, attributes known: (_ hasColor: Bool) -> UInt16 = { _ in .max }) {
    foreground = Ink(look.foreground)
    background = Ink(look.background)
    if look.bold { attributes |= Rendition.bold }
    if look.dim { attributes |= Rendition.dim }
    if look.underline { attributes |= Rendition.underline }
    if look.reverse { attributes |= Rendition.reverse }
    attributes &= known(foreground != .standard || background != .standard)
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
    return background == other.background && showsGroundAlone && other.showsGroundAlone
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
