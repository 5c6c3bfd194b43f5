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

/// What the records say about one institution, in the order of the days.
private struct InstitutionHistory {
  var scores: [(day: Day, dimension: Int, hundredths: Int)] = []
  var findings: [(day: Day, resolved: Day?, veto: Bool)] = []
  /// What it trained through each day on which it trained.
  var trained: [ProgressTotals.DayCount] = []

  /// The days in order; rows of one day stay in theirs, so that the later one counts.
  mutating func settle() {
    scores = InstitutionHistory.inOrder(scores, \.day)
    findings = InstitutionHistory.inOrder(findings, \.day)
  }

  /// Findings of `day` or before that are not resolved by then.
  func openFindings(asOf day: Day) -> Int { open(asOf: day).count { _ in true } }

  /// One of them is a veto.
  func isVetoed(asOf day: Day) -> Bool { open(asOf: day).contains { $0.veto } }

  private func open(asOf day: Day) -> some Sequence<(day: Day, resolved: Day?, veto: Bool)> {
    findings.lazy.prefix { $0.day <= day }.filter { $0.resolved.map { $0 > day } ?? true }
  }

  private static func inOrder<Row>(_ rows: [Row], _ day: (Row) -> Day) -> [Row] {
    guard zip(rows, rows.dropFirst()).contains(where: { day($1) < day($0) }) else { return rows }
    return rows.enumerated().sorted { a, b in
      let (x, y) = (day(a.element), day(b.element))
      return x == y ? a.offset < b.offset : x < y
    }.map(\.element)
  }

  func trained(through day: Day) -> Int64 {
    var (low, high) = (0, trained.count)
    while low < high {
      let middle = low + (high - low) / 2
      if trained[middle].day <= day { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? trained[low - 1].count : 0
  }
}

/// The rows of all institutions, brought to them once, and the boards that they give on a day.
struct InstitutionHistories {
  private let rubric: Rubric
  private let institutions: [Institution]
  private var histories: [InstitutionHistory]

  init(plan: Plan, facts: Facts) {
    rubric = plan.rubric
    institutions = facts.institutions
    histories = facts.institutions.map { institution in
      var history = InstitutionHistory()
      var total: Int64 = 0
      history.trained = (facts.progress.trained[institution.id] ?? []).map { sum in
        total = total.addingSaturated(sum.count)
        return ProgressTotals.DayCount(day: sum.day, count: total)
      }
      return history
    }
    guard !(facts.scores.isEmpty && facts.findings.isEmpty) else { return }
    let places = Dictionary(
      facts.institutions.enumerated().map { (TextKey($0.element.id), $0.offset) },
      uniquingKeysWith: { first, _ in first })
    for row in facts.scores where rubric.dimensions.indices.contains(row.dimension) {
      guard let place = places[TextKey(row.institution)] else { continue }
      histories[place].scores.append((row.date, row.dimension, row.hundredths))
    }
    for row in facts.findings {
      guard let place = places[TextKey(row.institution)] else { continue }
      histories[place].findings.append((row.date, row.resolved, row.veto))
    }
    for place in histories.indices { histories[place].settle() }
  }

  /// Every institution as of `day`, in the order of the facts.
  func boards(asOf day: Day) -> [InstitutionBoard] {
    zip(institutions, histories).map { board($0, $1, asOf: day) }
  }

  /// The institutions with a veto that is open on `day`, in the order of the facts.
  func capped(asOf day: Day) -> [Institution] {
    zip(institutions, histories).compactMap { $1.isVetoed(asOf: day) ? $0 : nil }
  }

  private func board(_ institution: Institution, _ history: InstitutionHistory, asOf day: Day) -> InstitutionBoard {
    var dimensions: [Int?] = Array(repeating: nil, count: rubric.dimensions.count)
    var newest: Day?
    for score in history.scores.prefix(while: { $0.day <= day }) {
      dimensions[score.dimension] = score.hundredths
      newest = score.day
    }
    let open = history.openFindings(asOf: day)
    let veto = history.isVetoed(asOf: day)
    let score = InstitutionHistories.sum(dimensions)
    return InstitutionBoard(
      institution: institution, scoreHundredths: score, dimensions: dimensions,
      grade: rubric.grade(hundredths: score, capped: veto), capped: veto,
      missing: dimensions.indices.filter { dimensions[$0] == nil },
      expired: newest.map { day > $0.adding(years: rubric.validYears) } ?? false, newestScore: newest,
      openFindings: open, trained: history.trained(through: day))
  }

  /// The sum of the latest scores; nil while one is missing, or where the rubric has no dimension at all.
  private static func sum(_ dimensions: [Int?]) -> Int? {
    guard !dimensions.isEmpty else { return nil }
    var sum: Int64 = 0
    for value in dimensions {
      guard let value else { return nil }
      sum = sum.addingSaturated(Int64(value))
    }
    return Int(sum)
  }
}
