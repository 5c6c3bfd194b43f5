/// A way to split a gap into parts (<doc:ExplainRule>); each stands by itself and adds up to the whole gap.
public enum GapSplit: String, Hashable, Sendable, CaseIterable {
  /// By calendar month.
  case month
  /// By district; of the city only.
  case district
  /// By the institution that rows name.
  case institution
  /// 职业/工种.
  case occupation
  /// 培训对象/人员类别.
  case group
}

/// A part of a gap.
public struct GapPart: Hashable, Sendable {
  /// Whose part it is.
  public enum Subject: Hashable, Sendable {
    /// A calendar month, by its first day in the period.
    case month(Day)
    /// A district, or the city's own rows (市本级) by the city's code.
    case district(DistrictCode)
    /// An institution of the records, by its id.
    case institution(id: String, name: String)
    /// A text as rows have it.
    case value(String)
    /// 未注明: rows that do not say.
    case unstated
    /// 当月未能细分: rows of the as-of day's month whose file can no longer be read as it was.
    case undivided
    /// 其余: so many values, each with a smaller part than those listed.
    case others(Int)
    /// 差额: what is nobody's: roundings, targets of districts that do not add up to the city's, sums that were held at the
    /// ends of their type.
    case balance
  }

  /// Whose part it is.
  public var subject: Subject
  /// What it should have brought.
  public var expected: Int64
  /// What it brought.
  public var actual: Int64
  /// The first day of the last month in which anything was counted; nil where nothing ever was, or it is not told.
  public var lastCounted: Day?

  /// Every field.
  public init(_ subject: Subject, expected: Int64, actual: Int64, lastCounted: Day? = nil) {
    self.subject = subject
    self.expected = expected
    self.actual = actual
    self.lastCounted = lastCounted
  }

  /// expected − actual: above zero where it is missing.
  public var gap: Int64 { expected.subtractingSaturated(actual) }
}

/// All parts of one split. What they expect, brought and miss adds up to the gap's own figures.
public struct GapParts: Hashable, Sendable {
  /// By what shares values are expected to bring.
  public enum Reference: Hashable, Sendable {
    /// Those of the months through this one's end, the last at which the item was on pace; by the month's first day.
    case onPace(through: Day)
    /// Those of the first months that brought half of the count.
    case firstHalf(through: Day)
    /// Nothing was counted yet: all alike.
    case alike
  }

  /// What it is split by.
  public var split: GapSplit
  /// The parts: months in order; others by what is missing, most first, and behind them what is nobody's.
  public var parts: [GapPart]
  /// Nil where nothing is shared out: what a month or a district should bring follows from its own days or target.
  public var reference: Reference?

  /// Every field; ``GapDivision`` makes them.
  public init(split: GapSplit, parts: [GapPart], reference: Reference?) {
    self.split = split
    self.parts = parts
    self.reference = reference
  }
}
