import Screen
import Testing

@Suite("Drawing cells")
struct CanvasTests {
  @Test func writesAndCountsCells() {
    var canvas = Canvas.ascii(8, 1)
    #expect(canvas.put("浦东ab", at: Point(column: 1, row: 0)) == 6)
    #expect(canvas.lines == [" 浦东ab "])
    #expect(canvas.frame[1, 0] == Cell(text: "浦", width: 2, style: Style()))
    #expect(canvas.frame[2, 0] == Cell(text: "", width: 0, style: Style()))
  }

  @Test func blanksTheOtherHalf() {
    var canvas = Canvas.ascii(6, 1)
    canvas.put("浦东区", at: Point(column: 0, row: 0))
    canvas.put("x", at: Point(column: 1, row: 0))
    canvas.put("y", at: Point(column: 2, row: 0))
    #expect(canvas.lines == [" xy 区"])
    canvas.put("中", at: Point(column: 3, row: 0))
    #expect(canvas.lines == [" xy中 "])
  }

  @Test func neverHalvesAtTheEdges() {
    var canvas = Canvas.ascii(4, 1)
    canvas.put("浦东区", at: Point(column: -1, row: 0))
    #expect(canvas.lines == [" 东 "])
    canvas = Canvas.ascii(6, 1)
    canvas.put("......", at: Point(column: 0, row: 0))
    canvas.clipped(to: Rect(column: 1, row: 0, columns: 4, rows: 1)) {
      $0.put("浦东区", at: Point(column: 0, row: 0))
    }
    #expect(canvas.lines == [". 东 ."])
  }

  @Test func clipsWithinClips() {
    var canvas = Canvas.ascii(6, 2)
    canvas.clipped(to: Rect(column: 0, row: 0, columns: 4, rows: 1)) { canvas in
      canvas.clipped(to: Rect(column: 2, row: 0, columns: 9, rows: 9)) { canvas in
        canvas.fill(canvas.bounds, "#")
      }
      canvas.put("a", at: Point(column: 0, row: 0))
    }
    #expect(canvas.lines == ["a ##  ", "      "])
    #expect(canvas.clip == canvas.bounds)
  }

  @Test func fillsWithWideCharacters() {
    var canvas = Canvas.ascii(5, 1)
    canvas.fill(canvas.bounds, "中")
    #expect(canvas.lines == ["中中 "])
  }

  @Test func selectsBothHalves() {
    var canvas = Canvas.ascii(4, 1)
    canvas.put("浦东", at: Point(column: 0, row: 0), .lagging)
    canvas.select(Rect(column: 1, row: 0, columns: 1, rows: 1))
    #expect(canvas.planes == ["LLll"])
    canvas.setRole(.watch, in: canvas.bounds)
    #expect(canvas.planes == ["WWww"])
  }

  @Test func marksKeepToTheirBase() {
    var canvas = Canvas.ascii(3, 1)
    canvas.put("e\u{301}\u{302}x", at: Point(column: 0, row: 0))
    #expect(canvas.frame[0, 0].text.string.unicodeScalars.count == 3)
    #expect(canvas.frame[1, 0].text == "x")
  }

  @Test func placesTheCursorOnlyInside() {
    var canvas = Canvas.ascii(3, 1)
    canvas.placeCursor(Point(column: 3, row: 0))
    #expect(canvas.frame.cursor == nil)
    canvas.placeCursor(Point(column: 2, row: 0))
    #expect(canvas.frame.cursor == Point(column: 2, row: 0))
  }

  @Test func drawsLines() {
    var canvas = Canvas.full(4, 3)
    canvas.hline(at: Point(column: 1, row: 0), columns: 9)
    canvas.vline(at: Point(column: 0, row: -1), rows: 3)
    #expect(canvas.lines == ["│───", "│   ", "    "])
  }

  @Test func sizesAreCutToTheLargest() {
    #expect(Frame(size: Size(columns: .max, rows: .max)).size == Size.largest)
    #expect(Frame(size: Size(columns: -1, rows: 4)).rows.joined().isEmpty)
    #expect(Frame(size: Size(columns: 2, rows: 1))[5, -1] == .blank)
  }

  @Test(arguments: UInt64(0)..<60)
  func staysWholeWhateverIsDrawn(seed: UInt64) {
    var numbers = SeededNumbers(seed)
    var canvas = Canvas(
      size: Size(columns: Int.random(in: 0...14, using: &numbers), rows: Int.random(in: 0...4, using: &numbers)),
      glyphs: .full, ambiguousWidth: Int.random(in: 1...2, using: &numbers))
    let extremes = [Int.min, Int.max, -1_000_000, 1_000_000]
    for _ in 0..<60 {
      func place() -> Int {
        Int.random(in: 0..<12, using: &numbers) == 0
          ? extremes.randomElement(using: &numbers) ?? 0 : Int.random(in: -6...18, using: &numbers)
      }
      let point = Point(column: place(), row: place())
      let rect = Rect(column: place(), row: place(), columns: place(), rows: place())
      let text = SafeText(numbers.text())
      switch Int.random(in: 0..<5, using: &numbers) {
      case 0: canvas.put(text, at: point, .key)
      case 1: canvas.fill(rect, SafeText(numbers.text(upTo: 1)))
      case 2: canvas.select(rect)
      case 3: canvas.put(text, in: rect, .watch, align: .right)
      default: canvas.clipped(to: rect) { $0.put(text, at: point, .lagging) }
      }
    }
    #expect(faults(of: canvas.frame) == [])
  }

  @Test(arguments: UInt64(0)..<60)
  func touchesNothingOutsideTheClip(seed: UInt64) {
    var numbers = SeededNumbers(seed)
    var canvas = Canvas.ascii(12, 4)
    canvas.fill(canvas.bounds, ".")
    let clip = Rect(
      column: Int.random(in: -2...10, using: &numbers), row: Int.random(in: -2...4, using: &numbers),
      columns: Int.random(in: 0...8, using: &numbers), rows: Int.random(in: 0...4, using: &numbers))
    canvas.clipped(to: clip) { canvas in
      for _ in 0..<30 {
        canvas.put(
          SafeText(numbers.text()),
          at: Point(column: Int.random(in: -9...14, using: &numbers), row: Int.random(in: -2...6, using: &numbers)))
      }
    }
    for row in 0..<4 {
      for column in 0..<12 where !clip.contains(Point(column: column, row: row)) {
        #expect(canvas.frame[column, row].text == ".")
      }
    }
  }
}
