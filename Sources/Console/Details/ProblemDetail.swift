import Policy
import Screen

extension DetailWriter {
  /// A problem: where it is, what it means, what to do, and its line in the file.
  func problem(_ index: Int, _ excerpt: ExcerptState?, columns: Int) -> (SafeText, [Line]) {
    guard loaded.snapshot.problems.indices.contains(index) else { return ("", []) }
    let problem = loaded.snapshot.problems[index]
    let place = problem.line.map { ":\($0)" } ?? ""
    let owner = loaded.attribution.problems[index]
    let name = language(ProblemWords.short(problem.code)) + "  " + SafeText(problem.code.rawValue)
    var lines = [
      fact(DataWord.problem.phrase, name, problem.code.severity.role),
      fact(DataWord.path.phrase, SafeText(problem.path + place)),
      fact(DataWord.column.phrase, SafeText(problem.column ?? "--")),
      fact(DataWord.value.phrase, SafeText(ProblemWords.detail(problem, language) ?? "--")),
      fact(DataWord.owner.phrase, owner.map { districtName($0) } ?? language(DataWord.nobody)),
      fact(DataWord.meaning.phrase, ProblemWords.meaning(problem.code).text(language)),
    ]
    let remedy = ProblemWords.remedy(problem)
    if !remedy.zh.isEmpty { lines.append(fact(DataWord.todo.phrase, remedy.text(language), .key)) }
    if let excerpt, excerpt.request.path == problem.path, excerpt.request.line == problem.line {
      lines += [.empty, heading(DataWord.lines.phrase)] + self.lines(of: excerpt, columns)
    }
    return (SafeText(problem.path + place), lines)
  }

  private func lines(of excerpt: ExcerptState, _ columns: Int) -> [Line] {
    switch excerpt.outcome {
    case nil: return [Line(language(DataWord.reading), .dim)]
    case .unreadable(let reason): return [Line(language(DataWord.gone) + SafeText(reason), .warning)]
    case .beyondEnd(let count):
      let words = Phrase("文件已变动，现在只有 # 行", "the file has changed and has # lines now")
      return [Line(words.text(language, number: count), .warning)]
    case .found(let found): return lines(of: found, around: excerpt.request.line, columns)
    }
  }

  private func lines(of found: SourceExcerpt, around line: Int, _ columns: Int) -> [Line] {
    let digits = String(found.rows.last?.line ?? line).utf8.count
    var lines = found.hasChanged ? [Line(language(DataWord.changed), .warning)] : []
    let header = found.header.map { text($0) }
    let rows = found.rows.map { row in
      row.fields.enumerated().map { place, field in
        // What is marked stands between brackets, so that it shows without colour.
        row.line == line && place == found.column ? "[" + text(field) + "]" : text(field)
      }
    }
    let widths = ProblemDetailColumns.widths([header] + rows, in: columns - digits - 4)
    lines.append(self.line("  ", "", digits, header, widths, .dim, marked: nil))
    for (row, texts) in zip(found.rows, rows) {
      let isIt = row.line == line
      lines.append(
        self.line(
          isIt ? "> " : "  ", String(row.line), digits, texts, widths, isIt ? .text : .dim,
          marked: isIt ? found.column : nil))
    }
    if ([found.header] + found.rows.map(\.fields)).contains(where: { $0.contains(.masked) }) {
      lines.append(Line(language(DataWord.masked), .dim))
    }
    return lines
  }

  private func text(_ field: SourceExcerpt.Field) -> SafeText {
    switch field {
    case .text(let text): SafeText(text)
    case .masked: language == .zh ? "※" : "*"
    }
  }

  /// A row of the file, its fields apart by bars.
  private func line(
    _ sign: SafeText, _ number: String, _ digits: Int, _ fields: [SafeText], _ widths: [Int]?, _ role: Role,
    marked: Int?
  ) -> Line {
    let width = DisplayWidth()
    var spans = [Span(sign, .key), Span(width.fit(SafeText(number), digits, align: .right) + "  ", .dim)]
    for (place, field) in fields.enumerated() {
      if place > 0 { spans.append(Span(" | ", .dim)) }
      let isLast = place == fields.count - 1
      let text = widths.map { $0.indices.contains(place) && !isLast ? width.fit(field, $0[place]) : field } ?? field
      spans.append(Span(text, place == marked ? .error : role))
    }
    return Line(spans)
  }
}

/// How wide the columns of an excerpt are.
enum ProblemDetailColumns {
  /// The widest text of each column; nil where they do not fit side by side: then rows are wrapped as they are.
  static func widths(_ rows: [[SafeText]], in columns: Int) -> [Int]? {
    let width = DisplayWidth()
    var widths: [Int] = []
    for row in rows {
      for (place, text) in row.enumerated() {
        if place == widths.count { widths.append(0) }
        widths[place] = max(widths[place], width.width(of: text))
      }
    }
    return widths.reduce(0, +) + 3 * max(0, widths.count - 1) <= columns ? widths : nil
  }
}
