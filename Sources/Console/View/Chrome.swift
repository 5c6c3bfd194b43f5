import Policy
import Screen

/// What stands around a page: header, tabs, a banner when one is needed, and the key bar.
struct Chrome {
  /// Where the page itself is drawn.
  let body: Rect
  let header: Rect
  let tabs: Rect
  let banner: Rect
  let bar: Rect
  private let state: ConsoleState

  init(_ state: ConsoleState) {
    self.state = state
    let screen = Rect(state.size)
    // From 26 rows on the header has a line of its own; below that the tabs' line carries what matters most.
    header = screen.rows >= 26 ? screen.top(1) : screen.top(0)
    tabs = screen.droppingTop(header.rows).top(1)
    let below = screen.droppingTop(header.rows + tabs.rows)
    // In a low window only a past view is worth a row: figures of another day must never seem to be today's.
    let isNeeded = screen.rows >= 10 || state.looksBack
    banner = Chrome.bannerForms(state).isEmpty || !isNeeded ? below.top(0) : below.top(1)
    bar = screen.bottom(1)
    body = below.droppingTop(banner.rows).droppingBottom(1)
  }

  func draw(on canvas: inout Canvas) {
    let district = state.page == .district ? state.currentDistrict?.district.code.rawValue ?? "" : ""
    canvas.recall(state.page.rawValue + district, of: "header", stamp: state.revision, in: header) {
      drawHeader(on: &$0)
    }
    canvas.recall(state.page.rawValue, of: "tabs", stamp: state.revision, in: tabs) { drawTabs(on: &$0) }
    drawBanner(on: &canvas)
    drawBar(on: &canvas)
  }

  // MARK: Header

  private func drawHeader(on canvas: inout Canvas) {
    guard !header.isEmpty else { return }
    let left = headerLeft
    let room = header.columns - canvas.widths.width(of: left) - 2
    canvas.draw(StatusBar(left: left, right: headerRight(room, canvas.widths)), in: header)
    if state.looksBack { canvas.setRole(.banner, in: header) }
  }

  private var headerLeft: Line {
    var line: Line = [
      Span(" " + state.language(CommonWord.product), .header), Span(" jineng ", .headerDim), Span("> ", .headerDim),
      Span(state.language(state.page.word), .header),
    ]
    if state.page == .district, let district = state.currentDistrict {
      line.append(" > ", .headerDim)
      line.append(district.district.shortName(state.language), .header)
    }
    return line
  }

  /// What the header says at its right, the most that fits into `columns`.
  private func headerRight(_ columns: Int, _ widths: DisplayWidth) -> Line {
    var parts: [(line: Line, rank: Int)] = []
    if let loaded = state.loaded {
      if loaded.board.sample { parts.append((Line(state.language(CommonWord.sample), .sample), 5)) }
      if let newest = loaded.snapshot.files.map(\.modified).max() {
        let stamp = SafeText(ShanghaiTime(seconds: newest).stamp)
        parts.append((Line(state.language(CommonWord.dataAsOf) + " " + stamp, .headerDim), 2))
      }
      parts.append((reporting(loaded), 3))
    }
    parts.append((liveness(columns - 1, widths), 6))
    let room = widths.width(of: clock(long: true)) + 70
    parts.append((Line(clock(long: columns >= room), .headerDim), 4))
    return Chrome.most(of: parts, in: columns - 1, separator: "  ", widths) + Line(" ", .header)
  }

  /// As many parts as fit; those of the lowest rank are left out first.
  static func most(
    of parts: [(line: Line, rank: Int)], in columns: Int, separator: SafeText, _ widths: DisplayWidth
  ) -> Line {
    var parts = parts
    while !parts.isEmpty {
      let line = Line.joined(parts.map(\.line), separator: separator)
      if widths.width(of: line) <= columns { return line }
      guard let lowest = parts.indices.min(by: { parts[$0].rank < parts[$1].rank }) else { break }
      parts.remove(at: lowest)
    }
    return .empty
  }

  private func reporting(_ loaded: Loaded) -> Line {
    let districts = loaded.board.districts
    let silent = districts.count { $0.status == .silent }
    let text: SafeText = "\(districts.count - silent)/\(districts.count) " + state.language(CommonWord.reporting)
    return Line(text, silent > 0 ? .silent : .headerDim)
  }

