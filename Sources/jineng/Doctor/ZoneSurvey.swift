import Glibc
import Terminal

/// The system's time zone. The program needs none: it computes Shanghai's time by itself.
struct ZoneSurvey: Hashable, Sendable {
  /// `TZ` decides; else the system's setting.
  let isByVariable: Bool
  /// As it is named.
  let name: String
  /// The database has such a zone, or the name is a rule of its own (`CST-8`).
  let isKnown: Bool
  /// The database has Asia/Shanghai.
  let hasShanghai: Bool

  static func take() -> ZoneSurvey {
    let database = Environment["TZDIR"] ?? "/usr/share/zoneinfo"
    func has(_ name: String) -> Bool { !name.contains("..") && access(database + "/" + name, R_OK) == 0 }
    let hasShanghai = has("Asia/Shanghai")
    if let variable = Environment["TZ"] {
      let name = String(variable.drop { $0 == ":" })
      // A rule says its offset in digits (POSIX, Environment Variables).
      let isKnown = has(name) || access(name, R_OK) == 0 || name.contains { $0.isNumber }
      return ZoneSurvey(isByVariable: true, name: name, isKnown: isKnown, hasShanghai: hasShanghai)
    }
    return ZoneSurvey(isByVariable: false, name: system ?? "UTC", isKnown: true, hasShanghai: hasShanghai)
  }

  private static var system: String? {
    if let real = realpath("/etc/localtime", nil) {
      defer { free(real) }
      let parts = String(cString: real).split(separator: "/")
      if let place = parts.firstIndex(of: "zoneinfo"), place + 1 < parts.count {
        return parts[(place + 1)...].joined(separator: "/")
      }
    }
    return ConfigFile.text(at: "/etc/timezone").map { String($0.prefix { $0 != "\n" }) }
  }
}
