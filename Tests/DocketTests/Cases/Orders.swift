import Policy

@testable import Docket

/// Cases that open, and orders by chance.
enum Orders {
  static let plan = try? Plan.builtIn()
  static let district = DistrictCode(rawValue: "310115")
  static let training = ItemID(rawValue: "M01.01")
  static let today = Day(number: 20_777)
  static let names = ["甲组", "乙组", "丙组"]

  static func rule(_ day: Day = today) throws -> TransitionRule {
    let plan = try Plan.builtIn()
    return TransitionRule(plan: plan, calendar: WorkCalendar(plan.calendar), today: day)
  }

  static func at(_ minute: Int) -> Moment { Moment(seconds: Known.start + Double(minute) * 60) }

  /// The case of a place opens; `previous` as the docket knows it.
  static func opening(_ place: Int, after previous: Int? = nil) -> SystemDeed {
    let subject = CaseSubject(DistrictCode(rawValue: String(310_100 + place)), .lagging)
    return SystemDeed(
      deed: .opened(subject, items: [training], previous: previous), subject: subject, caseNumber: nil,
      key: SystemDeed.key(subject, after: previous, ordinal: 1), day: today)
  }

  static func follow(_ own: Case, _ deed: Deed) -> SystemDeed {
    SystemDeed(
      deed: deed, subject: own.subject, caseNumber: own.number,
      key: SystemDeed.key(own.subject, after: own.previous, ordinal: own.systemEntries + 1), day: today)
  }

  static func order(_ numbers: inout Seeded, cases: Int) -> CaseOrder {
    let later = today + Int.random(in: -2..<30, using: &numbers)
    let requests: [CaseRequest] = [
      .acknowledge, .acknowledge, .assign(to: names.randomElement(using: &numbers) ?? "甲组"), .note,
      .followUp(next: later),
      .urge, .snooze(until: later), .review, .review, .return, .close, .close, .escalate(to: .yellow), .undo, .undo,
      .commit(Commitment(item: training, value: 1_000, due: later)), .askExtension(until: later),
      .grantExtension(until: nil), .refuseExtension, .decide,
    ]
    return CaseOrder(
      caseNumber: Int.random(in: 1...max(1, cases + 1), using: &numbers),
      request: requests.randomElement(using: &numbers) ?? .note,
      reason: Int.random(in: 0..<3, using: &numbers) == 0 ? "" : "理由\n二 \"引号\" \\ 末",
      seen: Bool.random(using: &numbers) ? nil : Int.random(in: 0..<40, using: &numbers))
  }
}

/// What a test needs is not there.
struct Absent: Error {}
