import Glibc
import PseudoTerminal
import Testing

/// The probe, running in a terminal of its own.
enum Probed {
  static let path = Spawn.builtPrograms + "/terminal-probe"

  static func environment(_ changes: [String: String?] = [:]) -> [String: String] {
    var environment = ["TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]
    for (name, value) in changes { environment[name] = value }
    return environment
  }

  /// Starts it and waits until it has drawn its picture.
  static func start(
    _ arguments: [String] = [], columns: Int = 80, rows: Int = 24, environment changes: [String: String?] = [:],
    ambiguousWidth: Int = 1
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      path, arguments, columns: columns, rows: rows, environment: environment(changes), ambiguousWidth: ambiguousWidth)
    let corner = terminal.wait { $0[max(0, $0.columns - 2), $0.rows - 1].text == "角" }
    try #require(corner, "the probe drew nothing: \(String(decoding: terminal.output, as: UTF8.self).debugDescription)")
    return terminal
  }
}

extension PseudoTerminal {
  /// Asserts that nothing of the program is left in the terminal.
  func expectGivenBack(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(!screen.isAlternate, "alternate screen", sourceLocation: sourceLocation)
    #expect(screen.isCursorVisible, "cursor", sourceLocation: sourceLocation)
    #expect(!screen.isKeypadApplication, "keypad", sourceLocation: sourceLocation)
    #expect(screen.modes.isEmpty, "modes", sourceLocation: sourceLocation)
    #expect(screen.pen == Pen(), "pen", sourceLocation: sourceLocation)
    #expect(settings == LineSettings.shells, "line settings", sourceLocation: sourceLocation)
    #expect(screen.unknown == [], sourceLocation: sourceLocation)
  }
}

extension LineSettings {
  /// What a fresh pseudo-terminal has.
  static let shells: LineSettings = {
    guard let terminal = try? PseudoTerminal("/bin/true", environment: [:]), terminal.waitForEnd() == 0 else {
      preconditionFailure("no pseudo-terminal")
    }
    return terminal.settings
  }()
}
