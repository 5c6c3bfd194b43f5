/// One thing that the writer of a plan should know: the file, the place in it, and what is wrong there.
///
/// The words for people are made from ``reason``; ``description`` is for developers.
public struct PlanFault: Hashable, Sendable {
  /// How a value is written.
  public enum Form: String, Hashable, Sendable, CaseIterable {
    /// A text in quotes.
    case text
    /// A whole number.
    case integer
    /// A number, whole or not.
    case number
    /// `true` or `false`.
    case boolean
    /// A day without quotes: `2026-03-30`.
    case day
    /// A time of day.
    case time
    /// A day with a time.
    case instant
    /// A list in brackets.
    case list
    /// A table, by header or in braces.
    case table
  }

  /// The file as the reader was told.
  public var file: String
  /// The line as an editor shows it, from 1: of the value, or of the table that lacks it.
  public var line: Int
  /// The column in Unicode scalars, from 1.
  public var column: Int
  /// The path of the key, list elements counted from 1: `measure[1].item[2].target`; empty for the whole text.
  public var key: String
  /// What is wrong.
  public var reason: Reason

  /// Every field.
  public init(file: String, line: Int, column: Int, key: String, reason: Reason) {
    self.file = file
    self.line = line
    self.column = column
    self.key = key
    self.reason = reason
  }

  /// An error makes the plan unusable; a warning looks wrong, a notice is good to know, and the plan is used.
  public var severity: Severity { reason.severity }
}

extension PlanFault: CustomStringConvertible {
  /// `plan.toml:12:9: measure[1].item[2].target: wrongForm(…)`.
  public var description: String { "\(file):\(line):\(column): \(key.isEmpty ? "" : key + ": ")\(reason)" }
}
