import Policy

extension ConsoleState {
  /// Institutions of a district, or of all: those that need attention first, lowest score, largest, by name or by id.
  func institutionRows(_ loaded: Loaded, district: DistrictCode?, sort: SortKey) -> [InstitutionBoard] {
    let all =
      district.map { code in loaded.board.institutions.filter { $0.institution.district == code } }
      ?? loaded.board.institutions
    switch sort {
    case .code: return all
    case .name: return all.sorted(by: ConsoleState.before(\.institution.name, \.institution.id))
    case .size: return all.sorted(by: ConsoleState.before({ -$0.trained }, \.institution.id))
    case .ratio:
      return all.sorted(by: ConsoleState.before({ $0.scoreHundredths ?? Int.max }, \.institution.id))
    default:
      return all.sorted { a, b in
        let (x, y) = (a.concern(asOf: loaded.board.asOf), b.concern(asOf: loaded.board.asOf))
        if x != y { return x > y }
        return ConsoleState.before({ $0.scoreHundredths ?? Int.max }, \.institution.id)(a, b)
      }
    }
  }
}

extension InstitutionBoard {
  /// How much the institution needs attention: veto, D, lapsed licence, expired grade, open findings, C, ungraded.
  fileprivate func concern(asOf day: Day) -> Int {
    var points = capped ? 64 : 0
    if grade == .d { points += 32 }
    if let until = institution.licensedUntil, until < day { points += 16 }
    if expired { points += 8 }
    if openFindings > 0 { points += 4 }
    if grade == .c { points += 2 }
    if grade == .ungraded { points += 1 }
    return points
  }
}
