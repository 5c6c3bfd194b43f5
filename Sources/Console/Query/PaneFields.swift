import Policy
import Screen

extension Pane {
  /// What the rows of the pane are, where their columns have names.
  fileprivate var rowType: (any Fielded.Type)? {
    switch self {
    case .districts, .tiles: DistrictBoard.self
    case .targets, .trend: ItemProgress.self
    case .grades, .institutions: InstitutionBoard.self
    case .bases: BaseBoard.self
    case .projects, .funding: ProjectBoard.self
    case .files: FileReport.self
    case .senders: Sender.self
    case .queue: CaseQueue.Place.self
    case .problems, .measures, .parts, .promises, .timeline: nil
    }
  }

  /// Whether its rows can be put in another order: on the map places are what they are.
  fileprivate var isOrdered: Bool { self != .tiles }
}

extension ConsoleState {
  /// The columns by which a pane's rows are filtered.
  func columns(of pane: Pane) -> [(code: String, title: Phrase)] {
    func columns<Row: Fielded>(_ type: Row.Type) -> [(code: String, title: Phrase)] {
      type.fields(self).map { ($0.code, $0.title) }
    }
    return pane.rowType.map { columns($0) } ?? []
  }

  /// The columns by which a pane's rows are ordered.
  func sortColumns(of pane: Pane) -> [(code: String, title: Phrase)] { pane.isOrdered ? columns(of: pane) : [] }

  /// The column that a folded word of the heading means.
  func sortColumn(of pane: Pane, called word: String) -> String? {
    func column<Row: Fielded>(_ type: Row.Type) -> String? { type.fields(self).first { $0.isCalled(word) }?.code }
    guard pane.isOrdered, let type = pane.rowType else { return nil }
    return column(type)
  }

  /// The columns of a table with a mark on the heading of the one by which it is ordered first.
  func sortMarked(_ columns: [TableColumn], _ pane: Pane) -> [TableColumn] {
    guard let order = list(pane).columns.first,
      let place = columns.firstIndex(where: { column in
        let word = Search.folded(column.title.string).filter { $0 != " " }
        return !word.isEmpty && sortColumn(of: pane, called: word) == order.code
      })
    else { return columns }
    var columns = columns
    columns[place].sort = order.isDescending ? .descending : .ascending
    return columns
  }

  /// Orders a list by a column of it.
  mutating func order(_ pane: Pane, by code: String) {
    lists[pane, default: ListState()].order(by: code)
    if pane == .districts, let loaded { reorder(loaded.board) }
  }

  /// What is wrong with a pane's filter; nil: nothing.
  func filterFault(_ pane: Pane) -> QueryFault? {
    func fault<Row: Fielded>(_ type: Row.Type) -> QueryFault? {
      do throws(QueryFault) {
        _ = try RowQuery<Row>.test(filterText(pane), type.fields(self)) { _ in [] }
        return nil
      } catch { return error }
    }
    guard QueryToken.compares(list(pane).filter), let type = pane.rowType else { return nil }
    return fault(type)
  }

  /// The filter without what only some lists know.
  private func filterText(_ pane: Pane) -> String {
    pane == .files && onlyProblems ? String(list(pane).filter.drop { $0.isWhitespace }.dropFirst()) : list(pane).filter
  }

  /// Which rows a pane's filter keeps, where it compares columns: nil for a text that is looked for as it stands. Of one
  /// that is not finished, what can be used counts.
  func comparison<Row: Fielded>(
    _ pane: Pane, _ type: Row.Type, texts: @escaping (Row) -> [String]
  ) -> ((Row) -> Bool)? {
    let text = filterText(pane)
    guard QueryToken.compares(text) else { return nil }
    return RowQuery.usableTest(text, type.fields(self), texts: texts)
  }

  /// How a list is ordered, in words: `完成率 降序，状态 升序`.
  func orderLabel(_ pane: Pane) -> SafeText {
    let orders = list(pane).columns
    guard !orders.isEmpty else { return SortWord.label(list(pane).sort, pane).text(language) }
    let titles = columns(of: pane)
    let parts = orders.compactMap { order in
      titles.first { $0.code == order.code }.map { column in
        language(column.title) + (order.isDescending ? language(SortWord.descending) : language(SortWord.ascending))
      }
    }
    return parts.dropFirst().reduce(parts.first ?? "") { $0 + language(Phrase("，", ", ")) + $1 }
  }
}
