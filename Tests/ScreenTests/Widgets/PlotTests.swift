import Screen
import Testing

private let solid = Pen(.solid, .bar, rank: 9, sign: "#")
private let faint = Pen(.dotted, .dim, rank: 1, sign: ".")

@Suite("Fields of dots")
struct DotFieldTests {
  private func field(_ columns: Int = 4, _ rows: Int = 2, _ draw: (inout DotField) -> Void) -> DotField {
    var field = DotField(columns: columns, rows: rows)
    draw(&field)
    return field
  }

  @Test func fits() {
    let rising = field { $0.line(from: (0, 0), to: (7, 7), solid) }
    #expect(drawn(rising, 4, 2, .safe).lines == ["  ⡠⠊", "⡠⠊  "])
    #expect(drawn(rising, 4, 2, .ascii).lines == ["  ##", "##  "])
    #expect(drawn(rising, 4, 2, .ascii).planes == ["..gg", "gg.."])
  }

  @Test func eachDotIsWhereItIs() {
    let bits: [(Int, Int, String)] = [
      (0, 3, "⠁"), (0, 2, "⠂"), (0, 1, "⠄"), (0, 0, "⡀"), (1, 3, "⠈"), (1, 2, "⠐"), (1, 1, "⠠"), (1, 0, "⢀"),
    ]
    for (x, y, sign) in bits {
      #expect(drawn(field(1, 1) { $0.plot(x, y, solid) }, 1, 1, .full).lines == [sign])
    }
  }

  @Test("a steep line has no gaps, whether its ends lie in one column or in two")
  func steep() {
    #expect(drawn(field(1, 2) { $0.line(from: (0, 0), to: (0, 7), solid) }, 1, 2, .full).lines == ["⡇", "⡇"])
    #expect(drawn(field(1, 2) { $0.line(from: (0.1, 0), to: (0.2, 7), solid) }, 1, 2, .full).lines == ["⡇", "⡇"])
    #expect(drawn(field(1, 2) { $0.line(from: (0, 0), to: (1, 7), solid) }, 1, 2, .full).lines == ["⢸", "⡇"])
    let falling = field(1, 2) { $0.line(from: (0, 7), to: (1, 0), solid) }
    #expect(drawn(falling, 1, 2, .full).lines == ["⡇", "⢸"])
  }

  @Test("a bold line is two dots thick")
  func bold() {
    let level = field(2, 1) { $0.line(from: (0, 2), to: (3, 2), Pen(.bold, .bar, rank: 1, sign: "#")) }
    #expect(drawn(level, 2, 1, .full).lines == ["⠶⠶"])
    let ground = field(2, 1) { $0.line(from: (0, 0), to: (3, 0), Pen(.bold, .bar, rank: 1, sign: "#")) }
    #expect(drawn(ground, 2, 1, .full).lines == ["⣀⣀"])
  }

  @Test("where two meet in a cell the more important is seen alone, in either order")
  func rank() {
    let one = field(1, 1) {
      $0.plot(0, 0, faint)
      $0.plot(1, 3, solid)
    }
    let other = field(1, 1) {
      $0.plot(1, 3, solid)
      $0.plot(0, 0, faint)
    }
    for field in [one, other] {
      #expect(drawn(field, 1, 1, .full).lines == ["⠈"])
      #expect(drawn(field, 1, 1, .full).planes == ["g"])
    }
  }

  @Test("every pattern is told apart in monochrome", arguments: [GlyphSet.safe, .full])
  func patterns(glyphs: GlyphSet) {
    let lines = Pen.Pattern.allCases.map { pattern in
      drawn(
        field(8, 1) { field in
          let pen = Pen(pattern, .bar, rank: 1, sign: "#")
          if pattern != .shade { return field.line(from: (0, 2), to: (15, 2), pen) }
          for x in 0..<16 { field.column(x, from: 0, through: 3, pen) }
        }, 8, 1, glyphs
      ).lines[0]
    }
    #expect(Set(lines).count == lines.count)
  }

