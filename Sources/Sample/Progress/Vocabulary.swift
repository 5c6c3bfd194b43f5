/// The words of a progress row beside its date, district, item and count. All invented or general terms.
struct Details: Sendable, Hashable {
  var institution = ""
  var occupation = ""
  var level = ""
  var kind = ""
  var group = ""
  var field = ""
  var mode = ""

  /// What the column says; empty for date, district, item and count.
  func text(of column: FileStyle.Column) -> String {
    switch column {
    case .institution: institution
    case .occupation: occupation
    case .level: level
    case .kind: kind
    case .group: group
    case .field: field
    case .mode: mode
    case .date, .district, .item, .count: ""
    }
  }
}

/// Draws the words of rows.
struct Vocabulary: Sendable {
  /// Ids of the district's institutions, the busiest first; may be empty.
  var institutions: [String]
  /// The district's short name, for free-text names.
  var short: String

  /// An occupation and the key field (重点领域) that it belongs to.
  private static let occupations: [(name: String, field: String, weight: Double)] = [
    ("人工智能训练师", "人工智能", 9), ("工业机器人系统操作员", "人工智能", 5), ("无人机驾驶员", "人工智能", 3),
    ("半导体芯片制造工", "集成电路", 7), ("电子产品制版工", "集成电路", 4), ("药物制剂工", "生物医药", 6),
    ("医药商品购销员", "生物医药", 4), ("养老护理员", "养老护理", 11), ("健康照护师", "养老护理", 5),
    ("家政服务员", "家政服务", 7), ("育婴员", "家政服务", 5), ("电工", "其他", 7), ("焊工", "其他", 3),
    ("数控车工", "其他", 3), ("汽车维修工", "其他", 3), ("中式烹调师", "其他", 4), ("西式面点师", "其他", 3),
    ("物流服务师", "其他", 3), ("互联网营销师", "其他", 5), ("消防设施操作员", "其他", 4), ("起重装卸机械操作工", "其他", 2),
    ("制冷空调系统安装维修工", "其他", 2), ("网约配送员", "其他", 3), ("咖啡师", "其他", 2),
  ]
  private static let weights = occupations.map(\.weight)
  private static let lower = ["五级/初级工", "四级/中级工", "三级/高级工", "专项职业能力"]
  private static let higher = ["三级/高级工", "二级/技师", "一级/高级技师"]
  private static let groups = ["企业职工", "高校毕业生", "农民工", "登记失业人员", "其他"]
  private static let groupWeights = [46.0, 18, 14, 12, 10]
  private static let keyFields = ["人工智能", "集成电路", "生物医药", "养老护理", "家政服务"]

  /// The words of one row.
  func details(_ words: Series.Words, _ random: inout SampleRandom) -> Details {
    var row = Details()
    let occupation = Vocabulary.occupations[random.index(weights: Vocabulary.weights)]
    let group = Vocabulary.groups[random.index(weights: Vocabulary.groupWeights)]
    let lower = Vocabulary.lower[random.index(weights: [30, 36, 18, 16])]
    let higher = Vocabulary.higher[random.index(weights: [74, 20, 6])]
    switch words {
    case .classes:
      row = Details(
        institution: institution(&random), occupation: occupation.name, level: lower,
        kind: ["补贴目录培训", "企业职工培训", "定向培训", "项目化培训", "新技能培训"][random.index(weights: [44, 26, 11, 11, 8])],
        group: group, field: occupation.field, mode: random.chance(0.82) ? "线下" : "混合")
    case .onlineClasses:
      row = Details(
        institution: institution(&random), occupation: occupation.name, level: lower,
        kind: random.chance(0.62) ? "互联网+" : "企业职工培训", group: group, field: occupation.field,
        mode: random.chance(0.78) ? "线上" : "混合")
    case .nightSchool:
      row = Details(
        institution: institution(&random), occupation: occupation.name, level: "专项职业能力", kind: "技能夜校",
        group: group, field: occupation.field, mode: "线下")
    case .apprentices:
      row = Details(
        institution: company(&random), occupation: occupation.name, level: lower, kind: "企业新型学徒制", group: "企业职工",
        field: occupation.field, mode: "混合")
    case .certificates:
      row = Details(
        institution: random.chance(0.7) ? institution(&random) : company(&random), occupation: occupation.name,
        level: higher, kind: "技能评价", group: group, field: occupation.field, mode: "线下")
    case .promoters, .onlinePromoters:
      row = Details(
        institution: institution(&random), occupation: "人工智能推介官", kind: "人工智能推介官", group: group, field: "人工智能",
        mode: words == .promoters ? (random.chance(0.7) ? "线下" : "混合") : "线上")
    case .money:
      row = Details(
        institution: institution(&random), kind: random.chance(0.7) ? "补贴目录培训" : "企业职工培训", group: group)
    case .employees:
      row = Details(
        institution: company(&random), occupation: occupation.name, level: lower, kind: "企业职工培训", group: "企业职工",
        field: occupation.field, mode: random.chance(0.6) ? "内训" : "委托")
    case .fields:
      row.field = random.pick(Vocabulary.keyFields) ?? ""
    case .groups:
      row.group = random.chance(0.6) ? "高校毕业生" : "登记失业人员"
    case .students:
      row = Details(
        institution: school(&random), occupation: occupation.name, level: random.chance(0.7) ? "四级/中级工" : "三级/高级工",
        kind: "技能评价", group: "毕业学年学生", field: occupation.field, mode: "线下")
    case .newSkills:
      row = Details(
        institution: institution(&random), occupation: occupation.name, kind: "新技能培训", group: group,
        field: occupation.field, mode: random.chance(0.6) ? "线下" : "混合")
    case .contests:
      row = Details(occupation: occupation.name, field: occupation.field)
    case .plain:
      break
    }
    return row
  }

  /// A few institutions train most people.
  private func institution(_ random: inout SampleRandom) -> String {
    guard !institutions.isEmpty else { return "" }
    let low = min(random.unit(), random.unit())
    return institutions[min(institutions.count - 1, Int(low * Double(institutions.count)))]
  }

  private func company(_ random: inout SampleRandom) -> String {
    short + "示例企业" + twoDigits(random.whole(1, 24))
  }

  private func school(_ random: inout SampleRandom) -> String {
    short + "示例院校" + twoDigits(random.whole(1, 4))
  }
}

/// `value` with at least two digits.
func twoDigits(_ value: Int) -> String { value < 10 && value >= 0 ? "0" + String(value) : String(value) }
