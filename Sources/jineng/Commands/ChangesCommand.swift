import ArgumentParser
import Console
import Policy
import Records
import Reports

/// `jineng changes`: what changed since a base.
struct ChangesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "changes",
    abstract: "Print which figures changed since your last visit, yesterday or a date.",
    discussion: """
      Reads the directory, adds what is new to the store as the console does, and compares. A day means what was known \
      when it ended in Shanghai.
      """)

  @OptionGroup var options: CommonOptions

  @Option(help: "last-visit (when the console was left last), yesterday, or a day as YYYY-MM-DD.")
  var since: String = "last-visit"

  @Option(help: "text or json.")
  var format: HistoryFormat = .text

  func run() throws {
    let base = try base()
    var asked = try AskedHistory(Settings(options))
    let question = ChangesQuestion(base: base, asOf: asked.loaded.board.asOf)
    let changes = try asked.answer { (history) throws(StoreTrouble) in try history.changes(question) }
    switch format {
    case .text: try asked.write(HistoryListing(asked.settings.language, asked.loaded).text(changes))
    case .json:
      try asked.write(
        HistoryReport.json(changes, sample: asked.loaded.board.sample) { ShanghaiTime(seconds: $0).dateAndClock })
    }
  }

  private func base() throws(Outcome) -> ChangesBase {
    let today = Clock.today
    switch since {
    case "last-visit": return .lastVisit
    case "yesterday": return .day(today - 1)
    default:
      guard let day = Day(iso: since), day < today else {
        throw .usage("--since \(since): last-visit, yesterday, or a day before today as YYYY-MM-DD")
      }
      return .day(day)
    }
  }
}

enum HistoryFormat: String, ExpressibleByArgument {
  case text
  case json
}

/// What a command asks the store, after it has read the directory and kept what is new.
struct AskedHistory {
  let settings: Settings
  let loaded: Loaded
  private var history: History

  init(_ settings: Settings) throws(Outcome) {
    self.settings = settings
    history = History(keeping: settings, isVisit: false)
    let reader = DirectoryReader(settings.source, for: .figures)
    loaded = try Opening.load(settings, reader)
    do throws(StoreTrouble) { _ = try history.keep(reader) } catch { complain(error) }
    tellNotices()
  }

  /// What the store says; a store that cannot be used ends the command.
  mutating func answer<Value>(_ ask: (inout History) throws(StoreTrouble) -> Value) throws(Outcome) -> Value {
    do throws(StoreTrouble) { return try ask(&history) } catch {
      throw .unusable(StoreWords.message(error, settings.language))
    }
  }

  func write(_ text: String) throws(Outcome) { if !Output.write(text) { throw .cannotWrite } }

  private mutating func tellNotices() { for notice in history.takeNotices() { complain(notice) } }

  private func complain(_ trouble: StoreTrouble) {
    Output.complain("jineng: " + StoreWords.message(trouble, settings.language))
  }
}
