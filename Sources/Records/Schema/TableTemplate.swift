/// A table of the data directory as people fill it in.
public struct TableTemplate: Sendable {
  /// The table's name, such as `project_events`.
  public let name: String
  /// The table's Chinese name, which files may have too.
  public let chinese: String
  /// The headers of all columns, Chinese where there is a Chinese one.
  public let headers: [String]

  init(_ table: Table) {
    name = table.rawValue
    chinese = table.chinese
    headers = table.columns.map { $0.chinese.first ?? $0.name }
  }

  /// Every table, in the order of the directory's description.
  public static var all: [TableTemplate] { Table.allCases.map { TableTemplate($0) } }

  /// The table of an English or Chinese name; nil where there is none.
  public static func named(_ name: String) -> TableTemplate? { Table(named: name).map { TableTemplate($0) } }
}
