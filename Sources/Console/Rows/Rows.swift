import Policy

/// Identities of a list's rows, filtered and in order: navigation and drawing both go by them.
extension ConsoleState {
  /// The rows of a pane now; empty while nothing has been read.
  package func rows(of pane: Pane) -> [String] {
    guard let loaded else { return [] }
    let list = list(pane)
    let all: [String]
    switch pane {
    case .districts: all = districtOrder.map(\.rawValue)
    case .targets: all = targetRows(loaded, sort: list.sort)
    case .grades: all = institutionRows(loaded, district: currentDistrict?.district.code, sort: list.sort)
    case .funding: all = fundingRows(loaded, sort: list.sort)
    case .institutions: all = institutionRows(loaded, district: nil, sort: list.sort)
    case .bases: all = baseRows(loaded, sort: list.sort)
    case .projects: all = projectRows(loaded)
    case .files: all = fileRows(loaded, sort: list.sort)
    case .problems: all = problemRows(loaded)
    }
    guard !list.filter.isEmpty else { return all }
    let query = Search.folded(list.filter)
    return all.filter { Search.matches(query, in: searchTexts(pane, row: $0)) }
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

  /// What `/` and `f` look at in a row.
  func searchTexts(_ pane: Pane, row: String) -> [String] {
    guard let loaded else { return [] }
    switch pane {
    case .districts:
      return loaded.district(DistrictCode(rawValue: row)).map { Search.texts(of: $0.district) } ?? []
    case .targets:
      return loaded.item(ItemID(rawValue: row)).map { [$0.id.rawValue, $0.label.zh, $0.label.en, $0.short.zh, $0.short.en] } ?? []
    case .grades, .institutions:
      guard let board = loaded.board.institutions.first(where: { $0.institution.id == row }) else { return [] }
      let institution = board.institution
      return [institution.id, institution.name, institution.kind ?? "", board.grade.label(language).string]
        + (loaded.district(institution.district).map { Search.texts(of: $0.district) } ?? [])
    case .bases:
      guard let board = loaded.board.bases.first(where: { $0.base.id == row }) else { return [] }
      return [board.base.id, board.base.name, board.base.level ?? ""]
        + (loaded.district(board.base.district).map { Search.texts(of: $0.district) } ?? [])
    case .funding, .projects:
      for base in loaded.board.bases {
        guard let project = base.projects.first(where: { $0.project.id == row }) else { continue }
        return [project.project.id, project.project.name, base.base.name]
          + project.flags.map { language($0.word).string }
      }
      return []
    case .files: return [row]
    case .problems:
      guard let problem = problem(row: row, in: loaded) else { return [] }
      return [problem.path, problem.code.rawValue, language(ProblemWords.short(problem.code)).string, problem.column ?? ""]
    }
  }
}

extension Pane {
  /// How the list can be ordered; the first is how it starts.
  package var sortKeys: [SortKey] {
    switch self {
    case .districts: [.worst, .ratio, .code]
    case .targets: [.worst, .code]
    case .grades, .institutions: [.worst, .ratio, .size, .name, .code]
    case .funding: [.worst, .code]
    case .bases: [.worst, .size, .name, .code]
    case .files: [.name, .newest, .worst, .size]
    case .projects, .problems: [.code]
    }
  }
}
