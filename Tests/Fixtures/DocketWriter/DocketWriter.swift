import Docket
import Glibc
import Policy

/// Acts on cases without end, and says of each entry that is kept its number: for tests that kill it.
///
/// Arguments: the store, a folder that is not the store's, the name of who acts.
@main
struct DocketWriter {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4 else { exit(2) }
    let store = try Store.open(arguments[1], outside: arguments[2], for: .keeping, at: 0)
    let plan = try Plan.builtIn()
    let rule = TransitionRule(plan: plan, calendar: WorkCalendar(plan.calendar), today: Day(number: 20_777))
    var step = 0
    while true {
      step += 1
      // Two writers without any pause keep each other waiting; what was refused left nothing.
      do { try act(step, in: store, as: arguments[3], rule) } catch StoreTrouble.busy { continue }
    }
  }

  private static func act(_ step: Int, in store: Store, as name: String, _ rule: TransitionRule) throws {
    let moment = Moment(milliseconds: 1_795_161_600_000 + Int64(step))
    let subject = CaseSubject(DistrictCode(rawValue: String(310_100 + Int.random(in: 1...40))), .lagging)
    try store.keep(
      [
        SystemDeed(
          deed: .opened(subject, items: [], previous: nil), subject: subject, caseNumber: nil,
          key: SystemDeed.key(subject, after: nil, ordinal: 1), day: moment.day)
      ], at: moment)
    let requests: [CaseRequest] = [.note, .acknowledge, .review, .undo, .assign(to: name)]
    let orders = (0..<Int.random(in: 1...3)).map { _ in
      CaseOrder(
        caseNumber: Int.random(in: 1...40), request: requests.randomElement() ?? .note,
        reason: "\(name) \(getpid()) \(step)")
    }
    for outcome in try store.act(orders, by: Actor.person(name), at: moment, rule) {
      if case .done(let entry) = outcome { say("\(entry.number) \(entry.reason)\n") }
    }
  }

  /// At once: what is said must have left the process before it can be killed.
  private static func say(_ line: String) {
    _ = line.utf8CString.withUnsafeBytes { write(1, $0.baseAddress, $0.count - 1) }
  }
}
