import Toml

/// One table of a plan file, read in the domain's own types; every error carries the file and the place.
struct Fields {
  let table: TomlTable
  let file: String

  /// An error at the value of `key`, or at the table where the key is absent.
  func error(_ key: String, _ reason: PlanError.Reason) -> PlanError {
    PlanError(place: table.place(of: key), file: file, key: table.path(of: key), reason: reason)
  }

  /// An error at an element (from 0) of the list at `key`.
  func error(_ key: String, element index: Int, _ reason: PlanError.Reason) -> PlanError {
    let path = table.path(of: key) + "[\(index + 1)]"
    return PlanError(place: table.place(of: key, element: index), file: file, key: path, reason: reason)
  }

  /// The line of the value of `key`.
  func line(of key: String) -> Int { table.place(of: key).line }

  /// What `body` reads, its error told in the plan's terms.
  func told<Value>(_ body: () throws(TomlError) -> Value) throws(PlanError) -> Value {
    do { return try body() } catch { throw PlanError(error, file: file) }
  }

  // MARK: Tables

  func tablesIfPresent(_ key: String) throws(PlanError) -> [Fields]? {
    let tables = try told { () throws(TomlError) in try table.tablesIfPresent(key) }
    return tables.map { $0.map { Fields(table: $0, file: file) } }
  }

  func tables(_ key: String) throws(PlanError) -> [Fields] {
    try told { () throws(TomlError) in try table.tables(key) }.map { Fields(table: $0, file: file) }
  }

  func tableIfPresent(_ key: String) throws(PlanError) -> Fields? {
    try told { () throws(TomlError) in try table.tableIfPresent(key) }.map { Fields(table: $0, file: file) }
  }

  func table(_ key: String) throws(PlanError) -> Fields {
    Fields(table: try told { () throws(TomlError) in try table.table(key) }, file: file)
  }
}

extension PlanError {
  init(place: TomlPlace, file: String, key: String, reason: Reason) {
    self.init(file: file, line: place.line, column: place.column, key: key, reason: reason)
  }

  /// A reader's error in the plan's terms.
  init(_ error: TomlError, file: String) {
    let expected: Form =
      switch error.expected {
      case .document: .table
      case .kind(let kind): Form(kind)
      case .list: .list
      }
    let reason: Reason =
      switch error.found {
      case .nothing: .missing(expected: expected)
      case .kind(let kind): .wrongForm(expected: expected, found: Form(kind))
      case .syntax(let text): .syntax(text)
      case .tooDeep: .tooDeep
      case .tooLarge: .tooLarge
      case .nul: .nul
      }
    self.init(place: error.place, file: file, key: error.key, reason: reason)
  }
}

extension PlanError.Form {
  init(_ kind: TomlKind) {
    self =
      switch kind {
      case .string: .text
      case .integer: .integer
      case .float: .number
      case .boolean: .boolean
      case .date: .day
      case .time: .time
      case .dateTime: .instant
      case .array: .list
      case .table: .table
      }
  }
}
