package import Policy
import Screen

/// The problems of a directory as people and editors read them: `path:line: [column] message`, one a line.
package enum CheckText {
  package static func text(snapshot: Snapshot, language: Language) -> String {
    var out = ""
    var counts: [Severity: Int] = [:]
    for problem in snapshot.problems {
      counts[problem.code.severity, default: 0] += 1
      let line = problem.line.map { ":\($0)" } ?? ""
      let column = problem.column.map { " [\($0)]" } ?? ""
      let head = SafeText("\(problem.path)\(line): \(severity(problem.code.severity, language))\(column) ").string
      out += head + SafeText(ProblemWords.message(problem, language)).string + "\n"
    }
    let rows = snapshot.files.reduce(0) { $0 + $1.rows }
    let rejected = snapshot.files.reduce(0) { $0 + $1.rejected }
    let (errors, warnings, notices) = (counts[.error] ?? 0, counts[.warning] ?? 0, counts[.notice] ?? 0)
    out +=
      language == .zh
      ? "文件 \(snapshot.files.count)  有效行 \(rows)  拒收 \(rejected)  错误 \(errors)  警告 \(warnings)  提示 \(notices)\n"
      : "files \(snapshot.files.count)  rows \(rows)  refused \(rejected)  errors \(errors)  warnings \(warnings)  notices \(notices)\n"
    return out
  }

  private static func severity(_ severity: Severity, _ language: Language) -> String {
    let phrase: Phrase =
      switch severity {
      case .error: Phrase("错误", "error")
      case .warning: Phrase("警告", "warning")
      case .notice: Phrase("提示", "notice")
      }
    return phrase.text(language).string
  }
}
