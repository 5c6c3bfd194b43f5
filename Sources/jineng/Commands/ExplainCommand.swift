import ArgumentParser
import Console
import Policy
import Records
import Reports

/// `jineng explain`: where a figure comes from, and what its gap is made of.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Print where a figure comes from, and the parts of its gap against the pace.")

  enum Format: String, ExpressibleByArgument {
    case text
    case json
  }

  @OptionGroup var options: CommonOptions

  @Option(help: "A district by code, name, short name or pinyin; the city's own code or 全市 for the whole city.")
  var district: String

  @Option(help: "An item by id or label; jineng plan show lists them.")
  var item: String

  @Option(help: "text or json.")
  var format: Format = .text

  func run() throws {
    let settings = try Settings(options)
    let reader = DirectoryReader(
      settings.source, for: .figures)
    let loaded = try Opening.load(settings, reader)
    let code = try place(loaded)
    let item = try subject(loaded)
    let figure = try figure(of: item, code, loaded)
    guard let found = reader.provenance(of: figure, asOf: loaded.board.asOf, digests: true) else {
      throw Outcome.unusable("\(settings.directory): nothing was read")
    }
    let gap = gap(figure, loaded, reader, settings)
    let text: String
    switch format {
    case .text: text = ExplainText.text(found, loaded, settings.language, gap: gap)
    case .json:
      let name = loaded.district(code)?.district.name ?? CommonWord.city.phrase.zh
      text = ExplainReport.json(
        ExplainReport.Subject(district: (code, name), item: item, provenance: found, gap: gap), board: loaded.board,
        snapshot: loaded.snapshot, time: { ShanghaiTime(seconds: $0).dateAndClock })
    }
    guard Output.write(text) else { throw Outcome.cannotWrite }
  }

  /// The parts of a counted item's gap; nil where it has no target.
  private func gap(
    _ figure: Figure, _ loaded: Loaded, _ reader: DirectoryReader, _ settings: Settings
  ) -> GapExplanation? {
    guard case .counted(let item, let district) = figure else { return nil }
    var explanation = loaded.explanation(
      item, district, reader.breakdown(of: item, in: district, asOf: loaded.board.asOf))
    // Revisions stand beside it for reference: without a store they are left out, and nothing else is lost.
    var history = History(asking: settings)
    if let beside = (try? history.revisions(loaded.revisionsQuestion(district)))?.beside(gapOf: item) {
      explanation?.facts.revisions = beside
    }
    return explanation
  }

  private func place(_ loaded: Loaded) throws(Outcome) -> DistrictCode {
    guard let code = loaded.place(named: district) else {
      let city = loaded.snapshot.plan.cityCode
      throw .usage("--district \(district): no such district; use its code, name, short name or pinyin, or \(city)")
    }
    return code
  }

  private func subject(_ loaded: Loaded) throws(Outcome) -> Item {
    guard let item = loaded.item(named: item) else {
      throw .usage("--item \(item): no such item; use its id or its label, as jineng plan show lists them")
    }
    return item
  }

  private func figure(of item: Item, _ code: DistrictCode, _ loaded: Loaded) throws(Outcome) -> Figure {
    let city = loaded.snapshot.plan.cityCode
    let figure: Figure
    switch item.kind {
    case .counted: figure = .counted(item: item.id, district: code)
    case .milestone: figure = .milestone(item: item.id, district: code == city ? nil : code)
    case .register where code == city: figure = .register(item.id)
    case .register:
      throw .usage("--item \(item.id): a register is kept for the whole city; ask with --district \(city)")
    case .institution, .base:
      throw .usage("--item \(item.id): has no figure of its own; jineng report lists its institutions or bases")
    }
    let writer = FormulaWriter(language: .zh, loaded: loaded, provenance: nil)
    guard !writer.lines(figure).isEmpty else {
      throw .usage("--item \(item.id): has no figure in \(district)")
    }
    return figure
  }
}
