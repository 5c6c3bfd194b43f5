/// Whether a change of a figure is a revision (历史修订, <doc:RevisionsRule>).
public struct RevisionRule: Hashable, Sendable {
  /// A month's figure stands when the month has ended and so many more days have passed; 0: with its last day.
  public var closesAfterDays: Int

  /// The rule with so many days of grace; fewer than none count as none.
  public init(closesAfterDays: Int = 0) { self.closesAfterDays = max(0, closesAfterDays) }

  /// Whether a month's figure should no longer change on that day.
  public func isClosed(_ month: Month, on day: Day) -> Bool { day > month.last + closesAfterDays }
}
