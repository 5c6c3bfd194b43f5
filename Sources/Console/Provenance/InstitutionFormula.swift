import Policy
import Screen

extension FormulaWriter {
  /// An institution's score, dimension by dimension, and the grade it gives (`rules.md`, Institution grading).
  func institution(_ id: String) -> [FormulaLine] {
    guard let board = board.institutions.first(where: { $0.institution.id == id }) else { return [] }
    let rubric = plan.rubric
    var lines = [
      FormulaLine(
        language(ProvenanceWord.grade), board.grade.label(language), note: gradeReason(board), role: board.grade.role),
      board.scoreHundredths == nil
        ? line(.score, "--", note: language(ProvenanceWord.missing))
        : sum(
          .score, Format.score(board.scoreHundredths), of: board.dimensions.map { Format.score($0) }, many: .partsSum),
    ]
    let latest = latestScores(id)
    for (index, dimension) in rubric.dimensions.enumerated() {
      let score = board.dimensions.indices.contains(index) ? board.dimensions[index] : nil
      let day = latest[index].map { language(ProvenanceWord.scoredOn) + SafeText(" " + $0.iso) }
      lines.append(
        FormulaLine(
          "  " + dimension.name.text(language), SafeText(Format.score(score)),
          note: SafeText("0..\(dimension.points)  ") + (day ?? language(ProvenanceWord.missing)),
          role: score == nil ? .watch : .text))
    }
    if let newest = board.newestScore {
      lines.append(
        line(
          .validUntil, newest.adding(years: rubric.validYears).iso,
          note: SafeText("\(newest.iso) + \(rubric.validYears) ") + language(ProvenanceWord.years),
          role: board.expired ? .watch : .text))
    }
    lines.append(line(.openFindings, String(board.openFindings), role: board.openFindings > 0 ? .watch : .text))
    let files = provenance?.files.compactMap { file -> String? in
      if file.table == "progress", case .count(let part) = file.value { Format.count(part) } else { nil }
    }
    lines.append(sum(.trained, Format.count(board.trained), of: files ?? [], many: .filesSum))
    return lines
  }

  private func gradeReason(_ board: InstitutionBoard) -> SafeText {
    let rubric = plan.rubric
    let mark = SafeText("  ") + language(ProvenanceWord.byDefault)
    if board.capped { return language(ProvenanceWord.veto) }
    let score = Format.score(board.scoreHundredths)
    switch board.grade {
    case .ungraded: return language(ProvenanceWord.missing)
    case .a: return SafeText("\(score) >= \(Format.score(rubric.floorA))") + mark
    case .b: return SafeText("\(Format.score(rubric.floorB)) <= \(score) < \(Format.score(rubric.floorA))") + mark
    case .c: return SafeText("\(Format.score(rubric.floorC)) <= \(score) < \(Format.score(rubric.floorB))") + mark
    case .d: return SafeText("\(score) < \(Format.score(rubric.floorC))") + mark
    }
  }

  /// The day of the score that counts, per dimension.
  private func latestScores(_ id: String) -> [Int: Day] {
    var latest: [Int: Day] = [:]
    for row in facts.scores where row.institution == id && row.date <= board.asOf {
      latest[row.dimension] = max(row.date, latest[row.dimension] ?? row.date)
    }
    return latest
  }
}
