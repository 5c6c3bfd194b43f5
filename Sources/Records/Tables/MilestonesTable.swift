import Policy

/// `milestones` (里程碑): when a deliverable is due and done.
enum MilestonesTable: RecordTable {
  static let table = Table.milestones
  static let columns: [Column] = [
    .item(.milestone),
    .optionalDistrict,
    .optional("due", "期限", as: .day),
    .optional("done", "完成日期", as: .day),
    .optional("note", "备注", as: .remark),
  ]

  static func record(_ cells: Cells, _ lexicon: Lexicon) -> MilestoneRow? {
    guard let item = lexicon.item(cells.index(0)) else { return nil }
    let district = cells.district(1)
    return MilestoneRow(
      item: item.id, district: district == lexicon.plan.cityCode ? nil : district, due: cells.day(2) ?? item.due,
      done: cells.day(3), note: cells.text(4))
  }

  static func district(_ record: MilestoneRow) -> DistrictCode? { record.district }

  static func key(_ record: MilestoneRow) -> String? {
    "\(record.item) \(record.district?.rawValue ?? "") \(record.due?.iso ?? "")"
  }
}
