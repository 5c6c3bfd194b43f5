import ArgumentParser
import Console
import Policy
import Reports

/// `jineng revisions`: figures of past months that changed.
struct RevisionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revisions",
    abstract: "Print which figures of past months changed: when, by which file, from what to what.",
    discussion: "Reads the directory, adds what is new to the store as the console does, and lists every revision.")

  @OptionGroup var options: CommonOptions

  @Option(help: "A district by code, name, short name or pinyin (default: all).")
  var district: String?

  @Option(help: "text or json.")
  var format: HistoryFormat = .text

  func run() throws {
    var asked = try AskedHistory(Settings(options))
    var code: DistrictCode?
    if let district {
      code = asked.loaded.place(named: district)
      guard code != nil else {
        throw Outcome.usage("--district \(district): no such district; use its code, name, short name or pinyin")
      }
    }
    let question = RevisionsQuestion(
      district: code, rule: asked.loaded.snapshot.plan.thresholds.revisions, limit: .max)
    let list = try asked.answer { (history) throws(StoreTrouble) in try history.revisions(question) }
    switch format {
    case .text: try asked.write(HistoryListing(asked.settings.language, asked.loaded).text(list))
    case .json:
      try asked.write(
        HistoryReport.json(list, sample: asked.loaded.board.sample) { ShanghaiTime(seconds: $0).dateAndClock })
    }
  }
}
