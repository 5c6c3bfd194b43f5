/// A training institution (职业技能培训机构).
public struct Institution: Hashable, Sendable {
  /// Its id in the records.
  public var id: String
  /// Its name.
  public var name: String
  /// Its district, or the city.
  public var district: DistrictCode
  /// 类别: business scope and legal form, the second axis beside the grade. Nil where unknown.
  public var kind: String?
  /// The last day of its licence; nil where unknown.
  public var licensedUntil: Day?

  /// Every field.
  public init(id: String, name: String, district: DistrictCode, kind: String?, licensedUntil: Day?) {
    self.id = id
    self.name = name
    self.district = district
    self.kind = kind
    self.licensedUntil = licensedUntil
  }
}

/// A row of `scores`.
public struct ScoreRow: Hashable, Sendable {
  /// The institution's id.
  public var institution: String
  /// When it was scored.
  public var date: Day
  /// Index into the rubric's dimensions.
  public var dimension: Int
  /// Hundredths of a point, 0…the dimension's points × 100.
  public var hundredths: Int
  /// 依据; nil where the file has none.
  public var evidence: String?

  /// Every field.
  public init(institution: String, date: Day, dimension: Int, hundredths: Int, evidence: String?) {
    self.institution = institution
    self.date = date
    self.dimension = dimension
    self.hundredths = hundredths
    self.evidence = evidence
  }
}

/// A row of `findings`: an inspection found something.
public struct FindingRow: Hashable, Sendable {
  /// The institution's id.
  public var institution: String
  /// When it was found.
  public var date: Day
  /// What was found.
  public var kind: String
  /// 一票否决: caps the grade at D until it is resolved.
  public var veto: Bool
  /// 销号日期; nil while it is open.
  public var resolved: Day?
  /// A note; nil where the file has none.
  public var note: String?

  /// Every field.
  public init(institution: String, date: Day, kind: String, veto: Bool, resolved: Day?, note: String?) {
    self.institution = institution
    self.date = date
    self.kind = kind
    self.veto = veto
    self.resolved = resolved
    self.note = note
  }
}
