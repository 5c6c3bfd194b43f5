/// What is compared with what is known now.
public enum ChangesBase: Hashable, Sendable {
  /// What was known when the console was left last.
  case lastVisit
  /// What was known at the end of a day in Asia/Shanghai.
  case day(Day)
}

/// What is asked about changes.
public struct ChangesQuestion: Hashable, Sendable {
  /// What is compared with.
  public var base: ChangesBase
  /// Rows dated later do not count, before or after.
  public var asOf: Day

  /// Base and day.
  public init(base: ChangesBase, asOf: Day) {
    self.base = base
    self.asOf = asOf
  }
}

/// What changed in what is known, between a base and now.
public struct KnownChanges: Hashable, Sendable {
  /// What was asked.
  public var question: ChangesQuestion
  /// When versions began to be kept, in seconds since 1970-01-01 UTC; nil: none are kept yet.
  public var keptSince: Double?
  /// When the newest version was kept; nil: none are kept yet.
  public var keptUntil: Double?
  /// The base's moment; nil where there was no earlier visit.
  public var base: Double?
  /// The base lies before all versions, or there is none: the first version is compared with.
  public var isSinceFirst: Bool
  /// Files of `progress` that gave other sums, came or went.
  public var files: Int
  /// Figures that changed, by district, then item.
  public var figures: [FigureChange]
  /// Targets that changed, in the same order.
  public var targets: [TargetChange]

  /// Every field.
  public init(
    question: ChangesQuestion, keptSince: Double? = nil, keptUntil: Double? = nil, base: Double? = nil,
    isSinceFirst: Bool = false, files: Int = 0, figures: [FigureChange] = [], targets: [TargetChange] = []
  ) {
    self.question = question
    self.keptSince = keptSince
    self.keptUntil = keptUntil
    self.base = base
    self.isSinceFirst = isSinceFirst
    self.files = files
    self.figures = figures
    self.targets = targets
  }
}

extension KnownChanges {
  /// The moment that is compared with: the base, or when versions began to be kept; nil: none are kept yet.
  public var since: Double? { isSinceFirst ? keptSince : keptSince == nil ? nil : base }
}

/// A figure that changed.
public struct FigureChange: Hashable, Sendable {
  /// District, or the city's own code for its own rows, and item.
  public var key: TargetKey
  /// The actual at the base.
  public var before: Int64
  /// The actual now.
  public var after: Int64
  /// What of the difference concerns days before the base's day: what was known of them has been revised. The rest
  /// concerns that day and later ones.
  public var revised: Int64

  /// Every field.
  public init(key: TargetKey, before: Int64, after: Int64, revised: Int64) {
    self.key = key
    self.before = before
    self.after = after
    self.revised = revised
  }

  /// How much more, or less.
  public var difference: Int64 { after.subtractingSaturated(before) }
}

/// A target of a file that changed.
public struct TargetChange: Hashable, Sendable {
  /// District, or the city's own code, and item.
  public var key: TargetKey
  /// The target at the base; nil where no file set one.
  public var before: Int64?
  /// The target now; nil where no file sets one.
  public var after: Int64?

  /// Every field.
  public init(key: TargetKey, before: Int64?, after: Int64?) {
    self.key = key
    self.before = before
    self.after = after
  }
}
