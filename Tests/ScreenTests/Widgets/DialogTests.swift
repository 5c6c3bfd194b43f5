import Screen
import Testing

@Suite("Dialogs")
struct DialogTests {
  private let dialog = Dialog(
    title: "升级", lines: ["将 #31 崇明 升级至分管局长？"], hints: [.init("y", "确认", priority: 1), .init("Esc", "取消")])

  @Test func fits() {
    var canvas = Canvas.ascii(40, 8)
    canvas.fill(canvas.bounds, "%")
    canvas.draw(dialog, in: canvas.bounds)
    #expect(
      canvas.lines == [
        "%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%",
        "%%%%+- 升级 -----------------------+%%%%",
        "%%%%| 将 #31 崇明 升级至分管局长？ |%%%%",
        "%%%%|                              |%%%%",
        "%%%%| y确认 Esc取消                |%%%%",
        "%%%%+------------------------------+%%%%",
        "%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%",
        "%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%",
      ])
  }

  @Test func wrapsInNarrowPlaces() {
    #expect(
      drawn(dialog, 20, 7).lines == [
        "+- 升级 -----------+", "| 将 #31 崇明 升级 |", "| 至分管局长？     |", "|                  |",
        "| y确认 Esc取消    |", "+------------------+", "                    ",
      ])
  }

  @Test func keepsTheKeysWhenItIsLow() {
    let lines = drawn(dialog, 40, 3).lines
    #expect(lines[1].contains("y确认 Esc取消"))
    #expect(dialog.hintRect(in: Rect(column: 0, row: 0, columns: 40, rows: 3), DisplayWidth()).row == 1)
  }

  @Test func showsTheCursorInItsInput() {
    var asking = dialog
    asking.input = TextInput(prompt: "备注 ", before: "已电话")
    let canvas = drawn(asking, 80, 10)
    let frame = asking.frame(in: canvas.bounds, canvas.widths)
    #expect(frame.columns == 60)
    #expect(canvas.frame.cursor == Point(column: frame.column + 2 + 5 + 6, row: frame.row + 3))
  }

  @Test func empty() {
    #expect(drawn(Dialog(title: "", lines: []), 12, 3).lines.joined().contains("+"))
    #expect(drawn(dialog, 1, 1).lines == [" "])
  }

  @Test func partlyOut() {
    var canvas = Canvas.ascii(10, 2)
    canvas.draw(dialog, in: Rect(column: -4, row: -2, columns: 40, rows: 8))
    #expect(canvas.lines == ["| 将 #31  ", "|         "])
  }
}

@Suite("Lists of keys")
struct HelpListTests {
  private let list = HelpList(
    [
      .heading("移动"), .action(keys: "j k", summary: "下一行 上一行", disabled: nil),
      .action(keys: "a", summary: "签收", disabled: "只读"),
    ], selected: 1)

  @Test func fits() {
    let canvas = drawn(list, 22, 4)
    #expect(
      canvas.lines == [
        " 移动                 ", ">j k  下一行 上一行   ", " a    签收  只读      ", "                      ",
      ])
    #expect(canvas.planes[1].hasPrefix("KKKK"))
    #expect(canvas.planes[2].hasPrefix(".ddd"))
  }

  @Test func partlyOut() {
    let canvas = drawn(list, 12, 1)
    #expect(canvas.lines == [">j k  下一~v"])
    #expect(list.visibleRows(in: Rect(column: 0, row: 0, columns: 12, rows: 2)) == 0..<2)
  }

  @Test func empty() { #expect(drawn(HelpList([], selected: 0), 3, 1).lines == ["   "]) }
}

@Suite("Lines to type into")
struct TextInputTests {
  @Test func fits() {
    let canvas = drawn(TextInput(prompt: "/", before: "浦", after: "东"), 8, 1)
    #expect(canvas.lines == ["/浦东   "])
    #expect(canvas.frame.cursor == Point(column: 3, row: 0))
  }

  @Test func movesWithTheCursor() {
    let canvas = drawn(TextInput(prompt: "/", before: "浦东新区"), 6, 1)
    #expect(canvas.lines == ["/新区 "])
    #expect(canvas.frame.cursor == Point(column: 5, row: 0))
  }

  @Test func empty() {
    let canvas = drawn(TextInput(prompt: "/", before: "", placeholder: "拼音"), 6, 1)
    #expect(canvas.lines == ["/拼音 "])
    #expect(canvas.planes == ["kdddd."])
    #expect(canvas.frame.cursor == Point(column: 1, row: 0))
    #expect(drawn(TextInput(prompt: "查找", before: ""), 1, 1).frame.cursor == Point(column: 0, row: 0))
  }

  @Test func partlyOut() {
    var canvas = Canvas.ascii(4, 1)
    canvas.draw(TextInput(prompt: "/", before: "abcdef"), in: Rect(column: 1, row: 0, columns: 9, rows: 1))
    #expect(canvas.lines == [" /ab"])
    #expect(canvas.frame.cursor == nil)
  }
}

@Suite("Paragraphs")
struct ParagraphTests {
  private let paragraph = Paragraph(["电话核实教师离岗", "ok"])

  @Test func fits() { #expect(drawn(paragraph, 8, 4).lines == ["电话核实", "教师离岗", "ok      ", "        "]) }

  @Test func partlyOut() {
    #expect(drawn(paragraph, 8, 1).lines == ["电话核实"])
    #expect(drawn(Paragraph(paragraph.lines, scroll: 1), 8, 2).lines == ["教师离岗", "ok      "])
    #expect(drawn(Paragraph(paragraph.lines, scroll: .max), 8, 2).lines == ["教师离岗", "ok      "])
  }

  @Test func empty() {
    #expect(drawn(Paragraph([]), 3, 1).lines == ["   "])
    #expect(Paragraph(["a b"]).wrapped(1, DisplayWidth()).count == 2)
  }
}
