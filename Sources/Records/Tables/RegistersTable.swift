import Policy

/// `registers` (台账): an entry enters a stage.
enum RegistersTable: RecordTable {
  static let table = Table.registers
  static let columns: [Column] = [
    .item(.register),
    .required("entry", "编号", as: .text),
    .required("stage", "环节", as: .stage),
    .date,
    .optionalDistrict,
    .optional("name", "名称", as: .text),
  ]

  static func record(_ cells: Cells, _ lexicon: Lexicon) -> RegisterRow? {
    guard let item = lexicon.item(cells.index(0)), let entry = cells.text(1), let stage = cells.index(2),
      let date = cells.day(3)
    else { return nil }
    // Entries of such items are persons: their names never stay (`data-directory.md`, Personal data).
    return RegisterRow(
      item: item.id, entry: entry, stage: stage, date: date, district: cells.district(4),
      name: item.people ? nil : cells.text(5))
  }

  static func district(_ record: RegisterRow) -> DistrictCode? { record.district }
}
