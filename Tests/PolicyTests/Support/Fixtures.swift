import Policy

let huangpu = DistrictCode(rawValue: "310101")
let xuhui = DistrictCode(rawValue: "310104")
let pudong = DistrictCode(rawValue: "310115")
let city = DistrictCode(rawValue: "310000")
let training = ItemID(rawValue: "M01.01")

func district(_ code: String, _ name: String, _ population: Int64?) -> District {
  District(
    code: DistrictCode(rawValue: code), name: name, short: name, pinyin: "", initials: "", population: population,
    tileRow: nil, tileColumn: nil)
}

/// Three districts, so that sums can be worked by hand.
let three = [district("310101", "黄浦", 1), district("310104", "徐汇", 2), district("310115", "浦东", 3)]

/// Residents at the end of 2024.
let sixteen = [
  district("310101", "黄浦", 503_400), district("310104", "徐汇", 1_099_300), district("310105", "长宁", 685_300),
  district("310106", "静安", 929_300), district("310107", "普陀", 1_248_700), district("310109", "虹口", 679_900),
  district("310110", "杨浦", 1_199_700), district("310112", "闵行", 2_725_000), district("310113", "宝山", 2_263_900),
  district("310114", "嘉定", 1_890_400), district("310115", "浦东", 5_785_800), district("310116", "金山", 812_300),
  district("310117", "松江", 1_958_900), district("310118", "青浦", 1_287_700), district("310120", "奉贤", 1_139_500),
  district("310151", "崇明", 593_500),
]

func item(
  _ id: String, _ kind: ItemKind = .counted, target: Int64? = nil, split: Bool = false, stages: [String] = [],
  due: Day? = nil
) -> Item {
  let name = Bilingual(zh: id, en: id)
  return Item(
    id: ItemID(rawValue: id), kind: kind, label: name, short: name, target: target, split: split, stages: stages,
    due: due)
}

/// A plan for 2026 with the default thresholds, the default rubric and the published funding rules.
func plan(
  measures: [[Item]], closing: [Item] = [], thresholds: Thresholds = .standard, districts: [District] = three
) throws -> Plan {
  func both(_ text: String) -> Bilingual { Bilingual(zh: text, en: text) }
  let points = [20, 20, 15, 25, 20]
  return Plan(
    document: PlanDocument(number: "沪人社职〔2026〕79号", title: both("方案"), issuer: both("人社局")), year: 2026,
    periodStart: try day("2026-01-01"), periodEnd: try day("2026-12-31"), cityCode: city, cityName: both("市本级"),
    formerCodes: [:], sections: [],
    measures: measures.enumerated().map { index, items in
      Measure(number: index + 1, ordinal: "", section: 1, title: both("措施"), level: .both, items: items)
    },
    closing: closing, thresholds: thresholds,
    rubric: Rubric(
      dimensions: points.enumerated().map { Rubric.Dimension(name: both("维度\($0.offset)"), points: $0.element) },
      floorA: 9000, floorB: 7500, floorC: 6000, validYears: 3),
    funding: FundingRules(
      tiers: [money(500), money(300), money(100)], maxProjectsPerBaseYear: 4, evaluationGraceDays: 90,
      idleAfterMonths: 6, costLines: ["实训设备购置", "技能评价"], baseLevels: ["国家级", "市级"]),
    districts: districts, calendar: try calendar2026())
}

/// Whole 万元.
func money(_ amount: Int64) -> Money { Money(hundredths: amount * 100) }

/// Facts without a row.
func facts(of plan: Plan) -> Facts {
  Facts(
    districts: plan.districts, calendar: WorkCalendar(plan.calendar),
    progress: ProgressTotals(plan: plan, districts: plan.districts))
}

extension Facts {
  /// Adds a progress row; an unknown place or item adds nothing.
  mutating func count(_ count: Int64, _ item: ItemID = training, in district: DistrictCode, on day: Day) {
    guard let row = progress.index(of: district), let column = progress.index(of: item) else { return }
    progress.add(district: row, item: column, day: day - progress.start, count: count)
  }

  /// Adds a target.
  mutating func target(_ target: Int64, _ item: ItemID = training, for district: DistrictCode) {
    targets[TargetKey(district: district, item: item)] = TargetRow(target: target, owner: nil)
  }
}

extension Board {
  /// A district's counted item; nil where there is none.
  func item(_ id: ItemID = training, in district: DistrictCode) -> ItemProgress? {
    districts.first { $0.district.code == district }?.items.first { $0.id == id }
  }
}
