/// What a case is about: one place and one condition (<doc:TriageRule>). While a case of a subject lives, no other is
/// opened for it.
public struct CaseSubject: Hashable, Sendable {
  /// The district; the city by its own code.
  public var district: DistrictCode
  /// What is wrong there.
  public var condition: CaseCondition

  /// Place and condition.
  public init(_ district: DistrictCode, _ condition: CaseCondition) {
    self.district = district
    self.condition = condition
  }
}

/// What opens a case.
public enum CaseCondition: Hashable, Sendable {
  /// Counted items lag (滞后): one case lists all of the place's lagging items.
  case lagging
  /// The district does not report (失联).
  case silence
  /// A milestone or a closing duty is overdue (逾期).
  case milestone(ItemID)
  /// A project of base funding carries a flag.
  case project(base: String, project: String)
  /// An institution has a veto finding that is not resolved (一票否决).
  case institution(String)
}

extension CaseSubject: CustomStringConvertible {
  /// The subject as one text, the same on every machine: the store's key. Parts are set apart by a tab, which no
  /// accepted id holds.
  public var description: String {
    switch condition {
    case .lagging: "\(district)\tlagging"
    case .silence: "\(district)\tsilence"
    case .milestone(let item): "\(district)\tmilestone\t\(item)"
    case .project(let base, let project): "\(district)\tproject\t\(base)\t\(project)"
    case .institution(let id): "\(district)\tinstitution\t\(id)"
    }
  }

  /// Reads ``description`` back; nil where it is none.
  public init?(_ text: String) {
    let parts = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 2 else { return nil }
    district = DistrictCode(rawValue: parts[0])
    switch (parts[1], parts.count) {
    case ("lagging", 2): condition = .lagging
    case ("silence", 2): condition = .silence
    case ("milestone", 3): condition = .milestone(ItemID(rawValue: parts[2]))
    case ("project", 4): condition = .project(base: parts[2], project: parts[3])
    case ("institution", 3): condition = .institution(parts[2])
    default: return nil
    }
  }
}
