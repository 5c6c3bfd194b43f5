import Policy
import Screen

/// The rows of the details as a table: measures, items, districts, due days or entries, each with columns of its own.
struct PartsTable {
  private let state: ConsoleState
  private let loaded: Loaded
  private let parts: MeasureParts

  init(_ state: ConsoleState, _ loaded: Loaded, _ parts: MeasureParts) {
    self.state = state
    self.loaded = loaded
    self.parts = parts
  }

  private var language: Language { state.language }

  func table(in columns: Int, showsHeader: Bool) -> Table {
    let rows = Dictionary(parts.parts.map { ($0.row, $0) }, uniquingKeysWith: { first, _ in first })
    let own = tableColumns(columns)
    let room = TableLayout(own, start: 1, width: columns - 2, gap: 1).slots.first?.width ?? 0
    return state.table(.parts, columns: own, showsHeader: showsHeader) { [self] row in
      guard let part = rows[row] else { return [] }
      switch part {
      case .line(let line): return lineCells(line, room)
      case .due(let index): return dueCells(index)
      case .entry(let number): return entryCells(number)
      case .district(let code): return districtCells(code, columns)
      }
    }
  }

  private func tableColumns(_ columns: Int) -> [TableColumn] {
    switch parts.item?.kind {
    case nil: lineColumns
    case .counted: countedColumns(columns)
    case .milestone: dueColumns
    case .register: entryColumns
    case .institution: gradeColumns
    case .base: fundingColumns
    }
  }

  // MARK: Measures and items

  private var lineColumns: [TableColumn] {
    [
      language.column(MeasureWord.measure.phrase, 20, priority: 100, flexible: true),
      language.column(MeasureWord.kind.phrase, 12, priority: 60),
      language.column(OverviewWord.status.phrase, 11, priority: 90),
      language.column(MeasureWord.atAGlance.phrase, 12, priority: 80),
    ]
  }

  private func lineCells(_ line: MeasureRow, _ room: Int) -> [TableCell] {
    let widths = DisplayWidth(ambiguous: state.settings.ambiguousWidth)
    let text = MeasureText(line, loaded, language)
    let kind: SafeText =
      if case .item(let id) = line { loaded.item(id).map { language($0.kind.word) } ?? "" } else { "" }
    return [
      state.name(text.name(in: room, widths), .parts, line.row), .text(kind, .dim), .line(text.status.line),
      .line(text.glance),
    ]
  }

  // MARK: Districts of a counted item

  /// The columns of every table of counted items; here figures come before the bar, and the first names the district.
  private func countedColumns(_ columns: Int) -> [TableColumn] {
    var own = ItemLine.columns(language, columns)
    own[0] = language.column(OverviewWord.district.phrase, 9, ideal: 12, priority: 100)
    own[4].priority = 35
    return own
  }

  private func districtCells(_ code: DistrictCode, _ columns: Int) -> [TableCell] {
    guard let item = parts.item, let board = loaded.district(code) else { return [] }
    let short = board.district.shortName(language)
    switch item.kind {
    case .counted:
      guard let progress = board.items.first(where: { $0.id == item.id }) else { return [] }
      let name = progress.source == .suggested ? short + Loaded.suggestionSign : short
      return ItemLine.cells(progress, state, loaded, columns: columns, name: state.name(name, .parts, code.rawValue))
    case .milestone:
      guard let own = loaded.milestone(item.id)?.districts.first(where: { $0.code == code }) else { return [] }
      return stateCells(state.name(short, .parts, code.rawValue), own.state)
    case .institution:
      return [state.name(short, .parts, code.rawValue), figure("\(board.grades.total)")]
        + Grade.allCases.map { grade in
          let count = board.grades[grade]
          return figure(count == 0 ? "--" : "\(count)", grade.role)
        }
    case .base:
      let funding = board.funding
      guard funding.projects > 0 else { return [state.name(short, .parts, code.rawValue), figure("--")] }
      let sums = [funding.approved, funding.paid, funding.spent, funding.balance]
      return [state.name(short, .parts, code.rawValue), figure("\(funding.projects)")]
        + sums.map { figure(Format.decimal(Double($0.hundredths) / 100, places: 0), $0 < .zero ? .lagging : .text) }
        + [figure(funding.flags == 0 ? "--" : "\(funding.flags)", .lagging)]
    case .register: return []
    }
  }

