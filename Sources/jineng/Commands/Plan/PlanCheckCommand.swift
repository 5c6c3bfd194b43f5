import ArgumentParser
import Console
import Policy
import Records
import Reports

/// `jineng plan check`: everything that is wrong with a plan's text.
struct PlanCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Print everything that is wrong with a plan; exit 1 if it cannot be used.")

  enum Format: String, ExpressibleByArgument {
    case text
    case json
  }

  @OptionGroup var options: CommonOptions

  @Argument(help: "A plan file (else --plan, else plan.toml in the data directory, else the built-in plan).")
  var file: String?

  @Option(help: "text or json.")
  var format: Format = .text

  mutating func validate() throws {
    if file != nil, options.plan != nil { throw ValidationError("name the plan once: as FILE or with --plan") }
  }

  func run() throws {
    let settings = try Settings(options)
    let source = DirectorySource(root: settings.directory, planFile: file ?? settings.planFile)
    let written: WrittenPlan?
    do throws(DirectoryError) { written = try source.writtenPlan() } catch {
      throw Opening.outcome(error, settings.language)
    }
    let name = written?.file ?? Plan.builtInFile
    let reading = Plan.check(toml: written?.text ?? Plan.builtInText, file: name)
    let text =
      format == .json
      ? PlanCheckReport.json(reading, file: name) { PlanWords.text($0.reason, settings.language) }
      : PlanCheckText.text(reading, file: name, language: settings.language)
    guard Output.write(text) else { throw Outcome.cannotWrite }
    if reading.plan == nil { throw Outcome.dataHasErrors }
  }
}
