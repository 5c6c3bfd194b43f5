import ArgumentParser
import Console
import Policy
import Records
import Reports

/// `jineng plan show`: the plan in force.
struct PlanShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print the plan in force with its districts and its calendar.")

  enum Format: String, ExpressibleByArgument {
    case text
    case json
  }

  @OptionGroup var options: CommonOptions

  @Option(help: "text or json.")
  var format: Format = .text

  func run() throws {
    let settings = try Settings(options)
    // What is kept for the next run is about records, which are not read here.
    let source = DirectorySource(root: settings.directory, planFile: settings.planFile)
    let snapshot: Snapshot
    let file: String
    do throws(DirectoryError) {
      snapshot = try DirectoryReader(source, for: .plan).read()
      file = try source.writtenPlan()?.file ?? Plan.builtInFile
    } catch {
      throw Opening.outcome(error, settings.language)
    }
    let text =
      format == .json
      ? PlanReport.json(snapshot, file: file) : PlanText.text(snapshot, file: file, language: settings.language)
    guard Output.write(text) else { throw Outcome.cannotWrite }
  }
}
