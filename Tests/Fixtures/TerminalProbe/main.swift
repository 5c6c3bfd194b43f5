import Glibc
import Screen
import Terminal

// A program for tests: takes the terminal, shows a known picture and what comes in, and ends in every way there is.
//
//   terminal-probe [--color auto|never|16|256|true] [--mouse] [--ambiguous 2] [--fault NAME] [--thread] [--ignore-hup]
//
// Keys: q ends it, ! runs into the fault, T throws with the terminal open, F draws frames without end.

let options = ProbeOptions(CommandLine.arguments)
do {
  try Probe.run(options)
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
