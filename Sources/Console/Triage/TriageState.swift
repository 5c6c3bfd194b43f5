package import Policy

/// What is known of the docket, and what is looked at of it.
package struct TriageState: Sendable {
  /// The docket as it was told last; nil: it has not been told.
  package var docket: DocketState?
  /// Deeds can be kept: else the actions are not there.
  package var isWritable = false
  /// Which cases the queue lists.
  package var view = QueueView.all
  /// The cases in their order by the board shown; nil until docket and board are there.
  var standing: QueueOrder?
  /// The first case of each place that lives, in the queue's order.
  var firstOf: [DistrictCode: CaseQueue.Place] = [:]
  /// Case numbers in the order of the queue, held still while a person moves.
  var order: [Int] = []
  /// The same as it would be if nothing held it.
  var fresh: [Int] = []
  /// Every promise, judged by the board shown.
  var promises: [PromiseRule.Judged] = []
  /// How each place has kept its promises over the year.
  var records: [DistrictCode: PromiseRecord] = [:]
  /// The entries of the case that is looked at.
  var timeline: Timeline?
  /// What was asked for last.
  var asked: Timeline.Key?
  /// What rows brought of the case that is looked at; nil until it is known.
  var breakdown: Breakdown?
  /// The case that others were told is looked at.
  var looked: Int?
  /// The gap whose parts were asked for last.
  var askedGap: GapKey?
  /// Who looks at which case now, besides the own console.
  package var onlookers: [Int: [String]] = [:]

  package init() {}

  /// A gap as of a day, by the records of a moment.
  struct GapKey: Hashable, Sendable {
    var item: ItemID
    var district: DistrictCode
    var asOf: Day
    var readAt: Double
  }

  /// Where each case stands, by its number.
  var places: [Int: CaseQueue.Place] { standing?.places ?? [:] }

  /// A case by its number.
  package func own(_ number: Int) -> Case? { places[number]?.own }
}

/// The entries of one case.
struct Timeline: Hashable, Sendable {
  /// Which case, and through which of its entries.
  struct Key: Hashable, Sendable {
    var number: Int
    var lastEntry: Int
  }

  var key: Key
  /// Oldest first.
  var entries: [DocketEntry]
}

/// Which cases the queue lists.
package enum QueueView: String, Hashable, Sendable, CaseIterable {
  /// All that live.
  case all
  /// Those that the operator handles.
  case mine
  /// Those that nobody handles.
  case unassigned
  /// Those with a passed limit, or an ended snooze.
  case overdue
  /// 暂缓.
  case snoozed
  /// 已销号.
  case closed

  package var word: TriageWord {
    switch self {
    case .all: .viewAll
    case .mine: .viewMine
    case .unassigned: .viewUnassigned
    case .overdue: .viewOverdue
    case .snoozed: .viewSnoozed
    case .closed: .viewClosed
    }
  }

  func holds(_ place: CaseQueue.Place, actor: String) -> Bool {
    switch self {
    case .all: place.group != .closed
    case .mine: place.group != .closed && place.own.handler == actor
    case .unassigned: place.group != .closed && place.own.handler == nil
    case .overdue: place.group == .overdue || place.group == .awakened
    case .snoozed: place.group == .snoozed
    case .closed: place.group == .closed
    }
  }
}
