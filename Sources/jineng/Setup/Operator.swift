import Glibc
import Policy
import Terminal

/// Who sits at the console.
enum Operator {
  /// The name that stands in the docket: as asked for, else as the config file says, else the login name.
  static func name(_ asked: String?, _ configured: String?) throws(Outcome) -> String {
    if let wanted = asked ?? configured {
      do throws(TextFault) { return try NameRule.name(wanted, today: Clock.today) } catch {
        throw .usage("--actor \(wanted): \(reason(error))")
      }
    }
    return login
  }

  /// The login name; without one the user's number.
  private static var login: String {
    let known =
      Environment["LOGNAME"] ?? Environment["USER"] ?? getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) }
    return (try? known.map { try NameRule.name($0, today: Clock.today) }) ?? "uid \(getuid())"
  }

  private static func reason(_ fault: TextFault) -> String {
    switch fault {
    case .empty: "a name is needed"
    case .tooLong(let most): "at most \(most) characters"
    case .controlCharacter: "one line, without characters that cannot be seen"
    case .personal: "an identity, phone or card number is never kept"
    }
  }
}
