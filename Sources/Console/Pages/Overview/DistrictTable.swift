import Policy
import Screen

/// The districts, worst first: status in words, the split targets, how far the worst item is behind, the trend.
struct DistrictTable {
  private let state: ConsoleState
  private let loaded: Loaded
  private let shown: [Item]
  private let columns: Int

  init(_ state: ConsoleState, _ loaded: Loaded, columns: Int) {
    self.state = state
    self.loaded = loaded
    self.columns = columns
    // The columns are the items that the districts answer for: split, and with a target of the city's.
    let targeted = Set(loaded.board.city.filter { $0.target != nil }.map(\.id))
    shown = Array(loaded.countedItems.filter { $0.split && targeted.contains($0.id) }.prefix(4))
  }

  var table: Table {
    let list = columnList
    let bar = barPoints(list)
    return state.table(.districts, columns: titled(list, bar), footer: cityCells(bar)) { [self] row in
      loaded.district(DistrictCode(rawValue: row)).map { cells($0, bar) } ?? []
    }
  }

  private static let barIndex = 2
  /// From this width on the forecast stands where else the multiple does: both say whether the rest of the year is
  /// enough, and the forecast says how likely.
  private static let wide = 110
  private static let weeks = 8

  /// As wide as the longest name shown.
  private var nameColumns: Int {
    let widths = DisplayWidth()
    let longest = loaded.board.districts.map { widths.width(of: $0.district.shortName(state.language)) }.max() ?? 0
    return min(longest, 14)
  }

  private var columnList: [TableColumn] {
    let language = state.language
    var list = [
      language.column(OverviewWord.district.phrase, nameColumns, priority: 100),
      language.column(OverviewWord.status.phrase, 10, priority: 99),
      TableColumn("", least: columns >= 100 ? 20 : 10, ideal: 28, priority: 90, flexible: true),
      language.column(OverviewWord.worst.phrase, 16, priority: 95),
    ]
    for item in shown {
      // Districts of one item all have targets from one source.
      let first = loaded.board.districts.first?.items.first { $0.id == item.id }
      let title = first.map { loaded.label($0, language) } ?? item.short.text(language)
      list.append(
        TableColumn(title, least: max(8, DisplayWidth().width(of: title)), ideal: 10, align: .right, priority: 80))
    }
    list += [
      columns >= DistrictTable.wide
        ? language.column(OverviewWord.forecast.phrase, 9, align: .right, priority: 70)
        : language.column(OverviewWord.multiple.phrase, 6, align: .right, priority: 70),
      language.column(OverviewWord.weeks.phrase, 8, priority: 60),
      language.column(TriageWord.triage.phrase, 8, priority: 50),
      language.column(OverviewWord.age.phrase, 5, ideal: 6, align: .right, priority: 65),
      language.column(OverviewWord.grades.phrase, 11, ideal: 14, align: .right, priority: 40),
      language.column(OverviewWord.flags.phrase, 4, align: .right, priority: 45),
      language.column(OverviewWord.owner.phrase, 10, ideal: 14, priority: 30),
    ]
    return list
  }

  /// Percentage points that one cell of the bar stands for: as few as show 25 points behind the pace.
  private func barPoints(_ list: [TableColumn]) -> Double {
    let layout = TableLayout(list, start: 1, width: columns - 2, gap: 1)
    let width = layout.slots.first { $0.index == DistrictTable.barIndex }?.width ?? 0
    let behind = max(1, (width - 3) * 77 / 100)
    for points in [1.0, 2, 3, 5] where Double(behind) * points >= 20 { return points }
    return 10
  }

