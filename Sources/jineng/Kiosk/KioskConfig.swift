import Console
import Screen
import Toml

/// The table `[kiosk]` of the config file.
struct KioskConfig {
  var rotation: Double?
  var pages: [KioskPage]?
  /// As written: `22-6` or `off`.
  var night: String?
  /// Seconds without a sign of life after which the display is begun anew.
  var patience: Int?
  var unlock: PhraseHash?

  static let patienceRange = 5...3600

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
    if let seconds = try table.intIfPresent("patience") {
      patience = Int(exactly: seconds).flatMap { KioskConfig.patienceRange.contains($0) ? $0 : nil }
      if patience == nil { complain("patience", "5 to 3600 seconds") }
    }
    if let text = try table.stringIfPresent("unlock") {
      unlock = PhraseHash(text)
      if unlock == nil { complain("unlock", "what jineng kiosk --hash-phrase prints") }
    }
  }
}
