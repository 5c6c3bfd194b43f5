import Glibc
import Screen
import Terminal

// A program for tests: takes the terminal, shows a known picture and what comes in, and ends in every way there is.
//
//   terminal-probe [--color auto|never|16|256|true] [--mouse] [--ambiguous 2] [--fault NAME] [--thread] [--ignore-hup]
//
// Keys: q ends it. With Ctrl: X runs into the fault, T throws with the terminal open, E exits with it open, O closes it
// and opens it again, F draws frames without end, G turns the mouse on and off, Y copies. `--examine` says what it would use.

let options = ProbeOptions(CommandLine.arguments)
do {
  if options.examines {
    let facts = try TerminalFacts.examine(options: options.terminal)
    say("\(facts.name) \(facts.depth.rawValue) \(facts.locale)")
  } else {
    try Probe.run(options)
  }
} catch let error as TerminalError {
  say("probe: \(error)")
  exit(3)
} catch {
  say("probe: thrown")
  exit(4)
}

func say(_ text: String) {
  let bytes = Array((text + "\n").utf8)
  write(STDERR_FILENO, bytes, bytes.count)
}
