import Policy
import Screen

/// A row of the details beside the plan's tree: what the selected row of the tree consists of.
enum MeasurePart: Hashable {
  /// A measure of a section, an item of a measure, a duty.
  case line(MeasureRow)
  /// What a district has of an item.
  case district(DistrictCode)
  /// One of the due days of the city's milestone, counted from 0.
  case due(Int)
  /// An entry of a register, by its number.
  case entry(String)

  /// The row's identity, unique among the parts of one row of the tree.
  var row: String {
    switch self {
    case .line(let line): line.row
    case .district(let code): code.rawValue
    case .due(let index): "@\(index)"
    case .entry(let number): number
    }
  }
}

/// The parts of one row of the tree, in order.
struct MeasureParts {
  let owner: MeasureRow
  /// The item whose parts they are; nil for a branch.
  let item: Item?
  private(set) var parts: [MeasurePart] = []
  /// The entries of a register by number.
  private(set) var entries: [String: RegisterEntry] = [:]
  /// The city's due days of a milestone, earliest first.
  private(set) var dues: [(row: MilestoneRow, state: MilestoneState)] = []

  init(_ owner: MeasureRow, _ loaded: Loaded, sort: SortKey) {
    self.owner = owner
    guard case .item(let id) = owner, let item = loaded.item(id) else {
      item = nil
      let rows = loaded.children(of: owner)
      parts = (sort == .code ? rows : loaded.worstFirst(rows)).map { .line($0) }
      return
    }
    self.item = item
    switch item.kind {
    case .counted: parts = MeasureParts.counted(item, loaded, sort)
    case .milestone:
      dues = MeasureParts.dues(item, loaded)
      // A single due day stands in the head already.
      if dues.count > 1 { parts = dues.indices.map { .due($0) } }
      parts += MeasureParts.milestone(id, loaded, sort)
    case .register:
      let snapshot = loaded.snapshot
      let all = Registers(of: item, plan: snapshot.plan, facts: snapshot.facts, asOf: loaded.board.asOf)
        .entries(of: item)
      entries = Dictionary(all.map { ($0.entry, $0) }, uniquingKeysWith: { first, _ in first })
      parts = MeasureParts.ordered(all, final: item.stages.count - 1, sort).map { .entry($0.entry) }
    case .institution: parts = MeasureParts.districts(loaded, sort) { -($0.grades[.d] * 1000 + $0.grades[.c]) }
    case .base: parts = MeasureParts.districts(loaded, sort) { -$0.funding.flags }
    }
  }

  /// Every district where the item is split; else those that counted something.
  private static func counted(_ item: Item, _ loaded: Loaded, _ sort: SortKey) -> [MeasurePart] {
    let all = loaded.board.districts.compactMap { district -> (DistrictCode, ItemProgress)? in
      guard let progress = district.items.first(where: { $0.id == item.id }) else { return nil }
      return item.split || progress.actual != 0 || progress.target != nil ? (district.district.code, progress) : nil
    }
    guard sort != .code else { return all.map { .district($0.0) } }
    return all.sorted { a, b in
      if a.1.urgency != b.1.urgency { return a.1.urgency < b.1.urgency }
      if a.1.lead != b.1.lead { return (a.1.lead ?? .infinity) < (b.1.lead ?? .infinity) }
      if a.1.target == nil, a.1.actual != b.1.actual { return a.1.actual > b.1.actual }
      return a.0 < b.0
    }.map { .district($0.0) }
  }

  private static func milestone(_ id: ItemID, _ loaded: Loaded, _ sort: SortKey) -> [MeasurePart] {
    let all = loaded.milestone(id)?.districts ?? []
    guard sort != .code else { return all.map { .district($0.code) } }
    return all.sorted(by: ConsoleState.before({ $0.state.status.urgency }, \.code)).map { .district($0.code) }
  }

  /// The city's own rows; each due day judged by itself.
  private static func dues(_ item: Item, _ loaded: Loaded) -> [(row: MilestoneRow, state: MilestoneState)] {
    let plan = loaded.snapshot.plan
    let own = loaded.snapshot.facts.milestones.filter {
      $0.item == item.id && ($0.district ?? plan.cityCode) == plan.cityCode
    }
    let judged = own.map { row in
      (
        row: row,
        state: MilestoneState(
          due: row.due ?? item.due, done: row.done, asOf: loaded.board.asOf, dueSoonDays: plan.thresholds.dueSoonDays)
      )
    }
    return judged.enumerated().sorted { a, b in
      let (x, y) = (a.element.state.due ?? .last, b.element.state.due ?? .last)
      return x == y ? a.offset < b.offset : x < y
    }.map(\.element)
  }

  /// Stuck ones first, then those that have been in their stage longest; what is finished comes last.
  private static func ordered(
    _ entries: [RegisterEntry], final: Int, _ sort: SortKey
  ) -> [RegisterEntry] {
    guard sort != .code else { return entries }
    func rank(_ entry: RegisterEntry) -> Int { entry.stuck ? 0 : entry.stage < final ? 1 : 2 }
    return entries.sorted { a, b in
      if rank(a) != rank(b) { return rank(a) < rank(b) }
      return a.days == b.days ? a.entry < b.entry : a.days > b.days
    }
  }

  private static func districts(
    _ loaded: Loaded, _ sort: SortKey, _ rank: @escaping (DistrictBoard) -> Int
  ) -> [MeasurePart] {
    let all = loaded.board.districts
    guard sort != .code else { return all.map { .district($0.district.code) } }
    return all.sorted(by: ConsoleState.before(rank, \.district.code)).map { .district($0.district.code) }
  }
}

extension MeasureParts {
  /// What `/` and `f` look at in a part.
  func searchTexts(_ part: MeasurePart, _ state: ConsoleState) -> [String] {
    switch part {
    case .line(let row): return row.searchTexts(state)
    case .due(let index):
      guard dues.indices.contains(index) else { return [] }
      let (row, judged) = dues[index]
      return [row.note ?? "", judged.due?.iso ?? "", state.language(judged.status.word).string]
    case .district(let code):
      let status = districtWord(code, state)
      return state.districtTexts(code) + (status.map { [$0] } ?? [])
    case .entry(let number):
      guard let entry = entries[number], let item else { return [number] }
      let stage = item.stages.indices.contains(entry.stage) ? item.stages[entry.stage] : ""
      return [number, stage, entry.name ?? "", entry.stuck ? state.language(MeasureWord.stuck).string : ""]
        + (entry.district.map { state.districtTexts($0) } ?? [])
    }
  }

  private func districtWord(_ code: DistrictCode, _ state: ConsoleState) -> String? {
    guard let item, let loaded = state.loaded else { return nil }
    if item.kind == .milestone {
      return loaded.milestone(item.id)?.districts.first { $0.code == code }.map {
        state.language($0.state.status.word).string
      }
    }
    return loaded.district(code)?.items.first { $0.id == item.id }.map { state.language($0.status.word).string }
  }
}
