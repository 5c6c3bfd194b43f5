extension CaseQueue {
  /// A case with its place in the queue. Thousands are ordered and passed around, so each is one shared object that
  /// never changes.
  public final class Place: Hashable, Sendable {
    /// The case.
    public let own: Case
    /// In which part of the queue it stands.
    public let group: Group
    /// How grave it is, with the figures that say so.
    public let severity: CaseSeverity
    /// What is due next; nil while it is snoozed and when it was struck off.
    public let limit: LimitRule.Limit?
    /// Working days after today through the limit; negative: so many have passed since. Nil without a limit.
    public let workingDaysLeft: Int?

    init(own: Case, group: Group, severity: CaseSeverity, limit: LimitRule.Limit?, workingDaysLeft: Int?) {
      self.own = own
      self.group = group
      self.severity = severity
      self.limit = limit
      self.workingDaysLeft = workingDaysLeft
    }

    /// The same case, in the same state, equally grave and equally due.
    public static func == (a: Place, b: Place) -> Bool {
      a === b
        || a.own == b.own && a.group == b.group && a.severity == b.severity && a.limit == b.limit
          && a.workingDaysLeft == b.workingDaysLeft
    }

    /// By the case's number and newest entry.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(own.number)
      hasher.combine(own.lastEntry)
    }
  }
}
