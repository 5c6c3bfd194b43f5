import Screen
import Testing

@Suite("Panels")
struct PanelTests {
  @Test func fits() {
    #expect(
      drawn(Panel(title: "全市指标", trailing: "3/16"), 24, 3).lines == [
        "+- 全市指标 ---- 3/16 -+",
        "|                      |",
        "+----------------------+",
      ])
  }

  @Test func roundedInTheFullSet() {
    #expect(drawn(Panel(title: "A"), 8, 2, .full).lines == ["╭─ A ──╮", "╰──────╯"])
  }

  @Test func leavesTheTrailingTextOutFirstThenCutsTheTitle() {
    #expect(drawn(Panel(title: "全市指标", trailing: "3/16"), 18, 2).lines[0] == "+- 全市指标 -----+")
    #expect(drawn(Panel(title: "全市指标", trailing: "3/16"), 12, 2).lines[0] == "+- 全市~  -+")
    #expect(drawn(Panel(title: "全市"), 6, 2).lines[0] == "+----+")
  }

  @Test func empty() {
    #expect(drawn(Panel(), 4, 2).lines == ["+--+", "+--+"])
    #expect(drawn(Panel(title: "x"), 1, 1).lines == [" "])
    #expect(drawn(Panel(), 5, 1).lines == ["-----"])
    #expect(drawn(Panel(), 1, 2).lines == ["|", "|"])
  }

  @Test func showsTheFocus() {
    #expect(drawn(Panel(title: "A", focused: true), 7, 2).planes == ["ff.t.ff", "fffffff"])
  }

  @Test func contentIsInside() {
    let rect = Rect(column: 3, row: 2, columns: 10, rows: 4)
    #expect(Panel.content(of: rect) == Rect(column: 4, row: 3, columns: 8, rows: 2))
    #expect(Panel.content(of: Rect(column: 0, row: 0, columns: 1, rows: 1)).isEmpty)
  }
}

@Suite("Panels that touch")
struct PanelGridTests {
  private func grid(_ canvas: Canvas, focused: Int = -1) -> PanelGrid {
    let bands = canvas.bounds.splitRows([.fixed(3), .flex(1)], sharing: 1)
    let halves = bands[1].splitColumns([.fixed(5), .flex(1)], sharing: 1)
    return PanelGrid([
      (Panel(focused: focused == 0), bands[0]), (Panel(focused: focused == 1), halves[0]),
      (Panel(focused: focused == 2), halves[1]),
    ])
  }

  @Test func joinsTheLines() {
    var canvas = Canvas.full(9, 5)
    canvas.draw(grid(canvas), in: canvas.bounds)
    #expect(canvas.lines == ["╭───────╮", "│       │", "├───┬───┤", "│   │   │", "╰───┴───╯"])
  }

  @Test func crossesWhereFourMeet() {
    var canvas = Canvas.full(5, 5)
    let bands = canvas.bounds.splitRows([.fixed(3), .flex(1)], sharing: 1)
    let panels = bands.flatMap { $0.splitColumns([.fixed(3), .flex(1)], sharing: 1) }.map { (Panel(), $0) }
    canvas.draw(PanelGrid(panels), in: canvas.bounds)
    #expect(canvas.lines == ["╭─┬─╮", "│ │ │", "├─┼─┤", "│ │ │", "╰─┴─╯"])
  }

  @Test func plainInTheOtherSets() {
    var canvas = Canvas.safe(9, 5)
    canvas.draw(grid(canvas), in: canvas.bounds)
    #expect(canvas.lines == ["+-------+", "|       |", "+---+---+", "|   |   |", "+---+---+"])
  }

  @Test func theFocusedFrameIsWhole() {
    var canvas = Canvas.full(9, 5)
    canvas.draw(grid(canvas, focused: 1), in: canvas.bounds)
    #expect(canvas.planes == ["bbbbbbbbb", "b.......b", "fffffbbbb", "f...f...b", "fffffbbbb"])
  }

  @Test func partlyOut() {
    var canvas = Canvas.full(9, 5)
    canvas.draw(grid(canvas), in: Rect(column: 0, row: 0, columns: 5, rows: 3))
    #expect(canvas.lines == ["╭────    ", "│        ", "├───┬    ", "         ", "         "])
  }

  @Test func nothingToDraw() {
    #expect(drawn(PanelGrid([]), 3, 1).lines == ["   "])
  }
}
