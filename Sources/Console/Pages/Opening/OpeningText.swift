package import Screen

extension OpeningProgress {
  /// `123.4 / 429.0 MB`: bytes read of all, both in the unit of the total.
  func bytesText() -> SafeText {
    let (size, unit, places) = OpeningProgress.units.last { bytesTotal >= Int64($0.size) } ?? (1, "B", 0)
    let read = Format.decimal(Double(min(bytesRead, bytesTotal)) / size, places: places)
    return SafeText(read + " / " + Format.decimal(Double(bytesTotal) / size, places: places) + " " + unit)
  }

  /// With so many decimal places that the figure moves while somebody looks at it.
  private static let units: [(size: Double, unit: String, places: Int)] = [
    (1, "B", 0), (1e3, "KB", 1), (1e6, "MB", 1), (1e9, "GB", 2),
  ]

  /// `29%`; nil where the total is not known.
  func percentText() -> SafeText? { percent.map { "\($0)%" } }

  /// `1,234,000 行`; nil before the first.
  func rowsText(_ language: Language) -> SafeText? {
    rows > 0 ? SafeText(Format.count(rows) + " ") + language(OpeningWord.rows) : nil
  }

  /// `2,510,000 行/秒`; nil before there is anything to tell.
  func rateText(_ language: Language) -> SafeText? {
    rowsPerSecond.map { SafeText(Format.count($0) + " ") + language(OpeningWord.perSecond) }
  }

  /// `已用 60 秒`.
  func elapsedText(_ language: Language) -> SafeText {
    OpeningWord.elapsed.phrase.text(language, number: Int(clamping: seconds))
  }
}

/// The one line that a command without a console shows while it reads. Nothing in it is of a width that terminals do not
/// agree on.
package struct OpeningLine {
  private let progress: OpeningProgress
  private let language: Language

  package init(_ progress: OpeningProgress, _ language: Language) {
    self.progress = progress
    self.language = language
  }

  /// As much as fits into so many cells: what says most goes last. Never wider, and empty where nothing fits.
  package func text(columns: Int, _ widths: DisplayWidth) -> SafeText {
    var parts = parts
    while !parts.isEmpty {
      let text = parts.dropFirst().reduce(parts[0].text) { $0 + "  " + $1.text }
      if widths.width(of: text) <= columns { return text }
      guard let lowest = parts.indices.min(by: { parts[$0].rank < parts[$1].rank }) else { break }
      parts.remove(at: lowest)
    }
    return .empty
  }

  private var parts: [(text: SafeText, rank: Int)] {
    let word = language(CommonWord.loading)
    var parts: [(text: SafeText, rank: Int)] = []
    if progress.bytesTotal > 0 {
      parts.append((word + " " + progress.bytesText(), 6))
    } else {
      parts.append((word, 6))
    }
    if let text = progress.percentText() { parts.append((text, 7)) }
    if progress.phase != .reading { parts.append((language(progress.phase.word), 3)) }
    if let text = progress.rowsText(language) { parts.append((text, 4)) }
    if let text = progress.rateText(language) { parts.append((text, 2)) }
    parts.append((progress.elapsedText(language), 1))
    parts.append((language(OpeningWord.interrupt), 5))
    return parts
  }
}
