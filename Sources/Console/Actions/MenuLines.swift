package import Policy
package import Screen

/// One line of a menu.
package struct MenuLine: Hashable, Sendable {
  package enum Choice: Hashable, Sendable {
    case action(Action)
    case sort(SortKey)
    /// By a column, by its code.
    case column(String)
    case mapMeasure(MapMeasure)
    case mapItem(ItemID?)
    case asOf(Day?)
    case export(ExportKind)
    /// The problems of a district, or of nobody, as a sheet.
    case problemSheet(DistrictCode?)
    /// Something to do to the selected cases.
    case caseStep(CaseAction)
    /// Something to read; choosing it does nothing.
    case note
  }

  package var label: SafeText
  /// The keys that do the same, or what the choice means.
  package var hint: SafeText
  /// Why it cannot be chosen now; nil where it can.
  package var disabled: SafeText?
  package var choice: Choice

  init(label: SafeText, hint: SafeText, disabled: SafeText? = nil, choice: Choice) {
    self.label = label
    self.hint = hint
    self.disabled = disabled
    self.choice = choice
  }
}

/// The lines of an open menu that match what was typed.
package struct MenuLines {
  package let title: SafeText
  package let lines: [MenuLine]

  package init(_ state: ConsoleState, _ menu: MenuState) {
    let language = state.language
    let all: [MenuLine]
    switch menu.kind {
    case .help:
      title = Phrase("帮助：本页按键（输入可筛选，回车执行）", "Help: keys of this page (type to filter, Enter runs)").text(language)
      all =
        MenuLines.actions(state, where: { state.availability(of: $0) != .absent && $0 != .quit })
        + MenuLines.notes(of: state.page, language)
    case .palette:
      title = Phrase("菜单：全部操作", "Menu: every action").text(language)
      all = MenuLines.actions(state, where: { !MenuLines.movement.contains($0) })
    case .pages:
      title = Phrase("页面", "Pages").text(language)
      all = MenuLines.actions(state, where: { MenuLines.pages.contains($0) })
    case .sort where state.page == .map:
      title = Phrase("地图按什么着色", "Colour the map").text(language)
      all = MenuLines.colourings(state)
    case .sort:
      title = Phrase("排序", "Sort").text(language)
      let list = state.list(state.focusedPane)
      let usual = state.focusedPane.sortKeys.map { key in
        let current = list.sort == key && list.columns.isEmpty
        return MenuLine(
          label: SortWord.label(key, state.focusedPane).text(language),
          hint: current ? Phrase("当前", "now").text(language) : "", disabled: nil, choice: .sort(key))
      }
      all = usual + MenuLines.columns(state)
    case .asOf:
      title = Phrase("回溯到哪一天（可直接输入 8-31、2026-08-31 或 -7）", "As of which day (or type 8-31, 2026-08-31, -7)").text(
        language)
      lines = MenuLines.days(state, typed: menu.filter)
      return
    case .caseSteps:
      title = Phrase("跟进（按字母即办）", "Follow up (a letter does it)").text(language)
      all = MenuLines.caseSteps(state)
    case .export:
      title = Phrase("导出", "Export").text(language)
      all =
        MenuLines.problemSheet(state) + [
          MenuLine(
            label: Phrase("本页为文本", "this page as text").text(language), hint: ".txt", choice: .export(.pageText)),
          MenuLine(
            label: Phrase("本页为图片", "this page as a picture").text(language), hint: ".svg", choice: .export(.pageSVG)),
          MenuLine(
            label: Phrase("整个看板", "the whole board").text(language), hint: ".json", choice: .export(.boardJSON)),
        ]
    }
    let query = Search.folded(menu.filter)
    lines = all.filter { Search.matches(query, in: state.readings($0.label.string) + [$0.hint.string]) }
  }

  /// What a page's help says besides its keys.
  private static func notes(of page: Page, _ language: Language) -> [MenuLine] {
    switch page {
    case .data: DataHelp.lines(language)
    case .map: MapHelp.lines(language)
    case .measures: MeasureHelp.lines(language)
    case .triage: TriageHelp.lines(language)
    case .overview, .district, .institutions, .bases: []
    }
  }

  /// Every column; choosing one makes the one before the second.
  private static func columns(_ state: ConsoleState) -> [MenuLine] {
    let orders = state.list(state.focusedPane).columns
    return state.sortColumns(of: state.focusedPane).map { code, title in
      let place = orders.firstIndex { $0.code == code }
      let direction = place.map { orders[$0].isDescending ? SortWord.descending : SortWord.ascending }
      let rank = place == 0 ? Phrase("第一：", "first:") : Phrase("第二：", "second:")
      return MenuLine(
        label: Phrase("按列：\(title.zh)", "column: \(title.en)").text(state.language),
        hint: direction.map { state.language(rank) + state.language($0) } ?? SafeText(code), choice: .column(code))
    }
  }

  private static let pages: Set<Action> = [
    .openOverview, .openDistrict, .openMap, .openInstitutions, .openBases, .openMeasures, .openTriage,
    .openData,
  ]
  private static let movement: Set<Action> = [
    .up, .down, .left, .right, .pageUp, .pageDown, .top, .bottom, .previousPane,
  ]

  private static func actions(_ state: ConsoleState, where included: (Action) -> Bool) -> [MenuLine] {
    ActionTable.all.filter { included($0.action) }.map { spec in
      let keys = spec.keys.map(\.label).joined(separator: " ")
      let disabled: SafeText? =
        switch state.availability(of: spec.action) {
        case .enabled: nil
        case .disabled(let reason): reason.text(state.language)
        case .absent: Phrase("不属于本页", "not on this page").text(state.language)
        }
      return MenuLine(
        label: state.language(spec.name(on: state.page)) + "  " + state.language(spec.summary(on: state.page)),
        hint: SafeText(keys),
        disabled: disabled, choice: .action(spec.action))
    }
  }

  /// A typed day first, then the days people ask for.
  private static func days(_ state: ConsoleState, typed: String) -> [MenuLine] {
    guard let loaded = state.loaded else { return [] }
    let plan = loaded.snapshot.plan
    let today = state.today(in: loaded)
    let language = state.language
    if !typed.isEmpty {
      let shown = state.boardDay(in: loaded)
      guard let day = day(typed: typed, year: plan.year) ?? days(typed: typed).map({ shown + $0 }) else {
        return [
          MenuLine(
            label: SafeText(typed), hint: "", disabled: language(Phrase("还不是一个日期", "not a day yet")),
            choice: .asOf(nil))
        ]
      }
      return [MenuLine(label: SafeText(day.iso), hint: "Enter", choice: .asOf(day))]
    }
    let (year, month, _) = today.civil
    let monthStart = Day(year: year, month: month, day: 1) ?? today
    let quarterStart = Day(year: year, month: (month - 1) / 3 * 3 + 1, day: 1) ?? today
    let choices: [(Phrase, Day?)] = [
      (Phrase("实时（今天）", "live (today)"), nil),
      (Phrase("昨天", "yesterday"), today - 1),
      (Phrase("一周前", "a week ago"), today - 7),
      (Phrase("上月末", "end of last month"), monthStart - 1),
      (Phrase("上季末", "end of last quarter"), quarterStart - 1),
    ]
    return choices.compactMap { phrase, day in
      if let day, day < plan.periodStart { return nil }
      return MenuLine(
        label: phrase.text(language), hint: SafeText((day ?? today).iso), choice: .asOf(day))
    }
  }

  /// `-7`, `+1`: days from the day shown.
  static func days(typed: String) -> Int? {
    guard let sign = typed.first, sign == "-" || sign == "+", (1...3).contains(typed.utf8.count - 1) else { return nil }
    return Int(typed)
  }

  /// `2026-08-31`, `8-31`, `8/31`, `0831`, `20260831`.
  static func day(typed: String, year: Int) -> Day? {
    let parts = typed.split(whereSeparator: { "-/.年月日 ".contains($0) }).map { Int($0) }
    guard !parts.contains(nil) else { return nil }
    let numbers = parts.compactMap { $0 }
    switch numbers.count {
    case 3: return Day(year: numbers[0], month: numbers[1], day: numbers[2])
    case 2: return Day(year: year, month: numbers[0], day: numbers[1])
    case 1 where typed.utf8.count == 8:
      return Day(year: numbers[0] / 10_000, month: numbers[0] / 100 % 100, day: numbers[0] % 100)
    case 1 where typed.utf8.count == 4: return Day(year: year, month: numbers[0] / 100, day: numbers[0] % 100)
    default: return nil
    }
  }
}

