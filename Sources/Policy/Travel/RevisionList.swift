/// What is asked about revisions.
public struct RevisionsQuestion: Hashable, Sendable {
  /// Of which district, or of the city's own rows; nil: of all.
  public var district: DistrictCode?
  /// Which changes are revisions.
  public var rule: RevisionRule
  /// At most so many are listed, the newest.
  public var limit: Int

  /// As many as a person goes through in a list.
  public static let usualLimit = 5_000

  /// Every field; a limit below 0 counts as 0.
  public init(district: DistrictCode?, rule: RevisionRule, limit: Int = RevisionsQuestion.usualLimit) {
    self.district = district
    self.rule = rule
    self.limit = max(0, limit)
  }
}

/// Revisions (历史修订): months that had closed, and whose figures changed all the same.
public struct RevisionList: Hashable, Sendable {
  /// What was asked.
  public var question: RevisionsQuestion
  /// When versions began to be kept, in seconds since 1970-01-01 UTC; nil: none are kept yet.
  public var keptSince: Double?
  /// How many there are, listed or not.
  public var total: Int
  /// The newest; of one moment the largest first.
  public var revisions: [Revision]

  /// Every field.
  public init(question: RevisionsQuestion, keptSince: Double? = nil, total: Int = 0, revisions: [Revision] = []) {
    self.question = question
    self.keptSince = keptSince
    self.total = total
    self.revisions = revisions
  }

  /// What stands beside the gap of an item (<doc:ExplainRule>); nil where nobody has kept what was known.
  public func beside(gapOf item: ItemID) -> [GapRevision]? {
    keptSince == nil ? nil : revisions.filter { $0.key.item == item }.map { GapRevision($0) }
  }
}

/// One figure of a closed month that changed.
public struct Revision: Hashable, Sendable {
  /// A file's part in it.
  public struct Part: Hashable, Sendable {
    /// Path below the data directory, with `/`.
    public var path: String
    /// How much more, or less, it gives than before.
    public var difference: Int64

    /// Path and difference.
    public init(path: String, difference: Int64) {
      self.path = path
      self.difference = difference
    }
  }

  /// The version that brought it; versions are numbered as they come.
  public var version: Int64
  /// When it became known, in seconds since 1970-01-01 UTC.
  public var at: Double
  /// District, or the city's own code for its own rows, and item.
  public var key: TargetKey
  /// The month whose figure changed.
  public var month: Month
  /// The month's figure before.
  public var before: Int64
  /// The month's figure after.
  public var after: Int64
  /// The files that brought it, the largest part first. Parts that cancel out, as of a file that only got another name,
  /// are left out.
  public var parts: [Part]

  /// Every field.
  public init(
    version: Int64, at: Double, key: TargetKey, month: Month, before: Int64, after: Int64, parts: [Part]
  ) {
    self.version = version
    self.at = at
    self.key = key
    self.month = month
    self.before = before
    self.after = after
    self.parts = parts
  }

  /// How much more, or less.
  public var difference: Int64 { after.subtractingSaturated(before) }
}
