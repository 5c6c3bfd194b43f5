package import Policy
package import Screen

/// What `kiosk.cmd` asks of the wall display: the file is how things are to be while it lies there.
///
/// A line is a word and what belongs to it: `page map` · `hold` (while the file lies there) or `hold 90s`, `hold 10m`,
/// `hold 2h` · `message TEXT`. Empty lines and those that begin with `#` say nothing. Of several lines of a kind the last counts.
package struct KioskRemote: Hashable, Sendable {
  package enum Hold: Hashable, Sendable {
    case whileAsked
    /// From the moment the file was read.
    case seconds(Double)
  }

  /// The page to turn to; nil: none is asked for.
  package var page: KioskPage?
  /// Whether to stay there; nil: the pages go on turning.
  package var hold: Hold?
  /// A line of text across every page.
  package var message: SafeText?
  /// Lines that mean nothing, by number from 1.
  package var badLines: [Int] = []

  package init() {}

  /// Longer messages are cut.
  package static let longestMessage = 200

  /// Reads a file's text. Personal data in a message makes its line a bad one.
  package init(_ text: String, today: Day) {
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let line = line.trimmingASCIIBlanks
      guard !line.isEmpty, line.first != "#" else { continue }
      if !read(line, today: today) { badLines.append(index + 1) }
    }
  }

  private mutating func read(_ line: Substring, today: Day) -> Bool {
    let word = line.prefix { $0 != " " && $0 != "\t" }
    let rest = line.dropFirst(word.count).trimmingASCIIBlanks
    switch word.lowercased() {
    case "page":
      guard let page = KioskPage(rawValue: rest.lowercased()) else { return false }
      self.page = page
    case "hold":
      guard let hold = KioskRemote.hold(rest) else { return false }
      self.hold = hold
    case "message":
      guard let text = try? NoteRule.text(String(rest.prefix(KioskRemote.longestMessage)), required: true, today: today)
      else { return false }
      message = SafeText(text)
    default: return false
    }
    return true
  }

  /// `90`, `90s`, `10m`, `2h`; nothing: while the file lies there. At most a day.
  private static func hold(_ text: Substring) -> Hold? {
    guard let last = text.last else { return .whileAsked }
    let factors: [Character: Double] = ["s": 1, "m": 60, "h": 3600]
    let factor = factors[last]
    guard let number = Int(factor == nil ? text : text.dropLast()), (1...86_400).contains(number) else { return nil }
    return .seconds(min(86_400, Double(number) * (factor ?? 1)))
  }
}
