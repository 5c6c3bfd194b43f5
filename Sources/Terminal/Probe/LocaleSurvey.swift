import CNcurses
import Glibc

/// Which locale the environment asks for, and whether the system has it.
package struct LocaleSurvey: Hashable, Sendable {
  /// What a locale's name comes to.
  package enum Finding: Hashable, Sendable {
    case utf8
    /// It is there; its encoding is another one.
    case other(encoding: String)
    /// The system has no such locale.
    case missing
  }

  /// The variable that decides, by the order of POSIX: `LC_ALL`, `LC_CTYPE`, `LANG`; nil: none is set.
  package let variable: String?
  /// Its value.
  package let value: String
  package let finding: Finding
  /// What the program uses in the end.
  package let used: TerminalLocale

  package static func take() -> LocaleSurvey {
    let variable = ["LC_ALL", "LC_CTYPE", "LANG"].first { Environment[$0] != nil }
    let value = variable.flatMap { Environment[$0] } ?? "C"
    return LocaleSurvey(variable: variable, value: value, finding: look(value), used: TerminalLocale.prepare())
  }

  private static func look(_ name: String) -> Finding {
    guard let locale = newlocale(LC_CTYPE_MASK, name, nil) else { return .missing }
    defer { freelocale(locale) }
    let encoding = nl_langinfo_l(Int32(CODESET), locale).map { String(cString: $0) } ?? ""
    return encoding == "UTF-8" ? .utf8 : .other(encoding: encoding)
  }
}
