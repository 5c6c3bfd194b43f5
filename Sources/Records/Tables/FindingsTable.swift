import Policy

/// `findings` (检查): what an inspection of an institution found.
enum FindingsTable: RecordTable {
  static let table = Table.findings
  static let columns: [Column] = [
    .institution(.reference, required: true),
    .date,
    .required("kind", "类型", as: .text),
    .optional("veto", "一票否决", as: .veto),
    .optional("resolved", "销号日期", as: .day),
    .optional("note", "备注", as: .remark),
  ]

  static func record(_ cells: Cells, _ lexicon: Lexicon) -> FindingRow? {
    guard let institution = cells.text(0), let date = cells.day(1), let kind = cells.text(2) else { return nil }
    return FindingRow(
      institution: institution, date: date, kind: kind, veto: cells.number(3) == 1, resolved: cells.day(4),
      note: cells.text(5))
  }
}
