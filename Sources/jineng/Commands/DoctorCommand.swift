import ArgumentParser
import Console
import Reports
import Screen

/// `jineng doctor`: what works here, what does not, and what to do.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Print what works here and what to do about the rest; exit 3 if something cannot be used.",
    discussion: """
      A terminal is asked how wide it draws signs; a pipe or a file is not. Nothing is made or changed.
      """)

  enum Format: String, ExpressibleByArgument {
    case text
    case json
  }

  @OptionGroup var options: CommonOptions

  @Option(help: "text or json.")
  var format: Format = .text

  func run() throws {
    let (settings, config) = try settings()
    let examination = Examination(settings, config)
    guard Output.write(text(examination, settings.theme)) else { throw Outcome.cannotWrite }
    if !examination.findings.areUsable { throw Outcome(status: 3, message: "") }
  }

  /// A theme of the config file that cannot be used is told with the other faults, and left out.
  private func settings() throws(Outcome) -> (Settings, ConfigFile) {
    var config = ConfigFile.read()
    do throws(Outcome) { return (try Settings(options, config), config) } catch {
      guard config.theme != nil, options.theme == nil else { throw error }
      config.theme = nil
      let settings = try Settings(options, config)
      config.faults.append(error.message)
      return (settings, config)
    }
  }

  private func text(_ examination: Examination, _ theme: Theme) -> String {
    let language = examination.language
    if format == .json {
      return DoctorReport.json(
        examination.findings.map { $0.report(language) }, usable: examination.findings.areUsable,
        verdicts: DoctorVerdict.allCases.map(\.rawValue))
    }
    let layout = DoctorText(
      language, columns: examination.columns ?? 120, ambiguousWidth: examination.ambiguousWidth)
    return layout.lines(examination.findings.map(\.entry)).map { line in
      (examination.depth.map { line.ansi(theme: theme, depth: $0) } ?? line.text.string) + "\n"
    }.joined()
  }
}
