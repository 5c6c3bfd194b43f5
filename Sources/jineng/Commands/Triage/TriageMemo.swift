import ArgumentParser
import Console
import Policy
import Reports

/// `jineng triage memo`: what a meeting would go through, with what was done since an entry.
struct TriageMemo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "memo",
    abstract: "会商纪要: cases by follow-ups, standing and new items, with what was done since an entry.")

  enum Format: String, ExpressibleByArgument {
    case md
    case html
  }

  @OptionGroup var options: CommonOptions

  @Option(help: "The last entry before the meeting; jineng triage list --format json says it as last_entry.")
  var since: Int = 0

  @Option(help: "md or html.")
  var format: Format = .md

  func run() throws {
    var session = try TriageSession(options)
    let places = session.report(try session.docket()).places
    let agenda = MeetingAgenda(places, today: Clock.moment.day)
    let outline = Outline(try session.memo(agenda, since: since))
    try session.write(format == .md ? outline.markdown : outline.html)
  }
}
