import ArgumentParser
import Console
import Policy
import Records
import Reports

/// `jineng check`: reads everything, prints the problems.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Read everything and print what is wrong; exit 1 if the data has errors.")

  enum Format: String, ExpressibleByArgument {
    case text
    case json
  }

  @OptionGroup var options: CommonOptions

  @Option(help: "text or json.")
  var format: Format = .text

  func run() throws {
    let settings = try Settings(options)
    let loaded = try Opening.load(settings, for: .files)
    let snapshot = loaded.snapshot
    let words: (Problem) -> String = { ProblemWords.message($0, settings.language) }
    let text =
      format == .json
      ? CheckReport.json(snapshot: snapshot, message: words)
      : CheckText.text(loaded, language: settings.language)
    guard Output.write(text) else { throw Outcome.cannotWrite }
    if ProblemCounts(snapshot.problems).errors > 0 { throw Outcome.dataHasErrors }
  }
}
