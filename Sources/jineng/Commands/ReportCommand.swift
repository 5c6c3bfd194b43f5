import ArgumentParser
import Console
import Records
import Reports

/// `jineng report`: the whole board, for scripts.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "report", abstract: "Print the whole board.")

  enum Format: String, ExpressibleByArgument {
    case json
  }

  @OptionGroup var options: CommonOptions

  @Option(help: "json.")
  var format: Format

  @Option(
    name: [.customShort("o"), .customLong("output")], help: "Write to a file, by rename, instead of standard output.")
  var output: String?

  func run() throws {
    let settings = try Settings(options)
    let reader = DirectoryReader(settings.source, for: .figures, keepsLater: true)
    defer { reader.finish() }
    let loaded = try Opening.load(settings, reader)
    try Output.deliver(BoardReport.json(board: loaded.board, snapshot: loaded.snapshot), to: output)
  }
}