  /// Live, paused, reading or looking back: always said.
  private func liveness(_ columns: Int, _ widths: DisplayWidth) -> Line {
    let glyphs = Glyphs(state.settings.glyphs, ambiguousWidth: state.settings.ambiguousWidth)
    let waiting: SafeText = state.waitingCount > 0 ? " +\(state.waitingCount)" : ""
    if let day = state.asOf {
      // The clock stands next to it: without its own day the view would seem to be of today. The sample's label is worth
      // more than that where there is no room for both.
      let words = state.language(Phrase("历史视图", "past view"))
      let dated = Line(words + SafeText(" " + day.monthDay) + waiting, .banner)
      let label = state.loaded?.board.sample == true ? widths.width(of: state.language(CommonWord.sample)) + 2 : 0
      return widths.width(of: dated) + label <= columns ? dated : Line(words + waiting, .banner)
    }
    if state.paused { return Line(state.language(Phrase("已暂停", "paused")) + waiting, .watch) }
    if state.loaded?.snapshot.outage != nil { return Line(state.language(Phrase("目录不可读", "stale")), .lagging) }
    switch state.data {
    case .loading, .opening: return Line(Chrome.loadingText(state), .headerDim)
    case .missing: return Line(state.language(Phrase("无数据", "no data")), .watch)
    case .ready:
      return Line([Span(glyphs.bullet + " ", .onPace), Span(state.language(CommonWord.live) + waiting, .headerDim)])
    }
  }

  /// `正在读取 37%`.
  static func loadingText(_ state: ConsoleState) -> SafeText {
    let percent = state.opening?.percentText().map { " " + $0 } ?? ""
    return state.language(CommonWord.loading) + percent
  }

  private func clock(long: Bool) -> SafeText {
    let now = ShanghaiTime(seconds: state.now)
    guard long else { return SafeText(now.stamp) }
    let weekday = state.language(Chrome.weekday(now.day))
    return SafeText(now.day.iso + " ") + weekday + SafeText(" " + now.clock)
  }

  /// `周五`, `Fri`.
  static func weekday(_ day: Day) -> Phrase { weekdays[(day.weekday - 1) % 7] }

  private static let weekdays = [
    Phrase("周一", "Mon"), Phrase("周二", "Tue"), Phrase("周三", "Wed"), Phrase("周四", "Thu"), Phrase("周五", "Fri"),
    Phrase("周六", "Sat"), Phrase("周日", "Sun"),
  ]

  // MARK: Tabs

  private var tabWidget: Tabs {
    let titles = Page.allCases.map { page -> SafeText in
      let name = state.language(tabs.columns < 100 ? page.tab : page.word.phrase)
      if page == .triage { return "\(page.number)" + name + (state.casesToActOn > 0 ? "(\(state.casesToActOn))" : "") }
      guard page == .data, let loaded = state.loaded else { return "\(page.number)" + name }
      let errors = loaded.snapshot.problems.count { $0.code.severity == .error }
      return "\(page.number)" + name + (errors > 0 ? "(\(errors))" : "")
    }
    return Tabs(titles, active: Page.allCases.firstIndex(of: state.page) ?? 0)
  }

  /// What stands beside the tabs, the most that fits into `columns`: how live the board is goes last.
  private func tabsRight(_ columns: Int, _ widths: DisplayWidth) -> Line {
    var parts: [(line: Line, rank: Int)] = []
    if let loaded = state.loaded {
      if header.isEmpty, loaded.board.sample { parts.append((Line(state.language(CommonWord.sample), .sample), 4)) }
      let pace = SafeText(Format.percent(loaded.board.pace.ratio))
      parts.append((Line(state.language(CommonWord.pace) + " " + pace + "%", .dim), 2))
      if !header.isEmpty {
        let left = CommonWord.workingDaysLeft.phrase.text(state.language, number: loaded.board.workingDaysLeft)
        parts.append((Line(left, .dim), 1))
      }
    }
    if header.isEmpty {
      parts.append((liveness(columns - 1, widths), 5))
      parts.append((Line(clock(long: false), .dim), 3))
    }
    return Chrome.most(of: parts, in: columns, separator: header.isEmpty ? " " : "  ", widths)
  }

  /// Tabs matter more than what stands beside them.
  private func tabsPlace(_ widths: DisplayWidth) -> Rect { tabs.left(min(tabWidget.width(widths) + 2, tabs.columns)) }

