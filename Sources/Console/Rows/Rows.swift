package import Policy

/// Identities of a list's rows, filtered and in order: navigation and drawing both go by them.
extension ConsoleState {
  /// The rows of a pane now; empty while nothing has been read.
  package func rows(of pane: Pane) -> [String] {
    if let kept = keptRows[pane], kept.key == rowsKey(pane) { return kept.rows }
    return computedRows(of: pane)
  }

  /// What decides which rows a pane has, and in which order.
  private func rowsKey(_ pane: Pane) -> RowsKey {
    let list = list(pane)
    return RowsKey(
      readAt: loaded?.snapshot.readAt, asOf: loaded?.board.asOf, sort: list.sort, columns: list.columns,
      filter: list.filter,
      district: pane == .districts ? nil : currentDistrict?.district.code,
      owner: pane == .projects ? selectedRow(of: .bases) : pane == .parts ? selectedRow(of: .measures) : nil,
      order: pane == .districts ? districtOrder : [], group: pane == .problems ? problemGroup : nil,
      folds: pane == .measures ? folds : nil, docket: Page.triage.panes.contains(pane) ? docketRowsKey : nil)
  }

  /// Computes the rows of the page's panes once an event, for all who ask until the next. A list whose rows are new and
  /// unfiltered loses the marks of those that are gone: a filter only hides marked rows.
  mutating func keepRows() {
    for pane in page.panes {
      let key = rowsKey(pane)
      guard keptRows[pane]?.key != key else { continue }
      let rows = computedRows(of: pane)
      keptRows[pane] = KeptRows(key: key, rows: rows)
      if let list = lists[pane], list.filter.isEmpty, !list.marks.isEmpty {
        lists[pane]?.marks.formIntersection(rows)
      }
    }
  }

  private func computedRows(of pane: Pane) -> [String] {
    guard let loaded else { return [] }
    switch pane {
    case .districts: return identities(pane, of: districtsInOrder(loaded), \.district.code.rawValue)
    case .tiles: return identities(pane, of: districtsOnMap(loaded), \.district.code.rawValue)
    case .targets, .trend: return identities(pane, of: targetRows(sort: list(pane).sort), \.id.rawValue)
    case .grades:
      let here = institutionRows(loaded, district: currentDistrict?.district.code, sort: list(pane).sort)
      return identities(pane, of: here, \.institution.id)
    case .institutions:
      return identities(pane, of: institutionRows(loaded, district: nil, sort: list(pane).sort), \.institution.id)
    case .funding: return identities(pane, of: fundingRows(loaded, sort: list(pane).sort), \.project.id)
    case .bases: return identities(pane, of: baseRows(loaded, sort: list(pane).sort), \.base.id)
    case .projects: return identities(pane, of: projectRows(), \.project.id)
    case .measures: return treeRows(loaded)
    case .parts:
      let parts = measureParts(loaded)
      let query = Search.folded(list(pane).filter)
      let kept =
        query.isEmpty ? parts.parts : parts.parts.filter { Search.matches(query, in: parts.searchTexts($0, self)) }
      return kept.map(\.row)
    case .files:
      return list(pane).columns.sorted(fileRows(loaded, sort: list(pane).sort, filter: list(pane).filter), self)
        .map(\.path)
    case .queue: return caseRows(loaded)
    case .promises: return promiseRows(loaded)
    case .timeline: return timelineRows()
    case .senders: return identities(pane, of: senderRows(loaded, sort: list(pane).sort), \.row)
    case .problems:
      guard grouping == .single || problemGroup != nil else {
        let query = Search.folded(list(pane).filter)
        return groupRows(loaded).filter { Search.matches(query, in: $0.searchTexts(self)) }.map(\.row)
      }
      return problemRows(loaded, matching: Search.folded(list(pane).filter)).map { String($0) }
    }
  }

