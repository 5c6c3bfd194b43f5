import Policy

/// High-skilled talent bases: invented, some in every district.
struct SampleBases: Sendable {
  /// One base.
  struct Row: Sendable {
    var id: String
    var name: String
    var district: String
    var level: String
    var host: String
    var category: String
    var recognisedOn: Day
  }

  /// Every base, by district, then number.
  let rows: [Row]

  private static let total: Int64 = 66
  private static let trades = ["智能制造", "轨道交通", "生物医药", "集成电路", "养老服务", "现代物流", "餐饮旅游", "船舶海工", "信息技术", "绿色能源"]
  private static let hosts: [(category: String, ending: String)] = [
    ("企业", "企业"), ("院校", "院校"), ("行业协会", "行业协会"), ("公共实训", "公共实训中心"),
  ]

  init(plan: Plan, options: SampleOptions) {
    let areas = Area.districts(of: plan)
    let levels = plan.funding.baseLevels
    let counts = apportion(SampleBases.total, weights: areas.map { $0.population + 600_000 })
    rows = zip(areas, counts).flatMap { area, count in
      var random = SampleRandom(seed: options.seed, "bases", area.code)
      let first = random.below(SampleBases.trades.count)
      return (0..<max(0, Int(count))).map { number in
        let trade = SampleBases.trades[(first + number * 3) % SampleBases.trades.count]
        let host = SampleBases.hosts[random.index(weights: [50, 28, 12, 10])]
        let level = levels.isEmpty ? "" : levels[random.chance(0.22) ? 0 : levels.count - 1]
        return Row(
          id: "JD\(area.code)-" + twoDigits(number + 1),
          name: "\(area.short)\(trade)高技能人才培养基地（示例\(twoDigits(number + 1))）", district: area.code, level: level,
          host: "\(area.short)\(trade)示例\(host.ending)", category: host.category,
          recognisedOn: plan.periodStart - random.whole(600, 4000))
      }
    }
  }

  /// One file of all bases.
  func tables() -> [SampleTable] {
    let lines = rows.map { row in
      [row.id, row.name, row.district, row.level, row.host, row.category, row.recognisedOn.iso]
    }
    return [SampleTable(path: "bases.csv", rows: [["编号", "名称", "区", "级别", "依托单位", "类别", "认定日期"]] + lines)]
  }
}
