extension TomlTable {
  /// The text at `key`.
  package func string(_ key: String) throws(TomlError) -> String {
    try required(stringIfPresent(key), key, .kind(.string))
  }

  /// The text at `key`; nil where the key is absent.
  package func stringIfPresent(_ key: String) throws(TomlError) -> String? {
    try value(key, .string, TomlNode.string)
  }

  /// The whole number at `key`.
  package func int(_ key: String) throws(TomlError) -> Int64 { try required(intIfPresent(key), key, .kind(.integer)) }

  /// The whole number at `key`; nil where the key is absent.
  package func intIfPresent(_ key: String) throws(TomlError) -> Int64? { try value(key, .integer, TomlNode.integer) }

  /// The number at `key`, whole or not. May be infinite or not a number: TOML knows `inf` and `nan`.
  package func double(_ key: String) throws(TomlError) -> Double {
    try required(doubleIfPresent(key), key, .kind(.float))
  }

  /// The number at `key`, whole or not; nil where the key is absent.
  package func doubleIfPresent(_ key: String) throws(TomlError) -> Double? { try value(key, .float, TomlNode.number) }

  /// `true` or `false` at `key`.
  package func bool(_ key: String) throws(TomlError) -> Bool { try required(boolIfPresent(key), key, .kind(.boolean)) }

  /// `true` or `false` at `key`; nil where the key is absent.
  package func boolIfPresent(_ key: String) throws(TomlError) -> Bool? { try value(key, .boolean, TomlNode.boolean) }

  /// The day at `key`.
  package func day(_ key: String) throws(TomlError) -> TomlDate { try required(dayIfPresent(key), key, .kind(.date)) }

  /// The day at `key`; nil where the key is absent.
  package func dayIfPresent(_ key: String) throws(TomlError) -> TomlDate? { try value(key, .date, TomlNode.date) }

  /// The table at `key`.
  package func table(_ key: String) throws(TomlError) -> TomlTable {
    try required(tableIfPresent(key), key, .kind(.table))
  }

  /// The table at `key`; nil where the key is absent.
  package func tableIfPresent(_ key: String) throws(TomlError) -> TomlTable? { try value(key, .table, TomlNode.table) }

  func required<Value>(
    _ value: Value?, _ key: String, _ expected: TomlError.Expectation
  ) throws(TomlError) -> Value {
    if let value { return value }
    throw TomlError(place: place, key: path(of: key), expected: expected, found: .nothing)
  }

  private func value<Value>(
    _ key: String, _ kind: TomlKind, _ convert: (TomlNode) -> Value?
  ) throws(TomlError) -> Value? {
    guard let node = node(key) else { return nil }
    if let value = convert(node) { return value }
    throw TomlError(place: node.place, key: path(of: key), expected: .kind(kind), found: .kind(node.kind))
  }
}

extension TomlNode {
  static func string(_ node: TomlNode) -> String? { if case .string(let value) = node.content { value } else { nil } }

  static func integer(_ node: TomlNode) -> Int64? { if case .integer(let value) = node.content { value } else { nil } }

  static func number(_ node: TomlNode) -> Double? {
    switch node.content {
    case .float(let value): value
    case .integer(let value): Double(value)
    default: nil
    }
  }

  static func boolean(_ node: TomlNode) -> Bool? { if case .boolean(let value) = node.content { value } else { nil } }

  static func date(_ node: TomlNode) -> TomlDate? { if case .date(let value) = node.content { value } else { nil } }

  static func table(_ node: TomlNode) -> TomlTable? { if case .table(let value) = node.content { value } else { nil } }
}
