/// A deed that the console is due to do by itself (<doc:TriageRule>).
public struct SystemDeed: Hashable, Sendable {
  /// What.
  public var deed: Deed
  /// The subject of the case.
  public var subject: CaseSubject
  /// The case's number; nil where the case is opened by this deed, or by one before it in the same list.
  public var caseNumber: Int?
  /// What names the deed on every machine: the subject, the case before, and the how manieth the console does to the case
  /// by itself. A docket takes a key once, so that of two consoles which notice the same thing one is refused.
  public var key: String
  /// The day at whose end it was due.
  public var day: Day

  /// Every field.
  public init(deed: Deed, subject: CaseSubject, caseNumber: Int?, key: String, day: Day) {
    self.deed = deed
    self.subject = subject
    self.caseNumber = caseNumber
    self.key = key
    self.day = day
  }

  /// The key of the `ordinal`-th deed, from 1, that the console does by itself to the case of the subject that follows
  /// case `previous`.
  public static func key(_ subject: CaseSubject, after previous: Int?, ordinal: Int) -> String {
    "\(subject)\t#\(previous ?? 0)\t\(ordinal)"
  }
}
