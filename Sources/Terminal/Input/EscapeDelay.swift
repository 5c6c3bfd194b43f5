/// How long Esc waits for the rest of a sequence before it is a key of its own.
package struct EscapeDelay: Hashable, Sendable {
  /// Where it comes from.
  package enum Origin: Hashable, Sendable {
    case standard
    /// Over SSH the bytes of a sequence may come apart.
    case ssh
    /// `ESCDELAY`, as ncurses knows it.
    case variable
    /// `ESCDELAY` says something that is no time from 1 to 2000 ms: it is ignored.
    case ignored(String)
  }

  package let milliseconds: Int
  package let origin: Origin

  /// By `ESCDELAY`, else 25 ms, over SSH 100.
  package static func decide(variable: String?, overSSH: Bool) -> EscapeDelay {
    let usual = overSSH ? 100 : 25
    guard let variable else { return EscapeDelay(milliseconds: usual, origin: overSSH ? .ssh : .standard) }
    guard let own = Int(variable), (1...2000).contains(own) else {
      return EscapeDelay(milliseconds: usual, origin: .ignored(variable))
    }
    return EscapeDelay(milliseconds: own, origin: .variable)
  }

  /// As the environment has it.
  package static var inForce: EscapeDelay { decide(variable: Environment["ESCDELAY"], overSSH: Environment.isOverSSH) }
}
