import Screen
import Testing

/// Widgets together, as a page has them, down to the last cell.
@Suite("A page of widgets")
struct PageTests {
  private func page(_ glyphs: GlyphSet) -> Canvas {
    var canvas = Canvas(size: Size(columns: 60, rows: 12), glyphs: glyphs)
    let bands = canvas.bounds.splitRows([.fixed(1), .fixed(1), .flex(1), .fixed(1)])
    canvas.draw(StatusBar(left: " 技能行动 > 总览", right: "实时 * 15:42 "), in: bands[0])
    canvas.draw(Tabs(["1总览", "2区县", "3地图"], active: 0), in: bands[1])
    let panels = bands[2].splitRows([.flex(1), .fixed(4)], sharing: 1)
    let halves = panels[1].splitColumns([.flex(1), .flex(1)], sharing: 1)
    canvas.draw(
      PanelGrid([
        (Panel(title: "区县", trailing: "2/3", focused: true), panels[0]), (Panel(title: "近2周"), halves[0]),
        (Panel(title: "最近变化"), halves[1]),
      ]), in: bands[2])
    let table = Table(
      columns: [
        TableColumn("区县", least: 4), TableColumn("状态", least: 7), TableColumn("培训%", least: 6, align: .right),
        TableColumn("与时序差", least: 12, flexible: true), TableColumn("近4周", least: 5),
      ],
      rows: [
        row("崇明", "!! 滞后", "66.5", -22.3, .lagging, [4, 3, 2, 1]),
        row("奉贤", "?? 失联", "82.6", -6.2, .silent, [1, 2, nil, nil]),
        row("黄浦", "   正常", "92.4", 3.6, .onPace, [1, 2, 3, 4]),
      ], selected: 1)
    canvas.draw(table, in: Panel.content(of: panels[0]))
    canvas.draw(
      BarChart([.init("W46", value: 66, figure: "66"), .init("W47", value: 276, figure: "276")]),
      in: Panel.content(of: halves[0]).inset(columns: 1, rows: 0))
    canvas.draw(
      Paragraph([[Span("浦东 "), Span("+312", .changed)]]),
      in: Panel.content(of: halves[1]).inset(columns: 1, rows: 0))
    canvas.draw(KeyBar([.init("F1", "帮助(?)"), .init("F10", "返回(q)")]), in: bands[3])
    return canvas
  }

  private func row(
    _ name: SafeText, _ status: SafeText, _ percent: SafeText, _ deviation: Double, _ role: Role, _ weeks: [Double?]
  ) -> [TableCell] {
    [
      .text(name), .text(status, role), .text(percent, role), .widget(DeviationBar(deviation, behind: role)),
      .widget(Sparkline(weeks)),
    ]
  }

  @Test func full() {
    #expect(
      page(.full).lines == [
        " 技能行动 > 总览                               实时 * 15:42 ",
        " [1总览] 2区县 3地图                                        ",
        "╭─ 区县 ───────────────────────────────────────────── 2/3 ─╮",
        "│ 区县 状态     培训% 与时序差                       近4周 │",
        "│ 崇明 !! 滞后   66.5 ▕◂███████████████████│       ▏ █▆▄▂  │",
        "│>奉贤 ?? 失联   82.6 ▕              ██████│       ▏ ▄█??  │",
        "│ 黄浦    正常   92.4 ▕                    │███▋   ▏ ▂▄▆█  │",
        "├─ 近2周 ────────────────────┬─ 最近变化 ──────────────────┤",
        "│ W46  66 ████▎              │ 浦东 +312                   │",
        "│ W47 276 ██████████████████ │                             │",
        "╰────────────────────────────┴─────────────────────────────╯",
        " F1帮助(?) F10返回(q)                                       ",
      ])
  }

  @Test func ascii() {
    #expect(
      page(.ascii).lines == [
        " 技能行动 > 总览                               实时 * 15:42 ",
        " [1总览] 2区县 3地图                                        ",
        "+- 区县 --------------------------------------------- 2/3 -+",
        "| 区县 状态     培训% 与时序差                       近4周 |",
        "| 崇明 !! 滞后   66.5 [<###################|       ] #*=-  |",
        "|>奉贤 ?? 失联   82.6 [              ######|       ] =#??  |",
        "| 黄浦    正常   92.4 [                    |++++   ] -=*#  |",
        "+- 近2周 --------------------+- 最近变化 ------------------+",
        "| W46  66 ####               | 浦东 +312                   |",
        "| W47 276 ################## |                             |",
        "+----------------------------+-----------------------------+",
        " F1帮助(?) F10返回(q)                                       ",
      ])
  }

  @Test func roles() {
    #expect(
      page(.safe).planes == [
        "rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr",
        ".aaaaaaa.uuuuu.uuuuu........................................",
        "ff.tttt.fffffffffffffffffffffffffffffffffffffffffffff.ddd.ff",
        "f.hhhh.hhhhhhh.hhhhhh.hhhhhhhhhhhhhhhhhhhhhhhhhhhhhh.hhhhh.f",
        "f......lllllll.llllll.cllllllllllllllllllllp.......c.gggg..f",
        "f::::::SSSSSSS:SSSSSS.c..............ssssssp.......c.ggdd.:f",
        "f......ooooooo.oooooo.c....................poooo...c.gggg..f",
        "ff.ttttt.ffffffffffffffffffffff.tttttttt.fffffffffffffffffff",
        "b.........ggggg.dddddddddddd.b......xxxx...................b",
        "b.........gggggggggggggggggg.b.............................b",
        "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
        "ykkyyyyyyyykkkyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy",
      ])
  }
}
