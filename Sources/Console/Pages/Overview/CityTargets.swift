import Policy
import Screen

/// The city's counted items that have a target: one line each, the gauge with the pace's mark.
struct CityTargets {
  private let state: ConsoleState
  private let loaded: Loaded
  private let items: [ItemProgress]

  /// At most this many lines; of more targets the worst come first.
  private static let most = 6

  init(_ state: ConsoleState, _ loaded: Loaded) {
    self.state = state
    self.loaded = loaded
    let targeted = loaded.board.city.filter { $0.target != nil }
    items =
      targeted.count <= CityTargets.most
      ? targeted : Array(targeted.sorted { ($0.lead ?? .infinity) < ($1.lead ?? .infinity) }.prefix(CityTargets.most))
  }

  /// Rows that ``table(showsHeader:columns:)`` has.
  static func rowCount(_ loaded: Loaded) -> Int {
    max(1, min(most, loaded.board.city.count { $0.target != nil }))
  }

  func table(showsHeader: Bool, columns: Int) -> Table {
    let rows = items.map { ItemLine.cells($0, state, loaded, columns: columns) }
    return Table(
      columns: ItemLine.columns(state.language, columns), rows: rows, showsHeader: showsHeader, focused: false)
  }
}

extension Loaded {
  /// The sign behind a name whose target nobody set: 建议.
  static let suggestionSign: SafeText = "^"

  /// An item's short name, signed where its target is only suggested.
  func label(_ item: ItemProgress, _ language: Language) -> SafeText {
    let name = self.item(item.id)?.short.text(language) ?? SafeText(item.id.rawValue)
    return item.source == .suggested ? name + Loaded.suggestionSign : name
  }

  /// What the sign means, where it occurs among `items`.
  func suggestionNote(_ items: [ItemProgress], _ language: Language) -> SafeText {
    guard items.contains(where: { $0.source == .suggested }) else { return "" }
    return "  " + Loaded.suggestionSign + language(Phrase("建议目标，按人口", "suggested, by population"))
  }
}

/// A counted item as a table's row: the same columns for the city and for a district.
enum ItemLine {
  /// Cells of a figure in a table of that width: wide ones have room for every digit.
  static func figureCells(_ columns: Int) -> Int { columns >= 100 ? 13 : 9 }

  static func columns(_ language: Language, _ columns: Int) -> [TableColumn] {
    [
      language.column(OverviewWord.item.phrase, 10, ideal: 12, priority: 100),
      language.column(OverviewWord.actual.phrase, figureCells(columns), align: .right, priority: 94),
      language.column(OverviewWord.target.phrase, 8, ideal: figureCells(columns), align: .right, priority: 85),
      language.column(OverviewWord.attainment.phrase, 6, align: .right, priority: 95),
      language.column(OverviewWord.gauge.phrase, 8, priority: 91, flexible: true),
      language.column(OverviewWord.lead.phrase, 6, ideal: 8, align: .right, priority: 97),
      language.column(OverviewWord.status.phrase, 10, ideal: statusColumns, priority: 98),
      language.column(OverviewWord.required.phrase, 7, align: .right, priority: 40),
      language.column(OverviewWord.recent.phrase, 7, align: .right, priority: 30),
      language.column(OverviewWord.multiple.phrase, 6, align: .right, priority: 50),
    ]
  }

  static func cells(
    _ item: ItemProgress, _ state: ConsoleState, _ loaded: Loaded, columns: Int, name: TableCell? = nil
  ) -> [TableCell] {
    let pace = loaded.board.pace.ratio * 100
    let cells = figureCells(columns)
    let label = loaded.label(item, state.language)
    let suggested: Role = item.source == .suggested ? .dim : .text
    return [
      name ?? .text(label, .text),
      figure(Format.short(item.actual, state.language, cells: cells)),
      figure(item.target.map { Format.short($0, state.language, cells: cells) } ?? "--", suggested),
      figure(Format.percent(item.attainment), item.status == .onPace ? .text : item.status.role),
      item.attainment == nil
        ? .text("") : .widget(Gauge((item.attainment ?? 0) * 100, pace: pace, role: gaugeRole(item.status))),
      figure(Format.lead(item.lead), item.status == .onPace ? .text : item.status.role),
      statusCell(item.status, state.language),
      figure(Format.rate(item.required)),
      figure(Format.rate(item.recent20)),
      figure(Format.multiple(item.multiple), (item.multiple ?? 0) > 1 ? .watch : .text),
    ]
  }

  private static func gaugeRole(_ status: Status) -> Role {
    switch status {
    case .lagging, .watch, .silent: status.role
    default: .bar
    }
  }
}
