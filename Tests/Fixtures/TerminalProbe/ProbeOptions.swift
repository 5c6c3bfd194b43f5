import Terminal

struct ProbeOptions {
  var terminal = TerminalOptions()
  var ambiguousWidth = 1
  var fault = Fault.bounds
  var onThread = false
  var ignoresHangup = false
  var examines = false

  init(_ arguments: [String]) {
    var rest = arguments.dropFirst()
    while let argument = rest.popFirst() {
      switch argument {
      case "--color":
        let colors: [String: TerminalOptions.Color] = [
          "never": .never, "16": .ansi16, "256": .ansi256, "true": .trueColor,
        ]
        terminal.color = colors[rest.popFirst() ?? ""] ?? .auto
      case "--mouse": terminal.mouse = true
      case "--ambiguous": ambiguousWidth = Int(rest.popFirst() ?? "") ?? 1
      case "--fault": fault = Fault(rawValue: rest.popFirst() ?? "") ?? .bounds
      case "--examine": examines = true
      case "--thread": onThread = true
      case "--ignore-hup": ignoresHangup = true
      default: break
      }
    }
  }
}
