/// What an item, of whatever kind, adds to the light of its measure (<doc:MeasureLightsRule>).
extension MeasureItem {
  /// The item's id.
  public var id: ItemID {
    switch self {
    case .counted(let id, _), .institutions(let id, _), .bases(let id, _): id
    case .milestone(let board): board.id
    case .register(let board): board.id
    }
  }

  /// The item's part in its measure's light; nil where it has none: a register without a stuck entry.
  public var light: Status? {
    switch self {
    case .counted(_, let status), .institutions(_, let status), .bases(_, let status): status
    case .milestone(let board):
      switch board.city.status {
      case .overdue: .lagging
      case .dueSoon: .watch
      case .open: .onPace
      case .done, .doneLate: .done
      }
    case .register(let board): board.stuck > 0 ? .watch : nil
    }
  }
}

extension MeasureBoard {
  /// A measure of `items`: its light is the worst of theirs, 未定目标 where none has one.
  public init(number: Int, items: [MeasureItem]) {
    self.init(number: number, status: Status(silent: false, items: items.compactMap(\.light)), items: items)
  }
}
