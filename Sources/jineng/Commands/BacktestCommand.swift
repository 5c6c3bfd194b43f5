import ArgumentParser
import Console
import Policy
import Records
import Reports
import Sample

/// `jineng backtest`: the forecast scored on years that are known.
struct BacktestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest",
    abstract: "Score the forecast: on made-up years, or with --data on the directory's own history.")

  enum Format: String, ExpressibleByArgument {
    case text
    case json
  }

  @OptionGroup var options: CommonOptions

  @Option(help: "Made-up years of each kind, 1 to 1000.")
  var years = 20

  @Option(help: "Another number makes other years.")
  var seed: UInt64 = 2026

  @Option(help: "text or json.")
  var format: Format = .text

  func validate() throws {
    guard (1...1000).contains(years) else { throw ValidationError("--years takes 1 to 1000") }
  }

  func run() throws {
    let settings = try Settings(options)
    let rows: [Backtest.Row]
    let source: Backtest.Source
    if options.data != nil {
      let loaded = try Opening.load(settings, for: .figures)
      rows = Backtest.history(
        plan: loaded.snapshot.plan, facts: loaded.snapshot.facts, through: loaded.board.asOf)
      source = .history
    } else {
      do { rows = Backtest.madeUp(plan: try Plan.builtIn(), years: years, seed: seed) } catch {
        throw Outcome.unusable(PlanWords.message(error, settings.language))
      }
      source = .madeUp
    }
    let text =
      format == .json
      ? BacktestReport.json(rows, source: source) : BacktestText.text(rows, source: source, language: settings.language)
    guard Output.write(text) else { throw Outcome.cannotWrite }
  }
}
