import Policy

/// `districts` (区县): replaces the districts that the plan brings.
enum DistrictsTable: RecordTable {
  static let table = Table.districts
  static let columns: [Column] = [
    .required("code", "代码", as: .text),
    .required("name", "名称", as: .text),
    .optional("short", "简称", as: .text),
    .optional("pinyin", "拼音", as: .text),
    .optional("initials", "首字母", as: .text),
    .optional("population", "常住人口", as: .whole),
    .optional("tile_row", as: .whole),
    .optional("tile_col", as: .whole),
  ]

  static func record(_ cells: Cells, _ lexicon: Lexicon) -> District? {
    guard let code = cells.district(0), let name = cells.text(1) else { return nil }
    return District(
      code: code, name: name, short: cells.text(2) ?? District.shortName(of: name), pinyin: cells.text(3) ?? "",
      initials: cells.text(4) ?? "",
      population: cells.number(5), tileRow: cells.index(6), tileColumn: cells.index(7))
  }

  static func district(_ record: District) -> DistrictCode? { record.code }

  static func key(_ record: District) -> String? { record.code.rawValue }
}
