import Screen

/// The first read, while it goes on: how far it is, and where it is when it hangs.
struct OpeningView {
  private let progress: OpeningProgress
  private let directory: SafeText
  private let language: Language

  init(_ progress: OpeningProgress, _ settings: ConsoleSettings) {
    self.progress = progress
    directory = SafeText(settings.directory)
    language = settings.language
  }

  /// Longer lines are harder to read, in cells.
  private static let widest = 72

  /// A line of the page; where there is not room for all, those of the lowest rank are left out.
  private struct Part {
    /// What is not known yet keeps its line, so that nothing moves when it comes.
    var texts: [Line] = []
    var isBar = false
    var rank: Int
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    var parts = parts
    while parts.count > rect.rows, let lowest = parts.indices.min(by: { parts[$0].rank < parts[$1].rank }) {
      parts.remove(at: lowest)
    }
    let columns = max(0, min(rect.columns - 4, OpeningView.widest))
    let left = rect.column + max(0, (rect.columns - columns) / 2)
    let top = rect.row + max(0, (rect.rows - parts.count) / 2)
    for (offset, part) in parts.enumerated() {
      let place = Rect(column: left, row: top + offset, columns: columns, rows: 1)
      if part.isBar {
        canvas.draw(Gauge(progress.percent.map(Double.init)), in: place)
      } else {
        canvas.put(OpeningView.line(part.texts, columns, canvas.widths), in: place)
      }
    }
  }

  /// As many of the texts as fit side by side: half a number says another one. The first always stands.
  private static func line(_ texts: [Line], _ columns: Int, _ widths: DisplayWidth) -> Line {
    var line = texts.first ?? .empty
    for text in texts.dropFirst() {
      let longer = Line.joined([line, text], separator: "  ")
      guard widths.width(of: longer) <= columns else { break }
      line = longer
    }
    return line
  }

  private var parts: [Part] {
    [
      Part(texts: [Line(language(OpeningWord.title), .title)], rank: 7),
      Part(texts: [Line([Span(language(OpeningWord.directory) + "  ", .dim), Span(directory)])], rank: 4),
      Part(rank: 1),
      Part(isBar: true, rank: 6),
      Part(texts: bytes, rank: 8),
      Part(texts: counts, rank: 5),
      Part(rank: 1),
      Part(texts: [Line(language(progress.phase.word)), Line(progress.elapsedText(language), .dim)], rank: 9),
      Part(texts: file, rank: 3),
      Part(rank: 1),
      Part(texts: [Line(language(OpeningWord.hint), .dim)], rank: 2),
    ]
  }

  private var bytes: [Line] {
    guard progress.bytesTotal > 0 else { return [] }
    return [Line(progress.bytesText()), Line(progress.percentText() ?? "", .title)]
  }

  private var counts: [Line] {
    guard progress.filesTotal > 0 else { return [] }
    let files = SafeText("\(Format.count(Int64(progress.filesRead))) / \(Format.count(Int64(progress.filesTotal)))")
    var parts = [Line(language(OpeningWord.files) + " " + files)]
    if let text = progress.rowsText(language) { parts.append(Line(text)) }
    if let text = progress.rateText(language) { parts.append(Line(text, .dim)) }
    return parts
  }

  private var file: [Line] {
    progress.file.map { [Line([Span(language(OpeningWord.file) + "  ", .dim), Span(SafeText($0))])] } ?? []
  }
}
