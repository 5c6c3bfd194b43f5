import Console
import Glibc
import Policy
import Records
import Screen
import Terminal

/// Everything `jineng doctor` looks at, looked at once. The terminal is asked first, before anything is written to it.
struct Examination {
  let findings: [Finding]
  let language: Language
  /// Nil where standard output is no terminal.
  let columns: Int?
  /// How it is painted; nil: plainly, because there is no terminal, or none that knows how.
  let depth: ColorDepth?
  let ambiguousWidth: Int

  init(_ settings: Settings, _ config: ConfigFile) {
    let survey = TerminalSurvey.take(options: TerminalOptions(color: settings.terminalColor))
    let probe = Examination.probe(survey)
    let drawing = DrawingChecks(
      survey: survey, probe: probe, glyphs: settings.glyphs, ambiguousWidth: settings.ambiguousWidth,
      color: settings.terminalColor, isColorless: settings.color == .auto && !settings.wantsColor)
    let isUnreadable = survey.isTerminal && (survey.cannotShowChinese || drawing.advice?.chinese == .bytes)
    language = isUnreadable ? .en : settings.language
    columns = survey.isTerminal ? survey.size?.columns ?? 80 : nil
    let knowsColors = survey.isTerminal && (try? survey.description.get())?.isANSI == true
    depth = knowsColors ? survey.depth : nil
    ambiguousWidth = drawing.advice?.ambiguousWidth ?? settings.ambiguousWidth

    let directory = DirectoryChecks(settings.source)
    let outlook = try? directory.outlook.get()
    let time = TimeChecks(
      written: Examination.written(settings.source), now: Clock.now, newestFile: outlook?.newest, zone: .take(),
      config: config, hasConfig: access(ConfigFile.path, F_OK) == 0)
    let keeping = KeepingChecks(settings).findings(hasDirectory: outlook != nil)
    findings =
      (TerminalChecks(survey: survey).findings + drawing.findings(language) + directory.findings + keeping
      + time.findings).inOrder
  }

  private static func probe(_ survey: TerminalSurvey) -> CursorProbe.Outcome {
    guard survey.isTerminal else { return .untried(.noTerminal) }
    guard case .success(let description) = survey.description else { return .untried(.unfit) }
    return CursorProbe.measure(WidthSign.allCases, on: description)
  }

  private static func written(_ source: DirectorySource) -> Result<WrittenPlan?, DirectoryError> {
    do throws(DirectoryError) { return .success(try source.writtenPlan()) } catch { return .failure(error) }
  }
}
