/// What a source of records gives at one moment: an immutable whole. Nothing above knows where it came from.
public struct Snapshot: Sendable {
  /// The plan in force.
  public var plan: Plan
  /// What the accepted records say.
  public var facts: Facts
  /// The files, ordered by path.
  public var files: [FileReport]
  /// What is wrong, ordered by path, then line.
  public var problems: [Problem]
  /// What moved while the source was watched, newest first, bounded.
  public var changes: [Change]
  /// When it was read, in seconds since 1970-01-01 UTC.
  public var readAt: Double
  /// Why the source cannot be read now, while the last good facts are kept; nil while it can.
  public var outage: String?

  /// Every field.
  public init(
    plan: Plan, facts: Facts, files: [FileReport], problems: [Problem], changes: [Change] = [], readAt: Double,
    outage: String? = nil
  ) {
    self.plan = plan
    self.facts = facts
    self.files = files
    self.problems = problems
    self.changes = changes
    self.readAt = readAt
    self.outage = outage
  }
}
