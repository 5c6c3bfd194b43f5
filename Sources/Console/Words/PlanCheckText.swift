package import Policy
import Screen

/// What is wrong with a plan's text as people and editors read it: `path:line:column: severity [key] words`, one a line;
/// then the sums, and whether the plan can be used.
package enum PlanCheckText {
  package static func text(_ reading: PlanReading, file: String, language: Language) -> String {
    var out = reading.faults.map { SafeText(PlanWords.line($0, language)).string + "\n" }.joined()
    let counts = Severity.allCases.map { severity in reading.faults.count { $0.severity == severity } }
    let sums = zip(Severity.allCases, counts)
      .map { "\($0.pluralWord.text(language).string) \($1)" }.joined(separator: "  ")
    out += SafeText(verdict(reading, file, language)).string + "  " + sums + "\n"
    return out
  }

  private static func verdict(_ reading: PlanReading, _ file: String, _ language: Language) -> String {
    guard let plan = reading.plan else { return file + (language == .zh ? "：不能使用" : ": cannot be used") }
    let items = plan.items.count
    let (measures, duties, districts) = (plan.measures.count, plan.closing.count, plan.districts.count)
    return language == .zh
      ? "\(file)：可以使用  措施 \(measures)  事项 \(items)  区级任务 \(duties)  区县 \(districts)"
      : "\(file): can be used  measures \(measures)  items \(items)  duties \(duties)  districts \(districts)"
  }
}

extension Severity {
  /// The word before a count.
  fileprivate var pluralWord: Phrase {
    switch self {
    case .error: DataWord.errors.phrase
    case .warning: DataWord.warnings.phrase
    case .notice: DataWord.notices.phrase
    }
  }
}
