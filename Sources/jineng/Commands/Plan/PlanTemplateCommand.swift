import ArgumentParser
import Policy

/// `jineng plan template`: a plan to start from.
struct PlanTemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template", abstract: "Print a plan with every key explained, for another city or year to start from.")

  @Flag(help: "Print the built-in plan instead.")
  var builtIn = false

  @Option(
    name: [.customShort("o"), .customLong("output")], help: "Write to a file, by rename, instead of standard output.")
  var output: String?

  func run() throws {
    try Output.deliver(builtIn ? Plan.builtInText : Plan.templateText, to: output)
  }
}