  /// What matches the pane's filter, by identity, in the order of the columns chosen.
  ///
  /// Districts come ordered: their order holds still for a while after a key.
  private func identities<Row: Fielded>(_ pane: Pane, of rows: [Row], _ identity: (Row) -> String) -> [String] {
    let rows = pane == .districts || pane == .tiles ? rows : list(pane).columns.sorted(rows, self)
    let query = Search.folded(list(pane).filter)
    guard !query.isEmpty else { return rows.map(identity) }
    if let test = comparison(pane, Row.self, texts: { $0.searchTexts(self) }) { return rows.filter(test).map(identity) }
    return rows.filter { Search.matches(query, in: $0.searchTexts(self)) }.map(identity)
  }

  /// The plan's tree as far as it is open; with a filter what matches, and what that belongs to.
  private func treeRows(_ loaded: Loaded) -> [String] {
    let tree = MeasureTree(loaded, sort: list(.measures).sort)
    let query = Search.folded(list(.measures).filter)
    guard !query.isEmpty else { return tree.visible { isOpen($0) }.map(\.row) }
    return tree.holding { Search.matches(query, in: $0.searchTexts(self)) }.map(\.row)
  }

  /// The rows among which a text is looked for: in the plan's tree also those of folded branches.
  func findableRows(of pane: Pane) -> [String] {
    guard pane == .measures, list(pane).filter.isEmpty, let loaded else { return rows(of: pane) }
    return MeasureTree(loaded, sort: list(pane).sort).rows.map(\.row)
  }

  /// Which of the pane's rows hold the text, for finding.
  func matches(of text: String, in pane: Pane) -> [String] {
    if pane == .measures {
      let query = Search.folded(text)
      return findableRows(of: pane).filter { Search.matches(query, in: MeasureRow(row: $0).searchTexts(self)) }
    }
    var state = self
    let own = rows(of: pane)
    state.lists[pane, default: ListState()].filter = text
    let matching = Set(state.rows(of: pane))
    return own.filter { matching.contains($0) }
  }

  /// The selected row's identity; nil where the list is empty.
  package func selectedRow(of pane: Pane) -> String? {
    let rows = rows(of: pane)
    return list(pane).index(in: rows).map { rows[$0] }
  }

  /// The district that the district page shows.
  package var currentDistrict: DistrictBoard? {
    guard let loaded else { return nil }
    if let district, let board = loaded.district(district) { return board }
    return districtOrder.first.flatMap { loaded.district($0) } ?? loaded.board.districts.first
  }

  /// The base whose projects the bases page shows.
  package var currentBase: BaseBoard? {
    guard let loaded, let id = selectedRow(of: .bases) else { return nil }
    return loaded.board.bases.first { $0.base.id == id }
  }
}

/// See ``ConsoleState/rows(of:)``: rows are the same while this is.
struct RowsKey: Hashable, Sendable {
  let readAt: Double?
  let asOf: Day?
  let sort: SortKey
  let columns: [ColumnOrder]
  let filter: String
  let district: DistrictCode?
  let owner: String?
  let order: [DistrictCode]
  let group: String?
  let folds: MeasureFolds?
  let docket: DocketRowsKey?
}

/// Rows with what they follow from.
struct KeptRows: Sendable {
  let key: RowsKey
  let rows: [String]
}

extension Pane {
  /// How the list can be ordered; the first is how it starts.
  package var sortKeys: [SortKey] {
    switch self {
    case .districts: [.worst, .ratio, .code]
    case .targets, .trend: [.worst, .code]
    case .grades, .institutions: [.worst, .ratio, .size, .name, .code]
    case .funding: [.worst, .code]
    case .bases: [.worst, .size, .name, .code]
    case .senders: [.worst, .ratio, .newest, .rows, .code]
    case .problems: [.worst, .district, .name, .single]
    case .files: [.worst, .name, .newest, .size, .rows, .district, .table, .encoding]
    case .measures: [.code, .worst]
    case .parts: [.worst, .code]
    case .queue: [.worst, .district, .name, .newest, .code]
    case .projects, .tiles, .promises, .timeline: [.code]
    }
  }
}
