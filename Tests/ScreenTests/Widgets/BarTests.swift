import Screen
import Testing

@Suite("Key bars")
struct KeyBarTests {
  private let bar = KeyBar([
    .init("F1", "帮助", priority: 9), .init("F3", "查找", priority: 1), .init("F9", "菜单", priority: 5),
    .init("q", "返回", priority: 9),
  ])

  @Test func fits() {
    let canvas = drawn(bar, 27, 1)
    #expect(canvas.lines == [" F1帮助 F3查找 F9菜单 q返回"])
    #expect(canvas.planes == ["ykkyyyyykkyyyyykkyyyyykyyyy"])
  }

  @Test func leavesWholePairsOut() {
    #expect(drawn(bar, 26, 1).lines == [" F1帮助 F9菜单 q返回      "])
    #expect(drawn(bar, 19, 1).lines == [" F1帮助 q返回      "])
    #expect(drawn(bar, 12, 1).lines == [" F1帮助     "])
    #expect(drawn(bar, 6, 1).lines == ["      "])
  }

  @Test func empty() {
    #expect(drawn(KeyBar([]), 3, 1).lines == ["   "])
    #expect(bar.regions(in: Rect(column: 0, row: 0, columns: 0, rows: 0), DisplayWidth()).isEmpty)
  }

  @Test func saysWhereItsPairsAre() {
    let regions = bar.regions(in: Rect(column: 2, row: 5, columns: 19, rows: 1), DisplayWidth())
    #expect(regions.map(\.index) == [0, 3])
    #expect(regions[1].rect == Rect(column: 10, row: 5, columns: 5, rows: 1))
  }

  @Test func partlyOut() {
    var canvas = Canvas.ascii(6, 1)
    canvas.draw(bar, in: Rect(column: -3, row: 0, columns: 28, rows: 1))
    #expect(canvas.lines == ["帮助 F"])
  }
}

@Suite("Status lines")
struct StatusBarTests {
  private let bar = StatusBar(left: [Span(" 技能行动"), Span(" > 总览", .headerDim)], right: "15:42 ")

  @Test func fits() {
    let canvas = drawn(bar, 26, 1)
    #expect(canvas.lines == [" 技能行动 > 总览    15:42 "])
    #expect(canvas.planes == ["rrrrrrrrrqqqqqqqrrrrrrrrrr"])
  }

  @Test func theRightStays() {
    #expect(drawn(bar, 17, 1).lines == [" 技能行动~ 15:42 "])
    #expect(drawn(bar, 6, 1).lines == ["15:42 "])
    #expect(drawn(bar, 4, 1).lines == ["15:~"])
  }

  @Test func empty() {
    #expect(drawn(StatusBar(left: ""), 3, 1).planes == ["rrr"])
  }

  @Test func partlyOut() {
    var canvas = Canvas.ascii(6, 1)
    canvas.draw(bar, in: Rect(column: 2, row: 0, columns: 26, rows: 1))
    #expect(canvas.lines == ["   技 "])
  }
}

@Suite("Tabs")
struct TabsTests {
  private let tabs = Tabs(["1总览", "2区县", "3地图", "4机构"], active: 1)

  @Test func fits() {
    let canvas = drawn(tabs, 28, 1)
    #expect(canvas.lines == [" 1总览 [2区县] 3地图 4机构  "])
    #expect(canvas.planes == [".uuuuu.aaaaaaa.uuuuu.uuuuu.."])
    #expect(tabs.width(DisplayWidth()) == 25)
  }

  @Test func showsTheNeighboursOfTheOpenOne() {
    #expect(drawn(tabs, 22, 1).lines == [" 1总览 [2区县] 3地图> "])
    #expect(drawn(tabs, 10, 1).lines == ["<[2区县]> "])
    #expect(drawn(Tabs(["1总览", "2区县"], active: 1), 10, 1).lines == ["<[2区县]  "])
  }

  @Test func empty() {
    #expect(drawn(Tabs([], active: 3), 4, 1).lines == ["    "])
    #expect(drawn(Tabs(["a"], active: 9), 4, 1).lines == [" a  "])
  }

  @Test func partlyOut() {
    var canvas = Canvas.ascii(8, 1)
    canvas.draw(tabs, in: Rect(column: -7, row: 0, columns: 28, rows: 1))
    #expect(canvas.lines == ["[2区县] "])
  }

  @Test func saysWhereTheyAre() {
    let regions = tabs.regions(in: Rect(column: 0, row: 1, columns: 28, rows: 1), DisplayWidth())
    #expect(regions.map(\.index) == [0, 1, 2, 3])
    #expect(regions[1].rect == Rect(column: 7, row: 1, columns: 7, rows: 1))
  }
}

@Suite("Banners")
struct BannerTests {
  @Test func fits() {
    let canvas = drawn(Banner("截至"), 8, 2)
    #expect(canvas.lines == ["  截至  ", "        "])
    #expect(canvas.planes == ["mmmmmmmm", "........"])
  }

  @Test func partlyOut() { #expect(drawn(Banner("截至八月"), 6, 1).lines == ["截至~ "]) }

  @Test func empty() { #expect(drawn(Banner("", role: .error), 3, 1).planes == ["eee"]) }
}
