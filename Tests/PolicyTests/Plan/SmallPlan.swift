/// The smallest plan that uses every part, for tests to break in one place. Its line numbers stand in the tests.
enum SmallPlan {
  static let text = """
    [plan]
    year = 2027
    city_code = "330200"
    title_zh = "提升方案"
    period_start = 2027-01-01
    period_end = 2027-12-31

    [[section]]
    number = 1
    title_zh = "第一章"

    [[measure]]
    number = 1
    section = 1
    title_zh = "措施一"

    [[measure.item]]
    id = "M01.01"
    kind = "counted"
    label_zh = "培训"
    target = 100

    [[measure.item]]
    id = "M01.02"
    kind = "milestone"
    label_zh = "文件"
    due = 2027-06-30

    [[measure.item]]
    id = "M01.03"
    kind = "register"
    label_zh = "台账"
    stages = ["一", "二"]

    [[closing]]
    id = "D00.01"
    label_zh = "区级目标"
    due = 2027-06-30

    [thresholds]
    on_pace = -5.0
    watch = -10.0

    [rubric]
    floors = { A = 90, B = 75, C = 60 }
    dimensions = [
      { name_zh = "甲", points = 60 },
      { name_zh = "乙", points = 40 },
    ]

    [funding]
    tiers_wan = [500, 300]

    [[district]]
    code = "330203"
    name = "海曙区"

    [[district]]
    code = "330212"
    name = "鄞州区"

    [[calendar]]
    date = 2027-01-01
    kind = "holiday"
    """

  /// The text with `old`, which must be there, replaced by `new` where it stands first.
  static func replacing(_ old: String, by new: String) -> String {
    text.contains(old) ? text.replacing(old, with: new, maxReplacements: 1) : "the small plan has no \(old)"
  }
}
