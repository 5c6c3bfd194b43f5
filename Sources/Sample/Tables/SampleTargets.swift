import Policy

/// Targets of the districts: they add up to the city's where the plan sets one.
struct SampleTargets: Sendable {
  /// One row of the table.
  struct Row: Sendable {
    var district: String
    var item: String
    var target: Int64
    var owner: String
  }

  /// Every row, by district, then item.
  let rows: [Row]

  /// City sums of items that the plan leaves open but the districts have agreed on, with the owner.
  private static let agreed: [(item: String, sum: Int64, owner: String)] = [
    ("M01.11", 13_000, "职建科"), ("M08.04", 4_100, "职培中心"), ("M09.01", 840, "就促中心"), ("M09.03", 600, "就促中心"),
  ]

  /// Districts that have set themselves no target for an item.
  private static let without: [(item: String, districts: Set<String>)] = [
    ("M09.03", ["310101", "310116", "310151", "310118"])
  ]

  init(plan: Plan, options: SampleOptions) {
    let areas = Area.districts(of: plan)
    var rows: [Row] = []
    for item in plan.countedItems where item.split {
      let id = item.id.rawValue
      let agreed = SampleTargets.agreed.first { $0.item == id }
      guard let sum = item.target ?? agreed?.sum, sum > 0 else { continue }
      let without = SampleTargets.without.first { $0.item == id }?.districts ?? []
      var random = SampleRandom(seed: options.seed, "targets", id)
      let weights = areas.map { area in
        let jitter = random.real(0.93, 1.07)
        return without.contains(area.code) ? 0 : area.population * jitter
      }
      for (area, target) in zip(areas, SampleTargets.rounded(sum, weights: weights)) where target > 0 {
        rows.append(Row(district: area.code, item: id, target: target, owner: agreed?.owner ?? "职建科"))
      }
    }
    self.rows = rows.sorted { $0.district != $1.district ? $0.district < $1.district : $0.item < $1.item }
  }

  /// The district's target; nil where it has none.
  func target(item: String, district: String) -> Int64? {
    rows.first { $0.item == item && $0.district == district }?.target
  }

  /// One file for each district, and the units as offices write them.
  func tables() -> [SampleTable] {
    var tables: [SampleTable] = []
    for row in rows {
      if tables.last?.path != "targets/\(row.district).csv" {
        tables.append(SampleTable(path: "targets/\(row.district).csv", rows: [["区", "指标", "目标", "责任单位"]]))
      }
      tables[tables.count - 1].rows.append([row.district, row.item, String(row.target), row.owner])
    }
    return tables
  }

  /// Round figures; what is left over goes to the largest district.
  private static func rounded(_ sum: Int64, weights: [Double]) -> [Int64] {
    let unit: Int64 = sum >= 100_000 ? 100 : sum >= 10_000 ? 10 : 1
    var parts = apportion(sum / unit, weights: weights).map { $0 * unit }
    let rest = sum - parts.reduce(0, +)
    if let largest = parts.indices.max(by: { parts[$0] < parts[$1] }) { parts[largest] += rest }
    return parts
  }
}
