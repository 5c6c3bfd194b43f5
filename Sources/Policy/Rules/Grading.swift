/// Scores, grades and findings of training institutions (<doc:InstitutionGradingRule>).
extension Rubric {
  /// The grade of a whole score; 未评 while it is missing.
  ///
  /// - Parameters:
  ///   - hundredths: The sum of the latest scores in hundredths of a point; nil while a dimension has none.
  ///   - capped: An open veto holds the grade at D; an ungraded institution stays ungraded.
  public func grade(hundredths: Int?, capped: Bool) -> Grade {
    guard let hundredths else { return .ungraded }
    if capped || hundredths < floorC { return .d }
    if hundredths < floorB { return .c }
    return hundredths < floorA ? .b : .a
  }
}

/// What the records say about one institution through a day.
private struct InstitutionRecord {
  /// Latest score per dimension.
  var latest: [(day: Day, hundredths: Int)?]
  var openFindings = 0
  var openVeto = false

  init(dimensions: Int) { latest = Array(repeating: nil, count: dimensions) }

  mutating func add(_ row: ScoreRow) {
    guard latest.indices.contains(row.dimension) else { return }
    if let known = latest[row.dimension], row.date < known.day { return }
    latest[row.dimension] = (row.date, row.hundredths)
  }

  mutating func add(_ row: FindingRow, asOf day: Day) {
    if let resolved = row.resolved, resolved <= day { return }
    openFindings += 1
    if row.veto { openVeto = true }
  }

  /// The sum of the latest scores; nil while one is missing, or where the rubric has no dimension at all.
  var score: Int? {
    guard !latest.isEmpty else { return nil }
    var sum: Int64 = 0
    for value in latest {
      guard let value else { return nil }
      sum = sum.addingSaturated(Int64(value.hundredths))
    }
    return Int(sum)
  }
}

extension InstitutionBoard {
  /// Every institution as of `day`, in the order of the facts.
  static func all(plan: Plan, facts: Facts, asOf day: Day) -> [InstitutionBoard] {
    let rubric = plan.rubric
    var records = Array(
      repeating: InstitutionRecord(dimensions: rubric.dimensions.count), count: facts.institutions.count)
    let places = Dictionary(
      facts.institutions.enumerated().map { (TextKey($0.element.id), $0.offset) },
      uniquingKeysWith: { first, _ in first })
    for row in facts.scores where row.date <= day {
      if let place = places[TextKey(row.institution)] { records[place].add(row) }
    }
    for row in facts.findings where row.date <= day {
      if let place = places[TextKey(row.institution)] { records[place].add(row, asOf: day) }
    }
    return zip(facts.institutions, records).map { institution, record in
      let newest = record.latest.compactMap { $0?.day }.max()
      let score = record.score
      return InstitutionBoard(
        institution: institution, scoreHundredths: score, dimensions: record.latest.map { $0?.hundredths },
        grade: rubric.grade(hundredths: score, capped: record.openVeto), capped: record.openVeto,
        missing: record.latest.indices.filter { record.latest[$0] == nil },
        expired: newest.map { day > $0.adding(years: rubric.validYears) } ?? false, newestScore: newest,
        openFindings: record.openFindings,
        trained: facts.progress.trained(institution: institution.id, through: day))
    }
  }
}
