/// A table as those who fill it in see it: its names, its columns and what people write into them.
struct TableShape: Sendable {
  var name: String
  var chinese: String
  var columns: [Column]

  struct Column: Sendable {
    var names: [String]
    var isRequired: Bool
    var cells: CellKind
  }

  /// What a column holds.
  enum CellKind: Sendable {
    case id(String, Int)
    case text
    case remark
    case district
    case item([String])
    case dayInPeriod
    case day
    case count
    case whole
    case money
    case approvedMoney
    case points
    case words([String])
    case institution
  }

  private static func required(_ names: String..., as cells: CellKind) -> Column {
    Column(names: names, isRequired: true, cells: cells)
  }

  private static func optional(_ names: String..., as cells: CellKind) -> Column {
    Column(names: names, isRequired: false, cells: cells)
  }

  private static let counted: CellKind = .item(["M01.01", "M01.01", "M01.02", "M02.01", "M03.01", "重点领域培训"])
  private static let milestone: CellKind = .item(["M01.06", "M01.07", "M02.02", "D00.01", "D00.02"])
  private static let register: CellKind = .item(["M01.04", "M01.05", "M03.05"])
  private static let date = required("date", "日期", as: .day)
  private static let district = required("district", "区", "区县", "所属区", as: .district)
  private static let project = required("project", "项目", as: .id("P", 20))
  private static let note = optional("note", "备注", as: .remark)
  private static let reviewed = required("institution", "机构", as: .id("I", 40))

  static let progress = TableShape(
    name: "progress", chinese: "进度",
    columns: [
      required("date", "日期", as: .dayInPeriod), district, required("item", "指标", "事项", as: counted),
      optional("count", "人次", "数量", as: .count), optional("institution", "机构", "培训机构", as: .institution),
      optional("occupation", "职业", "工种", as: .text), optional("level", "等级", as: .text),
      optional("kind", "培训类型", as: .text), optional("group", "培训对象", as: .text),
      optional("field", "重点领域", as: .text), optional("mode", "培训方式", as: .text),
    ])

  static let districts = TableShape(
    name: "districts", chinese: "区县",
    columns: [
      required("code", "代码", as: .words(["310101", "310115", "310115", "310104", "310110", "310151", "1", "310000"])),
      required("name", "名称", as: .words(["一区", "浦东新区", "黄浦区", "徐汇区", "浦东"])),
      optional("short", "简称", as: .words(["浦东", "黄浦", "一"])), optional("pinyin", "拼音", as: .text),
      optional("population", "常住人口", as: .whole), optional("tile_row", as: .words(["0", "1", "2"])),
    ])

  static let others: [TableShape] = [
    TableShape(
      name: "calendar", chinese: "日历",
      columns: [
        date, required("kind", "类型", as: .words(["holiday", "放假", "workday", "上班", "HOLIDAY"])),
        optional("name", "名称", as: .text),
      ]),
    TableShape(
      name: "targets", chinese: "目标",
      columns: [
        district, required("item", "指标", "事项", as: counted), required("target", "目标", as: .whole),
        optional("owner", "责任单位", as: .text),
      ]),
    TableShape(
      name: "milestones", chinese: "里程碑",
      columns: [
        required("item", "指标", "事项", as: milestone), optional("district", "区县", as: .district),
        optional("due", "期限", as: .day), optional("done", "完成日期", as: .day), note,
      ]),
    TableShape(
      name: "registers", chinese: "台账",
      columns: [
        required("item", "指标", "事项", as: register), required("entry", "编号", as: .id("E", 30)),
        required("stage", "环节", as: .words(["会商", "拟订", "印发", "实施", "评估", "岗位需求", "技能培训", "计划", "发证", "结项"])), date,
        optional("district", "区县", as: .district), optional("name", "名称", as: .text),
      ]),
    TableShape(
      name: "institutions", chinese: "机构",
      columns: [
        required("id", "编号", as: .id("I", 40)), required("name", "名称", as: .text), district,
        optional("class", "类别", as: .text), optional("licensed_until", "许可有效期", as: .day),
      ]),
    TableShape(
      name: "scores", chinese: "评分",
      columns: [
        reviewed, date,
        required(
          "dimension", "维度", as: .words(["依法办学与规范管理", "办学条件与师资", "培训过程管理", "培训成效", "资金与信用"])),
        required("score", "得分", as: .points), optional("evidence", "依据", as: .remark),
      ]),
    TableShape(
      name: "findings", chinese: "检查",
      columns: [
        reviewed, date, required("kind", "类型", as: .text),
        optional("veto", "一票否决", as: .words(["是", "否", "yes", "NO", ""])), optional("resolved", "销号日期", as: .day), note,
      ]),
    TableShape(
      name: "bases", chinese: "基地",
      columns: [
        required("id", "编号", as: .id("B", 10)), required("name", "名称", as: .text), district,
        optional("level", "级别", as: .words(["国家级", "市级", ""])), optional("host", "依托单位", as: .text),
        optional("category", "类别", as: .text), optional("recognised_on", "认定日期", as: .day),
      ]),
    TableShape(
      name: "projects", chinese: "资助项目",
      columns: [
        required("id", "编号", as: .id("P", 20)), required("base", "基地", as: .id("B", 10)),
        required("name", "名称", as: .text), required("approved_on", "立项日期", as: .day),
        required("amount", "批复金额", as: .approvedMoney), optional("direction", "方向", as: .text),
        optional("acceptance_due", "计划验收日期", as: .day),
      ]),
    TableShape(
      name: "project_events", chinese: "项目节点",
      columns: [
        project, date,
        required(
          "event", "节点", as: .words(["acceptance", "验收", "第一年绩效评估", "evaluation-2", "evaluation-3", "closed", "结项"])),
      ]),
    TableShape(
      name: "payments", chinese: "拨付",
      columns: [
        project, date,
        required(
          "tranche", "批次", as: .words(["approval", "立项拨付", "acceptance", "绩效拨付（第一年）", "绩效拨付(第二年)", "evaluation-3"])),
        required("amount", "金额", as: .money),
      ]),
    TableShape(
      name: "spending", chinese: "支出",
      columns: [
        project, date, required("line", "科目", as: .words(["实训设备购置", "课程开发更新", "技能评价", "成果交流"])),
        required("amount", "金额", as: .money),
      ]),
  ]

  /// Every table but the plan.
  static let all = [progress, districts] + others
}
