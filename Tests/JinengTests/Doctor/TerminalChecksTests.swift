import Console
import Reports
import Screen
import Testing

@testable import Terminal
@testable import jineng

/// What is concluded from what a terminal is, or was measured to do.
@Suite struct TerminalChecksTests {
  private func survey(
    _ name: String = "xterm-256color", isTerminal: Bool = true, size: Size? = Size(columns: 120, rows: 36),
    description: Result<TerminalDescription, TerminalError>? = nil, depth: ColorDepth = .indexed256,
    multiplexer: TerminalSurvey.Multiplexer? = nil, isOverSSH: Bool = false,
    locale: LocaleSurvey = LocaleSurvey(variable: "LANG", value: "C.UTF-8", finding: .utf8, used: .environment),
    delay: EscapeDelay = EscapeDelay(milliseconds: 25, origin: .standard)
  ) -> TerminalSurvey {
    let found = TerminalDescription(name: name, title: "a terminal", colors: 256, takesDirectColor: false, isANSI: true)
    return TerminalSurvey(
      name: name, isTerminal: isTerminal, size: size, description: description ?? .success(found), depth: depth,
      multiplexer: multiplexer, isOverSSH: isOverSSH, claimsTrueColor: false, locale: locale, escapeDelay: delay)
  }

  private func finding(_ check: DoctorCheck, _ survey: TerminalSurvey) throws -> DoctorEntry {
    try #require(TerminalChecks(survey: survey).findings.first { $0.entry.check == check }).entry
  }

  @Test("A usual terminal is good in every respect")
  func usual() {
    for finding in TerminalChecks(survey: survey()).findings {
      #expect(finding.verdict == .good)
      #expect(finding.entry.remedy == nil)
    }
  }

  @Test("Windows that are small or tell no size")
  func size() throws {
    #expect(try finding(.terminal, survey(size: Size(columns: 80, rows: 24))).verdict == .good)
    for small in [Size(columns: 79, rows: 24), Size(columns: 80, rows: 23)] {
      #expect(try finding(.terminal, survey(size: small)).remedy == TerminalAdvice.enlarge)
    }
    #expect(try finding(.terminal, survey(size: nil)).remedy == TerminalAdvice.setSize)
    #expect(try finding(.terminal, survey(isTerminal: false, size: nil)).verdict == .untested)
  }

  @Test("A type that will not do is bad in a terminal, and no matter without one")
  func type() throws {
    for error in [TerminalError.typeUnset, .typeUnknown("x"), .typeUnusable("x"), .system(5)] {
      #expect(try finding(.terminfo, survey(description: .failure(error))).verdict == .bad)
      #expect(try finding(.terminfo, survey(isTerminal: false, description: .failure(error))).verdict == .untested)
    }
  }

  @Test("What lies between program and window")
  func session() throws {
    #expect(try finding(.session, survey("tmux-256color", multiplexer: .tmux)).verdict == .good)
    #expect(try finding(.session, survey("screen", multiplexer: .screen, isOverSSH: true)).verdict == .good)
    let outer = try finding(.session, survey("xterm-256color", multiplexer: .tmux))
    #expect(outer.verdict == .warning && outer.remedy == TerminalAdvice.setTypeInside("tmux"))
    #expect(try finding(.session, survey("linux")).remedy == TerminalAdvice.otherTerminal)
    #expect(try finding(.session, survey(isOverSSH: true)).message == TerminalAdvice.ssh)
  }