  /// The bar's heading says what a cell is worth.
  private func titled(_ list: [TableColumn], _ points: Double) -> [TableColumn] {
    var list = list
    let layout = TableLayout(list, start: 1, width: columns - 2, gap: 1)
    let width = layout.slots.first { $0.index == DistrictTable.barIndex }?.width ?? 0
    let value = Int(points)
    let pace = SafeText(Format.percent(loaded.board.pace.ratio) + "%")
    let choices: [SafeText] =
      state.language == .zh
      ? ["最差项与时序 " + pace + " 之差 1格=\(value)点", "与时序差 1格=\(value)点", "1格=\(value)点"]
      : ["worst lead over pace " + pace + ", cell=\(value)pp", "vs pace, cell=\(value)pp", "\(value)pp/cell"]
    let widths = DisplayWidth()
    list[DistrictTable.barIndex].title = choices.first { widths.width(of: $0) <= width } ?? ""
    return list
  }

  private func cells(_ board: DistrictBoard, _ points: Double) -> [TableCell] {
    let language = state.language
    let row = board.district.code.rawValue
    let worst = board.worstItem
    var cells: [TableCell] = [
      state.name(board.district.shortName(language), .districts, row, emphasis(board.status)),
      statusCell(board.status, language),
      .widget(DeviationBar(worst?.lead, pointsPerCell: points, behind: barRole(board.status, worst))),
      reason(board, worst),
    ]
    for item in shown { cells.append(attainment(board.items.first { $0.id == item.id }, board)) }
    cells += [
      enough(worst, board.status),
      .widget(Sparkline(weeks(board.district.code))),
      triage(board.district.code),
      age(board),
      .line(grades(board.grades)),
      figure(board.funding.flags == 0 ? "--" : String(board.funding.flags)),
      .text(SafeText(owner(board) ?? "")),
    ]
    return cells
  }

  /// Why a district stands where it stands: its silence, or its worst item.
  private func reason(_ board: DistrictBoard, _ worst: ItemProgress?) -> TableCell {
    let language = state.language
    if board.status == .silent {
      let days = board.latest.map { SafeText(Age.days(loaded.board.asOf - $0, language)) } ?? ""
      return .text(days + language(OverviewWord.daysSilent), .silent)
    }
    guard let worst else { return .text("--", .dim) }
    let name = loaded.item(worst.id)?.short.text(language) ?? SafeText(worst.id.rawValue)
    return worstCell(name, worst.lead, worst.status)
  }

  /// The worst item and its lead: what is wrong has one colour.
  private func worstCell(_ name: SafeText, _ lead: Double?, _ status: Status) -> TableCell {
    let widths = DisplayWidth()
    return .line([
      Span(widths.fit(name, 10, ellipsis: ""), emphasis(status)),
      Span(widths.fit(SafeText(Format.lead(lead)), 6, align: .right), status == .onPace ? .text : status.role),
    ])
  }

  /// Where the first case of a place stands; what is late before that, and that alone in a colour.
  private func triage(_ code: DistrictCode) -> TableCell {
    guard let place = state.triage.firstOf[code] else { return figure("--") }
    if place.group == .overdue { return .text(CaseText(state.language, loaded).limit(place).text, .lagging) }
    return .text(state.language(place.own.state.phrase))
  }

  /// Whether the rest of the year is enough for the worst item: how sure its target is and its median in percent, or its
  /// multiple. A colour only tells what the status does not.
  private func enough(_ item: ItemProgress?, _ status: Status) -> TableCell {
    guard columns >= DistrictTable.wide else {
      return figure(Format.multiple(item?.multiple), (item?.multiple ?? 0) > 1 ? .watch : .text)
    }
    guard let item, let forecast = item.forecast, let target = item.target, target > 0 else { return figure("--") }
    // A target that is just missed never reads 100.
    let percent = forecast.p50 / Double(target) * 100
    let text =
      percent < 100 ? Format.decimal(min(percent, 99.9), places: 1) : Format.decimal(percent.rounded(.down), places: 0)
    return .line([
      Span(state.language(forecast.outlook.word), status == .lagging ? .text : forecast.outlook.role),
      Span(" " + SafeText(text)),
    ])
  }

