import Policy

/// Training institutions: invented, about one for every 75,000 residents, the most in the large districts.
struct SampleInstitutions: Sendable {
  /// How an institution is meant to come out.
  enum Outcome: Int, Sendable, Hashable, CaseIterable {
    case a, b, c, d, ungraded
  }

  /// One institution.
  struct Row: Sendable {
    var id: String
    var name: String
    var district: String
    var kind: String
    var licensedUntil: Day?
    /// What its scores shall add up to.
    var outcome: Outcome
  }

  /// Every institution, by district, then number.
  let rows: [Row]

  /// Classes by legal form, and how a name of that class ends.
  private static let kinds: [(name: String, ending: String, weight: Double)] = [
    ("民办职业培训学校", "职业技能培训学校", 52), ("企业培训中心", "企业培训中心", 18), ("职业院校", "职业院校培训部", 12),
    ("社会团体", "行业协会培训中心", 8), ("公共实训机构", "公共实训中心", 4), ("技工院校", "技工院校培训部", 6),
  ]

  private static let total: Int64 = 328

  init(plan: Plan, options: SampleOptions) {
    let areas = Area.districts(of: plan)
    let counts = apportion(SampleInstitutions.total, weights: areas.map { $0.population + 150_000 })
    let today = max(plan.periodStart, min(options.through, plan.periodEnd))
    rows = zip(areas, counts).flatMap { area, count in
      var random = SampleRandom(seed: options.seed, "institutions", area.code)
      return (1...max(1, Int(count))).map { number in
        let kind = SampleInstitutions.kinds[random.index(weights: SampleInstitutions.kinds.map(\.weight))]
        let lapsed = random.chance(0.07)
        // Only private schools hold a licence that ends.
        let licence = today + (lapsed ? -random.whole(5, 200) : random.whole(30, 1400))
        let digits = String(number)
        return Row(
          id: "JG\(area.code)-" + String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits,
          name: "\(area.short)第\(number)\(kind.ending)（示例）", district: area.code, kind: kind.name,
          licensedUntil: kind.name == "民办职业培训学校" ? licence : nil,
          outcome: Outcome(rawValue: random.index(weights: [15, 45, 25, 5, 10])) ?? .ungraded)
      }
    }
  }

  /// Ids by district.
  var ids: [String: [String]] { Dictionary(grouping: rows, by: \.district).mapValues { $0.map(\.id) } }

  /// The header and a line for each institution.
  var lines: [[String]] {
    [["编号", "名称", "区", "类别", "许可有效期"]]
      + rows.map { [$0.id, $0.name, $0.district, $0.kind, $0.licensedUntil?.iso ?? ""] }
  }

  /// One file of all institutions.
  func tables() -> [SampleTable] {
    var lines = lines
    // The same institution twice: the first counts.
    if let first = rows.first { lines.append([first.id, first.name, first.district, first.kind, ""]) }
    return [SampleTable(path: "institutions.csv", rows: lines)]
  }
}
