import ArgumentParser
import Console
import Policy
import Reports
import Screen
import Terminal

/// `jineng show PAGE`: prints one frame, after pressing some keys.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "Print one frame of the console.")

  enum Format: String, ExpressibleByArgument {
    case text
    case ansi
    case svg
    case spoken
  }

  @OptionGroup var options: CommonOptions

  @Argument(help: "overview, district, map, institutions, bases, measures, triage or data.")
  var page: Page

  @Option(help: "A district by code, name, short name or pinyin.")
  var district: String?

  @Option(help: "COLSxROWS.")
  var size: String = "120x36"

  @Option(help: "Keys pressed first, such as 'j j Enter'.")
  var keys: String = ""

  @Option(help: "text, ansi, svg, or spoken: sentences for screen readers.")
  var format: Format = .text

  func run() throws {
    let settings = try Settings(options)
    let size = try ShowCommand.size(self.size)
    let pressed = try KeyNames.keys(keys)
    var session = Rehearsal(settings: settings, size: size)
    try session.open(page: page, district: district)
    if !pressed.isEmpty { session.prepareFinding() }
    for key in pressed { session.press(key) }
    lazy var frame = ConsoleView(session.state).frame()
    let text: String
    switch format {
    case .spoken: text = SpokenView(session.state).text
    case .text: text = frame.plainText(trimmed: true)
    case .ansi: text = frame.ansi(theme: settings.theme, depth: ShowCommand.depth(settings))
    case .svg:
      let title = settings.language(CommonWord.product) + " jineng"
      text = FrameSVG(theme: settings.theme).document(of: frame, title: title)
    }
    guard Output.write(text.hasSuffix("\n") ? text : text + "\n") else { throw Outcome.cannotWrite }
  }

  /// `120x36`: 1…1000 columns, 1…500 rows.
  static func size(_ text: String) throws(Outcome) -> Size {
    let parts = text.lowercased().split(separator: "x", omittingEmptySubsequences: false)
    guard parts.count == 2, let columns = Int(parts[0]), let rows = Int(parts[1]), (1...1000).contains(columns),
      (1...500).contains(rows)
    else { throw .usage("--size \(text): write COLSxROWS, such as 120x36; at most 1000x500") }
    return Size(columns: columns, rows: rows)
  }

  /// Colours of a frame that goes to a file or a pipe: as asked, 256 where nobody asked.
  private static func depth(_ settings: Settings) -> ColorDepth {
    guard settings.wantsColor else { return .mono }
    switch settings.color {
    case .auto, .indexed: return .indexed256
    case .never: return .mono
    case .sixteen: return .ansi16
    case .trueColor: return .trueColor
    }
  }
}

extension Page: ExpressibleByArgument {}
