import Screen

/// Bytes for the terminal, and what they make of its pen and cursor: what is in force already is not said again.
///
/// Columns are always said in full, never counted from what was drawn: a terminal that draws a character wider or narrower
/// than expected is in place again with the next part of the line.
struct ScreenWriter {
  let commands: ScreenCommands
  private var bytes: [UInt8] = []
  /// What the terminal has been told; nil: not known.
  private var pen: Rendition?
  /// The cursor's line; nil: not known.
  private var row: Int?
  /// Where the cursor stands, while nothing has been drawn since it was put there.
  private var place: Point?
  private var isCursorSeen: Bool?

  init(commands: ScreenCommands) { self.commands = commands }

  /// Others may have written.
  mutating func forget() {
    (pen, row, place, isCursorSeen) = (nil, nil, nil, nil)
  }

  /// The bytes so far, taken away.
  mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  /// Bytes of someone who believes the pen to be the usual one, leaves the cursor somewhere, and may have chosen the lines
  /// that scroll for a screen of another size.
  mutating func pass(_ others: [UInt8]) {
    set(Rendition())
    bytes += others
    (row, place) = (nil, nil)
    if commands.hasRegions { scrollAll() }
  }

  // MARK: The pen

  /// The pen for text.
  mutating func set(_ wanted: Rendition) {
    if pen == wanted { return }
    wanted.appendSequence(after: pen, turnsOff: commands.turnsOff, to: &bytes)
    pen = wanted
  }

  /// A pen that draws blanks as that one: of two that differ in their ground alone there, no more than the ground is sent.
  mutating func setGround(_ wanted: Rendition) {
    guard let pen else { return set(wanted) }
    if pen.drawsBlanks(as: wanted) { return }
    let grounded = pen.on(wanted)
    set(grounded.drawsBlanks(as: wanted) ? grounded : wanted)
  }

  /// Whether text drawn now would be drawn with that pen.
  func has(_ wanted: Rendition) -> Bool { pen == wanted }

  func hasGround(_ wanted: Rendition) -> Bool { pen?.drawsBlanks(as: wanted) ?? false }

  // MARK: The cursor

  /// Puts the cursor there.
  mutating func move(to point: Point) {
    if place == point { return }
    if point.column == 0, let row, point.row == row || point.row == row + 1 {
      bytes.append(0x0d)
      if point.row == row + 1 { bytes.append(0x0a) }
    } else if row == point.row, commands.movesInLine {
      append(point.column + 1, 0x47)
    } else {
      introduce()
      append(point.row + 1)
      if point.column > 0 {
        bytes.append(0x3b)
        append(point.column + 1)
      }
      bytes.append(0x48)
    }
    (row, place) = (point.row, point)
  }

  mutating func show(cursor isSeen: Bool) {
    if isCursorSeen == isSeen { return }
    bytes += isSeen ? commands.cursorSeen : commands.cursorHidden
    isCursorSeen = isSeen
  }

  // MARK: Drawing

  /// One scalar at the cursor.
  mutating func write(_ scalar: UInt32) {
    place = nil
    if scalar < 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: scalar))
    } else if scalar < 0x800 {
      bytes.append(UInt8(truncatingIfNeeded: 0xc0 | scalar >> 6))
      appendTail(scalar, 0)
    } else if scalar < 0x10000 {
      bytes.append(UInt8(truncatingIfNeeded: 0xe0 | scalar >> 12))
      appendTail(scalar, 6)
      appendTail(scalar, 0)
    } else {
      bytes.append(UInt8(truncatingIfNeeded: 0xf0 | scalar >> 18))
      appendTail(scalar, 12)
      appendTail(scalar, 6)
      appendTail(scalar, 0)
    }
  }

  private mutating func appendTail(_ scalar: UInt32, _ shift: UInt32) {
    bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> shift & 0x3f))
  }

  mutating func writeBlanks(_ count: Int) {
    place = nil
    for _ in 0..<count { bytes.append(0x20) }
  }

  /// Blanks the rest of the line; the cursor stays.
  mutating func eraseRest() {
    introduce()
    bytes.append(0x4b)
  }

  /// Blanks some cells; the cursor stays.
  mutating func erase(_ count: Int) { append(count, 0x58) }

  /// Moves some lines of a screen of `rows` up by `shift`, or down where it is negative; what comes in is blank, on the
  /// usual ground.
  mutating func scroll(_ lines: ClosedRange<Int>, by shift: Int, rows: Int) {
    setGround(Rendition())
    let isPart = lines != 0...(rows - 1)
    if isPart {
      introduce()
      append(lines.lowerBound + 1)
      bytes.append(0x3b)
      append(lines.upperBound + 1, introduced: true, 0x72)
      (row, place) = (nil, nil)
    }
    move(to: Point(column: 0, row: shift > 0 ? lines.upperBound : lines.lowerBound))
    for _ in 0..<abs(shift) { bytes += shift > 0 ? [0x0a] : [0x1b, 0x4d] }
    if isPart { scrollAll() }
  }

  /// All lines scroll.
  private mutating func scrollAll() {
    introduce()
    bytes.append(0x72)
    (row, place) = (nil, nil)
  }

  // MARK: Sequences

  private mutating func introduce() {
    bytes.append(0x1b)
    bytes.append(0x5b)
  }

  private mutating func append(_ number: Int, introduced: Bool = false, _ final: UInt8) {
    if !introduced { introduce() }
    append(number)
    bytes.append(final)
  }

  /// A number of 0…9999: no screen has more lines or columns.
  private mutating func append(_ number: Int) {
    var divisor = number >= 1000 ? 1000 : number >= 100 ? 100 : number >= 10 ? 10 : 1
    while divisor > 0 {
      bytes.append(UInt8(truncatingIfNeeded: 0x30 + number / divisor % 10))
      divisor /= 10
    }
  }
}
