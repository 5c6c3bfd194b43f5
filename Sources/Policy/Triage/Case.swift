/// A case (督办件) as its entries leave it: it follows from them alone, whoever reads them.
public struct Case: Hashable, Sendable {
  /// A promise that was made and not taken back.
  public struct Promise: Hashable, Sendable {
    /// The entry by which it was made.
    public var entry: Int
    /// Who took it down.
    public var actor: Actor
    /// When.
    public var at: Moment
    /// What was promised.
    public var commitment: Commitment

    /// Every field.
    public init(entry: Int, actor: Actor, at: Moment, commitment: Commitment) {
      self.entry = entry
      self.actor = actor
      self.at = at
      self.commitment = commitment
    }
  }

  /// Its number, from 1, in the order of opening: shown as `#31`.
  public var number: Int
  /// Place and condition.
  public var subject: CaseSubject
  /// Lagging items, worst first; empty for other conditions.
  public var items: [ItemID]
  /// The struck-off case of the same subject before it; nil: the first.
  public var previous: Int?
  /// When it was opened.
  public var openedAt: Moment
  /// Where it stands.
  public var state: CaseState = .new
  /// Since when it stands there.
  public var since: Moment
  /// Where a snooze leads back to; nil unless snoozed.
  public var resumes: CaseState?
  /// The day on which a snooze ends; nil unless snoozed.
  public var snoozedUntil: Day?
  /// A snooze has ended and nobody has done anything since: it stands on top.
  public var isAwakened = false
  /// The condition has cleared (指标已恢复).
  public var isRecovered = false
  /// Where it stood when the condition cleared; nil unless it stands in the review to which that brought it.
  public var recoveredFrom: CaseState?
  /// Who handles it (责任人); nil: nobody yet.
  public var handler: String?
  /// When it was first signed for; nil: not yet.
  public var acknowledgedAt: Moment?
  /// How far it was escalated.
  public var level = EscalationLevel.none
  /// The day on which its handler wants to look again; nil: none named.
  public var nextLook: Day?
  /// The day to which its limit was put off (延期); nil: not at all.
  public var extendedTo: Day?
  /// An extension was asked for and not answered, to this day.
  public var askedExtension: Day?
  /// The newest limit for whose passing it was escalated.
  public var passedLimit: Day?
  /// Working days do not count against its limits while it is snoozed: the days that snoozes have taken, as pairs of
  /// first day and the day after the last.
  public var pauses: [Pause] = []
  /// Promises, in the order in which they were made.
  public var promises: [Promise] = []
  /// How it was struck off by its handler (自行销号).
  public var isSelfClosed = false
  /// When it was struck off; nil: it lives.
  public var closedAt: Moment?
  /// By which entry it was struck off; nil: it lives.
  public var closedBy: Int?
  /// Its newest entry.
  public var lastEntry: Int
  /// Its newest entry by a person, and who that was; nil: none yet.
  public var lastByPerson: PersonEntry?
  /// The newest entry by any other person than that one; nil: there was no other.
  public var lastByOther: PersonEntry?
  /// The newest entry by a person that was not taken back, and so could be; nil: none.
  public var undoable: PersonEntry?
  /// How many of its entries the console made by itself, the opening among them (``SystemDeed/key``).
  public var systemEntries = 1

  /// Days during which a case was snoozed; ``from`` is before ``until``.
  public struct Pause: Hashable, Sendable {
    /// The first day.
    public var from: Day
    /// The day after the last.
    public var until: Day

    /// First day and the day after the last.
    public init(from: Day, until: Day) {
      self.from = from
      self.until = until
    }
  }

  /// An entry and the person who made it.
  public struct PersonEntry: Hashable, Sendable {
    /// The entry's number.
    public var entry: Int
    /// The person's name.
    public var name: String
    /// When.
    public var at: Moment

    /// Every field.
    public init(entry: Int, name: String, at: Moment) {
      self.entry = entry
      self.name = name
      self.at = at
    }
  }

  /// It lives: it was not struck off.
  public var isLive: Bool { state != .closed }

  /// The case that an opening entry begins; nil where the entry opens none.
  public init?(opening entry: DocketEntry) {
    guard case .opened(let subject, let items, let previous) = entry.deed else { return nil }
    number = entry.caseNumber
    self.subject = subject
    self.items = items
    self.previous = previous
    openedAt = entry.at
    since = entry.at
    lastEntry = entry.number
  }
}
