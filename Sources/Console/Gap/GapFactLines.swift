import Policy
import Screen

/// What stands beside a gap, one fact a line: for reference only.
struct GapFactLines {
  private let rows: GapRows
  private let explanation: GapExplanation
  /// Lines for one institution or project each, below their sum.
  private static let most = 100

  init(_ rows: GapRows, _ explanation: GapExplanation) {
    self.rows = rows
    self.explanation = explanation
  }

  private var facts: GapFacts { explanation.facts }
  private var language: Language { rows.language }

  /// Every fact there is, and where there is none, that.
  var lines: [Line] {
    var lines = reporting
    if facts.refusedRows > 0 { lines.append(fact(.refusedRows, Format.count(Int64(facts.refusedRows)), .warning)) }
    lines += institutions + projects
    if let probability = facts.probability { lines.append(fact(.probability, Format.percent(probability) + "%")) }
    lines += revisions
    if !explanation.unread.isEmpty {
      lines.append(fact(.unread, explanation.unread.joined(separator: "  "), .warning))
    }
    return lines.isEmpty ? [Line(language(GapWord.nothingBeside), .dim)] : lines
  }

  private func fact(_ word: GapWord, _ value: String, _ role: Role = .text) -> Line {
    fact(word, [Span(SafeText(value), role)])
  }

  private func fact(_ word: GapWord, _ spans: [Span]) -> Line {
    Line([Span(DisplayWidth().fit(language(word), 20), .dim)] + spans)
  }

  private func indented(_ text: SafeText, _ role: Role) -> Line { Line("  " + text, role) }

  // MARK: Reporting

  private var reporting: [Line] {
    var lines: [Line] = []
    if let latest = facts.latest, let days = facts.daysSince {
      let isSilent = !facts.silent.isEmpty
      var spans = [
        Span(SafeText(latest.iso) + "  ", isSilent ? .silent : .text),
        Span(GapWord.daysAgo.phrase.text(language, number: days), isSilent ? .silent : .dim),
      ]
      if isSilent {
        let names = facts.silent.map { rows.name(.district($0)) }.joined(separator: " ")
        spans.append(Span("  " + language(GapWord.silent) + ": " + names, .silent))
      }
      lines.append(fact(.latest, spans))
    } else {
      lines.append(fact(.latest, language(GapWord.neverReported).string, .silent))
    }
    if !facts.emptyMonths.isEmpty {
      let months = facts.emptyMonths.map { GapRows.month($0) }.joined(separator: " ")
      lines.append(fact(.emptyMonths, [Span(months, .watch)]))
    }
    return lines
  }

  // MARK: Institutions and projects

  private var institutions: [Line] {
    guard !facts.institutions.isEmpty else { return [] }
    var spans = [Span(SafeText("\(facts.institutions.count)"), .lagging)]
    let known = facts.institutions.compactMap(\.counted)
    if known.count == facts.institutions.count {
      let sum = known.reduce(Int64(0)) { $0.addingSaturated($1) }
      spans.append(Span("  " + language(GapWord.weakBrought) + " ", .dim))
      spans.append(Span(SafeText(Format.count(sum))))
      if explanation.gap.actual > 0 {
        let share = Format.percent(Double(sum) / Double(explanation.gap.actual))
        spans.append(Span("  " + language(GapWord.ofActual) + SafeText(" \(share)%"), .dim))
      }
    }
    return [fact(.weak, spans)]
      + facts.institutions.prefix(GapFactLines.most).map { own in
        let count: SafeText = own.counted.map { SafeText("  " + Format.count($0)) } ?? ""
        let veto: SafeText = own.capped ? " " + language(StatusWord.capped) : ""
        return indented(
          SafeText("\(own.id)  \(own.name)  ") + own.grade.label(language) + veto + count, .text)
      }
  }

  private var projects: [Line] {
    guard !facts.projects.isEmpty else { return [] }
    return [fact(.flagged, "\(facts.projects.count)", .lagging)]
      + facts.projects.prefix(GapFactLines.most).map { own in
        let flags = own.flags.map { language($0.word) }.joined(separator: " ")
        return indented(SafeText("\(own.id)  \(own.name)  ") + flags, .text)
      }
  }

  // MARK: Revisions

  private var revisions: [Line] {
    guard let revisions = facts.revisions, !revisions.isEmpty else { return [] }
    return [fact(.revisions, "\(revisions.count)", .changed)]
      + revisions.prefix(GapFactLines.most).map { own in
        indented(
          GapRows.month(own.month)
            + SafeText("  \(Format.count(own.before)) -> \(Format.count(own.after))  \(own.path)"), .text)
      }
  }
}
