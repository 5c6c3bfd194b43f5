extension TomlTable {
  /// The texts at `key`, in order.
  package func strings(_ key: String) throws(TomlError) -> [String] {
    try required(stringsIfPresent(key), key, .list(.string))
  }

  /// The texts at `key`, in order; nil where the key is absent.
  package func stringsIfPresent(_ key: String) throws(TomlError) -> [String]? {
    try values(key, .string, TomlNode.string)
  }

  /// The whole numbers at `key`, in order.
  package func ints(_ key: String) throws(TomlError) -> [Int64] {
    try required(intsIfPresent(key), key, .list(.integer))
  }

  /// The whole numbers at `key`, in order; nil where the key is absent.
  package func intsIfPresent(_ key: String) throws(TomlError) -> [Int64]? {
    try values(key, .integer, TomlNode.integer)
  }

  /// The numbers at `key`, in order, whole or not.
  package func doubles(_ key: String) throws(TomlError) -> [Double] {
    try required(doublesIfPresent(key), key, .list(.float))
  }

  /// The numbers at `key`, in order, whole or not; nil where the key is absent.
  package func doublesIfPresent(_ key: String) throws(TomlError) -> [Double]? {
    try values(key, .float, TomlNode.number)
  }

  /// The tables at `key`, in order, whether written as `[[key]]` or as a list of `{ … }`.
  package func tables(_ key: String) throws(TomlError) -> [TomlTable] {
    try required(tablesIfPresent(key), key, .list(.table))
  }

  /// The tables at `key`, in order; nil where the key is absent.
  package func tablesIfPresent(_ key: String) throws(TomlError) -> [TomlTable]? {
    try values(key, .table, TomlNode.table)
  }

  /// Where the element `index` (from 0) of the list at `key` begins; the nearest known place where there is none.
  package func place(of key: String, element index: Int) -> TomlPlace {
    guard let node = node(key), case .array(let nodes) = node.content, nodes.indices.contains(index) else {
      return place(of: key)
    }
    return nodes[index].place
  }

  private func values<Value>(
    _ key: String, _ kind: TomlKind, _ convert: (TomlNode) -> Value?
  ) throws(TomlError) -> [Value]? {
    guard let node = node(key) else { return nil }
    guard case .array(let nodes) = node.content else {
      throw TomlError(place: node.place, key: path(of: key), expected: .list(kind), found: .kind(node.kind))
    }
    var values: [Value] = []
    values.reserveCapacity(nodes.count)
    for (index, element) in nodes.enumerated() {
      guard let value = convert(element) else {
        throw TomlError(
          place: element.place, key: path(of: key) + "[\(index + 1)]", expected: .kind(kind), found: .kind(element.kind)
        )
      }
      values.append(value)
    }
    return values
  }
}
