import ArgumentParser

/// The program: `jineng` and its commands (`interfaces.md` names what each does and how it ends).
@main
struct Jineng: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jineng",
    abstract: "技能提升年行动控制台 · the console for the Skills Upgrading Year",
    version: "1.0.0",
    subcommands: [
      ConsoleCommand.self, DemoCommand.self, KioskCommand.self, ShowCommand.self, CheckCommand.self, ReportCommand.self,
      ExplainCommand.self, TriageCommand.self, ChangesCommand.self, RevisionsCommand.self, PlanCommand.self,
      TemplateCommand.self, BacktestCommand.self, DoctorCommand.self,
    ],
    defaultSubcommand: ConsoleCommand.self)

  static func main() {
    let headStart = HeadStart()
    let status = run(Array(CommandLine.arguments.dropFirst()))
    headStart.end()
    Outcome.end(with: status)
  }

  /// Runs the arguments and gives the exit status: 2 for wrong usage, 3 for what cannot be used, else the command's own.
  static func run(_ arguments: [String]) -> Int32 {
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
      return 0
    } catch let outcome as Outcome {
      return outcome.report()
    } catch {
      let status = exitCode(for: error)
      let text = fullMessage(for: error)
      if status.isSuccess {
        return Output.write(text + "\n") ? 0 : Outcome.cannotWrite.report()
      }
      Output.complain(text)
      return 2
    }
  }
}
