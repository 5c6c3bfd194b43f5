import Toml

/// One table of a plan file, read in the domain's own types. What cannot be read as asked for is noted with its place,
/// and nil is given.
struct Fields {
  let table: TomlTable
  let faults: PlanFaults

  /// Notes a fault at the value of `key`, or at the table where the key is absent.
  func note(_ key: String, _ reason: PlanFault.Reason) {
    faults.add(reason, at: table.place(of: key), key: table.path(of: key))
  }

  /// Notes a fault at an element (from 0) of the list at `key`.
  func note(_ key: String, element index: Int, _ reason: PlanFault.Reason) {
    faults.add(reason, at: table.place(of: key, element: index), key: table.path(of: key) + "[\(index + 1)]")
  }

  /// The line of the value of `key`.
  func line(of key: String) -> Int { table.place(of: key).line }

  /// What `body` reads; its error is noted.
  func told<Value>(_ body: () throws(TomlError) -> Value?) -> Value? {
    do { return try body() } catch {
      faults.add(error)
      return nil
    }
  }

  // MARK: Tables

  func tablesIfPresent(_ key: String) -> [Fields]? {
    told { () throws(TomlError) in try table.tablesIfPresent(key) }?.map { Fields(table: $0, faults: faults) }
  }

  /// Tables that must be there.
  func tables(_ key: String) -> [Fields]? {
    told { () throws(TomlError) in try table.tables(key) }?.map { Fields(table: $0, faults: faults) }
  }

  func tableIfPresent(_ key: String) -> Fields? {
    told { () throws(TomlError) in try table.tableIfPresent(key) }.map { Fields(table: $0, faults: faults) }
  }

  /// A table that must be there.
  func table(_ key: String) -> Fields? {
    told { () throws(TomlError) in try table.table(key) }.map { Fields(table: $0, faults: faults) }
  }
}
