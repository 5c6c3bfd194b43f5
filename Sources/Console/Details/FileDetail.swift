import Policy
import Screen

extension DetailWriter {
  /// A file: what it gave, and what is wrong with it.
  func file(_ path: String) -> (SafeText, [Line]) {
    guard let file = loaded.file(path) else { return (SafeText(path), []) }
    let problems = loaded.problems.problems(ofFile: path)
    var lines = [
      fact(Phrase("数据表", "table"), TableWord.phrase(file.table).text(language)),
      fact(Phrase("编码", "encoding"), SafeText(file.encoding ?? "--")),
      fact(Phrase("有效行", "accepted rows"), SafeText(Format.count(Int64(file.rows)))),
      fact(
        Phrase("拒收行", "refused rows"), SafeText(Format.count(Int64(file.rejected))), file.rejected > 0 ? .error : .text),
      fact(Phrase("大小", "size"), SafeText(Format.bytes(file.size))),
      fact(
        Phrase("修改时间", "modified"),
        SafeText(ShanghaiTime(seconds: file.modified).stamp + "  " + Age.text(seconds: now - file.modified, language))),
      fact(
        Phrase("涉及区", "districts"),
        file.districts.isEmpty ? "--" : file.districts.map { districtName($0) }.joined(separator: " ")),
      fact(
        Phrase("SHA-256", "SHA-256"),
        file.sha256.map { SafeText($0) } ?? (file.encoding == nil ? "--" : language(DataWord.computing))),
    ]
    if let stale = file.stale { lines.append(fact(Phrase("显示旧版", "older version"), SafeText(stale), .warning)) }
    if !problems.isEmpty {
      lines += [.empty, heading(Phrase("问题", "Problems"))]
      lines += problems.prefix(DetailWriter.mostProblems).map { problemLine(loaded.snapshot.problems[$0]) }
    }
    return (SafeText(path), lines)
  }

  /// More problems of a file are listed on the page itself.
  private static let mostProblems = 500

  private func problemLine(_ problem: Problem) -> Line {
    let place = problem.line.map { language == .zh ? "第\($0)行" : "line \($0)" } ?? "--"
    let column = problem.column.map { " [\($0)]" } ?? ""
    return Line([
      Span(DisplayWidth().fit(SafeText(place), 12), .dim),
      Span(language(ProblemWords.short(problem.code)) + SafeText(column) + " ", problem.code.severity.role),
      Span(SafeText(ProblemWords.detail(problem, language) ?? "")),
    ])
  }
}
