package import Policy

extension ConsoleState {
  /// The figure of the selected row; nil where the row is none, as on the data page.
  ///
  /// A district's row on the overview is its worst item.
  package var figureUnderCursor: Figure? {
    guard let loaded, let row = selectedRow(of: focusedPane) else { return nil }
    switch focusedPane {
    case .tiles: return loaded.district(DistrictCode(rawValue: row)).flatMap { figure(onMapOf: $0) }
    case .districts:
      let code = DistrictCode(rawValue: row)
      guard let district = loaded.district(code), let item = district.worstItem ?? district.items.first else {
        return nil
      }
      return .counted(item: item.id, district: code)
    case .targets, .trend:
      return currentDistrict.map { .counted(item: ItemID(rawValue: row), district: $0.district.code) }
    case .grades, .institutions: return .institution(row)
    case .funding, .projects: return .project(row)
    case .bases: return .base(row)
    case .measures: return loaded.figure(ofItem: ItemID(rawValue: row))
    case .parts: return figure(ofPart: row, loaded)
    case .queue: return queueCase.flatMap { figure(of: $0) }
    case .promises:
      return promise(row: row).map { .counted(item: $0.promise.commitment.item, district: $0.district) }
    case .timeline: return queueCase.flatMap { figure(of: $0) }
    case .senders, .files, .problems: return nil
    }
  }

  /// The figure that a case is about: of several items the gravest.
  func figure(of own: Case) -> Figure? {
    let district = own.subject.district
    switch own.subject.condition {
    case .lagging:
      var item = own.items.first
      if case .lagging(let worst)? = triage.places[own.number]?.severity { item = worst.item ?? item }
      return item.map { .counted(item: $0, district: district) }
    case .milestone(let item): return .milestone(item: item, district: district)
    case .project(_, let project): return .project(project)
    case .institution(let id): return .institution(id)
    case .silence: return nil
    }
  }

  /// A district's part of an item, or the item whose due day or entry it is.
  private func figure(ofPart row: String, _ loaded: Loaded) -> Figure? {
    let parts = measureParts(loaded)
    switch parts.parts.first(where: { $0.row == row }) {
    case .line(.item(let id)): return loaded.figure(ofItem: id)
    case .due, .entry: return parts.item.flatMap { loaded.figure(ofItem: $0.id) }
    case .district(let code):
      switch parts.item?.kind {
      case .counted: return parts.item.map { .counted(item: $0.id, district: code) }
      case .milestone: return parts.item.map { .milestone(item: $0.id, district: code) }
      case .register, .institution, .base, nil: return nil
      }
    case .line, nil: return nil
    }
  }
}

extension DetailState.Subject {
  /// The figure whose row it is; nil for files and problems.
  var figure: Figure? {
    switch self {
    case .item(let item, let district): .counted(item: item, district: district)
    case .institution(let id): .institution(id)
    case .base(let id): .base(id)
    case .project(let id): .project(id)
    case .file, .problem, .caseFile: nil
    }
  }
}
