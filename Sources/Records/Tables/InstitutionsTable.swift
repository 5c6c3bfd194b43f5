import Policy

/// `institutions` (机构).
enum InstitutionsTable: RecordTable {
  static let table = Table.institutions
  static let columns: [Column] = [
    .required("id", "编号", as: .text),
    .required("name", "名称", as: .text),
    .district,
    .optional("class", "类别", as: .text),
    .optional("licensed_until", "许可有效期", as: .day),
  ]

  static func record(_ cells: Cells, _ lexicon: Lexicon) -> Institution? {
    guard let id = cells.text(0), let name = cells.text(1), let district = cells.district(2) else { return nil }
    return Institution(id: id, name: name, district: district, kind: cells.text(3), licensedUntil: cells.day(4))
  }

  static func district(_ record: Institution) -> DistrictCode? { record.district }

  static func key(_ record: Institution) -> String? { record.id }
}
