import ArgumentParser

/// `jineng plan`: the plan as data.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Check a plan, show the one in force, or print one to start from.",
    subcommands: [PlanCheckCommand.self, PlanShowCommand.self, PlanTemplateCommand.self])
}