  @Test func partlyOut() {
    var canvas = Canvas.ascii(2, 1)
    canvas.draw(
      field { $0.line(from: (-9, -9), to: (99, 99), solid) }, in: Rect(column: -1, row: -1, columns: 4, rows: 2))
    #expect(canvas.lines == ["# "])
  }

  @Test func empty() {
    #expect(drawn(DotField(columns: 3, rows: 1), 3, 1).lines == ["   "])
    #expect(drawn(DotField(columns: 0, rows: -4), 3, 1).lines == ["   "])
    #expect(DotField(columns: .max, rows: .max).columns == Size.largest.columns)
  }

  @Test("no figure traps, and none leaves a dot where it does not belong")
  func extremes() {
    let far: [Double] = [.nan, .infinity, -.infinity, 1e308, -1e308, -50]
    let untouched = field { field in
      for value in far {
        field.line(from: (0, value), to: (7, value), solid)
        field.column(2, from: value, through: value, solid)
      }
      field.plot(.max, .min, solid)
    }
    #expect(drawn(untouched, 4, 2).lines == ["    ", "    "])
    _ = field { $0.line(from: (0, -1e308), to: (7, 1e308), solid) }
    _ = field { $0.line(from: (-1e308, 1), to: (1e308, 2), faint) }
  }
}

@Suite("Round marks")
struct NiceScaleTests {
  @Test func marksAreRound() {
    #expect(NiceScale(0...1_550, atMost: 5).marks == [0, 500, 1_000, 1_500])
    #expect(NiceScale(0...1_550, atMost: 2).marks == [0, 1_000])
    #expect(NiceScale(0...650_000, atMost: 8).marks == (0...6).map { Double($0) * 100_000 })
    #expect(NiceScale(-30...100, atMost: 8).marks == [-20, 0, 20, 40, 60, 80, 100])
    #expect(NiceScale(0...0.5, atMost: 6).marks.count == 6)
  }

  @Test func neverMoreThanAskedFor() {
    var numbers = SeededNumbers(9)
    for _ in 0..<500 {
      let low = Double.random(in: -1e9...1e9, using: &numbers)
      let span = Double.random(in: 1e-6...1e12, using: &numbers)
      let count = Int.random(in: -2...20, using: &numbers)
      let scale = NiceScale(low...(low + span), atMost: count)
      #expect(scale.marks.count <= max(1, count))
      #expect(scale.marks.allSatisfy { $0 >= low - span * 1e-9 && $0 <= low + span * (1 + 1e-9) })
      if count >= 4 { #expect(!scale.marks.isEmpty) }
    }
  }

  @Test func whatIsNoRangeHasNone() {
    #expect(NiceScale(5...5, atMost: 4).marks == [])
    #expect(NiceScale(0...Double.infinity, atMost: 4).marks == [])
    #expect(NiceScale(0...1e300, atMost: 4).marks == [])
  }
}

@Suite("Plots")
struct PlotTests {
  private var plot: Plot {
    var plot = Plot(x: 0...12, y: 0...100, ticks: (0..<12).map { Plot.Tick(Double($0), "\($0 + 1)月") }) { value, _ in
      SafeText(String(Int(value)))
    }
    plot.bands = [
      Plot.Band(
        low: [Plot.Place(6, 40), Plot.Place(12, 60)], high: [Plot.Place(6, 40), Plot.Place(12, 95)],
        Pen(.shade, .dim, rank: 1, sign: ":"))
    ]
    plot.curves = [Plot.Curve([Plot.Place(0, 0), Plot.Place(6, 40)], solid)]
    plot.marks = [Plot.Mark(Plot.Place(9, 80), "o", .title)]
    return plot
  }

