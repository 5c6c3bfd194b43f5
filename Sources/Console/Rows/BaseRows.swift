import Policy

extension ConsoleState {
  /// Projects of the current district's bases: flagged first, then by id.
  func fundingRows(_ loaded: Loaded, sort: SortKey) -> [ProjectBoard] {
    guard let code = currentDistrict?.district.code else { return [] }
    let projects = loaded.board.bases.filter { $0.base.district == code }.flatMap(\.projects)
    return ConsoleState.ordered(projects, sort: sort)
  }

  /// Bases: most flags first, most money first, by name or by id.
  func baseRows(_ loaded: Loaded, sort: SortKey) -> [BaseBoard] {
    let all = loaded.board.bases
    switch sort {
    case .code: return all
    case .name: return all.sorted(by: ConsoleState.before(\.base.name, \.base.id))
    case .size:
      return all.sorted(by: ConsoleState.before({ 0 &- $0.funding.approved.hundredths }, \.base.id))
    default: return all.sorted(by: ConsoleState.before({ -$0.funding.flags }, \.base.id))
    }
  }

  /// Projects of the selected base: flagged first.
  func projectRows() -> [ProjectBoard] {
    guard let base = currentBase else { return [] }
    return ConsoleState.ordered(base.projects, sort: .worst)
  }

  private static func ordered(_ projects: [ProjectBoard], sort: SortKey) -> [ProjectBoard] {
    if sort == .code { return projects.sorted { $0.project.id < $1.project.id } }
    return projects.sorted(by: before({ -$0.flags.count }, \.project.id))
  }
}
