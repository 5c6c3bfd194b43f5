import Policy
import Testing

/// Groups of an office that does not exist.
let groupA = Actor.person("甲组")
let groupB = Actor.person("乙组")
let lagging = CaseSubject(huangpu, .lagging)

/// Noon in Shanghai.
func noon(_ day: Day) -> Moment { Moment(seconds: day.endInShanghai - 43_200) }

func noon(_ iso: String) throws -> Moment { noon(try day(iso)) }

/// Entries of one case, written one after the other.
struct Entries {
  var all: [DocketEntry] = []
  private var at: Moment

  /// Opened on that day.
  init(_ subject: CaseSubject = lagging, items: [ItemID] = [training], on iso: String = "2026-03-02") throws {
    at = try noon(iso)
    add(.opened(subject, items: items, previous: nil), .system)
  }

  /// One more entry, a minute later or on a day.
  @discardableResult mutating func add(
    _ deed: Deed, _ actor: Actor = groupA, _ reason: String = "", on day: Day? = nil
  ) -> Int {
    at = day.map(noon) ?? Moment(milliseconds: at.milliseconds + 60_000)
    all.append(
      DocketEntry(number: all.count + 1, caseNumber: 1, at: at, actor: actor, deed: deed, reason: reason))
    return all.count
  }

  var folded: Case? { Case(entries: all) }
}

/// A case that stands somewhere and is handled by somebody, whatever led there.
func caseStanding(_ state: CaseState, handler: String?) throws -> Case {
  var own = try #require(try Entries().folded)
  own.state = state
  own.handler = handler
  if state == .snoozed {
    own.resumes = .new
    own.snoozedUntil = try day("2026-12-01")
  }
  return own
}

/// A plan of one counted item.
func trainingPlan() throws -> Plan { try plan(measures: [[item("M01.01", target: 365, split: true)]]) }

extension TransitionRule {
  init(_ plan: Plan, today iso: String) throws {
    self.init(plan: plan, calendar: WorkCalendar(plan.calendar), today: try day(iso))
  }

  /// The refusal; nil where the deed is allowed.
  func refusal(
    _ request: CaseRequest, _ reason: String = "", on own: Case, by actor: Actor = groupA, seen: Int? = nil,
    successor: Int? = nil
  ) -> DeedRefusal? {
    do throws(DeedRefusal) {
      _ = try deed(request, reason: reason, on: own, by: actor, seen: seen, successor: successor)
      return nil
    } catch {
      return error
    }
  }
}
