import Policy
import Screen

/// A gap as text: what is copied, and what the command line prints.
struct GapText {
  private let language: Language
  private let layout: GapLayout

  init(_ language: Language, _ layout: GapLayout) {
    self.language = language
    self.layout = layout
  }

  /// What is shown, as lines of tab-separated text: the gap in words, then the parts or the facts.
  var copied: String {
    guard let loaded = layout.state.loaded, let explanation = layout.shown.explanation else { return "\n" }
    let rows = GapRows(language: language, loaded: loaded)
    let title = FormulaWriter(language: language, loaded: loaded, provenance: nil).title(layout.shown.figure)
    var lines = [title.string + "  " + explanation.asOf.iso, rows.headline(explanation).text.string]
    if let parts = layout.parts {
      lines += GapText.table(parts, explanation.gap, rows).map { row in
        row.map(\.string).joined(separator: "\t")
      }
    } else if case .facts = layout.shown.tab {
      lines.append(language(GapWord.facts).string)
      lines += GapFactLines(rows, explanation).lines.map(\.text.string)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Headings, a row for each part, and the sum; numbers in full.
  static func table(_ parts: GapParts, _ gap: Gap, _ rows: GapRows) -> [[SafeText]] {
    let isMonth = parts.split == .month
    let words: [GapWord] = [parts.split.heading, .expected, .actual, .gap, isMonth ? .running : .last]
    func numbers(_ values: [Int64]) -> [SafeText] { values.map { SafeText(Format.count($0)) } }
    let running = GapRows.running(parts.parts)
    var table = [words.map { rows.language($0) }]
    for (index, part) in parts.parts.enumerated() {
      table.append(
        [rows.name(part.subject)] + numbers([part.expected, part.actual, part.gap])
          + (isMonth ? numbers([running[index]]) : [rows.last(part)]))
    }
    table.append([rows.language(GapWord.sum)] + numbers([gap.asked, gap.actual, gap.size]) + [""])
    return table
  }
}
