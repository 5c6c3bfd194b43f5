import Policy

/// A table whose rows become records one by one. `progress` is none: its rows are summed as they are read.
protocol RecordTable {
  associatedtype Record: Sendable

  /// The table.
  static var table: Table { get }
  /// Its columns, in the order in which a row's problems are told.
  static var columns: [Column] { get }
  /// The record of a row whose cells have all passed; nil only if a required cell is missing.
  static func record(_ cells: Cells, _ lexicon: Lexicon) -> Record?
  /// The district that a record speaks of; nil where it speaks of none.
  static func district(_ record: Record) -> DistrictCode?
  /// What no two records of the table may share; nil where they may repeat.
  static func key(_ record: Record) -> String?
}

extension RecordTable {
  static func district(_ record: Record) -> DistrictCode? { nil }
  static func key(_ record: Record) -> String? { nil }

  /// The place of the column that refers to another table; nil where none does.
  static var referenceColumn: Int? { columns.firstIndex { $0.form == .reference } }
}
