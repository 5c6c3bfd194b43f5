import Policy
import Screen

/// What stands below every page: a message from outside, how old each district's data are, what marks mean, what comes next.
struct KioskFoot {
  private let state: KioskState
  private let console: ConsoleState
  private let strip: [Line]

  /// The strip takes no more lines than this.
  private static let mostStripRows = 3

  init(_ state: KioskState, columns: Int, _ widths: DisplayWidth) {
    self.state = state
    console = state.console
    let rows = console.size.rows < 30 ? 2 : KioskFoot.mostStripRows
    strip = console.loaded.map { AgeStrip($0, state.language).lines(columns: columns - 2, rows: rows, widths) } ?? []
  }

  private var language: Language { state.language }
  private var message: SafeText? { state.remote?.message }

  var rows: Int { 1 + strip.count + (message == nil ? 0 : 1) + (console.size.rows >= 30 ? 1 : 0) }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    var rect = rect
    if console.size.rows >= 30 {
      canvas.hline(at: rect.origin, columns: rect.columns)
      rect = rect.droppingTop(1)
    }
    if let message {
      canvas.fill(rect.top(1), " ", Style(.banner))
      canvas.draw(Banner(message), in: rect.top(1))
      rect = rect.droppingTop(1)
    }
    for (offset, line) in strip.enumerated() {
      canvas.put(line, in: rect.droppingTop(offset).top(1).inset(columns: 1, rows: 0))
    }
    let last = rect.droppingTop(strip.count).top(1)
    if let phrase { return canvas.put(phrase, in: last.inset(columns: 1, rows: 0)) }
    let right = next
    let room = last.columns - canvas.widths.width(of: right) - 4
    canvas.draw(
      StatusBar(
        left: Line(" ") + Chrome.most(of: legend, in: room, separator: "   ", canvas.widths), right: right + Line(" "),
        role: .dim), in: last)
  }

  /// What is typed is never shown, only that something is.
  private var phrase: Line? {
    if state.uptime < state.toldWrongUntil { return Line(language(KioskWord.wrong), .error) }
    guard let typed = state.typed else { return nil }
    return [Span(language(KioskWord.unlock), .key), Span(SafeText("*").repeated(min(typed.count, 32)))]
  }

  private var legend: [(line: Line, rank: Int)] {
    var parts: [(line: Line, rank: Int)] = [Status.lagging, .watch, .silent].map {
      (Line($0.mark + " " + language($0.word), $0.role), 5)
    }
    let glyphs = Glyphs(console.settings.glyphs, ambiguousWidth: console.settings.ambiguousWidth)
    parts.append((Line(glyphs.bars.pace + " " + language(KioskWord.legend), .dim), 3))
    if !state.settings.isPublic, let bad = state.remote?.badLines.first {
      parts.append((Line(KioskWord.badCommand.phrase.text(language, number: bad), .warning), 6))
    }
    return parts
  }

  private var next: Line {
    let pages = state.settings.pages
    guard pages.count > 1 else { return .empty }
    return Line(language(KioskWord.next) + "  " + language(pages[(state.place + 1) % pages.count].word), .dim)
  }
}

/// How old every district's newest row is, in a few lines: `浦东 0天  静安 1天`.
struct AgeStrip {
  private let loaded: Loaded
  private let language: Language

  init(_ loaded: Loaded, _ language: Language) {
    self.loaded = loaded
    self.language = language
  }

  /// Every district by its code where all fit; else the oldest, and how many are left out.
  func lines(columns: Int, rows: Int, _ widths: DisplayWidth) -> [Line] {
    let districts = loaded.board.districts
    let names = districts.map(name)
    let ages = districts.map(age)
    let nameWidth = names.map { widths.width(of: $0) }.max() ?? 0
    let ageWidth = ages.map { widths.width(of: $0) }.max() ?? 0
    // Closer together before any is left out.
    let isTight = districts.count > rows * max(1, (columns + 2) / (nameWidth + ageWidth + 3))
    let (inside, between): (SafeText, SafeText) = isTight ? ("", " ") : (" ", "  ")
    let wide = nameWidth + ageWidth + (isTight ? 0 : 1)
    let perRow = max(1, (columns + between.string.utf8.count) / (wide + between.string.utf8.count))
    guard !districts.isEmpty, wide <= columns else { return [] }
    var order = Array(districts.indices)
    var left = 0
    if order.count > perRow * rows {
      let most = max(1, perRow * rows - 3)
      order = Array(order.sorted { oldness($0) == oldness($1) ? $0 < $1 : oldness($0) > oldness($1) }.prefix(most))
      left = districts.count - order.count
    }
    // Rows as even as can be.
    let needed = (order.count + perRow - 1) / perRow
    let even = left > 0 ? perRow : (order.count + needed - 1) / needed
    var lines = stride(from: 0, to: order.count, by: even).map { start in
      Line.joined(
        order[start..<min(order.count, start + even)].map { index in
          let role: Role = districts[index].status == .silent ? .silent : .dim
          return [
            Span(widths.fit(names[index], nameWidth) + inside, role),
            Span(widths.fit(ages[index], ageWidth, align: .right), role == .dim ? .text : role),
          ]
        }, separator: between)
    }
    if left > 0, let last = lines.indices.last {
      lines[last].append("  " + KioskWord.notShown.phrase.text(language, number: left), .dim)
    }
    return lines
  }

  private func name(_ board: DistrictBoard) -> SafeText {
    let initials = board.district.initials
    return language == .en && !initials.isEmpty ? SafeText(initials) : board.district.shortName(language)
  }

  private func age(_ board: DistrictBoard) -> SafeText {
    guard let latest = board.latest else { return "--" }
    let days = max(0, loaded.board.asOf - latest)
    return language == .zh ? "\(days)天" : "\(days)d"
  }

  private func oldness(_ index: Int) -> Int {
    loaded.board.districts[index].latest.map { loaded.board.asOf - $0 } ?? .max
  }
}
