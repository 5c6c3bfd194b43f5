package import Screen

/// One line of the table of actions: what it is called, what it does, which keys do it, where it belongs.
package struct ActionSpec: Sendable {
  package let action: Action
  /// Two to four Chinese characters, for key bar and menus.
  package let name: Phrase
  /// One sentence, for help and palette.
  package let summary: Phrase
  /// Keys that do it; the first is the one the bar prints.
  package let keys: [Key]
  /// Pages it belongs to; nil: all.
  package let pages: Set<Page>?
  /// Pages on which the same key does the same in other words.
  private let local: [Page: ActionWords]

  init(
    _ action: Action, _ keys: [Key], _ name: Phrase, _ summary: Phrase, pages: Set<Page>? = nil,
    local: [Page: ActionWords] = [:]
  ) {
    self.action = action
    self.keys = keys
    self.name = name
    self.summary = summary
    self.pages = pages
    self.local = local
  }

  /// What it is called on a page.
  package func name(on page: Page) -> Phrase { local[page]?.name ?? name }

  /// What it does on a page.
  package func summary(on page: Page) -> Phrase { local[page]?.summary ?? summary }
}

/// Name and sentence of an action where a page has its own.
struct ActionWords {
  let name: Phrase
  let summary: Phrase

  init(_ name: Phrase, _ summary: Phrase) {
    self.name = name
    self.summary = summary
  }
}

