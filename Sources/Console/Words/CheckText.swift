import Policy
import Screen

/// The problems of a directory as people and editors read them: `path:line: [column] message`, one a line; then who
/// sends well and who does not; then the sums.
package enum CheckText {
  package static func text(_ loaded: Loaded, language: Language) -> String {
    let snapshot = loaded.snapshot
    var out = ""
    for problem in snapshot.problems {
      let line = problem.line.map { ":\($0)" } ?? ""
      let column = problem.column.map { " [\($0)]" } ?? ""
      let severity = problem.code.severity.word.text(language).string
      let head = SafeText("\(problem.path)\(line): \(severity)\(column) ").string
      out += head + SafeText(ProblemWords.message(problem, language)).string + "\n"
    }
    for line in senders(loaded, language) { out += line + "\n" }
    let rows = snapshot.files.reduce(0) { $0 + $1.rows }
    let rejected = snapshot.files.reduce(0) { $0 + $1.rejected }
    let (errors, warnings, notices) = (
      loaded.problems.counts.errors, loaded.problems.counts.warnings, loaded.problems.counts.notices
    )
    out +=
      language == .zh
      ? "文件 \(snapshot.files.count)  有效行 \(rows)  拒收 \(rejected)  错误 \(errors)  警告 \(warnings)  提示 \(notices)\n"
      : "files \(snapshot.files.count)  rows \(rows)  refused \(rejected)  errors \(errors)  warnings \(warnings)  notices \(notices)\n"
    return out
  }

  /// A line for each district that sends badly, worst first; one line for all that are alike otherwise.
  private static func senders(_ loaded: Loaded, _ language: Language) -> [String] {
    let senders = Sender.worstFirst(loaded.senders)
    var lines = senders.filter { $0.verdict == .poor || $0.verdict == .fair }.map { line($0, loaded, language) }
    for verdict in [SendingVerdict.silent, .good] {
      let alike = senders.filter { $0.verdict == verdict }
      guard !alike.isEmpty else { continue }
      let names = alike.map { SenderText.name($0.district, loaded, language).string }.joined(separator: " ")
      let word = verdict.word.text(language).string
      lines.append(language == .zh ? "\(word) \(alike.count)：\(names)" : "\(word) \(alike.count): \(names)")
    }
    return lines + senders.filter { $0.district == nil && $0.hasProblems }.map { line($0, loaded, language) }
  }

  private static func line(_ sender: Sender, _ loaded: Loaded, _ language: Language) -> String {
    let text = SenderText(sender, language, loaded)
    let tally = sender.tally
    var parts = [sender.verdict?.word.text(language).string, text.name.string].compactMap { $0 }
    func add(_ word: DataWord, _ count: Int) {
      if count > 0 { parts.append("\(language(word).string) \(count)") }
    }
    parts.append("\(language(DataWord.rows).string) \(tally.rows)")
    add(.rejected, tally.refused)
    if tally.refusedOwn > 0, text.reason != text.labelledShare { parts.append(text.labelledShare.string) }
    add(.errors, tally.errors)
    add(.warnings, tally.warnings)
    add(.notices, tally.notices)
    if !text.reason.string.isEmpty { parts.append(text.reason.string) }
    return parts.joined(separator: "  ")
  }
}

extension Sender {
  /// Something is wrong with what it sent.
  var hasProblems: Bool { tally.errors + tally.warnings + tally.notices > 0 }
}
