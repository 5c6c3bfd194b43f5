import Screen
import Testing

@Suite("Tables")
struct TableTests {
  private let columns = [
    TableColumn("区县", least: 4, priority: 9),
    TableColumn("状态", least: 7, priority: 3),
    TableColumn("倍数", least: 5, align: .right, priority: 5, sort: .descending),
  ]

  private func table(_ count: Int = 3, selected: Int? = 0, firstRow: Int? = nil, footer: Bool = false) -> Table {
    let names: [SafeText] = ["崇明", "奉贤", "宝山"]
    return Table(
      columns: columns,
      rows: (0..<count).map { row in
        [.text(names[row % 3]), .text("!! 滞后", .lagging), .text("\(row).31x", .lagging)]
      }, selected: selected, firstRow: firstRow, footer: footer ? [.text("全市"), .text(""), .text("1.11x")] : nil)
  }

  @Test func fits() {
    let canvas = drawn(table(), 20, 4)
    #expect(
      canvas.lines == [
        " 区县 状态     倍数v", ">崇明 !! 滞后 0.31x ", " 奉贤 !! 滞后 1.31x ", " 宝山 !! 滞后 2.31x ",
      ])
    #expect(canvas.planes[1] == "::::::LLLLLLL:LLLLL:")
    #expect(canvas.planes[0] == ".hhhh.hhhhhhh.hhhhhk")
  }

  @Test func dropsTheLeastImportantColumn() {
    #expect(drawn(table(1), 19, 2).lines == [" 区县  倍数v       ", ">崇明 0.31x        "])
    #expect(drawn(table(1), 11, 2).lines[1] == ">崇明      ")
    #expect(drawn(table(1), 5, 2).lines[1] == ">崇~ ")
    #expect(drawn(table(1), 2, 2).lines == ["  ", "> "])
  }

  @Test func sharesOutWhatIsLeft() {
    var wide = table()
    wide.columns[0].ideal = 6
    wide.columns[1].flexible = true
    #expect(drawn(wide, 26, 4).lines[1] == ">崇明   !! 滞后     0.31x ")
  }

  @Test func empty() {
    let canvas = drawn(table(0, selected: 4), 20, 3)
    #expect(canvas.lines == [" 区县 状态     倍数v", String(repeating: " ", count: 20), String(repeating: " ", count: 20)])
    #expect(table(0, selected: nil).position.string == "0/0")
    #expect(table(3, selected: .max).position.string == "0/3")
    #expect(table(3, selected: 2).position.string == "3/3")
    #expect(drawn(Table(columns: [], rows: [[]], selected: 0), 4, 2).lines == ["    ", ">   "])
  }

  @Test func partlyOut() {
    var canvas = Canvas.ascii(10, 2)
    canvas.draw(table(), in: Rect(column: -3, row: -1, columns: 20, rows: 4))
    #expect(canvas.lines == ["明 !! 滞后", "贤 !! 滞后"])
  }

  @Test func keepsTheSelectedRowInSight() {
    let canvas = drawn(table(9, selected: 7), 20, 4)
    #expect(canvas.lines[1].hasSuffix("6.31x^"))
    #expect(canvas.lines[2].hasPrefix(">"))
    #expect(canvas.lines[3].hasSuffix("8.31x "))
    #expect(drawn(table(9, selected: 0), 20, 4).lines[3].hasSuffix("v"))
    #expect(table(9, selected: 7).position.string == "8/9")
  }

  @Test func footerStays() {
    let canvas = drawn(table(9, selected: 0, footer: true), 20, 4)
    #expect(canvas.lines[3] == " 全市         1.11x ")
    #expect(canvas.lines[2].hasSuffix("v"))
    #expect(drawn(table(9, selected: 0, footer: true), 20, 2).lines[1].hasPrefix(">崇明"))
  }

  @Test func withoutFocusTheMarkStays() {
    var table = table()
    table.focused = false
    let canvas = drawn(table, 20, 4)
    #expect(canvas.lines[1].hasPrefix(">"))
    #expect(canvas.planes[1] == "k.....lllllll.lllll.")
  }

  @Test func drawsWidgetsInCells() {
    let table = Table(
      columns: [TableColumn("差", least: 7)], rows: [[.widget(DeviationBar(-2, behindShare: 50))], []], selected: 1)
    #expect(drawn(table, 9, 3).lines == [" 差      ", " [##|  ] ", ">        "])
  }

  @Test func selectsARowOnRowsThatWereDrawn() {
    for selected in [nil, 0, 2, 7, 99, -1] {
      for size in [Size(columns: 20, rows: 4), Size(columns: 12, rows: 2), Size(columns: 1, rows: 1)] {
        let (table, rect) = (table(9, selected: selected, firstRow: 1, footer: true), Rect(size))
        let whole = drawn(table, size.columns, size.rows)
        var parts = Canvas.ascii(size.columns, size.rows)
        table.drawRows(in: rect, on: &parts)
        table.window.drawSelection(in: rect, on: &parts)
        #expect(parts.lines == whole.lines && parts.planes == whole.planes)
      }
    }
  }

  @Test func chartsKeepTheirGround() {
    let cells: [TableCell] = [.text("甲"), .widget(DeviationBar(-2, behindShare: 50)), .text("1")]
    let columns = [TableColumn("名", least: 2), TableColumn("差", least: 7), TableColumn("数", least: 2)]
    let frame = drawn(Table(columns: columns, rows: [cells], selected: 0), 15, 2).frame
    let selected = (0..<15).filter { frame[$0, 1].style.selected }
    #expect(selected == [0, 1, 2, 12, 13, 14])
  }

  @Test func asksOnlyForRowsItDraws() {
    let table = Table(columns: columns, rowCount: .max, selected: 1_000_000_000) { row in
      [.text("\(row % 10)"), .text(""), .text("")]
    }
    #expect(table.window.visibleRows(in: Rect(column: 0, row: 0, columns: 20, rows: 5)) == 999_999_998..<1_000_000_002)
    #expect(drawn(table, 20, 5).lines[3].hasPrefix(">0"))
  }

  @Test(
    arguments: [
      // count, room, selected, before → first
      (9, 3, 7, nil, 6), (9, 3, 0, nil, 0), (9, 3, 8, nil, 6), (9, 3, 4, 4, 4), (9, 3, 4, 2, 2), (9, 3, 4, 1, 2),
      (9, 3, 4, 8, 4), (2, 5, 1, 1, 0), (9, 0, 4, 2, 2), (9, 3, nil, 99, 6), (9, 3, 42, 1, 1), (0, 3, 0, nil, 0),
      (9, 3, nil, -4, 0),
    ] as [(Int, Int, Int?, Int?, Int)])
  func scrollsAsLittleAsPossible(count: Int, room: Int, selected: Int?, before: Int?, first: Int) {
    #expect(TableWindow.firstRow(count: count, room: room, selected: selected, before: before) == first)
  }

  @Test func findsTheRowUnderTheMouse() {
    let rect = Rect(column: 1, row: 1, columns: 20, rows: 4)
    #expect(table(9, selected: 7).window.row(at: Point(column: 3, row: 3), in: rect) == 7)
    #expect(table(9).window.row(at: Point(column: 3, row: 1), in: rect) == nil)
    #expect(table(1).window.row(at: Point(column: 3, row: 4), in: rect) == nil)
    #expect(table(9).window.row(at: Point(column: 0, row: 2), in: rect) == nil)
  }
}
