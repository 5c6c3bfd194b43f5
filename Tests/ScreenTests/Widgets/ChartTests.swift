import Screen
import Testing

@Suite("Bars of deviation")
struct DeviationBarTests {
  private func bar(_ deviation: Double?, _ columns: Int = 13, _ glyphs: GlyphSet = .ascii, per: Double = 1) -> String {
    drawn(DeviationBar(deviation, pointsPerCell: per, behindShare: 60), columns, 1, glyphs).lines[0]
  }

  @Test func fits() {
    #expect(bar(-3.2) == "[   ###|    ]")
    #expect(bar(2.4) == "[      |++  ]")
    #expect(bar(0.1) == "[      |    ]")
    #expect(bar(nil) == "[      |    ]")
    #expect(bar(-8, per: 2) == "[  ####|    ]")
  }

  @Test func halvesInTheLargerSets() {
    #expect(bar(-2.5, 13, .full) == "▕   ▐██│    ▏")
    #expect(bar(1.5, 13, .full) == "▕      │█▌  ▏")
    #expect(bar(1.25, 13, .full) == "▕      │█▎  ▏")
    #expect(bar(-2.5, 13, .safe) == "[   ⢸⣿⣿|    ]")
    #expect(bar(1.5, 13, .safe) == "[      |⣿⡇  ]")
  }

  @Test func saysThatItGoesOn() {
    #expect(bar(-6) == "[######|    ]")
    #expect(bar(-6.6) == "[<#####|    ]")
    #expect(bar(99) == "[      |+++>]")
    #expect(bar(-.infinity) == "[      |    ]")
    #expect(bar(.nan) == "[      |    ]")
    #expect(bar(-1e300) == "[<#####|    ]")
    #expect(bar(-3, per: 0) == "[      |    ]")
  }

  @Test func partlyOut() {
    var canvas = Canvas.ascii(6, 1)
    canvas.draw(DeviationBar(-3, behindShare: 60), in: Rect(column: -4, row: 0, columns: 13, rows: 1))
    #expect(canvas.lines == ["###|  "])
  }

  @Test func empty() {
    #expect(bar(-3, 1) == "|")
    #expect(bar(-3, 2) == "| ")
    #expect(bar(-3, 0) == "")
  }

  @Test func takesTheRoleOfItsStatus() {
    let canvas = drawn(DeviationBar(-2, behindShare: 50, behind: .watch), 9, 1)
    #expect(canvas.planes == ["c.wwp...c"])
    #expect(drawn(DeviationBar(2, behindShare: 50), 9, 1).planes == ["c...poo.c"])
  }
}

@Suite("Gauges")
struct GaugeTests {
  private func gauge(_ percent: Double?, pace: Double? = nil, _ columns: Int = 12, _ glyphs: GlyphSet = .ascii)
    -> String
  {
    drawn(Gauge(percent, pace: pace), columns, 1, glyphs).lines[0]
  }

  @Test func fits() {
    #expect(gauge(50) == "[#####.....]")
    #expect(gauge(50, pace: 70) == "[#####..|..]")
    #expect(gauge(90, pace: 50) == "[#####|###.]")
    #expect(gauge(86.5, pace: 88.8, 42) == "[" + String(repeating: "#", count: 35) + ".|...]")
  }

  @Test func eighths() {
    #expect(gauge(53, 12, .full) == "▕█████▎····▏")
    #expect(gauge(55, 12, .safe) == "[⣿⣿⣿⣿⣿⡇░░░░]")
  }

  @Test func onlyWhatIsCompleteLooksFull() {
    #expect(gauge(99.9) == "[#########.]")
    #expect(gauge(100) == "[##########]")
    #expect(gauge(130) == "[##########]")
    #expect(gauge(99.9, 12, .full) == "▕█████████▉▏")
    #expect(gauge(0.01, 12, .full) == "▕▏·········▏")
  }

  @Test func empty() {
    #expect(gauge(nil) == "[..........]")
    #expect(gauge(0) == "[..........]")
    #expect(gauge(-5) == "[..........]")
    #expect(gauge(.nan, pace: .nan) == "[..........]")
    #expect(gauge(.infinity) == "[##########]")
    #expect(gauge(50, 1) == ".")
  }

