import Screen

/// What a command writes to a terminal while it reads: one line, drawn over itself, and taken away in the end. It holds
/// no clock: whoever waits says how much time has passed.
package struct OpeningNotice {
  /// A read that is over within this time shows nothing, in seconds.
  package let patience: Double
  /// Time between two drawings, in seconds.
  package let interval: Double
  private let language: Language
  private let widths: DisplayWidth
  /// Cells that the last drawing took.
  private var shown = 0

  package init(_ language: Language, ambiguousWidth: Int, patience: Double = 0.5, interval: Double = 0.125) {
    self.language = language
    self.patience = patience
    self.interval = interval
    widths = DisplayWidth(ambiguous: ambiguousWidth)
  }

  /// Seconds until the next drawing, when so many have passed since the beginning.
  package func wait(after elapsed: Double) -> Double { max(interval, patience - elapsed) }

  /// What to write now into a line of so many cells; empty while the patience lasts, and where nothing changes.
  ///
  /// The last cell stays free, so that no terminal begins another line.
  package mutating func draw(_ progress: OpeningProgress, columns: Int) -> String {
    guard progress.elapsed >= patience else { return "" }
    let text = OpeningLine(progress, language).text(columns: max(0, columns - 1), widths)
    let width = widths.width(of: text)
    defer { shown = width }
    if width == 0, shown == 0 { return "" }
    // What the line before had more is blanked; then the cursor goes back to the beginning.
    let rest = max(0, min(shown, columns - 1) - width)
    return "\r" + text.string + String(repeating: " ", count: rest) + "\r"
  }

  /// What to write in the end: nothing of the line stays.
  package mutating func erase(columns: Int) -> String {
    defer { shown = 0 }
    let cells = min(shown, max(0, columns - 1))
    return cells > 0 ? "\r" + String(repeating: " ", count: cells) + "\r" : ""
  }
}
