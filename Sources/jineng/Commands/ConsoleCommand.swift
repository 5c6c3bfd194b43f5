import ArgumentParser

/// `jineng` and `jineng console`: the interactive console.
struct ConsoleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "console", abstract: "Open the console (the default).")

  @OptionGroup var options: CommonOptions

  func run() throws {
    var loop = try ConsoleLoop(settings: Settings(options))
    try loop.run()
  }
}
