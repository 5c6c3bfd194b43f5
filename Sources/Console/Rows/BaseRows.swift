import Policy

extension ConsoleState {
  /// Projects of the current district's bases: flagged first, then by id.
  func fundingRows(_ loaded: Loaded, sort: SortKey) -> [String] {
    guard let code = currentDistrict?.district.code else { return [] }
    let projects = loaded.board.bases.filter { $0.base.district == code }.flatMap(\.projects)
    return ConsoleState.ordered(projects, sort: sort)
  }

  /// Bases: most flags first, most money first, by name or by id.
  func baseRows(_ loaded: Loaded, sort: SortKey) -> [String] {
    let all = loaded.board.bases
    let sorted: [BaseBoard]
    switch sort {
    case .code: sorted = all
    case .name: sorted = all.sorted(by: ConsoleState.before(\.base.name, \.base.id))
    case .size:
      sorted = all.sorted(by: ConsoleState.before({ 0 &- $0.funding.approved.hundredths }, \.base.id))
    default: sorted = all.sorted(by: ConsoleState.before({ -$0.funding.flags }, \.base.id))
    }
    return sorted.map(\.base.id)
  }

  /// Projects of the selected base: flagged first.
  func projectRows(_ loaded: Loaded) -> [String] {
    guard let base = currentBase else { return [] }
    return ConsoleState.ordered(base.projects, sort: .worst)
  }

  private static func ordered(_ projects: [ProjectBoard], sort: SortKey) -> [String] {
    guard sort != .code else { return projects.map(\.project.id).sorted() }
    return projects.sorted(by: before({ -$0.flags.count }, \.project.id)).map(\.project.id)
  }
}
