import PseudoTerminal
import Testing

@testable import Screen
@testable import Terminal

/// What is sent straight shows the frame, whatever was shown before, and is no more than what differs.
struct DirectPainterTests {
  private static func writer(_ commands: ScreenCommands = Described.xterm) -> ScreenWriter {
    ScreenWriter(commands: commands)
  }

  private static func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).replacing("\u{1b}", with: "^")
  }

  private static let red = Rendition(ResolvedLook(foreground: .indexed(1)))
  private static let onGrey = Rendition(ResolvedLook(foreground: .indexed(1), background: .indexed(236), bold: true))

  @Test("The pen is said once, the ground alone for a blank, everything anew where it is not known")
  func pens() {
    var writer = Self.writer()
    writer.set(Self.red)
    writer.write(0x61)
    writer.set(Self.red)
    writer.write(0x6d66)
    writer.setGround(Rendition())
    writer.writeBlanks(2)
    #expect(Self.text(writer.take()) == "^[0;31ma浦  ")
    writer.setGround(Self.onGrey)
    writer.writeBlanks(1)
    writer.set(Self.onGrey)
    writer.write(0x62)
    writer.set(Rendition())
    writer.write(0x63)
    #expect(Self.text(writer.take()) == "^[48;5;236m ^[1mb^[mc")
    writer.forget()
    writer.set(Rendition())
    writer.write(0x1F600)
    #expect(Self.text(writer.take()) == "^[m😀")
  }

  @Test("Underline and reverse are seen on blanks, and said for them")
  func seenOnBlanks() {
    let underlined = Rendition(ResolvedLook(underline: true))
    var writer = Self.writer()
    writer.set(Self.red)
    writer.write(0x61)
    writer.setGround(underlined)
    writer.writeBlanks(1)
    writer.setGround(Rendition())
    writer.writeBlanks(1)
    #expect(Self.text(writer.take()) == "^[0;31ma^[0;4m ^[m ")
  }

  @Test("The cursor goes the short way, and nowhere where it is")
  func moves() {
    func moved(_ points: [Point], _ commands: ScreenCommands = Described.xterm) -> String {
      var writer = Self.writer(commands)
      for point in points { writer.move(to: point) }
      return Self.text(writer.take())
    }
    let start = Point(column: 4, row: 2)
    #expect(moved([start]) == "^[3;5H")
    #expect(moved([Point(column: 0, row: 0)]) == "^[1H")
    #expect(moved([start, start]) == "^[3;5H")
    #expect(moved([start, Point(column: 119, row: 2)]) == "^[3;5H^[120G")
    #expect(moved([start, Point(column: 0, row: 2)]) == "^[3;5H\r")
    #expect(moved([start, Point(column: 0, row: 3)]) == "^[3;5H\r\n")
    #expect(moved([start, Point(column: 0, row: 1)]) == "^[3;5H^[2H")
    let old = Described.commands(without: ["hpa"])
    #expect(moved([start, Point(column: 9, row: 2)], old) == "^[3;5H^[3;10H")
  }

  @Test("Lines are scrolled on the usual ground, and the whole screen is the region again")
  func scrolling() {
    var writer = Self.writer()
    writer.set(Self.onGrey)
    writer.write(0x61)
    _ = writer.take()
    writer.scroll(2...8, by: 2, rows: 10)
    #expect(Self.text(writer.take()) == "^[49m^[3;9r^[9H\n\n^[r")
    writer.scroll(0...9, by: -1, rows: 10)
    #expect(Self.text(writer.take()) == "^[1H^M")
  }

  @Test("Whatever comes after whatever, an xterm shows it", arguments: 1...9)
  func pictures(seed: UInt64) {
    var random = Seeded(state: seed)
    var screen = Shown(columns: Int.random(in: 8...40, using: &random), rows: Int.random(in: 3...14, using: &random))
    if seed % 3 == 0 { screen = screen.with(commands: Described.commands(without: ["bce", "ech", "hpa", "rmul"])) }
    var frame = Frame(size: screen.size)
    for turn in 0..<40 {
      frame = Picture.next(after: frame, &random)
      screen.paint(frame, turn % 20 < 10 ? Picture.dark : Picture.plain)
      #expect(screen.faults(frame, turn % 20 < 10 ? Picture.dark : Picture.plain) == [], "turn \(turn)")
    }
  }

  @Test("The same picture again sends nothing; a cursor that moved sends itself")
  func nothing() {
    var random = Seeded(state: 5)
    var screen = Shown(columns: 30, rows: 8)
    var frame = Picture.next(after: Frame(size: screen.size), &random)
    frame.cursor = nil
    _ = screen.paint(frame, Picture.dark)
    #expect(screen.paint(frame, Picture.dark) == [])
    frame.cursor = Point(column: 3, row: 2)
    #expect(Self.text(screen.paint(frame, Picture.dark)) == "^[?12l^[?25h^[3;4H")
    #expect(screen.emulator.isCursorVisible && screen.emulator.cursor == (3, 2))
    frame.cursor = nil
    #expect(Self.text(screen.paint(frame, Picture.dark)) == "^[?25l^[8;30H")
  }

  @Test("A list that moves by a line is scrolled, not drawn")
  func list() {
    var screen = Shown(columns: 60, rows: 20)
    func picture(_ first: Int) -> Frame {
      var canvas = Canvas(size: screen.size)
      for row in 0..<20 {
        let text = row == 0 ? "heading" : row == 19 ? "keys" : "row number \(first + row) with what stands in it 浦东新区"
        canvas.put(SafeText(text), at: Point(column: 0, row: row), row % 5 == 0 ? .lagging : .text)
      }
      return canvas.frame
    }
    screen.paint(picture(0), Picture.dark)
    // Every fifth line has another colour: rows that move by five lines keep theirs.
    let bytes = screen.paint(picture(5), Picture.dark)
    #expect(screen.faults(picture(5), Picture.dark) == [])
    #expect(Self.text(bytes).contains("^[2;19r"))
    #expect(bytes.count < 450, "\(bytes.count)")
  }

  @Test("With a line or block goes what it may have drawn over the next cell")
  func overhang() {
    var screen = Shown(columns: 12, rows: 1)
    func painted(_ text: SafeText) -> String {
      var canvas = Canvas(size: screen.size)
      canvas.put(text, at: Point(column: 0, row: 0))
      var frame = canvas.frame
      frame.cursor = Point(column: 0, row: 0)
      return Self.text(screen.paint(frame, Picture.plain))
    }
    _ = painted("ab▕ cd e")
    #expect(painted("ab  cd e") == "^[3G  \r")
    #expect(painted("ax  cd e") == "^[2Gx\r")
  }

  @Test("A frame of another size is cut, and blank where it is missing")
  func sizes() {
    var screen = Shown(columns: 10, rows: 3)
    var canvas = Canvas(size: Size(columns: 11, rows: 2))
    canvas.put("abcdefghi浦", at: Point(column: 0, row: 0))
    screen.paint(canvas.frame, Picture.plain)
    #expect(screen.emulator.lines == ["abcdefghi", "", ""])
  }

  @Test("Nothing that could steer the terminal passes, and what takes its place fills it")
  func harmless() {
    var screen = Shown(columns: 6, rows: 2)
    var frame = Frame(size: screen.size)
    frame.write(Piece(text: CellText("\u{1b}"), width: 1), style: Style(), column: 0, row: 0)
    frame.write(Piece(text: CellText("\u{202e}"), width: 2), style: Style(), column: 1, row: 0)
    frame.write(Piece(text: CellText("x"), width: 1), style: Style(), column: 3, row: 0)
    screen.paint(frame, Picture.plain)
    #expect(screen.emulator.lines == ["???x", ""])
  }

  @Test("What others wrote over it is drawn over")
  func forgotten() {
    var random = Seeded(state: 9)
    var screen = Shown(columns: 30, rows: 8)
    let frame = Picture.next(after: Frame(size: screen.size), &random)
    screen.paint(frame, Picture.dark)
    screen.disturb()
    screen.paint(frame, Picture.dark)
    #expect(screen.faults(frame, Picture.dark) == [])
  }
}
