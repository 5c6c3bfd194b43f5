import Policy

/// Which rows of a table speak of a figure: what their key columns must hold.
struct FigureKeys: Sendable {
  /// A column and what its cell must be.
  struct Key: Sendable {
    var column: Int
    /// A row whose date cannot be read may still be one of the figure's, refused; one whose district cannot is nobody's.
    var mayBeUnreadable = false
    var isMet: @Sendable (Cell) -> Bool
  }

  let figure: Figure
  let lexicon: Lexicon
  let asOf: Day
  /// Projects of the figure's base, by id; empty for other figures.
  let projects: Set<String>

  /// The keys of a table's rows; nil where the table does not speak of the figure.
  func keys(of table: Table) -> [Key]? {
    switch (figure, table) {
    case (.counted(let item, let district), .progress):
      return [date(0), place(1, district), self.item(2, item, .counted)]
    case (.counted(let item, let district), .targets):
      return [text(0, [district.rawValue]), self.item(1, item, .counted)]
    // The calendar's working days, and the residents of all districts, are what the figure is divided by.
    case (.counted, .calendar), (.counted, .districts): return []
    case (.institution(let id), .institutions): return [text(0, [id])]
    case (.institution(let id), .scores), (.institution(let id), .findings): return [text(0, [id]), date(1)]
    case (.institution(let id), .progress):
      guard let first = lexicon.plan.countedItems.first?.id else { return nil }
      return [text(4, [id]), self.item(2, first, .counted), date(0)]
    case (.base(let id), .bases): return [text(0, [id])]
    case (.base(let id), .projects): return [text(1, [id]), date(3)]
    case (.project(let id), .projects): return [text(0, [id])]
    case (.base, .projectEvents), (.base, .payments), (.base, .spending): return [text(0, projects), date(1)]
    case (.project(let id), .projectEvents), (.project(let id), .payments), (.project(let id), .spending):
      return [text(0, [id]), date(1)]
    case (.milestone(let item, let district), .milestones):
      return [self.item(0, item, .milestone), milestonePlace(1, item, district)]
    case (.register(let item), .registers): return [self.item(0, item, .register), date(3)]
    default: return nil
    }
  }

  /// Whether all of a row's cells are as its table's keys ask.
  func areMet(_ cells: Cells, _ keys: [Key]) -> Bool {
    keys.allSatisfy { $0.isMet(cells.values.indices.contains($0.column) ? cells.values[$0.column] : .empty) }
  }

  private func date(_ column: Int) -> Key {
    Key(column: column, mayBeUnreadable: true) { [asOf] cell in
      guard case .day(let day) = cell else { return false }
      return day <= asOf
    }
  }

  private func text(_ column: Int, _ texts: Set<String>) -> Key {
    Key(column: column) { cell in
      guard case .text(let text) = cell else { return false }
      return texts.contains(text)
    }
  }

  private func item(_ column: Int, _ id: ItemID, _ use: ItemUse) -> Key {
    let place = lexicon.item(id.rawValue, use).map { Int64($0) }
    return Key(column: column) { cell in
      guard let place, case .number(let number) = cell else { return false }
      return number == place
    }
  }

  private func place(_ column: Int, _ code: DistrictCode) -> Key {
    if code == lexicon.plan.cityCode { return Key(column: column) { $0 != .empty } }
    return text(column, [code.rawValue])
  }

  /// The city's own rows name no district or the city; a closing duty has rows of districts only.
  private func milestonePlace(_ column: Int, _ item: ItemID, _ district: DistrictCode?) -> Key {
    if let district { return text(column, [district.rawValue]) }
    if lexicon.plan.closing.contains(where: { $0.id == item }) { return Key(column: column) { $0 != .empty } }
    let city = Cell.text(lexicon.plan.cityCode.rawValue)
    return Key(column: column) { $0 == .empty || $0 == city }
  }
}
