import Policy

/// `bases` (基地).
enum BasesTable: RecordTable {
  static let table = Table.bases
  static let columns: [Column] = [
    .required("id", "编号", as: .text),
    .required("name", "名称", as: .text),
    .district,
    .optional("level", "级别", as: .baseLevel),
    .optional("host", "依托单位", as: .text),
    .optional("category", "类别", as: .text),
    .optional("recognised_on", "认定日期", as: .day),
  ]

  static func record(_ cells: Cells, _ lexicon: Lexicon) -> Base? {
    guard let id = cells.text(0), let name = cells.text(1), let district = cells.district(2) else { return nil }
    let levels = lexicon.plan.funding.baseLevels
    let level = cells.index(3).flatMap { levels.indices.contains($0) ? levels[$0] : nil }
    return Base(
      id: id, name: name, district: district, level: level, host: cells.text(4), category: cells.text(5),
      recognisedOn: cells.day(6))
  }

  static func district(_ record: Base) -> DistrictCode? { record.district }

  static func key(_ record: Base) -> String? { record.id }
}
