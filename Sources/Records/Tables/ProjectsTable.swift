import Policy

/// `projects` (资助项目): a base's funded project.
enum ProjectsTable: RecordTable {
  static let table = Table.projects
  static let columns: [Column] = [
    .required("id", "编号", as: .text),
    .required("base", "基地", as: .reference),
    .required("name", "名称", as: .text),
    .required("approved_on", "立项日期", as: .day),
    .required("amount", "批复金额", as: .approvedMoney),
    .optional("direction", "方向", as: .text),
    .optional("acceptance_due", "计划验收日期", as: .day),
  ]

  static func record(_ cells: Cells, _ lexicon: Lexicon) -> Project? {
    guard let id = cells.text(0), let base = cells.text(1), let name = cells.text(2), let approved = cells.day(3),
      let amount = cells.number(4)
    else { return nil }
    return Project(
      id: id, base: base, name: name, approvedOn: approved, amount: Money(hundredths: amount),
      direction: cells.text(5), acceptanceDue: cells.day(6))
  }

  static func key(_ record: Project) -> String? { record.id }
}
