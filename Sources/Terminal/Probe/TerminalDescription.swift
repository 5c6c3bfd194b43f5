import CNcurses
import Glibc

/// What the system's description of a terminal type (terminfo) says.
package struct TerminalDescription: Hashable, Sendable {
  /// The type, as `TERM` names it.
  package let name: String
  /// What it calls itself in words; not safe to be shown as it is.
  package let title: String
  /// How many colours it has; 0: none.
  package let colors: Int
  /// It takes 24-bit colours by itself, whatever `COLORTERM` says.
  package let takesDirectColor: Bool
  /// It is steered by the sequences of ECMA-48, so that it can be asked where its cursor is.
  package let isANSI: Bool

  /// Looks the type up; no terminal is touched.
  /// - Throws: `typeUnset`, `typeUnknown` or `typeUnusable`, as opening it would.
  package static func find(_ name: String) throws(TerminalError) -> TerminalDescription {
    if name.isEmpty { throw .typeUnset }
    var found = cn_description()
    let result = Int(cn_description_examine(name, &found))
    if let error = TerminalError(opening: name, result: result, number: errno) { throw error }
    let title = withUnsafeBytes(of: found.title) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    return TerminalDescription(
      name: name, title: title, colors: Int(found.colors), takesDirectColor: found.rgb != 0, isANSI: found.ansi != 0)
  }
}