  @Test("Locales that are missing, of another encoding, or not set")
  func locale() throws {
    func entry(
      _ variable: String?, _ value: String, _ finding: LocaleSurvey.Finding, _ used: TerminalLocale
    ) throws -> DoctorEntry {
      let locale = LocaleSurvey(variable: variable, value: value, finding: finding, used: used)
      return try self.finding(.locale, survey(locale: locale))
    }
    #expect(
      try entry("LC_ALL", "zh_CN.GBK", .other(encoding: "GBK"), .replaced).message
        == TerminalAdvice.localeOther("LC_ALL=zh_CN.GBK", "GBK"))
    #expect(
      try entry("LANG", "x\u{1b}", .missing, .replaced).message == TerminalAdvice.localeMissing("LANG=x?"))
    #expect(try entry(nil, "C", .other(encoding: "ASCII"), .replaced).remedy == TerminalAdvice.setLocale)
    #expect(try entry("LANG", "C", .missing, .none).remedy == TerminalAdvice.installLocale)
  }

  @Test("An Esc that is slow, and one that is no number")
  func escape() throws {
    func entry(_ milliseconds: Int, _ origin: EscapeDelay.Origin) throws -> DoctorEntry {
      try finding(.escapeDelay, survey(delay: EscapeDelay(milliseconds: milliseconds, origin: origin)))
    }
    #expect(try entry(300, .variable).verdict == .good)
    #expect(try entry(301, .variable).remedy == TerminalAdvice.escapeSlow)
    #expect(try entry(25, .ignored("x")).remedy == TerminalAdvice.escapeMend)
  }

  // MARK: Drawing

  private func drawing(
    _ probe: CursorProbe.Outcome, _ glyphs: GlyphSet = .full, ambiguousWidth: Int = 1,
    color: TerminalOptions.Color = .auto, isColorless: Bool = false, in survey: TerminalSurvey? = nil
  ) -> [DoctorCheck: Finding] {
    let checks = DrawingChecks(
      survey: survey ?? self.survey(), probe: probe, glyphs: glyphs, ambiguousWidth: ambiguousWidth, color: color,
      isColorless: isColorless)
    return checks.findings(.en).reduce(into: [:]) { $0[$1.entry.check] = $1 }
  }

  private func measured(_ changes: [WidthSign: Int]) -> CursorProbe.Outcome { .measured(changes, milliseconds: 3) }

  @Test("Measured widths against the settings in force")
  func widths() {
    let good = drawing(measured([:]))[.widths]
    #expect(good?.verdict == .good && good?.entry.remedy == nil)
    let wide = measured([.box: 2, .block: 2, .eighth: 2, .ellipsis: 2, .middleDot: 2, .accent: 2])
    let advice = WidthAdvice(widths: [.box: 2, .block: 2, .eighth: 2, .ellipsis: 2, .middleDot: 2, .accent: 2])
    let bad = drawing(wide)[.widths]
    #expect(bad?.verdict == .warning && bad?.entry.remedy == DrawingAdvice.set(advice))
    #expect(bad?.facts.contains(DoctorFact("glyphs", "safe")) == true)
    #expect(bad?.facts.contains(DoctorFact("ambiguous_width", 2)) == true)
    #expect(drawing(wide, .ascii, ambiguousWidth: 2)[.widths]?.verdict == .good)
    #expect(drawing(measured([.chinese: 3]))[.widths]?.entry.remedy == DrawingAdvice.setUTF8)
    #expect(drawing(measured([.chinese: 1]))[.widths]?.entry.message == DrawingAdvice.chinese(1))
    #expect(drawing(measured([.accent: 2]))[.widths]?.entry.message == DrawingAdvice.misfits([.accent]))
  }

  @Test("What was not measured is untested, whatever the reason")
  func untested() {
    let outcomes: [CursorProbe.Outcome] = [
      .silent, .late(milliseconds: 900), .untried(.noTerminal), .untried(.inBackground), .untried(.unfit),
      .untried(.system(5)),
    ]
    for outcome in outcomes { #expect(drawing(outcome)[.widths]?.verdict == .untested) }
    #expect(Set(outcomes.compactMap { drawing($0)[.widths]?.entry.message }).count == outcomes.count)
  }

  @Test("Few colours are a warning, unless somebody wished it so")
  func colors() {
    for depth in ColorDepth.allCases {
      let found = drawing(.silent, in: survey(depth: depth))[.colors]
      #expect(found?.verdict == (depth == .mono || depth == .ansi8 ? .warning : .good), "\(depth)")
      #expect(found?.entry.sample.first?.text.string.contains("lagging") == true)
    }
    let wished = drawing(.silent, color: .never, in: survey(depth: .mono))[.colors]
    #expect(wished?.entry.message == DrawingAdvice.why(.mono, DrawingAdvice.byWish) && wished?.verdict == .good)
    let none = drawing(.silent, color: .never, isColorless: true, in: survey(depth: .mono))[.colors]
    #expect(none?.entry.message == DrawingAdvice.why(.mono, DrawingAdvice.byNoColor) && none?.verdict == .good)
  }

  @Test("Fonts are shown where there is a terminal that can show Chinese")
  func fonts() {
    #expect(drawing(.silent)[.fonts]?.verdict == .look)
    #expect(drawing(.silent, in: survey("linux"))[.fonts]?.entry.sample == [])
    #expect(drawing(.silent, in: survey(isTerminal: false))[.fonts]?.entry.sample == [])
  }
}
