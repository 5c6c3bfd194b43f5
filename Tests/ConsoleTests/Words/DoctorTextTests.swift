import Console
import Policy
import Screen
import Testing

/// What `jineng doctor` says, and how it stands in a window.
@Suite("Doctor's words")
struct DoctorTextTests {
  private static let narrow = WidthAdvice(widths: [:])

  private static let terminal: [Phrase] = [
    TerminalAdvice.noTerminal, TerminalAdvice.runInTerminal, TerminalAdvice.size(Size(columns: 80, rows: 24)),
    TerminalAdvice.noSize, TerminalAdvice.setSize, TerminalAdvice.enlarge,
    TerminalAdvice.type("xterm", "xterm terminal emulator", colors: 8), TerminalAdvice.typeUnset,
    TerminalAdvice.typeUnknown("x"), TerminalAdvice.typeUnusable("x"), TerminalAdvice.typeUnread(5),
    TerminalAdvice.setType, TerminalAdvice.local, TerminalAdvice.ssh, TerminalAdvice.tmux, TerminalAdvice.screen,
    TerminalAdvice.both(TerminalAdvice.ssh, TerminalAdvice.tmux), TerminalAdvice.typeInside("xterm", "tmux"),
    TerminalAdvice.setTypeInside("tmux"), TerminalAdvice.setTypeInside("screen"), TerminalAdvice.linuxConsole,
    TerminalAdvice.otherTerminal, TerminalAdvice.locale("LANG=C.UTF-8"), TerminalAdvice.localeUnset,
    TerminalAdvice.localeMissing("LANG=x"), TerminalAdvice.localeOther("LANG=C", "ANSI_X3.4-1968"),
    TerminalAdvice.noUTF8, TerminalAdvice.setLocale, TerminalAdvice.installLocale, TerminalAdvice.escape(25),
    TerminalAdvice.escapeOverSSH(100), TerminalAdvice.escapeSet(50), TerminalAdvice.escapeIgnored("x", 25),
    TerminalAdvice.escapeSlow, TerminalAdvice.escapeMend,
  ]

  private static let drawing: [Phrase] =
    [
      DrawingAdvice.fits(milliseconds: 3), DrawingAdvice.differs(.full, 1), DrawingAdvice.set(narrow),
      DrawingAdvice.noUTF8, DrawingAdvice.setUTF8, DrawingAdvice.chinese(1), DrawingAdvice.otherFont,
      DrawingAdvice.misfits([.accent]), DrawingAdvice.silent, DrawingAdvice.late(900), DrawingAdvice.inBackground,
      DrawingAdvice.unfit, DrawingAdvice.refused(5), DrawingAdvice.tryByEye, DrawingAdvice.inForeground,
      DrawingAdvice.why(.ansi8, DrawingAdvice.byWish), DrawingAdvice.why(.mono, DrawingAdvice.byNoColor),
      DrawingAdvice.why(.trueColor, DrawingAdvice.byColorTerm), DrawingAdvice.why(.ansi16, DrawingAdvice.byType),
      DrawingAdvice.moreColors, DrawingAdvice.fonts, DrawingAdvice.installFonts, DrawingAdvice.fontsUnshown,
    ] + ColorDepth.allCases.map { DrawingAdvice.depth($0) }

  private static let place: [Phrase] = [
    PlaceAdvice.missing("/x"), PlaceAdvice.notADirectory("/x"), PlaceAdvice.unreadable("/x", "denied"),
    PlaceAdvice.nameAnother, PlaceAdvice.permit, PlaceAdvice.holds("/x", files: 3, "1 KB"),
    PlaceAdvice.holdsUnreadable("/x", files: 3, 1), PlaceAdvice.empty("/x"), PlaceAdvice.fill, PlaceAdvice.check,
    PlaceAdvice.local("ext4"), PlaceAdvice.network("nfs4"), PlaceAdvice.rescan, PlaceAdvice.unknownType,
    PlaceAdvice.noPlace, PlaceAdvice.watched(needed: 3, limits: "8"), PlaceAdvice.blind(needed: 3, limits: "8"),
    PlaceAdvice.raiseLimits,
  ]

