import ArgumentParser
import Console
import Docket
import Policy
import Reports

/// `jineng triage`: the docket without the screen.
struct TriageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "triage", abstract: "Cases of lagging districts: list them, act on them, prove the chain.",
    discussion: """
      Cases open and recover by the data. Who acts is --actor, else the config file's actor, else your login name. \
      Exit status 1: refused, nothing was done, or the chain is broken.
      """,
    subcommands: [
      TriageList.self, TriageShow.self, TriageAck.self, TriageAssign.self, TriageNote.self, TriageFollowUp.self,
      TriageUrge.self, TriageSnooze.self, TriageReview.self, TriageReturn.self, TriageClose.self, TriageEscalate.self,
      TriageCommit.self, TriageAskExtension.self, TriageGrantExtension.self, TriageRefuseExtension.self,
      TriageDecide.self, TriageUndo.self, TriageMemo.self, TriageVerify.self,
    ],
    defaultSubcommand: TriageList.self)
}

struct TriageList: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "Cases in the order of the queue.")

  @OptionGroup var options: CommonOptions

  @Flag(help: "Those that were struck off, too.")
  var all = false

  @Option(help: "text or json.")
  var format: TriageFormat = .text

  func run() throws {
    var session = try TriageSession(options)
    var docket = try session.docket()
    if !all { docket.cases.removeAll { !$0.isLive } }
    let (places, report) = session.report(docket)
    switch format {
    case .json: try session.write(report.list)
    case .text: try session.write(TriageListing(session.settings.language, session.loaded).list(places))
    }
  }
}

struct TriageShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "A case with everything that was done to it.")

  @OptionGroup var options: CommonOptions

  @Argument(help: "The case's number.")
  var number: Int

  @Option(help: "text or json.")
  var format: TriageFormat = .text

  func run() throws {
    var session = try TriageSession(options)
    let docket = try session.docket()
    let (places, report) = session.report(docket)
    let entries = try session.entries(of: number)
    guard let place = places.first(where: { $0.own.number == number }),
      let json = report.show(number, entries: entries)
    else { throw Outcome.usage("\(number): there is no such case; jineng triage list names them") }
    switch format {
    case .json: try session.write(json)
    case .text: try session.write(TriageListing(session.settings.language, session.loaded).show(place, entries))
    }
  }
}

struct TriageVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Prove that no entry of the docket was changed, removed or put in.")

  @OptionGroup var options: CommonOptions

  func run() throws {
    var session = try TriageSession(options)
    switch try session.verify() {
    case .whole(let count): try session.write("ok: \(count) entries\n")
    case .broken(let entry, let what):
      let reason =
        switch what {
        case .number: "its number is missing, or another stands in its place"
        case .link: "it does not follow from the entry before"
        case .text: "it was changed after it was written"
        }
      throw Outcome(status: 1, message: "entry \(entry): \(reason)")
    case .wrongCase(let number):
      throw Outcome(status: 1, message: "case \(number) is not what its entries make of it; every entry is whole")
    }
  }
}
