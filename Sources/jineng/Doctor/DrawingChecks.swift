import Console
import Policy
import Reports
import Screen
import Terminal

/// How the terminal draws: what it was measured to do, and what a person is to look at.
struct DrawingChecks {
  let survey: TerminalSurvey
  let probe: CursorProbe.Outcome
  let glyphs: GlyphSet
  let ambiguousWidth: Int
  let color: TerminalOptions.Color
  /// Nobody asked for a depth, and `NO_COLOR` is set.
  let isColorless: Bool

  /// What was measured comes to; nil where nothing was.
  var advice: WidthAdvice? {
    guard case .measured(let widths, _) = probe else { return nil }
    return WidthAdvice(widths: widths)
  }

  func findings(_ language: Language) -> [Finding] { [widths, colors(language), fonts] }

  // MARK: Widths

  private var widths: Finding {
    func untested(_ message: Phrase, _ remedy: Phrase?) -> Finding {
      Finding(.widths, .untested, message, remedy: remedy, facts: measured([:]))
    }
    switch probe {
    case .measured(let widths, let milliseconds): return judged(WidthAdvice(widths: widths), widths, milliseconds)
    case .silent: return untested(DrawingAdvice.silent, DrawingAdvice.tryByEye)
    case .late(let milliseconds): return untested(DrawingAdvice.late(milliseconds), DrawingAdvice.tryByEye)
    case .untried(.noTerminal): return untested(TerminalAdvice.noTerminal, nil)
    case .untried(.inBackground): return untested(DrawingAdvice.inBackground, DrawingAdvice.inForeground)
    case .untried(.unfit): return untested(DrawingAdvice.unfit, DrawingAdvice.tryByEye)
    case .untried(.system(let code)): return untested(DrawingAdvice.refused(code), DrawingAdvice.tryByEye)
    }
  }

  private func judged(_ advice: WidthAdvice, _ widths: [WidthSign: Int], _ milliseconds: Int) -> Finding {
    func finding(_ verdict: DoctorVerdict, _ message: Phrase, _ remedy: Phrase? = nil) -> Finding {
      Finding(.widths, verdict, message, remedy: remedy, facts: measured(widths, advice))
    }
    switch advice.chinese {
    case .bytes: return finding(.warning, DrawingAdvice.noUTF8, DrawingAdvice.setUTF8)
    case .other(let cells): return finding(.warning, DrawingAdvice.chinese(cells), DrawingAdvice.otherFont)
    case .wide: break
    }
    guard advice.allows(glyphs, ambiguousWidth: ambiguousWidth) else {
      return finding(.warning, DrawingAdvice.differs(glyphs, ambiguousWidth), DrawingAdvice.set(advice))
    }
    if !advice.misfits.isEmpty {
      return finding(.warning, DrawingAdvice.misfits(advice.misfits), DrawingAdvice.otherFont)
    }
    return finding(.good, DrawingAdvice.fits(milliseconds: milliseconds))
  }

  private func measured(_ widths: [WidthSign: Int], _ advice: WidthAdvice? = nil) -> [DoctorFact] {
    [DoctorFact("glyphs", advice?.glyphs.rawValue), DoctorFact("ambiguous_width", advice?.ambiguousWidth)]
      + WidthSign.allCases.map { DoctorFact($0.rawValue, widths[$0]) }
  }

  // MARK: Colours

  private func colors(_ language: Language) -> Finding {
    let depth = survey.depth
    let reason: Phrase =
      isColorless
      ? DrawingAdvice.byNoColor
      : color != .auto
        ? DrawingAdvice.byWish
        : depth == .trueColor && survey.claimsTrueColor ? DrawingAdvice.byColorTerm : DrawingAdvice.byType
    let facts = [DoctorFact("depth", depth.rawValue)]
    let message = DrawingAdvice.why(depth, reason)
    guard survey.isTerminal else { return Finding(.colors, .untested, message, facts: facts) }
    let isPoor = color == .auto && (depth == .mono || depth == .ansi8)
    let strip = Line.joined(Status.allCases.map { Line(language($0.word), $0.role) }, separator: "  ")
    return Finding(
      .colors, isPoor ? .warning : .good, message, remedy: isPoor ? DrawingAdvice.moreColors : nil, sample: [strip],
      facts: facts)
  }

  // MARK: Fonts

  private var fonts: Finding {
    guard survey.isTerminal else { return Finding(.fonts, .untested, DrawingAdvice.fontsUnshown) }
    guard !survey.cannotShowChinese else {
      let reason = survey.isLinuxConsole ? TerminalAdvice.linuxConsole : TerminalAdvice.noUTF8
      return Finding(.fonts, .untested, reason)
    }
    return Finding(
      .fonts, .look, DrawingAdvice.fonts, remedy: DrawingAdvice.installFonts, sample: DrawingChecks.sample)
  }

  private static let sample: [Line] = [
    "技能提升年行动 浦东新区 补贴培训（人次）", "┌─┬─┐│├┼┤└┴┘ ╭╮╰╯", "▏▎▍▌▋▊▉█ ▁▂▃▄▅▆▇ ░ ▕▐", "⣀⣤⣶⣿ ⡇⢸ ✓ ✗ ▴ ▾ ◂ ▸ • · …",
  ]
}