  private static let keeping: [Phrase] = [
    KeepingAdvice.store("/x", "1 KB", version: 2, entries: 3), KeepingAdvice.storeToBeMade("/x"),
    KeepingAdvice.cannotBeMade("/x", "denied"), KeepingAdvice.older("/x"),
    KeepingAdvice.trouble(.damaged(path: "/x")), KeepingAdvice.elsewhere, KeepingAdvice.localPlace,
    KeepingAdvice.upgrade, KeepingAdvice.permit, KeepingAdvice.restore, KeepingAdvice.closeOthers,
    KeepingAdvice.makeRoom, KeepingAdvice.nearlyFull("/x", "1 KB"), KeepingAdvice.sqlite("3", journal: "delete"),
    KeepingAdvice.wal("3"), KeepingAdvice.resetJournal, KeepingAdvice.noSQLite, KeepingAdvice.reinstallSQLite,
    KeepingAdvice.cache("/x", "1 KB"), KeepingAdvice.cacheToBeMade("/x"), KeepingAdvice.noCache,
    KeepingAdvice.cacheUnwritable("/x"), KeepingAdvice.placeCache,
  ]

  private static let time: [Phrase] = [
    TimeAdvice.builtIn(year: 2026), TimeAdvice.plan("/x", year: 2026), TimeAdvice.doubtful("/x", year: 2026, 1),
    TimeAdvice.broken("/x", 2), TimeAdvice.unread("/x", "denied"), TimeAdvice.checkPlan, TimeAdvice.namePlan,
    TimeAdvice.clock("now"), TimeAdvice.clockAlone("now"), TimeAdvice.outside("now", "a", "b"), TimeAdvice.otherPlan,
    TimeAdvice.behind("now", 3), TimeAdvice.setClock, TimeAdvice.zone("UTC"), TimeAdvice.noDatabase("UTC"),
    TimeAdvice.noZone("x"), TimeAdvice.setZone, TimeAdvice.config("/x"), TimeAdvice.noConfig("/x"),
    TimeAdvice.configFaults(["/x:1: a", "/x:2: b"]), TimeAdvice.mendConfig,
  ]

  @Test("Every sentence is there in both languages")
  func whole() {
    for phrase in DoctorTextTests.terminal + DoctorTextTests.drawing + DoctorTextTests.place + DoctorTextTests.keeping
      + DoctorTextTests.time
    {
      #expect(Wordings.faults(in: phrase) == [])
    }
  }

  private let entries = [
    DoctorEntry(.terminal, .good, TerminalAdvice.size(Size(columns: 80, rows: 24))),
    DoctorEntry(
      .widths, .warning, DrawingAdvice.differs(.full, 1), remedy: DrawingAdvice.set(DoctorTextTests.narrow)),
    DoctorEntry(.directory, .bad, PlaceAdvice.missing("/x\u{1b}[2J"), remedy: PlaceAdvice.nameAnother),
    DoctorEntry(.fonts, .look, DrawingAdvice.fonts, sample: ["技能提升年", "⣿⣿"]),
  ]

  @Test("Verdict, check and finding stand in columns, what to do below, the sum at the end")
  func columns() {
    let lines = DoctorText(.zh, columns: 100, ambiguousWidth: 1).lines(entries).map(\.text.string)
    #expect(lines[0] == "良好    终端       80 列 24 行")
    #expect(lines[1].hasPrefix("注意    字宽       实测与设置不符"))
    #expect(lines[2].hasPrefix("                   处理：用 --glyphs full"))
    #expect(lines.contains { $0.hasPrefix("不可用  数据目录   /x^[[2J：没有这个目录") }, "\(lines)")
    #expect(lines.contains("                   ⣿⣿"))
    #expect(lines.last == "不能使用  良好 1  注意 1  不可用 1  请看 1")
  }

  @Test("No line is wider than the window, however narrow that is", arguments: Language.allCases)
  func fits(_ language: Language) {
    for ambiguous in [1, 2] {
      let widths = DisplayWidth(ambiguous: ambiguous)
      for columns in 1...130 {
        let text = DoctorText(language, columns: columns, ambiguousWidth: ambiguous)
        for line in text.lines(entries) where columns > 3 {
          #expect(widths.width(of: line) <= columns, "\(columns): \(line.text)")
        }
      }
    }
  }

  @Test("Colours are those of the theme's roles, and none where the depth has none")
  func colors() {
    let line = Line([Span("a", .lagging), Span("b"), Span("c", .done)])
    let theme = Theme(
      name: "t", page: Appearance(), selection: Appearance(),
      roles: [.lagging: Appearance(foreground: ThemeColor(rgb: nil, ansi: 1))])
    #expect(line.ansi(theme: theme, depth: .ansi16) == "\u{1b}[0;31ma\u{1b}[0mb\u{1b}[0mc\u{1b}[0m")
    #expect(line.ansi(theme: theme, depth: .mono).contains("a"))
    #expect(!line.ansi(theme: theme, depth: .mono).contains("31"))
  }
}
