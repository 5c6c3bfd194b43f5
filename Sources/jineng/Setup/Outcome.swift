import Glibc

/// How a command ends when it does not simply succeed.
struct Outcome: Error {
  /// The exit status (`interfaces.md`: 1 data has errors, 2 wrong usage, 3 something cannot be used).
  let status: Int32
  /// What, where, and what to do, for standard error; empty: nothing to say.
  let message: String

  /// Done, but the data has problems of severity error.
  static let dataHasErrors = Outcome(status: 1, message: "")
  /// Standard output took no more; a reader that went away needs no words.
  static let cannotWrite = Outcome(status: 3, message: "cannot write to standard output")

  static func usage(_ message: String) -> Outcome { Outcome(status: 2, message: message) }

  static func unusable(_ message: String) -> Outcome { Outcome(status: 3, message: message) }

  func report() -> Int32 {
    if !message.isEmpty { Output.complain("jineng: " + message) }
    return status
  }

  static func end(with status: Int32) -> Never { exit(status) }
}
