/// The docket at one moment: its cases, and what is known beside them.
public struct DocketState: Hashable, Sendable {
  /// Cases that live, and those that were struck off lately, by number.
  public var cases: [Case]
  /// The number of the newest entry; 0: there is none.
  public var lastEntry: Int
  /// When the newest entry was made; nil: there is none.
  public var lastAt: Moment?
  /// Who has acted, the last first; of many the last ``mostPeople``.
  public var people: [Person]

  /// How many people are told.
  public static let mostPeople = 20

  /// A person and when they last acted.
  public struct Person: Hashable, Sendable {
    /// The name.
    public var name: String
    /// When.
    public var at: Moment

    /// Name and moment.
    public init(name: String, at: Moment) {
      self.name = name
      self.at = at
    }
  }

  /// Every field.
  public init(cases: [Case] = [], lastEntry: Int = 0, lastAt: Moment? = nil, people: [Person] = []) {
    self.cases = cases
    self.lastEntry = lastEntry
    self.lastAt = lastAt
    self.people = people
  }
}

/// What somebody wants of one case, with the target as it was when the key was pressed.
public struct CaseOrder: Hashable, Sendable {
  /// The case's number.
  public var caseNumber: Int
  /// What.
  public var request: CaseRequest
  /// Why, or the text itself.
  public var reason: String
  /// The case's newest entry that the person had seen; nil: no matter.
  public var seen: Int?

  /// Every field.
  public init(caseNumber: Int, request: CaseRequest, reason: String = "", seen: Int? = nil) {
    self.caseNumber = caseNumber
    self.request = request
    self.reason = reason
    self.seen = seen
  }
}

/// What came of an order.
public enum CaseOutcome: Hashable, Sendable {
  /// It was done and stands in the docket.
  case done(DocketEntry)
  /// It may not be done.
  case refused(DeedRefusal)
  /// There is no such case.
  case noSuchCase
}