  @Test func paceStaysInside() {
    #expect(gauge(0, pace: 0) == "[|.........]")
    #expect(gauge(0, pace: 100) == "[.........|]")
    #expect(gauge(0, pace: 900) == "[.........|]")
  }

  @Test func partlyOut() {
    var canvas = Canvas.ascii(5, 1)
    canvas.draw(Gauge(50), in: Rect(column: -4, row: 0, columns: 12, rows: 1))
    #expect(canvas.lines == ["##..."])
  }

  @Test func roles() {
    #expect(drawn(Gauge(50, pace: 75, role: .watch), 6, 1).planes == ["cwwcpc"])
  }
}

@Suite("Sparklines")
struct SparklineTests {
  private let values: [Double?] = [0, 1, 2, 3, nil, 4]

  @Test func fits() {
    #expect(drawn(Sparkline(values), 8, 1, .full).lines == ["▁▂▄▆?█  "])
    #expect(drawn(Sparkline(values), 6, 1, .safe).lines == ["⣀⣀⣤⣶?⣿"])
    #expect(drawn(Sparkline(values), 6, 1, .ascii).lines == [".-=*?#"])
  }

  @Test func theLatestStay() {
    #expect(drawn(Sparkline(values), 3, 1, .full).lines == ["▆?█"])
  }

  @Test func ofAGivenTop() {
    #expect(drawn(Sparkline([1, 2], top: 8), 2, 1, .full).lines == ["▁▂"])
    #expect(drawn(Sparkline([9, .infinity], top: 8), 2, 1, .full).lines == ["█?"])
  }

  @Test func empty() {
    #expect(drawn(Sparkline([]), 2, 1).lines == ["  "])
    #expect(drawn(Sparkline([0, 0]), 2, 1, .full).lines == ["▁▁"])
    #expect(drawn(Sparkline([nil]), 1, 1).planes == ["d"])
  }

  @Test func partlyOut() {
    var canvas = Canvas.full(3, 1)
    canvas.draw(Sparkline(values), in: Rect(column: -2, row: 0, columns: 6, rows: 1))
    #expect(canvas.lines == ["▄▆?"])
  }
}

@Suite("Charts of bars")
struct BarChartTests {
  private let chart = BarChart([
    .init("W36", value: 40, figure: "40"), .init("W40", value: 10, figure: "10", note: "国庆"),
    .init("W41", value: nil, figure: "--"),
  ])

  @Test func fits() {
    #expect(
      drawn(chart, 18, 4).lines == [
        "W36 40 ###########", "W40 10 ### 国庆   ", "W41 --            ", "                  ",
      ])
  }

  @Test func partlyOut() {
    #expect(drawn(chart, 5, 2).lines == ["W36 ~", "W40 ~"])
    var canvas = Canvas.ascii(8, 1)
    canvas.draw(chart, in: Rect(column: -4, row: -1, columns: 18, rows: 3))
    #expect(canvas.lines == ["10 ###  "])
  }

  @Test func empty() {
    #expect(drawn(BarChart([]), 4, 1).lines == ["    "])
    #expect(drawn(BarChart([.init("a", value: 0, figure: "0")]), 6, 1).lines == ["a 0   "])
  }
}

@Suite("Large digits")
struct BigDigitsTests {
  @Test func fits() {
    #expect(
      drawn(BigDigits("1.5", align: .left), 10, 5).lines == [
        " #    ### ", "##    #   ", " #    ### ", " #      # ", "### # ### ",
      ])
    #expect(BigDigits("86.5%").columns == 17)
  }

  @Test func tooNarrow() {
    #expect(drawn(BigDigits("86.5"), 10, 5).lines[0] == "   86.5   ")
    #expect(drawn(BigDigits("86.5"), 40, 4).lines[0].contains("86.5"))
  }

  @Test func leavesNothingUnknownOut() {
    #expect(drawn(BigDigits("17 项"), 40, 5).lines[0].contains("17 项"))
  }

  @Test func empty() {
    #expect(BigDigits("").columns == 0)
    #expect(drawn(BigDigits(""), 3, 5).lines == Array(repeating: "   ", count: 5))
  }
}
