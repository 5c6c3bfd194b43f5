import ArgumentParser
import Console
import Policy
import Reports
import Screen

/// What the commands that act have in common.
struct DeedOptions: ParsableArguments {
  @OptionGroup var options: CommonOptions

  @Argument(help: "The numbers of the cases.")
  var numbers: [Int]

  @Option(help: "Refuse if another person has acted on the case after this entry.")
  var seen: Int?

  @Option(help: "text or json.")
  var format: TriageFormat = .text

  /// Does it to every case, and says what came of each; status 1 where one was refused.
  func act(reason: String = "", _ request: (TriageSession, Case?) throws -> CaseRequest) throws {
    var session = try TriageSession(options)
    let docket = try session.docket()
    let orders = try numbers.map { number in
      CaseOrder(
        caseNumber: number, request: try request(session, docket.cases.first { $0.number == number }), reason: reason,
        seen: seen)
    }
    let outcomes = try session.act(orders)
    let language = session.settings.language
    switch format {
    case .json:
      let report = session.report(try session.docket()).report
      try session.write(report.outcomes(orders, outcomes) { RefusalWords.text($0, language).string })
    case .text:
      try session.write(TriageListing(language, session.loaded).outcomes(orders, outcomes))
    }
    let isRefused = outcomes.contains { if case .done = $0 { false } else { true } }
    if isRefused { throw Outcome(status: 1, message: "") }
  }

  /// A day as `YYYY-MM-DD`.
  static func day(_ text: String, _ option: String) throws -> Day {
    guard let day = Day(iso: text) else {
      throw Outcome.usage("\(option) \(text): not a day; write YYYY-MM-DD, such as 2026-12-18")
    }
    return day
  }
}

struct TriageAck: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "ack", abstract: "签收: sign for cases.")
  @OptionGroup var deed: DeedOptions
  func run() throws { try deed.act { _, _ in .acknowledge } }
}

struct TriageAssign: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "assign", abstract: "指派: say who handles cases.")
  @OptionGroup var deed: DeedOptions
  @Option(help: "Who shall handle them.")
  var to: String
  @Option(help: "Why.")
  var reason: String = ""
  func run() throws { try deed.act(reason: reason) { _, _ in .assign(to: to) } }
}

struct TriageNote: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "note", abstract: "备注: write a note.")
  @OptionGroup var deed: DeedOptions
  @Option(help: "The note.")
  var text: String
  func run() throws { try deed.act(reason: text) { _, _ in .note } }
}

struct TriageFollowUp: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "follow-up", abstract: "跟进: say what was done, and when to look again.")
  @OptionGroup var deed: DeedOptions
  @Option(help: "What was done.")
  var text: String = ""
  @Option(help: "When to look again, YYYY-MM-DD.")
  var next: String?
  func run() throws {
    try deed.act(reason: text) { _, _ in .followUp(next: try next.map { try DeedOptions.day($0, "--next") }) }
  }
}

struct TriageUrge: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "urge", abstract: "催办: remind the handler.")
  @OptionGroup var deed: DeedOptions
  @Option(help: "What about.")
  var reason: String = ""
  func run() throws { try deed.act(reason: reason) { _, _ in .urge } }
}

struct TriageSnooze: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "snooze", abstract: "暂缓: put cases off until a day.")
  @OptionGroup var deed: DeedOptions
  @Option(help: "The day, YYYY-MM-DD.")
  var until: String
  @Option(help: "Why; must be given.")
  var reason: String = ""
  func run() throws {
    try deed.act(reason: reason) { _, _ in .snooze(until: try DeedOptions.day(until, "--until")) }
  }
}

struct TriageReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "送核验: done; another person is to look at it.")
  @OptionGroup var deed: DeedOptions
  @Option(help: "What was done.")
  var reason: String = ""
  func run() throws { try deed.act(reason: reason) { _, _ in .review } }
}

struct TriageReturn: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "return", abstract: "退回: looked at and not found good.")
  @OptionGroup var deed: DeedOptions
  @Option(help: "Why; must be given.")
  var reason: String = ""
  func run() throws { try deed.act(reason: reason) { _, _ in .return } }
}

struct TriageClose: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "销号: looked at and found good; the handler needs a reason.")
  @OptionGroup var deed: DeedOptions
  @Option(help: "Why; the handler must give it.")
  var reason: String = ""
  func run() throws { try deed.act(reason: reason) { _, _ in .close } }
}

struct TriageEscalate: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "escalate", abstract: "升级: one step up, or to a step.")
  @OptionGroup var deed: DeedOptions
  @Option(help: "reminder, yellow, red or summons; else the next.")
  var to: String?
  @Option(help: "Why; must be given.")
  var reason: String = ""
  func run() throws {
    try deed.act(reason: reason) { _, own in
      guard let to else { return .escalate(to: own?.level.next ?? .summons) }
      guard let level = EscalationLevel.allCases.first(where: { $0.name == to && $0 != .none }) else {
        throw Outcome.usage("--to \(to): reminder, yellow, red or summons")
      }
      return .escalate(to: level)
    }
  }
}

struct TriageCommit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "commit", abstract: "承诺: take down a promise, which the data will check.")
  @OptionGroup var deed: DeedOptions
  @Option(help: "A counted item by id or label.")
  var item: String
  @Option(help: "The running total that is promised.")
  var value: Int64
  @Option(help: "By the end of which day, YYYY-MM-DD.")
  var by: String
  @Option(help: "Who said it, and how.")
  var reason: String = ""
  func run() throws {
    try deed.act(reason: reason) { session, _ in
      guard let item = session.loaded.item(named: item) else {
        throw Outcome.usage("--item \(item): no such item; use its id or its label, as jineng plan show lists them")
      }
      return .commit(Commitment(item: item.id, value: value, due: try DeedOptions.day(by, "--by")))
    }
  }
}

struct TriageAskExtension: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask-extension", abstract: "申请延期: before the limit, with a reason.")
  @OptionGroup var deed: DeedOptions
  @Option(help: "To which day, YYYY-MM-DD.")
  var until: String
  @Option(help: "Why; must be given.")
  var reason: String = ""
  func run() throws {
    try deed.act(reason: reason) { _, _ in .askExtension(until: try DeedOptions.day(until, "--until")) }
  }
}

struct TriageGrantExtension: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grant-extension", abstract: "同意延期: to a firm day; else to the one that was asked for.")
  @OptionGroup var deed: DeedOptions
  @Option(help: "To which day, YYYY-MM-DD.")
  var until: String?
  @Option(help: "Why.")
  var reason: String = ""
  func run() throws {
    try deed.act(reason: reason) { _, _ in
      .grantExtension(until: try until.map { try DeedOptions.day($0, "--until") })
    }
  }
}

struct TriageRefuseExtension: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "refuse-extension", abstract: "不同意延期.")
  @OptionGroup var deed: DeedOptions
  @Option(help: "Why; must be given.")
  var reason: String = ""
  func run() throws { try deed.act(reason: reason) { _, _ in .refuseExtension } }
}

struct TriageDecide: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide", abstract: "会商决定: take down what a meeting decided.")
  @OptionGroup var deed: DeedOptions
  @Option(help: "The decision.")
  var text: String
  func run() throws { try deed.act(reason: text) { _, _ in .decide } }
}

struct TriageUndo: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "undo", abstract: "撤销: take back what you did last.")
  @OptionGroup var deed: DeedOptions
  func run() throws { try deed.act { _, _ in .undo } }
}
