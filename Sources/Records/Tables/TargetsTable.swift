import Policy

/// `targets` (目标): what a district, or the city, is to reach in an item.
enum TargetsTable: RecordTable {
  struct Record: Sendable {
    var key: TargetKey
    var row: TargetRow
  }

  static let table = Table.targets
  static let columns: [Column] = [
    .district,
    .item(.counted),
    .required("target", "目标", as: .whole),
    .optional("owner", "责任单位", as: .text),
  ]

  static func record(_ cells: Cells, _ lexicon: Lexicon) -> Record? {
    guard let district = cells.district(0), let item = lexicon.item(cells.index(1)), let target = cells.number(2)
    else { return nil }
    return Record(
      key: TargetKey(district: district, item: item.id), row: TargetRow(target: target, owner: cells.text(3)))
  }

  static func district(_ record: Record) -> DistrictCode? { record.key.district }

  static func key(_ record: Record) -> String? { "\(record.key.district) \(record.key.item)" }
}
