import Screen
import Testing

/// Every widget at every small size: nothing traps, nothing is drawn outside, no character is halved.
@Suite("Widgets in any space")
struct TotalityTests {
  static let names = [
    "panel", "grid", "table", "empty table", "deviation", "ahead", "unknown deviation", "gauge", "unknown gauge",
    "sparkline", "chart", "tabs", "keys", "status", "dialog", "help", "input", "paragraph", "banner", "digits",
    "dots", "plot", "empty plot", "legend", "time line",
  ]

  private func widget(_ name: String, _ rect: Rect) -> any Widget {
    switch name {
    case "panel": return Panel(title: "全市指标", trailing: "3/16", focused: true)
    case "grid":
      let bands = rect.splitRows([.fixed(3), .flex(1)], sharing: 1)
      let halves = bands[1].splitColumns([.flex(1), .flex(1)], sharing: 1)
      return PanelGrid([(Panel(title: "上"), bands[0]), (Panel(title: "左"), halves[0]), (Panel(title: "右"), halves[1])])
    case "table", "empty table":
      return Table(
        columns: [
          TableColumn("区县", least: 4, priority: 9),
          TableColumn("培训%", least: 6, align: .right, priority: 5, sort: .descending),
          TableColumn("与时序差", least: 5, ideal: 12, flexible: true),
        ],
        rows: name == "table"
          ? (0..<9).map { [.text("崇明"), .text("\($0)6.5", .lagging), .widget(DeviationBar(Double(-$0)))] } : [],
        selected: 5, footer: [.text("全市"), .line("86.5"), .text("")])
    case "deviation": return DeviationBar(-22.5)
    case "ahead": return DeviationBar(3.3, bracketed: false)
    case "unknown deviation": return DeviationBar(nil)
    case "gauge": return Gauge(86.5, pace: 88.8)
    case "unknown gauge": return Gauge(nil, pace: .nan)
    case "sparkline": return Sparkline([1, nil, 3, .nan, .infinity, -4, 1e300])
    case "chart":
      return BarChart([
        .init("W36", value: 412, figure: "412"), .init("周40", value: nil, figure: "66", note: "国庆"),
        .init("W41", value: .infinity, figure: "?"),
      ])
    case "tabs": return Tabs(["1总览", "2区县", "3地图"], active: 1)
    case "keys": return KeyBar([.init("F1", "帮助"), .init("F3", "查找", priority: 2)])
    case "status": return StatusBar(left: "技能行动 > 总览", right: "15:42")
    case "dialog":
      return Dialog(
        title: "升级", lines: ["将 #31 崇明 升级至分管局长？"], hints: [.init("y", "确认"), .init("Esc", "取消")],
        input: TextInput(prompt: "备注 ", before: "已电话"))
    case "help":
      return HelpList([.heading("移动"), .action(keys: "j k", summary: "下 上", disabled: "无行")], selected: 1)
    case "input": return TextInput(prompt: "查找 ", before: "浦东新区", after: "区", placeholder: "拼音")
    case "paragraph": return Paragraph(["电话核实：堡镇，陈家镇教师离岗，12-01 前复班", ""], scroll: 1)
    case "dots":
      var field = DotField(columns: 9, rows: 3)
      field.line(from: (-5, -5), to: (40, 20), Pen(.solid, .bar, rank: 1, sign: "#"))
      return field
    case "plot":
      var plot = Plot(x: 0...365, y: -2...9_000, ticks: (0..<12).map { Plot.Tick(Double($0) * 31, "\($0 + 1)月") }) {
        value, _ in SafeText("\(value)万")
      }
      plot.curves = [Plot.Curve([Plot.Place(0, 0), Plot.Place(200, 1e300)], Pen(.solid, .bar, rank: 1, sign: "#"))]
      plot.bands = [
        Plot.Band(
          low: [Plot.Place(0, 0), Plot.Place(.infinity, 0)], high: [Plot.Place(0, .nan)],
          Pen(.shade, .dim, rank: 1, sign: ":"))
      ]
      plot.marks = [Plot.Mark(Plot.Place(365, 9_000), "o", .title), Plot.Mark(Plot.Place(.nan, 1), "字", .title)]
      return plot
    case "empty plot": return Plot(x: 0...0, y: 0...0) { _, _ in "" }
    case "legend":
      return PlotLegend([
        .init(Pen(.dotted, .pace, rank: 1, sign: "."), "序时 1,323"), .init(sign: "o", .title, "上年公布 559,700"),
      ])
    case "time line":
      return TimeLine(
        parts: [.init("1月", at: 0), .init("7月", at: 0.5)], elapsed: 0.6,
        marks: [.init(.done, at: 0.2, .done), .init(.missed, at: -1, .lagging), .init(.due, at: .nan, .dim)])
    case "banner": return Banner("截至 2026-08-31")
    default: return BigDigits("86.5%")
    }
  }

  @Test(arguments: names, GlyphSet.allCases)
  func staysInside(name: String, glyphs: GlyphSet) {
    for ambiguous in 1...2 {
      for columns in 0...26 {
        for rows in 0...8 {
          let rect = Rect(column: 2, row: 1, columns: columns, rows: rows)
          var canvas = Canvas(size: Size(columns: 30, rows: 10), glyphs: glyphs, ambiguousWidth: ambiguous)
          canvas.fill(canvas.bounds, "%")
          canvas.draw(any: widget(name, rect), in: rect)
          #expect(faults(of: canvas.frame) == [])
          for row in 0..<10 {
            for column in 0..<30 where !rect.contains(Point(column: column, row: row)) {
              #expect(canvas.frame[column, row] == Cell(text: "%", width: 1, style: Style()))
            }
          }
        }
      }
    }
  }

  @Test(arguments: names)
  func mayStickOutOfTheCanvas(name: String) {
    for place in [-1_000_000, -7, -1, 3, 1_000_000] {
      let rect = Rect(column: place, row: place == 3 ? 1 : place, columns: 24, rows: 6)
      var canvas = Canvas(size: Size(columns: 12, rows: 3), glyphs: .full)
      canvas.draw(any: widget(name, rect), in: rect)
      // Straight on the widget, with no rectangle to hold it.
      widget(name, rect).draw(in: rect, on: &canvas)
      #expect(faults(of: canvas.frame) == [])
    }
  }

  @Test(arguments: names)
  func drawsSomethingInOneCellOrNothing(name: String) {
    var canvas = Canvas.full(1, 1)
    canvas.draw(any: widget(name, canvas.bounds), in: canvas.bounds)
    #expect(canvas.lines.count == 1)
    #expect(DisplayWidth().width(of: SafeText(canvas.lines.joined())) == 1)
  }
}
