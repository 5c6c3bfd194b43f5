import ArgumentParser
import Console
import Policy
import Screen

/// Options that every command takes.
struct CommonOptions: ParsableArguments {
  @Option(name: .customLong("data"), help: "The data directory (else JINENG_DATA, else the config file, else ./data).")
  var data: String?

  @Option(help: "A plan file; wins over plan.toml in the data directory.")
  var plan: String?

  @Option(help: "The store of what was known when (else $XDG_STATE_HOME/jineng/…, one for each data directory).")
  var store: String?

  @Option(help: "The name that stands in the docket (else the config file's actor, else your login name).")
  var actor: String?

  @Flag(name: .customLong("read-only"), help: "Nothing can be done to cases: the keys for it are not there.")
  var isReadOnly = false

  @Option(help: "Append what the console does to this file, one JSON object a line.")
  var log: String?

  @Option(
    help: "dark, light, high-contrast, colour-blind, kiosk, mono, or a file in the themes folder of the configuration.")
  var theme: String?

  @Option(help: "Characters to draw with: full, safe (nothing of ambiguous width) or ascii.")
  var glyphs: GlyphSet?

  @Option(help: "Colours: auto, never, 16, 256 or true.")
  var color: ColorChoice?

  @Option(help: "zh or en.")
  var lang: Language?

  @Option(
    name: .customLong("as-of"), help: "The day through whose end to speak, YYYY-MM-DD (default: today in Shanghai).")
  var asOf: String?

  @Option(
    name: .customLong("ambiguous-width"), help: "How wide the terminal draws characters of ambiguous width: 1 or 2.")
  var ambiguousWidth: Int?

  /// The day asked for, or nil where none is.
  func day() throws -> Day? {
    guard let asOf else { return nil }
    guard let day = Day(iso: asOf) else {
      throw Outcome.usage("--as-of \(asOf): not a day; write YYYY-MM-DD, such as 2026-08-31")
    }
    return day
  }

  mutating func validate() throws {
    if let ambiguousWidth, ambiguousWidth != 1, ambiguousWidth != 2 {
      throw ValidationError("--ambiguous-width takes 1 or 2")
    }
  }
}

/// What `--color` takes.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto
  case never
  case sixteen = "16"
  case indexed = "256"
  case trueColor = "true"
}

extension GlyphSet: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
