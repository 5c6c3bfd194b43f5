/// Why a plan cannot be used: the file, the place in it, what was expected and what was found.
///
/// A plan is taken whole or not at all, because half a plan would judge people by rules that nobody wrote. The words for
/// people are made from ``reason``; ``description`` is for developers.
public struct PlanError: Error, Hashable, Sendable {
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

  /// What is wrong. ``PlanError/key`` tells with what.
  public enum Reason: Hashable, Sendable {
    /// The text breaks TOML's syntax; the parser's English reason.
    case syntax(String)
    /// The text is larger than 4 MiB.
    case tooLarge
    /// Tables or lists are nested deeper than 64.
    case tooDeep
    /// The text holds a NUL character.
    case nul
    /// The key must be there and is not.
    case missing(expected: Form)
    /// The value is of another form.
    case wrongForm(expected: Form, found: Form)
    /// The text or list must not be empty.
    case empty
    /// The value is none of the words that the key takes.
    case notOneOf(allowed: [String], found: String)
    /// The number is outside `least`…`most`.
    case outOfRange(least: String, most: String, found: String)
    /// The number has more than two decimals.
    case tooManyDecimals(found: String)
    /// The day is outside `first`…`last`, or no day of our calendar (year 0).
    case dayOutOfRange(first: Day, last: Day, found: String)
    /// The period ends before `start`.
    case endBeforeStart(start: Day)
    /// The same id, number, code, name or day stands before, on `firstLine`.
    case duplicate(value: String, firstLine: Int)
    /// No `[[section]]` has this number.
    case unknownSection(Int)
    /// No item has this id.
    case unknownParent(String)
    /// The bound of 关注 is above the bound of 正常.
    case thresholdsOutOfOrder
    /// The rubric's dimensions give no points at all.
    case rubricWithoutPoints
    /// A grade's floor is above the floor of a better grade.
    case floorsOutOfOrder
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
}

extension PlanError: CustomStringConvertible {
  /// `plan.toml:12:9: measure[1].item[2].target: wrongForm(…)`.
  public var description: String { "\(file):\(line):\(column): \(key.isEmpty ? "" : key + ": ")\(reason)" }
}
