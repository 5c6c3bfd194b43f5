/// An institution's grade (分级).
public enum Grade: String, Hashable, Sendable, CaseIterable {
  /// 90 points and more by the default rubric: 10 % random checks a year, new classes as usual.
  case a = "A"
  /// 75 points and more: 30 % random checks, new classes as usual.
  case b = "B"
  /// 60 points and more: 60 % random checks, new classes with sampled verification.
  case c = "C"
  /// Below C, or capped by an open veto: checked in full, new classes suspended until re-inspection.
  case d = "D"
  /// 未评: a dimension has no score yet.
  case ungraded
}

/// Institutions per grade.
public struct GradeCounts: Hashable, Sendable {
  /// Institutions in the order of ``Grade``'s cases.
  private var counts: [Int]

  /// None yet.
  public init() { counts = Array(repeating: 0, count: Grade.allCases.count) }

  /// How many have the grade.
  public subscript(grade: Grade) -> Int {
    get { counts[GradeCounts.index(grade)] }
    set { counts[GradeCounts.index(grade)] = newValue }
  }

  /// How many there are.
  public var total: Int { counts.reduce(0, +) }

  private static func index(_ grade: Grade) -> Int {
    switch grade {
    case .a: 0
    case .b: 1
    case .c: 2
    case .d: 3
    case .ungraded: 4
    }
  }
}

/// How an institution stands.
public struct InstitutionBoard: Hashable, Sendable {
  /// The institution.
  public var institution: Institution
  /// Sum of the latest scores in hundredths of a point; nil while a dimension is missing.
  public var scoreHundredths: Int?
  /// Latest score per rubric dimension in hundredths of a point; nil where missing.
  public var dimensions: [Int?]
  /// Its grade, after the cap.
  public var grade: Grade
  /// An open veto caps it.
  public var capped: Bool
  /// Indices of rubric dimensions without a score.
  public var missing: [Int]
  /// The newest score is too old.
  public var expired: Bool
  /// The newest score's day; nil where there is none.
  public var newestScore: Day?
  /// Unresolved findings, veto or not.
  public var openFindings: Int
  /// Trainees of the first counted item whose rows name its id.
  public var trained: Int64

  /// Every field.
  public init(
    institution: Institution, scoreHundredths: Int?, dimensions: [Int?], grade: Grade, capped: Bool, missing: [Int],
    expired: Bool, newestScore: Day?, openFindings: Int, trained: Int64
  ) {
    self.institution = institution
    self.scoreHundredths = scoreHundredths
    self.dimensions = dimensions
    self.grade = grade
    self.capped = capped
    self.missing = missing
    self.expired = expired
    self.newestScore = newestScore
    self.openFindings = openFindings
    self.trained = trained
  }
}