  private func drawTabs(on canvas: inout Canvas) {
    let place = tabsPlace(canvas.widths)
    canvas.draw(tabWidget, in: place)
    let rest = tabs.droppingLeft(place.columns).droppingRight(1)
    canvas.put(tabsRight(rest.columns, canvas.widths), in: rest, align: .right)
  }

  /// The page whose tab stands there.
  func page(at point: Point, _ widths: DisplayWidth) -> Page? {
    tabWidget.regions(in: tabsPlace(widths), widths).first { $0.rect.contains(point) }.map { Page.allCases[$0.index] }
  }

  // MARK: Banner

  private func drawBanner(on canvas: inout Canvas) {
    let forms = Chrome.bannerForms(state)
    guard !banner.isEmpty, let last = forms.last else { return }
    canvas.draw(forms.first { canvas.widths.width(of: $0.text) <= banner.columns } ?? last, in: banner)
  }

  /// A line that must not be overlooked, from its longest form to its shortest; empty where nothing needs one.
  private static func bannerForms(_ state: ConsoleState) -> [Banner] {
    if let loaded = state.loaded, let outage = loaded.snapshot.outage {
      let age = state.age(of: loaded.snapshot.readAt)
      return [Banner(state.language(CommonWord.stale) + "  " + age + "  " + SafeText(outage), role: .error)]
    }
    if let loaded = state.loaded, state.looksBack { return pastForms(state, loaded) }
    if !state.settings.notice.isEmpty { return [Banner(SafeText(state.settings.notice), role: .warning)] }
    return []
  }

  private static func pastForms(_ state: ConsoleState, _ loaded: Loaded) -> [Banner] {
    let language = state.language
    let shown = loaded.board.asOf
    let wanted = state.boardDay(in: loaded)
    guard shown == wanted else {
      let counting = language(Phrase("正在计算 ", "computing ")) + SafeText(wanted.iso)
      let still = language(Phrase("    画面仍为 ", "    the figures are still of ")) + SafeText(shown.iso)
      return [Banner(counting + still), Banner(counting)]
    }
    let day = SafeText(shown.iso)
    let whole = language(CommonWord.asOfBanner) + " " + day
    let hint = language(Phrase("    按 . 回到实时，< > 前后一天", "    press . for live, < > a day"))
    // Files are what they are now, whatever day the figures are of.
    let present =
      switch state.page {
      case .data: language(Phrase("    文件与问题为当前", "    files and problems are of now"))
      case .triage: language(Phrase("    督办件为当前", "    the cases are of now"))
      default: SafeText.empty
      }
    return [
      Banner(whole + present + hint), Banner(whole + present), Banner(whole),
      Banner(language(Phrase("历史视图 ", "Past view ")) + day),
    ]
  }

  // MARK: Key bar

  private var keyBar: KeyBar {
    // What stands over the page says its own keys: those of the page do nothing now.
    switch state.overlay {
    case .menu, .detail, .gap, .chart, .whatIf, .changes, .revisions, .deed, .confirmQuit:
      return KeyBar([KeyBar.Hint("Esc", state.language(Phrase("关闭", " close")))])
    case .prompt, .provenance, nil: break
    }
    if state.opening != nil { return KeyBar([KeyBar.Hint("F10", state.language(OpeningWord.leave))]) }
    var hints: [KeyBar.Hint] = []
    // Where rows are hidden or marked, it is said on every page and in every size.
    let list = state.list(state.focusedPane)
    if !list.filter.isEmpty {
      let count = state.rows(of: state.focusedPane).count
      hints.append(
        KeyBar.Hint(state.language(CommonWord.filtered) + ":", SafeText(list.filter) + " (\(count))", priority: 110))
    }
    if !list.marks.isEmpty {
      hints.append(KeyBar.Hint(state.language(CommonWord.marked) + " ", "\(list.marks.count)", priority: 109))
    }
    let bar: [(Action, Int)] = [
      (.help, 100), (.pages, 60), (.find, 70), (.filter, 65), (.rescan, 50), (.sort, 55), (.asOf, 58), (.export, 52),
      (.palette, 80), (.back, 95), (.open, 45), (.nextPane, 48), (.zoom, 44), (.previousDistrict, 47),
      (.nextDistrict, 46), (.explain, 43), (.chart, 42), (.whatIf, 41), (.chartForm, 40),
      (.changes, 39), (.revisions, 38),
      (.acknowledge, 94), (.assign, 93), (.note, 92), (.snooze, 91), (.followUp, 90), (.escalate, 89), (.strikeOff, 88),
      (.undo, 87), (.meeting, 49), (.mark, 36),
    ]
    for (action, priority) in bar where state.availability(of: action) != .absent {
      guard let spec = ActionTable.spec(action), let first = spec.keys.first else { continue }
      // The letter stands beside the F-key: terminals eat F1 and F10.
      let letter = action == .pages ? "(1-8)" : spec.keys.dropFirst().first.map { SafeText("(" + $0.label + ")") } ?? ""
      let isFunction = if case .function = first { true } else { false }
      hints.append(
        KeyBar.Hint(
          SafeText(first.label), state.language(spec.name(on: state.page)) + (isFunction ? letter : ""),
          priority: priority))
    }
    return KeyBar(hints)
  }