/// The one table of actions: help, key bar, palette and the reading of keys all come from it.
package enum ActionTable {
  package static let all: [ActionSpec] = [
    ActionSpec(
      .help, [.function(1), .character("?")], Phrase("帮助", "Help"),
      Phrase("本页全部按键，可筛选，回车执行", "all keys of this page; type to filter, Enter runs the line")),
    ActionSpec(
      .pages, [.function(2)], Phrase("页面", "Pages"), Phrase("选择页面", "choose a page")),
    ActionSpec(
      .find, [.function(3), .character("/")], Phrase("查找", "Find"),
      Phrase("查找：中文、拼音、首字母均可，如 pd", "find by Chinese, pinyin or initials, such as pd")),
    ActionSpec(
      .filter, [.function(4), .character("f")], Phrase("筛选", "Filter"),
      Phrase("只显示匹配的行，Esc 取消", "show only rows that match; Esc clears")),
    ActionSpec(
      .rescan, [.function(5), .character("R")], Phrase("刷新", "Rescan"),
      Phrase("立即重新扫描数据目录", "look at the data directory now")),
    ActionSpec(
      .sort, [.function(6), .character("s")], Phrase("排序", "Sort"),
      Phrase("选择本列表的排序", "choose how this list is ordered"),
      local: [
        .map: ActionWords(
          Phrase("着色", "Colour"), Phrase("选择地图按什么着色：度量或指标", "choose the measure or item of the map's colours"))
      ]),
    ActionSpec(
      .asOf, [.function(7), .character("t")], Phrase("回溯", "As of"),
      Phrase("查看任意一天结束时的情况", "see the board as of any day")),
    ActionSpec(
      .export, [.function(8), .character("x")], Phrase("导出", "Export"),
      Phrase("导出本页或整个看板", "export this page or the whole board")),
    ActionSpec(
      .palette, [.function(9), .character(":"), .control("p")], Phrase("菜单", "Menu"),
      Phrase("全部操作，输入几个字母即可找到", "every action; a few letters find it")),
    ActionSpec(
      .back, [.function(10), .character("q"), .escape], Phrase("返回", "Back"),
      Phrase("返回上一层；在总览按 q 询问是否退出", "back; on the overview q asks whether to quit")),

    ActionSpec(
      .openOverview, [.character("1")], Phrase("总览", "Overview"),
      Phrase("打开总览：全市目标与各区排序", "city targets and the districts, worst first")),
    ActionSpec(
      .openDistrict, [.character("2")], Phrase("区县", "District"),
      Phrase("打开区县：目标、机构分级、基地资金", "a district's targets, institutions and base funding")),
    ActionSpec(
      .openMap, [.character("3")], Phrase("地图", "Map"),
      Phrase("打开地图：各区方位与冷热", "the districts where they lie, coloured by any figure")),
    ActionSpec(
      .openInstitutions, [.character("4")], Phrase("机构", "Institutions"),
      Phrase("打开机构：全市培训机构分级", "every training institution and its grade")),
    ActionSpec(
      .openBases, [.character("5")], Phrase("基地", "Bases"),
      Phrase("打开基地：资助项目与资金", "bases with their funded projects")),
    ActionSpec(
      .openMeasures, [.character("6")], Phrase("措施", "Measures"),
      Phrase("打开措施：全部措施与事项", "every measure of the plan with its items")),
    ActionSpec(
      .openTriage, [.character("7")], Phrase("督办", "Triage"),
      Phrase("打开督办：谁、做什么、何时完成", "the cases: who does what by when")),
    ActionSpec(
      .openData, [.character("8")], Phrase("数据", "Data"),
      Phrase("打开数据：文件与问题", "files of the data directory and what is wrong with them")),

    ActionSpec(
      .open, [.enter], Phrase("打开", "Open"), Phrase("打开选中的行", "open the selected row")),
    ActionSpec(
      .previousDistrict, [.character("[")], Phrase("上一区", "Previous"),
      Phrase("上一个区", "the district before"), pages: [.overview, .district, .map],
      local: [.map: ActionWords(Phrase("更差的区", "Worse"), Phrase("排名中更差的一个区", "the next worse district of the ranking"))]
    ),
    ActionSpec(
      .nextDistrict, [.character("]")], Phrase("下一区", "Next"),
      Phrase("下一个区", "the district after"), pages: [.overview, .district, .map],
      local: [
        .map: ActionWords(Phrase("更好的区", "Better"), Phrase("排名中更好的一个区", "the next better district of the ranking"))
      ]),
    ActionSpec(
      .nextPane, [.tab], Phrase("换栏", "Pane"), Phrase("下一栏", "the next pane"),
      pages: [.district, .bases, .measures, .triage, .data, .map],
      local: [.map: ActionWords(Phrase("换指标", "Item"), Phrase("下一个指标", "the next counted item"))]),
    ActionSpec(
      .previousPane, [.backTab], Phrase("上一栏", "Pane back"), Phrase("上一栏", "the pane before"),
      pages: [.district, .bases, .measures, .triage, .data, .map],
      local: [.map: ActionWords(Phrase("上一指标", "Item back"), Phrase("上一个指标", "the counted item before"))]),
    ActionSpec(
      .zoom, [.character("+")], Phrase("放大", "Zoom"),
      Phrase("当前栏占满整页，再按还原", "this pane fills the page; again for all panes"),
      pages: [.district, .bases, .measures, .triage, .data]),

    ActionSpec(
      .up, [.up, .character("k")], Phrase("上移", "Up"), Phrase("上一行", "one row up"),
      local: [.map: ActionWords(Phrase("上移", "Up"), Phrase("上边最近的区", "the nearest district above"))]),
    ActionSpec(
      .down, [.down, .character("j")], Phrase("下移", "Down"), Phrase("下一行", "one row down"),
      local: [.map: ActionWords(Phrase("下移", "Down"), Phrase("下边最近的区", "the nearest district below"))]),
    ActionSpec(
      .left, [.left, .character("h")], Phrase("左移", "Left"), Phrase("左边一栏", "the pane to the left"),
      pages: [.district, .bases, .measures, .triage, .data, .map],
      local: [
        .map: ActionWords(Phrase("左移", "Left"), Phrase("左边最近的区", "the nearest district to the left")),
        .measures: ActionWords(Phrase("折叠", "Fold"), Phrase("折叠，再按到上一级", "fold; again for what it belongs to")),
      ]),
    ActionSpec(
      .right, [.right, .character("l")], Phrase("右移", "Right"), Phrase("右边一栏", "the pane to the right"),
      pages: [.district, .bases, .measures, .triage, .data, .map],
      local: [
        .map: ActionWords(Phrase("右移", "Right"), Phrase("右边最近的区", "the nearest district to the right")),
        .measures: ActionWords(
          Phrase("展开", "Unfold"), Phrase("展开，再按进入，直到详情", "unfold, then enter, at last the details")),
      ]),
    ActionSpec(.pageUp, [.pageUp], Phrase("上翻", "Page up"), Phrase("上翻一页", "one page up")),
    ActionSpec(.pageDown, [.pageDown], Phrase("下翻", "Page down"), Phrase("下翻一页", "one page down")),
    ActionSpec(.top, [.character("g"), .home], Phrase("首行", "Top"), Phrase("第一行", "the first row")),
    ActionSpec(.bottom, [.character("G"), .end], Phrase("末行", "Bottom"), Phrase("最后一行", "the last row")),
    ActionSpec(
      .mark, [.character(" ")], Phrase("标记", "Mark"), Phrase("标记并下移", "mark the row and move down")),
    ActionSpec(
      .lastPage, [.character("-")], Phrase("上一页面", "Last page"), Phrase("回到刚才的页面", "back to the last page")),

    ActionSpec(
      .provenance, [.character("i")], Phrase("溯源", "Provenance"),
      Phrase("该数字的公式、来源文件与源数据行", "the figure's formula, its files and their rows")),
    ActionSpec(
      .explain, [.character("E")], Phrase("差距分解", "Gap"),
      Phrase("为何落后：差距按月、机构、职业、人群分解", "why it is red: the gap by month, institution, occupation and group"),
      pages: [.overview, .district, .map, .measures, .triage]),
    ActionSpec(
      .chart, [.character("b")], Phrase("曲线", "Chart"),
      Phrase("进度曲线占满整页：目标、序时、完成与预测", "the item's burn-up chart on the whole page"),
      pages: [.overview, .district, .map, .measures, .triage]),
    ActionSpec(
      .chartForm, [.character("V")], Phrase("换图", "Chart view"),
      Phrase("曲线换一种看法：累计、每周、速率", "the chart's next view: sum, weeks, rates"),
      pages: [.overview, .district, .measures, .triage],
      local: [
        .triage: ActionWords(
          Phrase("换视图", "View"), Phrase("全部、我的、未派、超时、暂缓、已销号", "all, mine, unassigned, overdue, snoozed, struck off"))
      ]),
    ActionSpec(
      .whatIf, [.character("p")], Phrase("倒推", "Work back"),
      Phrase("输入日均看达标日，或输入日期看所需日均", "type a rate and see the day, or a day and see the rate"),
      pages: [.overview, .district, .map, .measures, .triage]),
    ActionSpec(
      .acknowledge, [.character("a")], Phrase("签收", "Sign"), Phrase("签收：由我办理", "sign for it: I handle it"),
      pages: [.triage]),
    ActionSpec(
      .assign, [.character("o")], Phrase("指派", "Assign"), Phrase("指派责任人", "say who handles it"), pages: [.triage]),
    ActionSpec(
      .note, [.character("m")], Phrase("备注", "Note"), Phrase("写备注", "write a note"), pages: [.triage]),
    ActionSpec(
      .snooze, [.character("z")], Phrase("暂缓", "Snooze"), Phrase("暂缓到某日，须写理由", "put it off until a day, with a reason"),
      pages: [.triage]),
    ActionSpec(
      .followUp, [.character("w")], Phrase("跟进", "Follow up"),
      Phrase("跟进、承诺、送核验、退回、延期、催办", "follow up, commitment, review, return, extension, urging"),
      pages: [.triage]),
    ActionSpec(
      .escalate, [.character("e")], Phrase("升级", "Escalate"),
      Phrase("升级：提醒、黄单、红单、约谈", "one step up: reminder, yellow, red, summons"), pages: [.triage]),
    ActionSpec(
      .strikeOff, [.character("c")], Phrase("销号", "Strike off"),
      Phrase("核验通过，销号", "reviewed and good: strike it off"), pages: [.triage]),
    ActionSpec(
      .undo, [.character("u")], Phrase("撤销", "Undo"), Phrase("撤销我最近一次办理", "take back what I did last"),
      pages: [.triage]),
    ActionSpec(
      .meeting, [.character("H")], Phrase("会商", "Meeting"),
      Phrase("逐件过会，记决定与承诺，生成纪要", "one case a screen; decisions, commitments, a memo"), pages: [.triage]),
    ActionSpec(
      .changes, [.character("d")], Phrase("变化", "Changes"),
      Phrase("自上次查看、昨天或某日以来的变化", "what changed since your last visit, yesterday or a date")),
    ActionSpec(
      .revisions, [.character("v")], Phrase("历史修订", "Revisions"),
      Phrase("已结束月份又变了的数字：何时、哪个文件", "figures of past months that changed: when, by which file")),
    ActionSpec(
      .findNext, [.character("n")], Phrase("下一个", "Next match"), Phrase("下一个匹配", "the next match")),
    ActionSpec(
      .findPrevious, [.character("N")], Phrase("上一个", "Match back"), Phrase("上一个匹配", "the match before")),
    ActionSpec(
      .dayBack, [.character("<")], Phrase("前一天", "Day back"), Phrase("回溯：前一天", "as of one day earlier")),
    ActionSpec(
      .dayForward, [.character(">")], Phrase("后一天", "Day on"), Phrase("回溯：后一天", "as of one day later")),
    ActionSpec(
      .live, [.character(".")], Phrase("回到实时", "Live"), Phrase("结束回溯，回到实时", "back to the live board")),
    ActionSpec(
      .onlyProblems, [], Phrase("只看问题", "Only bad"),
      Phrase("只列有问题的文件，再选一次恢复（同筛选 !）", "only files with problems, or all (filter !)"), pages: [.data]),
    ActionSpec(
      .pause, [.character("Z")], Phrase("暂停刷新", "Pause"), Phrase("暂停或恢复画面刷新", "hold or resume refresh")),
    ActionSpec(
      .copy, [.character("y")], Phrase("复制", "Copy"),
      Phrase("复制标记的行或当前行到剪贴板和文件", "copy the marked rows or this one to clipboard and file")),
    ActionSpec(
      .mouse, [.character("M")], Phrase("鼠标", "Mouse"), Phrase("开关鼠标", "mouse on or off")),
    ActionSpec(
      .redraw, [.control("l")], Phrase("重画", "Redraw"), Phrase("重画整个屏幕", "paint the whole screen again")),
    ActionSpec(
      .suspend, [.control("z")], Phrase("挂起", "Suspend"), Phrase("挂起到后台，fg 恢复", "suspend; fg comes back")),
    ActionSpec(
      .quit, [], Phrase("退出", "Quit"), Phrase("退出程序", "leave the program")),
  ]

  private static let byKey: [Key: ActionSpec] = Dictionary(
    all.flatMap { spec in spec.keys.map { ($0, spec) } }, uniquingKeysWith: { first, _ in first })

  /// The action that a key does, wherever it belongs; nil for a key without one.
  package static func spec(for key: Key) -> ActionSpec? { byKey[key] }

  /// The same, as every key needs it.
  static func action(for key: Key) -> Action? {
    if case .character(let character) = key, let code = character.asciiValue { return byLetter[Int(code)] }
    return byKey[key]?.action
  }

  /// The actions of letters and signs at their ASCII codes.
  private static let byLetter: [Action?] = (UInt8(0)..<128).map {
    byKey[.character(Character(Unicode.Scalar($0)))]?.action
  }

  package static func spec(_ action: Action) -> ActionSpec? { byAction[action] }

  private static let byAction = Dictionary(all.map { ($0.action, $0) }, uniquingKeysWith: { first, _ in first })
}

extension Key {
  /// How the key is printed: `F1`, `Ctrl-P`, `Enter`, `Space`, `j`.
  package var label: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): "Ctrl-" + String(character).uppercased()
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "S-Tab"
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .home: "Home"
    case .end: "End"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .function(let number): "F\(number)"
    case .click, .wheel, .paste: ""
    }
  }
}
