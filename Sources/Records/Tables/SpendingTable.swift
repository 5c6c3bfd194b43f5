import Policy

/// `spending` (支出): what a project spent, by cost line.
enum SpendingTable: RecordTable {
  static let table = Table.spending
  static let columns: [Column] = [
    .required("project", "项目", as: .reference),
    .date,
    .required("line", "科目", as: .costLine),
    .required("amount", "金额", as: .money),
  ]

  static func record(_ cells: Cells, _ lexicon: Lexicon) -> SpendingRow? {
    guard let project = cells.text(0), let date = cells.day(1), let line = cells.index(2), let amount = cells.number(3)
    else { return nil }
    return SpendingRow(project: project, date: date, line: line, amount: Money(hundredths: amount))
  }
}
