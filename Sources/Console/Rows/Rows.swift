package import Policy

/// Identities of a list's rows, filtered and in order: navigation and drawing both go by them.
extension ConsoleState {
  /// The rows of a pane now; empty while nothing has been read.
  package func rows(of pane: Pane) -> [String] {
    guard let loaded else { return [] }
    switch pane {
    case .districts: return identities(pane, of: districtsInOrder(loaded), \.district.code.rawValue)
    case .targets: return identities(pane, of: targetRows(sort: list(pane).sort), \.id.rawValue)
    case .grades:
      let here = institutionRows(loaded, district: currentDistrict?.district.code, sort: list(pane).sort)
      return identities(pane, of: here, \.institution.id)
    case .institutions:
      return identities(pane, of: institutionRows(loaded, district: nil, sort: list(pane).sort), \.institution.id)
    case .funding: return identities(pane, of: fundingRows(loaded, sort: list(pane).sort), \.project.id)
    case .bases: return identities(pane, of: baseRows(loaded, sort: list(pane).sort), \.base.id)
    case .projects: return identities(pane, of: projectRows(), \.project.id)
    case .files: return identities(pane, of: fileRows(loaded, sort: list(pane).sort), \.path)
    case .problems: return identities(pane, of: problemRows(loaded), \.row)
    }
  }

  /// What matches the pane's filter, by identity.
  private func identities<Row: Searchable>(_ pane: Pane, of rows: [Row], _ identity: (Row) -> String) -> [String] {
    let query = Search.folded(list(pane).filter)
    guard !query.isEmpty else { return rows.map(identity) }
    return rows.filter { Search.matches(query, in: $0.searchTexts(self)) }.map(identity)
  }

  /// Which of the pane's rows hold the text, for finding.
  func matches(of text: String, in pane: Pane) -> [String] {
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