  @Test func fits() {
    #expect(
      drawn(plot, 40, 12).lines == [
        "100+                                   :", "   |                               :::::",
        "   |                          o ::::::::", "   |                         :::::::::::",
        " 50+                     :::::::::::::  ", "   |                 ##::::::           ",
        "   |             #####                  ", "   |         #####                      ",
        "   |    #####                           ", "  0+####                                ",
        "   ++-----+-----+-----+----+-----+------", "    1月   3月   5月   7月  9月   11月   ",
      ])
  }

  @Test func names() {
    // As many names as have room.
    func last(_ columns: Int) -> String { drawn(plot, columns, 8).lines.last ?? "" }
    #expect(last(90).contains("12月"))
    #expect(last(30).contains("1月") && !last(30).contains("2月"))
    #expect(!last(15).contains("月"))
  }

  @Test func partlyOut() {
    var canvas = Canvas.ascii(10, 4)
    canvas.draw(plot, in: Rect(column: -30, row: -8, columns: 40, rows: 12))
    #expect(canvas.lines.last?.contains("11月") == true)
  }

  @Test func empty() {
    let bare = Plot(x: 0...1, y: 0...1) { _, _ in "" }
    #expect(drawn(bare, 3, 2).lines == ["   ", "   "])
    #expect(drawn(plot, 1, 1).lines.count == 1)
    #expect(drawn(plot, 0, 0).lines == [])
  }

  @Test func aBrokenCurveHasAGap() {
    var plot = Plot(x: 0...9, y: 0...3) { _, _ in "" }
    plot.curves = [Plot.Curve((0..<10).map { Plot.Place(Double($0), $0 == 5 ? .nan : 1) }, solid)]
    let line = drawn(plot, 10, 1).lines[0]
    #expect(line.first == "#")
    #expect(line.last == "#")
    #expect(line.contains(" "))
  }
}

@Suite("Legends")
struct PlotLegendTests {
  private let legend = PlotLegend([
    .init(solid, "完成 982"), .init(faint, "序时 1,323"), .init(sign: "o", .title, "上年 500"),
  ])

  @Test func fits() {
    #expect(drawn(legend, 48, 1).lines == ["#### 完成 982  .... 序时 1,323   o   上年 500   "])
    #expect(drawn(legend, 32, 2).lines == ["#### 完成 982  .... 序时 1,323  ", " o   上年 500                   "])
    #expect(legend.rows(in: 48, DisplayWidth()) == 1)
    #expect(legend.rows(in: 32, DisplayWidth()) == 2)
    #expect(legend.rows(in: 1, DisplayWidth()) == 3)
  }

  @Test func samplesDiffer() {
    let lines = drawn(PlotLegend([.init(solid, "a"), .init(faint, "a")]), 6, 2, .full).lines
    #expect(lines[0] != lines[1])
  }

  @Test func partlyOut() {
    var canvas = Canvas.ascii(6, 1)
    canvas.draw(legend, in: Rect(column: -5, row: 0, columns: 48, rows: 1))
    #expect(canvas.lines == ["完成 9"])
  }

  @Test func empty() {
    #expect(drawn(PlotLegend([]), 5, 1).lines == ["     "])
    #expect(PlotLegend([]).rows(in: 5, DisplayWidth()) == 0)
    #expect(drawn(legend, 0, 0).lines == [])
  }
}

@Suite("A frame as lines")
struct FrameLinesTests {
  @Test func rolesAndWideCharactersAreKept() {
    var canvas = Canvas.full(7, 2)
    canvas.put("完成", at: Point(column: 0, row: 0), .dim)
    canvas.put("9", at: Point(column: 5, row: 0), .title)
    let lines = canvas.frame.lines
    #expect(lines.count == 2)
    #expect(lines[0] == Line([Span("完成", .dim), Span(" "), Span("9", .title), Span(" ")]))
    #expect(DisplayWidth().width(of: lines[1]) == 7)
  }
}
