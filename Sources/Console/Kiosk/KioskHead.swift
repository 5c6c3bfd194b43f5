import Policy
import Screen

/// What stands above every page: whose figures, how fresh, the clock, and which page of how many.
struct KioskHead {
  private let state: KioskState
  private let console: ConsoleState

  init(_ state: KioskState) {
    self.state = state
    console = state.console
  }

  private var language: Language { state.language }

  /// Seconds after which a board that cannot be renewed is shown without colours.
  private static let staleAfter = 1_800.0

  /// The directory has not been readable for long.
  var isStale: Bool {
    guard let loaded = console.loaded, loaded.snapshot.outage != nil else { return false }
    return console.now - loaded.snapshot.readAt >= KioskHead.staleAfter
  }

  /// On a large screen the clock is large.
  private func hasLargeClock(_ area: Rect) -> Bool { area.columns >= 150 && area.rows >= 44 }

  func rows(in area: Rect) -> Int { hasLargeClock(area) ? BigDigits.rows + 2 : area.rows >= 28 ? 3 : 2 }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let isLarge = rect.rows >= BigDigits.rows + 1
    var text = rect
    if isLarge {
      let digits = BigDigits(SafeText(clock), role: .header, align: .right)
      canvas.draw(digits, in: rect.droppingBottom(2).droppingRight(1))
      text = rect.droppingRight(digits.columns + 3)
    }
    let first = rect.top(1)
    put(
      title, isLarge ? Line(date, .headerDim) : Line(date + SafeText(" " + clock), .header),
      in: isLarge ? text.droppingTop(1).top(1) : first, on: &canvas)
    let second = isLarge ? text.droppingTop(3).top(1) : rect.droppingTop(1).top(1)
    if let banner {
      canvas.fill(second, " ", Style(.error))
      put(Line(banner, .error), turning, in: second, on: &canvas)
    } else {
      let room = second.columns - canvas.widths.width(of: turning) - 4
      put(Chrome.most(of: facts, in: room, separator: "   ", canvas.widths), turning, in: second, on: &canvas)
    }
    if rect.rows >= 3 { canvas.hline(at: Point(column: rect.column, row: rect.maxRow - 1), columns: rect.columns) }
  }

  private func put(_ left: Line, _ right: Line, in rect: Rect, on canvas: inout Canvas) {
    canvas.draw(StatusBar(left: Line(" ") + left, right: right + Line(" "), role: .header), in: rect)
  }

  /// `技能提升年 2026  总览  示例数据`.
  private var title: Line {
    let year = console.loaded.map { SafeText(" \($0.snapshot.plan.year)") } ?? ""
    var line = Line(language(CommonWord.product) + year, .header)
    line.append("  " + subject, .heading)
    if console.loaded?.board.sample == true { line.append("  " + language(CommonWord.sample), .sample) }
    if state.settings.isPublic { line.append("  " + language(KioskWord.isPublic), .headerDim) }
    return line
  }

  private var subject: SafeText { language(state.page.word) }

  private var time: ShanghaiTime { ShanghaiTime(seconds: console.now) }
  private var clock: String { time.clock }
  private var date: SafeText { SafeText(time.day.iso + " ") + language(Chrome.weekday(time.day)) }

  /// Facts of the data, the most important with the highest rank.
  private var facts: [(line: Line, rank: Int)] {
    guard let loaded = console.loaded else { return [] }
    var parts: [(line: Line, rank: Int)] = []
    if let newest = loaded.newestFiles.first?.modified {
      parts.append(
        (Line(language(CommonWord.dataAsOf) + SafeText(" " + ShanghaiTime(seconds: newest).stamp), .headerDim), 4))
    }
    let districts = loaded.board.districts
    let silent = districts.count { $0.status == .silent }
    parts.append(
      (Line("\(districts.count - silent)/\(districts.count) " + language(CommonWord.reporting), .headerDim), 3))
    if silent > 0 {
      parts.append((Line(KioskWord.silentDistricts.phrase.text(language, number: silent), .silent), 5))
    }
    let pace = SafeText(" " + Format.percent(loaded.board.pace.ratio) + "%")
    parts.append((Line(language(CommonWord.pace) + pace, .headerDim), 2))
    parts.append(
      (Line(CommonWord.workingDaysLeft.phrase.text(language, number: loaded.board.workingDaysLeft), .headerDim), 1))
    return parts
  }

  /// Why the board is old, and how old.
  private var banner: SafeText? {
    guard let loaded = console.loaded, let outage = loaded.snapshot.outage else { return nil }
    let age = SafeText("  ") + console.age(of: loaded.snapshot.readAt)
    return language(CommonWord.stale) + age + (state.settings.isPublic ? "" : SafeText("  " + outage))
  }

  /// `第 1/5 屏  18 秒  *`: the sign comes and goes each second, so that one sees the screen is alive.
  private var turning: Line {
    let count = state.settings.pages.count
    let place = SafeText("\(state.place + 1)/\(count) ") + language(KioskWord.screen)
    let left =
      state.isHeld
      ? language(KioskWord.held) : count < 2 ? "" : KioskWord.turnsIn.phrase.text(language, number: state.secondsLeft)
    let widths = DisplayWidth()
    let beats = Int(state.uptime.rounded(.down)) % 2 == 0
    return [
      Span(place + "  ", .headerDim), Span(widths.fit(left, 6, align: .right) + "  ", .headerDim),
      Span(beats ? "*" : " ", .onPace),
    ]
  }
}
