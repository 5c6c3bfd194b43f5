package import Screen

/// What `jineng doctor` found, as people read it: verdict, check and finding in columns, below them what is to be looked at
/// and what to do, and at the end how many of each verdict there are.
package struct DoctorText {
  private let language: Language
  private let widths: DisplayWidth
  private let columns: Int

  /// - Parameters:
  ///   - columns: cells of a line.
  ///   - ambiguousWidth: how wide the terminal draws characters of ambiguous width.
  package init(_ language: Language, columns: Int, ambiguousWidth: Int) {
    self.language = language
    self.columns = max(1, columns)
    widths = DisplayWidth(ambiguous: ambiguousWidth)
  }

  package func lines(_ entries: [DoctorEntry]) -> [Line] {
    entries.flatMap { lines($0) } + [.empty] + widths.wrap(summary(entries), columns)
  }

  private func lines(_ entry: DoctorEntry) -> [Line] {
    let verdicts = width(of: DoctorVerdict.allCases)
    let indent = verdicts + 2 + width(of: DoctorCheck.allCases) + 2
    let head = Line(language(entry.verdict), entry.verdict.role) + Line(language(entry.check))
    let gaps = [verdicts + 2, indent - verdicts - 2]
    let apart = zip(head.spans, gaps).flatMap { span, cells in
      [span, Span(.blanks(cells - widths.width(of: span.text)))]
    }
    let body = hanging(Line(language(entry.message)), behind: Line(apart), indent)
    let sample = entry.sample.map { widths.clip(Line(.blanks(indent)) + $0, to: columns) }
    guard let remedy = entry.remedy else { return body + sample }
    let text = Line(language(DoctorWord.remedy), .key) + Line(language(remedy))
    return body + sample + hanging(text, behind: Line(.blanks(indent)), indent)
  }

  /// A text behind its head, further lines of it below its first; in a narrow window below the head.
  private func hanging(_ text: Line, behind head: Line, _ indent: Int) -> [Line] {
    let room = columns - indent
    guard room >= 20 else {
      let lines = widths.wrap(text, max(1, columns - 2)).map { Line(.blanks(2)) + $0 }
      return head.text.string.allSatisfy { $0 == " " } ? lines : [widths.clip(head, to: columns)] + lines
    }
    return widths.wrap(text, room).enumerated().map { $0 == 0 ? head + $1 : Line(.blanks(indent)) + $1 }
  }

  private func width(of words: [some Wording]) -> Int { words.map { widths.width(of: language($0)) }.max() ?? 0 }

  private func summary(_ entries: [DoctorEntry]) -> Line {
    let isUsable = !entries.contains { $0.verdict == .bad }
    var line = Line(language(isUsable ? DoctorWord.usable : .unusable), isUsable ? .onPace : .error)
    for verdict in DoctorVerdict.allCases {
      let count = entries.count { $0.verdict == verdict }
      if count > 0 { line.append("  " + language(verdict) + " \(count)") }
    }
    return line
  }
}
