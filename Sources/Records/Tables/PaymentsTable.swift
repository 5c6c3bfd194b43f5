import Policy

/// `payments` (拨付): a tranche of a project's money.
enum PaymentsTable: RecordTable {
  static let table = Table.payments
  static let columns: [Column] = [
    .required("project", "项目", as: .reference),
    .date,
    .required("tranche", "批次", as: .tranche),
    .required("amount", "金额", as: .money),
  ]

  /// What a file may write for each tranche, in the order of ``Tranche``.
  static let words: [[String]] = [
    ["approval", "立项拨付"],
    ["acceptance", "验收拨付"],
    ["evaluation-1", "绩效拨付（第一年）"],
    ["evaluation-2", "绩效拨付（第二年）"],
    ["evaluation-3", "绩效拨付（第三年）"],
  ]

  static func record(_ cells: Cells, _ lexicon: Lexicon) -> PaymentRow? {
    guard let project = cells.text(0), let date = cells.day(1), let tranche = cells.index(2),
      Tranche.allCases.indices.contains(tranche), let amount = cells.number(3)
    else { return nil }
    return PaymentRow(
      project: project, date: date, tranche: Tranche.allCases[tranche], amount: Money(hundredths: amount))
  }
}