  private func attainment(_ item: ItemProgress?, _ board: DistrictBoard) -> TableCell {
    guard let item else { return .text("--", .dim) }
    let text = Format.percent(item.attainment)
    let key = TargetKey(district: board.district.code, item: item.id)
    if let delta = state.highlights.deltas[key] {
      return .line([Span(SafeText(Format.signedCount(delta)) + " ", .changed), Span(SafeText(text), .changed)])
    }
    let role: Role = item.status == .lagging || item.status == .watch ? item.status.role : .text
    return figure(text, role)
  }

  private func age(_ board: DistrictBoard) -> TableCell {
    guard let latest = board.latest else { return .text("--", .silent) }
    let days = loaded.board.asOf - latest
    return .text(SafeText(Age.days(days, state.language)), board.status == .silent ? .silent : .text)
  }

  private func grades(_ counts: GradeCounts) -> Line {
    .joined([Grade.a, .b, .c, .d].map { Line(SafeText(String(counts[$0]))) }, separator: "/")
  }

  private func owner(_ board: DistrictBoard) -> String? {
    guard let item = board.worstItem else { return nil }
    return loaded.snapshot.facts.targets[TargetKey(district: board.district.code, item: item.id)]?.owner
  }

  /// The last eight spans of seven days of the first item; unknown where the district reported nothing at all.
  private func weeks(_ code: DistrictCode) -> [Double?] {
    let totals = loaded.snapshot.facts.progress
    guard let item = shown.first.flatMap({ totals.index(of: $0.id) }) else { return [] }
    let day = loaded.board.asOf
    guard code != loaded.snapshot.plan.cityCode, let district = totals.index(of: code) else {
      return totals.weekly(item: item, endingAt: day, weeks: DistrictTable.weeks).map { Double($0) }
    }
    let sums = totals.weekly(district: district, item: item, endingAt: day, weeks: DistrictTable.weeks)
    let reported = totals.weeklyReported(district: district, endingAt: day, weeks: DistrictTable.weeks)
    return zip(sums, reported).map { $1 ? Double($0) : nil }
  }

  private func emphasis(_ status: Status) -> Role {
    switch status {
    case .lagging, .silent, .watch: status.role
    default: .text
    }
  }

  private func barRole(_ status: Status, _ worst: ItemProgress?) -> Role {
    guard let worst else { return .bar }
    switch worst.status {
    case .lagging, .watch: return worst.status.role
    case .silent: return .silent
    default: return .bar
    }
  }

  // MARK: The city's row

  private func cityCells(_ points: Double) -> [TableCell] {
    let language = state.language
    let items = loaded.board.city
    let worst = items.filter { $0.lead != nil }.min { ($0.lead ?? 0) < ($1.lead ?? 0) }
    let status = items.map(\.status).min { $0.urgency < $1.urgency } ?? .noTarget
    let name = worst.flatMap { loaded.item($0.id)?.short.text(language) } ?? "--"
    var cells: [TableCell] = [
      .text(language(CommonWord.city), .title),
      statusCell(status, language),
      .widget(DeviationBar(worst?.lead, pointsPerCell: points, behind: barRole(status, worst))),
      worstCell(name, worst?.lead, status),
    ]
    for item in shown {
      cells.append(figure(Format.percent(items.first { $0.id == item.id }?.attainment), .title))
    }
    let counts = loaded.board.districts.reduce(into: GradeCounts()) { sum, board in
      for grade in Grade.allCases { sum[grade] += board.grades[grade] }
    }
    let flags = loaded.board.districts.reduce(0) { $0 + $1.funding.flags }
    let silent = loaded.board.districts.count { $0.status == .silent }
    cells += [
      enough(worst, status),
      .widget(Sparkline(weeks(loaded.snapshot.plan.cityCode))),
      triage(loaded.snapshot.plan.cityCode),
      .text("\(loaded.board.districts.count - silent)/\(loaded.board.districts.count)", silent > 0 ? .silent : .text),
      .line(grades(counts)),
      figure(flags == 0 ? "--" : String(flags)),
      .text("", .dim),
    ]
    return cells
  }
}
