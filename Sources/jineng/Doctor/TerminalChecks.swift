import Console
import Reports
import Screen
import Terminal

/// What is known of the terminal without asking it.
struct TerminalChecks {
  let survey: TerminalSurvey

  var findings: [Finding] { [terminal, type, session, locale, escapeDelay] }

  private var terminal: Finding {
    let facts = [
      DoctorFact("is_terminal", survey.isTerminal), DoctorFact("columns", survey.size?.columns),
      DoctorFact("rows", survey.size?.rows),
    ]
    guard survey.isTerminal else {
      return Finding(
        .terminal, .untested, TerminalAdvice.noTerminal, remedy: TerminalAdvice.runInTerminal, facts: facts)
    }
    guard let size = survey.size else {
      return Finding(.terminal, .warning, TerminalAdvice.noSize, remedy: TerminalAdvice.setSize, facts: facts)
    }
    let isSmall = size.columns < 80 || size.rows < 24
    return Finding(
      .terminal, isSmall ? .warning : .good, TerminalAdvice.size(size),
      remedy: isSmall ? TerminalAdvice.enlarge : nil, facts: facts)
  }

  private var type: Finding {
    let name = TerminalError.printable(survey.name)
    let message: Phrase
    switch survey.description {
    case .success(let description):
      return Finding(
        .terminfo, .good, TerminalAdvice.type(name, description.title, colors: description.colors),
        facts: [DoctorFact("term", name), DoctorFact("colors", description.colors)])
    case .failure(.typeUnset): message = TerminalAdvice.typeUnset
    case .failure(.typeUnknown): message = TerminalAdvice.typeUnknown(name)
    case .failure(.typeUnusable), .failure(.notATerminal): message = TerminalAdvice.typeUnusable(name)
    case .failure(.system(let code)): message = TerminalAdvice.typeUnread(code)
    }
    // Without a terminal, as in a script, its type need not be right.
    return Finding(
      .terminfo, survey.isTerminal ? .bad : .untested, message, remedy: TerminalAdvice.setType,
      facts: [DoctorFact("term", survey.name.isEmpty ? nil : name), DoctorFact("colors", nil as Int?)])
  }

  private var session: Finding {
    let facts = [
      DoctorFact("ssh", survey.isOverSSH), DoctorFact("multiplexer", survey.multiplexer?.rawValue),
    ]
    if survey.isLinuxConsole {
      return Finding(
        .session, .warning, TerminalAdvice.linuxConsole, remedy: TerminalAdvice.otherTerminal, facts: facts)
    }
    guard let multiplexer = survey.multiplexer else {
      return Finding(.session, .good, survey.isOverSSH ? TerminalAdvice.ssh : TerminalAdvice.local, facts: facts)
    }
    guard survey.name.hasPrefix("tmux") || survey.name.hasPrefix("screen") else {
      return Finding(
        .session, .warning,
        TerminalAdvice.typeInside(TerminalError.printable(survey.name), multiplexer.rawValue),
        remedy: TerminalAdvice.setTypeInside(multiplexer.rawValue), facts: facts)
    }
    let inside = multiplexer == .tmux ? TerminalAdvice.tmux : TerminalAdvice.screen
    return Finding(
      .session, .good, survey.isOverSSH ? TerminalAdvice.both(TerminalAdvice.ssh, inside) : inside, facts: facts)
  }

  private var locale: Finding {
    let locale = survey.locale
    let setting = locale.variable.map { "\($0)=\(TerminalError.printable(locale.value))" }
    let facts = [
      DoctorFact("variable", locale.variable), DoctorFact("value", locale.variable == nil ? nil : locale.value),
      DoctorFact("utf8", locale.used != .none),
    ]
    func finding(_ verdict: DoctorVerdict, _ message: Phrase, _ remedy: Phrase? = nil) -> Finding {
      Finding(.locale, verdict, message, remedy: remedy, facts: facts)
    }
    if locale.used == .none { return finding(.warning, TerminalAdvice.noUTF8, TerminalAdvice.installLocale) }
    guard let setting else { return finding(.warning, TerminalAdvice.localeUnset, TerminalAdvice.setLocale) }
    switch locale.finding {
    case .utf8: return finding(.good, TerminalAdvice.locale(setting))
    case .missing: return finding(.warning, TerminalAdvice.localeMissing(setting), TerminalAdvice.setLocale)
    case .other(let encoding):
      return finding(.warning, TerminalAdvice.localeOther(setting, encoding), TerminalAdvice.setLocale)
    }
  }

  /// Half a second is felt as a program that hangs.
  private static let slowEscape = 300

  private var escapeDelay: Finding {
    let delay = survey.escapeDelay
    let facts = [DoctorFact("milliseconds", delay.milliseconds)]
    switch delay.origin {
    case .standard: return Finding(.escapeDelay, .good, TerminalAdvice.escape(delay.milliseconds), facts: facts)
    case .ssh: return Finding(.escapeDelay, .good, TerminalAdvice.escapeOverSSH(delay.milliseconds), facts: facts)
    case .variable:
      let isSlow = delay.milliseconds > TerminalChecks.slowEscape
      return Finding(
        .escapeDelay, isSlow ? .warning : .good, TerminalAdvice.escapeSet(delay.milliseconds),
        remedy: isSlow ? TerminalAdvice.escapeSlow : nil, facts: facts)
    case .ignored(let value):
      return Finding(
        .escapeDelay, .warning,
        TerminalAdvice.escapeIgnored(TerminalError.printable(value), delay.milliseconds),
        remedy: TerminalAdvice.escapeMend, facts: facts)
    }
  }
}
