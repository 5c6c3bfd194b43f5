import ArgumentParser

/// `jineng` and `jineng console`: the interactive console.
struct ConsoleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "console", abstract: "Open the console (the default).")

  @OptionGroup var options: CommonOptions

  @Flag(name: .customLong("a11y"), help: "Sentences instead of pictures, for screen readers and braille displays.")
  var isSpoken = false

  func run() throws {
    var loop = try ConsoleLoop(settings: Settings(options), isSpoken: isSpoken)
    try loop.run()
  }
}
