import Policy

/// A row of the measures page: a measure, one of its items, or a closing duty.
enum MeasureRow: Hashable {
  case measure(Int)
  case item(ItemID)

  /// The row's identity: an item's id, or the measure's number behind a sign that no id begins with.
  var row: String {
    switch self {
    case .measure(let number): "#\(number)"
    case .item(let id): id.rawValue
    }
  }
}

extension MeasureRow: Searchable {
  func searchTexts(_ state: ConsoleState) -> [String] {
    guard let loaded = state.loaded else { return [row] }
    switch self {
    case .measure(let number):
      let measure = loaded.snapshot.plan.measures.first { $0.number == number }
      return [measure?.ordinal ?? "", measure?.title.zh ?? "", measure?.title.en ?? ""]
    case .item(let id):
      let item = loaded.planItem(id)
      return [id.rawValue, item?.label.zh ?? "", item?.label.en ?? "", item?.short.zh ?? "", item?.short.en ?? ""]
    }
  }
}

extension ConsoleState {
  /// Every measure with its items in the plan's order, then the closing duties.
  func measureRows(_ loaded: Loaded) -> [MeasureRow] {
    let plan = loaded.snapshot.plan
    return plan.measures.flatMap { [.measure($0.number)] + $0.items.map { .item($0.id) } }
      + plan.closing.map { .item($0.id) }
  }
}

extension Loaded {
  /// An item of a measure, or a closing duty.
  func planItem(_ id: ItemID) -> Item? { item(id) ?? snapshot.plan.closing.first { $0.id == id } }

  /// The city's figure of an item; nil where its kind has none of its own.
  func figure(ofItem id: ItemID) -> Figure? {
    switch planItem(id)?.kind {
    case .counted: .counted(item: id, district: snapshot.plan.cityCode)
    case .milestone: .milestone(item: id, district: nil)
    case .register: .register(id)
    case .institution, .base, nil: nil
    }
  }
}