  private func drawBar(on canvas: inout Canvas) {
    if case .prompt(let prompt) = state.overlay {
      let label = prompt.kind == .find ? Phrase(" 查找: ", " Find: ") : Phrase(" 筛选: ", " Filter: ")
      canvas.draw(
        TextInput(
          prompt: state.language(label), before: SafeText(prompt.text),
          placeholder: state.language(
            Phrase("中文、拼音或首字母，回车确定，Esc 取消", "Chinese, pinyin or initials; Enter keeps, Esc cancels"))), in: bar)
      if prompt.kind == .filter { drawFilterHint(on: &canvas) }
    } else if case .provenance(let shown) = state.overlay, shown.rows?.typing != nil {
      ProvenanceBar(state, shown).draw(on: &canvas, in: bar)
    } else if let toast = state.toast {
      canvas.fill(bar, " ", Style(.keyLabel))
      canvas.put(" " + toast.text, in: bar, toast.isError ? .error : .changed)
    } else if case .provenance(let shown) = state.overlay {
      ProvenanceBar(state, shown).draw(on: &canvas, in: bar)
    } else if state.overlay == nil {
      canvas.recall(keyBarName, of: "keys", stamp: state.revision, in: bar) { $0.draw(keyBar, in: bar) }
    } else {
      canvas.draw(keyBar, in: bar)
    }
  }

  /// What the bar of a page shows depends on, besides what the revision stands for: the list that has the focus.
  private var keyBarName: String {
    let list = state.list(state.focusedPane)
    let count = list.filter.isEmpty ? "" : "\(state.rows(of: state.focusedPane).count)"
    return state.page.rawValue + " " + state.focusedPane.rawValue + " " + count
  }

  /// At the right of the prompt: what is wrong with the filter, or which columns there are to compare.
  private func drawFilterHint(on canvas: inout Canvas) {
    let filter = state.list(state.focusedPane).filter
    let columns = state.columns(of: state.focusedPane)
    let fault = state.filterFault(state.focusedPane)
    var text = fault.map { $0.text(state.language) } ?? .empty
    let isNaming = if case .unknownColumn? = fault { true } else { filter.isEmpty }
    if isNaming, !columns.isEmpty {
      let names = columns.prefix(12).map { state.language == .zh ? $0.title.zh : $0.code }.joined(separator: " ")
      text = text + (text.isEmpty ? "" : "  ") + state.language(Phrase("列：", "columns: ")) + SafeText(names)
      text = text + "  = != < <= > >="
    }
    guard !text.isEmpty else { return }
    let typed = canvas.widths.width(of: SafeText(filter)) + (filter.isEmpty ? 62 : 14)
    let width = min(canvas.widths.width(of: text), bar.columns - typed - 1)
    guard width >= 6 else { return }
    canvas.put(
      text, in: Rect(column: bar.column + bar.columns - width - 1, row: bar.row, columns: width, rows: 1),
      fault == nil || fault == .unfinished ? .dim : .error)
  }

  /// The action whose hint stands there.
  func action(at point: Point, _ widths: DisplayWidth) -> Action? {
    guard state.overlay == nil, state.toast == nil else { return nil }
    let keyBar = keyBar
    guard let region = keyBar.regions(in: bar, widths).first(where: { $0.rect.contains(point) }) else { return nil }
    let key = keyBar.hints[region.index].key
    return ActionTable.all.first { $0.keys.first.map { SafeText($0.label) } == key }?.action
  }
}
