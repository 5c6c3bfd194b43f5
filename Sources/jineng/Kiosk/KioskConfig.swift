import Console
import Screen
import Toml

/// The table `[kiosk]` of the config file.
struct KioskConfig {
  var rotation: Double?
  var pages: [KioskPage]?
  /// As written: `22-6` or `off`.
  var night: String?
  var unlock: PhraseHash?

  init() {}

  /// - Parameter complain: is told what is wrong, and where; the value is then left out.
  init(_ table: TomlTable, complain: (_ key: String, _ expected: String) -> Void) throws(TomlError) {
    if let seconds = try table.intIfPresent("rotate") {
      if (1...86_400).contains(seconds) { rotation = Double(seconds) } else { complain("rotate", "1 to 86400 seconds") }
    }
    if let text = try table.stringIfPresent("pages") {
      pages = KioskPage.list(text)
      if pages == nil { complain("pages", "names such as \"overview,map\"") }
    }
    if let text = try table.stringIfPresent("night") {
      if text == "off" || NightHours(text) != nil {
        night = text
      } else {
        complain("night", "two hours such as \"22-6\", or \"off\"")
      }
    }
    if let text = try table.stringIfPresent("unlock") {
      unlock = PhraseHash(text)
      if unlock == nil { complain("unlock", "what jineng kiosk --hash-phrase prints") }
    }
  }
}
