extension JudgementReader {
  /// Funding rules as far as they are known; what came first stays.
  struct Funding {
    var tiers: [Money]?
    var maxProjects: Int?
    var graceDays: Int?
    var idleMonths: Int?
    var costLines: [String]?
    var baseLevels: [String]?

    /// The rules, once every one of them is known.
    var whole: FundingRules? {
      guard let tiers, let maxProjects, let graceDays, let idleMonths, let costLines, let baseLevels else { return nil }
      return FundingRules(
        tiers: tiers, maxProjectsPerBaseYear: maxProjects, evaluationGraceDays: graceDays,
        idleAfterMonths: idleMonths, costLines: costLines, baseLevels: baseLevels)
    }

    /// Takes what is not known yet from `fields`: `[funding]` or a base item, which name the levels differently.
    mutating func fill(from fields: Fields, levels: String) {
      let amounts = fields.someHundredthsIfPresent("tiers_wan", in: 1...100_000_000_000)
      tiers = tiers ?? amounts?.map { Money(hundredths: $0) }
      let most = fields.wholeIfPresent("max_projects_per_base_year", in: 1...10_000)
      maxProjects = maxProjects ?? most.map { Int($0) }
      let known = fields.someTextsIfPresent(levels)
      baseLevels = baseLevels ?? known
      guard levels == "base_levels" else { return }
      graceDays = fields.wholeIfPresent("evaluation_grace_days", in: 0...3660).map { Int($0) }
      idleMonths = fields.wholeIfPresent("idle_after_months", in: 0...1200).map { Int($0) }
      costLines = fields.someTextsIfPresent("cost_lines")
    }
  }
}