  // MARK: Due days

  /// Several due days of the city are told apart by their notes.
  private var dueColumns: [TableColumn] {
    let hasRounds = parts.dues.count > 1
    return [
      language.column(
        hasRounds ? MeasureWord.round.phrase : OverviewWord.district.phrase, 9, ideal: hasRounds ? 16 : 12,
        priority: 100),
      language.column(OverviewWord.status.phrase, statusColumns, priority: 95),
      language.column(MeasureWord.due.phrase, 6, ideal: 10, priority: 90),
      language.column(MeasureWord.done.phrase, 6, ideal: 10, priority: 85),
      language.column(MeasureWord.days.phrase, 12, priority: 80),
    ]
  }

  private func dueCells(_ index: Int) -> [TableCell] {
    guard parts.dues.indices.contains(index) else { return [] }
    let (row, judged) = parts.dues[index]
    let name = row.note.map { SafeText($0) } ?? language(MeasureWord.cityOwn)
    return stateCells(state.name(name, .parts, MeasurePart.due(index).row), judged)
  }

  private func stateCells(_ name: TableCell, _ state: MilestoneState) -> [TableCell] {
    [
      name, .line(StandingWord(state.status, language).line), figure(state.due.map(day) ?? "--"),
      figure(state.done.map(day) ?? "--"), .line(MilestoneDays.line(state, asOf: loaded.board.asOf, language)),
    ]
  }

  /// Without the year, where that is the plan's.
  private func day(_ day: Day) -> String { day.civil.year == loaded.snapshot.plan.year ? day.monthDay : day.iso }

  // MARK: Entries of a register

  private var entryColumns: [TableColumn] {
    [
      language.column(MeasureWord.entry.phrase, 16, ideal: 18, priority: 100),
      language.column(MeasureWord.stage.phrase, 10, ideal: 12, priority: 95),
      language.column(MeasureWord.days.phrase, 4, align: .right, priority: 94),
      language.column(MeasureWord.stuck.phrase, 5, priority: 90),
      language.column(MeasureWord.since.phrase, 10, priority: 70),
      language.column(OverviewWord.district.phrase, 9, priority: 80),
      language.column(MeasureWord.name.phrase, 10, ideal: 20, priority: 60, flexible: true),
    ]
  }

  private func entryCells(_ number: String) -> [TableCell] {
    guard let entry = parts.entries[number], let item = parts.item else { return [] }
    let stage = item.stages.indices.contains(entry.stage) ? item.stages[entry.stage] : "--"
    let isFinal = entry.stage == item.stages.count - 1
    return [
      state.name(SafeText(number), .parts, number),
      .text(SafeText(stage), isFinal ? .done : .text),
      figure("\(entry.days)", entry.stuck ? .watch : .text),
      entry.stuck ? .text(language(MeasureWord.stuck), .watch) : .text(""),
      .text(SafeText(entry.since.iso), .dim),
      entry.district.map { .text(PlaceName.text($0, loaded, language)) } ?? .text("--", .dim),
      .text(SafeText(entry.name ?? ""), .dim),
    ]
  }

  // MARK: Districts of institutions and bases

  private var gradeColumns: [TableColumn] {
    [
      language.column(OverviewWord.district.phrase, 9, ideal: 12, priority: 100),
      language.column(CommonWord.institutions.phrase, 5, align: .right, priority: 90),
    ]
      + Grade.allCases.map { grade in
        let label = Phrase(grade.label(.zh).string, grade.label(.en).string)
        return language.column(label, 5, align: .right, priority: grade == .ungraded ? 70 : 80)
      }
  }

  private var fundingColumns: [TableColumn] {
    [
      language.column(OverviewWord.district.phrase, 9, ideal: 12, priority: 100),
      language.column(DistrictWord.project.phrase, 5, align: .right, priority: 90),
      language.column(DistrictWord.approved.phrase, 8, align: .right, priority: 80),
      language.column(DistrictWord.paid.phrase, 8, align: .right, priority: 70),
      language.column(DistrictWord.spent.phrase, 8, align: .right, priority: 65),
      language.column(DistrictWord.balance.phrase, 8, align: .right, priority: 60),
      language.column(DistrictWord.flags.phrase, 5, align: .right, priority: 95),
    ]
  }
}