/// What an order is called in a given list.
enum SortWord {
  static let ascending = Phrase(" 升序", " ascending")
  static let descending = Phrase(" 降序", " descending")

  static func label(_ key: SortKey, _ pane: Pane) -> Phrase {
    switch (key, pane) {
    case (.worst, .bases), (.worst, .funding): Phrase("预警多的在前", "most flags first")
    case (.worst, .files): Phrase("拒收多的在前", "most refused rows first")
    case (.worst, .senders): Phrase("报得差的在前", "worst senders first")
    case (.worst, .problems): Phrase("按问题分组", "grouped by problem")
    case (.worst, .queue): Phrase("超时、严重的在前", "overdue and gravest first")
    case (.name, .queue): Phrase("按责任人", "by handler")
    case (.newest, .queue): Phrase("最近有动作的在前", "latest entry first")
    case (.district, .problems): Phrase("按区分组", "grouped by district")
    case (.name, .problems): Phrase("按文件分组", "grouped by file")
    case (.single, _): Phrase("逐条列出，错误在前", "one by one, errors first")
    case (.district, _): Phrase("按区", "by district")
    case (.table, _): Phrase("按数据表", "by table")
    case (.encoding, _): Phrase("按编码", "by encoding")
    case (.rows, _): Phrase("行数多的在前", "most rows first")
    case (.code, .senders): Phrase("按区划代码", "by district code")
    case (.ratio, .senders): Phrase("拒收率高的在前", "highest share refused first")
    case (.newest, .senders): Phrase("数据最旧的在前", "oldest records first")
    case (.code, .measures): Phrase("按方案次序", "as in the plan")
    case (.code, .parts): Phrase("按次序", "in order")
    case (.worst, _): Phrase("最差在前", "worst first")
    case (.code, .districts): Phrase("按区划代码", "by district code")
    case (.code, _): Phrase("按编号", "by id")
    case (.name, .files): Phrase("按路径", "by path")
    case (.name, _): Phrase("按名称", "by name")
    case (.ratio, .districts): Phrase("落后多的在前", "furthest behind first")
    case (.ratio, _): Phrase("低分在前", "lowest score first")
    case (.newest, _): Phrase("最新在前", "newest first")
    case (.size, .bases): Phrase("批复金额大的在前", "most money first")
    case (.size, .files): Phrase("大文件在前", "largest first")
    case (.size, _): Phrase("培训人次多的在前", "most trained first")
    }
  }
}
