/// How much a problem matters.
public enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Rows or a file were refused.
  case error
  /// Rows count, but look wrong.
  case warning
  /// Something to know.
  case notice

  /// Errors come first.
  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .notice: 2
    }
  }
}

/// What can be wrong with the data directory (`data-directory.md`, What bad input gets).
public enum ProblemCode: String, Hashable, Sendable, CaseIterable {
  case missingColumn = "missing-column"
  case unreadable
  case invalidEncoding = "invalid-encoding"
  case unterminatedQuote = "unterminated-quote"
  case fieldTooLarge = "field-too-large"
  case raggedRow = "ragged-row"
  case missingValue = "missing-value"
  case badDate = "bad-date"
  case badNumber = "bad-number"
  case badValue = "bad-value"
  case outOfPeriod = "out-of-period"
  case overflow
  case unknownDistrict = "unknown-district"
  case unknownItem = "unknown-item"
  case unknownStage = "unknown-stage"
  case unknownDimension = "unknown-dimension"
  case unknownCostLine = "unknown-cost-line"
  case unknownTranche = "unknown-tranche"
  case unknownEvent = "unknown-event"
  case unknownReference = "unknown-reference"
  case duplicateKey = "duplicate-key"
  case personalData = "personal-data"
  case targetsDoNotAddUp = "targets-do-not-add-up"
  case outOfOrder = "out-of-order"
  case lostRows = "lost-rows"
  case unknownTable = "unknown-table"
  case unknownColumn = "unknown-column"
  case emptyFile = "empty-file"
  case stillBeingWritten = "still-being-written"
  /// A key of `plan.toml` that means nothing.
  case unknownKey = "unknown-key"
  /// A plan that cannot be used while the last good one is in force.
  case badPlan = "bad-plan"

  /// The severity that the code always has.
  public var severity: Severity {
    switch self {
    case .targetsDoNotAddUp, .outOfOrder, .lostRows: .warning
    case .unknownTable, .unknownColumn, .emptyFile, .stillBeingWritten, .unknownKey: .notice
    default: .error
    }
  }
}

/// One thing that is wrong, with its place. Its words are the screen's and the reports' business.
public struct Problem: Hashable, Sendable {
  /// Path below the data directory, with `/`.
  public var path: String
  /// The line as an editor shows it; nil for a whole file.
  public var line: Int?
  /// The header as written; nil where no column is meant.
  public var column: String?
  /// What is wrong.
  public var code: ProblemCode
  /// What the message needs besides: the offending value (shortened, never personal data), a reason, a number.
  public var detail: String?
  /// The district that the row names; nil for a whole file, and where the row's own district cannot be read.
  public var district: DistrictCode?
  /// What some problems tell besides.
  public var more: More?

  /// What only some problems tell. Few have it, so that it stands apart.
  public indirect enum More: Hashable, Sendable {
    /// What is wrong with the plan's text: ``ProblemCode/badPlan`` and ``ProblemCode/unknownKey``.
    case fault(PlanFault.Reason)
    /// Where a key stands first that stands again here: ``ProblemCode/duplicateKey``.
    case first(path: String, line: Int)
  }

  /// Every field of a record's problem.
  public init(
    path: String, line: Int? = nil, column: String? = nil, code: ProblemCode, detail: String? = nil,
    district: DistrictCode? = nil
  ) {
    self.path = path
    self.line = line
    self.column = column
    self.code = code
    self.detail = detail
    self.district = district
  }
}
