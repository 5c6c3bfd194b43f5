/// A figure that a page shows: what a person asks the origin of.
public enum Figure: Hashable, Sendable {
  /// A counted item in a district; the plan's city code: in the whole city.
  case counted(item: ItemID, district: DistrictCode)
  /// An institution's score, grade and trainees.
  case institution(String)
  /// The sums over a base's projects.
  case base(String)
  /// A project's money and stage.
  case project(String)
  /// A milestone or closing duty of a district; nil: of the city.
  case milestone(item: ItemID, district: DistrictCode?)
  /// A register's entries.
  case register(ItemID)

  /// The kind's name in reports.
  public var kind: String {
    switch self {
    case .counted: "counted"
    case .institution: "institution"
    case .base: "base"
    case .project: "project"
    case .milestone: "milestone"
    case .register: "register"
    }
  }
}
