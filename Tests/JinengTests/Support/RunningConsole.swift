import Glibc
import PseudoTerminal
import Testing

/// Everything that runs in a terminal, one after the other: the tests measure times.
@Suite(.serialized, .ownThread) enum InTerminal {}

/// The console, running in a terminal of its own.
enum RunningConsole {
  /// Starts it and waits until the key bar is drawn and the data is read.
  static func start(
    _ arguments: [String], in home: Home, columns: Int = 80, rows: Int = 24, environment: [String: String?] = [:],
    until text: String = "F10"
  ) throws -> PseudoTerminal {
    let terminal = try open(arguments, in: home, columns: columns, rows: rows, environment: environment)
    let isDrawn = terminal.wait(seconds: 15) { $0.isAlternate && $0.contains(text) && !$0.contains("正在读取") }
    try #require(isDrawn, "drew nothing: \(String(decoding: terminal.output, as: UTF8.self).debugDescription)")
    return terminal
  }

  /// Starts it and waits for nothing.
  static func open(
    _ arguments: [String], in home: Home, columns: Int = 80, rows: Int = 24, environment: [String: String?] = [:]
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      "/usr/bin/env", ["-C", home.work.path, Jineng.path] + arguments, columns: columns, rows: rows,
      environment: home.environment(environment))
  }

  static let shellSettings: LineSettings? = {
    guard let terminal = try? PseudoTerminal("/bin/true", environment: [:]), terminal.waitForEnd() == 0 else {
      return nil
    }
    return terminal.settings
  }()
}

extension PseudoTerminal {
  /// What of the program is left in the terminal; empty where it was given back.
  var leftovers: [String] {
    var leftovers: [String] = []
    if screen.isAlternate { leftovers.append("alternate screen") }
    if !screen.isCursorVisible { leftovers.append("hidden cursor") }
    if screen.isKeypadApplication { leftovers.append("keypad") }
    if !screen.modes.isEmpty { leftovers.append("modes \(screen.modes)") }
    if screen.pen != Pen() { leftovers.append("pen") }
    if settings != RunningConsole.shellSettings { leftovers.append("line settings") }
    return leftovers
  }

  /// Quits as a person does, and checks that all is as it was.
  func quit(sourceLocation: SourceLocation = #_sourceLocation) {
    for _ in 0..<2 {
      send("\u{1b}")
      // Esc alone is told from a sequence by time: the key after it must not follow at once.
      _ = waitForSilence(seconds: 0.06)
    }
    send("1")
    send("q")
    #expect(wait { $0.contains("退出 jineng") || $0.contains("Leave jineng") }, sourceLocation: sourceLocation)
    send("y")
    #expect(waitForEnd() == 0, sourceLocation: sourceLocation)
    #expect(leftovers == [], sourceLocation: sourceLocation)
  }
}

extension Emulator {
  /// The figure of 补贴培训 for the whole city, as the overview shows it with its target.
  var total: Int? {
    for line in lines {
      let words = line.split { $0 == " " || $0 == "│" }
      guard words.count > 2, words[0] == "补贴培训", words[2] == "650,000" else { continue }
      return Int(words[1].replacing(",", with: ""))
    }
    return nil
  }
}

/// Every total that the screen ever showed.
final class TotalsSeen {
  let terminal: PseudoTerminal
  /// In order, each time another came.
  private(set) var all: [Int] = []

  init(_ terminal: PseudoTerminal) { self.terminal = terminal }

  /// Reads until the total is shown; nil when it is not within the time.
  @discardableResult
  func wait(for total: Int, seconds: Double = 6, sourceLocation: SourceLocation = #_sourceLocation) -> Double? {
    let start = Clock.now
    let shown = terminal.wait(seconds: seconds) { see($0) == total }
    #expect(shown, "\(total) awaited, seen \(all)", sourceLocation: sourceLocation)
    return shown ? Clock.now - start : nil
  }

  /// Reads for a while, or until the total is no longer what it was.
  func watch(seconds: Double) {
    let before = all.last
    _ = terminal.wait(seconds: seconds) { see($0) != before }
  }

  private func see(_ screen: Emulator) -> Int? {
    guard let total = screen.total else { return all.last }
    if all.last != total { all.append(total) }
    return total
  }
}
