import Policy
import Screen

extension HeadWriter {
  /// The institutions per grade; their own page has the rest.
  func institutions() -> [HeadBlock] {
    var counts = GradeCounts()
    for institution in board.institutions { counts[institution.grade] += 1 }
    let isDefault = Line(language(DistrictWord.grades), .dim)
    return [
      HeadBlock(.facts([isDefault, GradeSummary.line(counts, language)])),
      HeadBlock(.text(Line(language(MeasureWord.opensInstitutions), .key)), rank: 1),
    ]
  }

  /// The sums over all projects; their own page has the rest.
  func bases() -> [HeadBlock] {
    let sum = FundingTotals.sum(of: board.bases)
    var facts = sum.projects > 0 ? FundingSummary.parts(sum, language) : [FundingSummary.line(sum, language)]
    facts.insert(Line(language(DistrictWord.funding), .dim), at: 0)
    facts += [
      labelled(
        DistrictWord.utilisation.phrase, Line(SafeText(Format.percent(FundingSummary.utilisation(sum))) + "%")),
      labelled(.flags, Line("\(sum.flags)", sum.flags > 0 ? .lagging : .text)),
    ]
    return [
      HeadBlock(.facts(facts)),
      HeadBlock(.text(Line(language(MeasureWord.opensBases), .key)), rank: 1),
    ]
  }
}

extension FundingTotals {
  /// Of all bases together.
  static func sum(of bases: [BaseBoard]) -> FundingTotals {
    var sum = FundingTotals()
    for base in bases {
      sum.approved += base.funding.approved
      sum.paid += base.funding.paid
      sum.spent += base.funding.spent
      sum.flags += base.funding.flags
      sum.projects += base.funding.projects
    }
    return sum
  }
}
