package import Policy
import Screen

/// Where a figure comes from, as lines of plain text: the formula, a line for each file, and the parts of its gap.
package enum ExplainText {
  package static func text(
    _ provenance: Provenance, _ loaded: Loaded, _ language: Language, gap: GapExplanation? = nil
  ) -> String {
    figure(provenance, loaded, language) + (gap.map { parts($0, GapRows(language: language, loaded: loaded)) } ?? "")
  }

  private static func figure(_ provenance: Provenance, _ loaded: Loaded, _ language: Language) -> String {
    let writer = FormulaWriter(language: language, loaded: loaded, provenance: provenance)
    var title = writer.title(provenance.figure).string + "  " + provenance.asOf.iso
    if loaded.board.sample { title += "  " + language(CommonWord.sample).string }
    var out = title + "\n\n"
    out += PlainColumns.text(
      writer.lines(provenance.figure).map { [$0.label, $0.result, $0.explanation] }, right: [1])
    guard !provenance.files.isEmpty else { return out + "\n" + language(ProvenanceWord.noFiles).string + "\n" }
    out += "\n" + language(ProvenanceWord.files).string + " \(provenance.files.count)\n\n"
    let words: [ProvenanceWord] = [.value, .count, .encoding, .modified, .hash, .file]
    let head = words.map { language($0) }
    return out + PlainColumns.text([head] + provenance.files.map { cells($0, language) }, right: [0, 1])
  }

  /// The gap in words, a table for each split, and the facts beside it.
  private static func parts(_ explanation: GapExplanation, _ rows: GapRows) -> String {
    let language = rows.language
    var out = "\n" + language(GapWord.explain).string + "\n\n" + rows.headline(explanation).text.string + "\n"
    for parts in explanation.splits {
      out += "\n" + language(parts.split.tab).string + "  " + rows.reference(parts).string + "\n\n"
      out += PlainColumns.text(GapText.table(parts, explanation.gap, rows), right: [1, 2, 3])
    }
    out += "\n" + language(GapWord.facts).string + "\n\n"
    return out + GapFactLines(rows, explanation).lines.map { $0.text.string + "\n" }.joined()
  }

  private static func cells(_ file: SourceFile, _ language: Language) -> [SafeText] {
    var path = SafeText(file.path)
    if let stale = file.stale { path += "  " + SafeText(stale) }
    if file.superseded > 0 {
      path += "  " + ProvenanceWord.rowsLost.phrase.text(language, number: file.superseded)
      if let winner = file.supersededBy {
        path += " " + language(ProvenanceWord.lostTo) + SafeText(" \(winner.path):\(winner.line)")
      }
    }
    return [
      SafeText(Format.value(file.value)), SafeText(file.rows.map { Format.count(Int64($0)) } ?? "--"),
      SafeText(file.encoding ?? "--"), SafeText(ShanghaiTime(seconds: file.modified).dateAndClock),
      SafeText(file.sha256 ?? "--"), path,
    ]
  }
}
