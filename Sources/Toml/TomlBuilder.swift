import TOMLKit

/// A value with its place.
struct TomlNode {
  /// The content by kind.
  enum Content {
    case string(String)
    case integer(Int64)
    case float(Double)
    case boolean(Bool)
    case date(TomlDate)
    case time
    case dateTime
    case array([TomlNode])
    case table(TomlTable)
  }

  var content: Content
  var place: TomlPlace

  var kind: TomlKind {
    switch content {
    case .string: .string
    case .integer: .integer
    case .float: .float
    case .boolean: .boolean
    case .date: .date
    case .time: .time
    case .dateTime: .dateTime
    case .array: .array
    case .table: .table
    }
  }
}

/// Copies the parser's tree once, joined with the places: every later question is answered without the parser.
enum TomlBuilder {
  static func table(_ source: TOMLTable, at places: PlaceNode, path: String, depth: Int) throws(TomlError) -> TomlTable
  {
    guard depth <= TomlDocument.deepest else {
      throw TomlError(place: places.value, key: path, expected: .document, found: .tooDeep)
    }
    var entries: [TomlTable.Entry] = []
    for key in source.keys {
      guard let value = source[key] else { continue }
      // A key without a place: the table's own place is the nearest truth.
      let child = places.children[key] ?? PlaceNode(key: places.value, value: places.value)
      let node = try node(value, at: child, path: TomlTable.join(path, key), depth: depth + 1)
      entries.append(TomlTable.Entry(key: key, keyPlace: child.key, node: node))
    }
    entries.sort { $0.keyPlace < $1.keyPlace }
    return TomlTable(path: path, place: places.value, entries: entries)
  }

  private static func node(
    _ value: any TOMLValueConvertible, at places: PlaceNode, path: @autoclosure () -> String, depth: Int
  ) throws(TomlError) -> TomlNode {
    let content: TomlNode.Content
    switch value.type {
    case .string: content = .string(value.string ?? "")
    case .int: content = .integer(Int64(value.int ?? 0))
    case .double: content = .float(value.double ?? 0)
    case .bool: content = .boolean(value.bool ?? false)
    case .date:
      let date = value.date
      content = .date(TomlDate(year: date?.year ?? 0, month: date?.month ?? 1, day: date?.day ?? 1))
    case .time: content = .time
    case .dateTime: content = .dateTime
    case .array: content = .array(try elements(value, at: places, path: path(), depth: depth))
    case .table:
      guard let table = value.table else {
        content = .table(TomlTable(path: path(), place: places.value, entries: []))
        break
      }
      content = .table(try self.table(table, at: places, path: path(), depth: depth))
    }
    return TomlNode(content: content, place: places.value)
  }

  private static func elements(
    _ value: any TOMLValueConvertible, at places: PlaceNode, path: String, depth: Int
  ) throws(TomlError) -> [TomlNode] {
    guard depth <= TomlDocument.deepest else {
      throw TomlError(place: places.value, key: path, expected: .document, found: .tooDeep)
    }
    guard let array = value.array else { return [] }
    var nodes: [TomlNode] = []
    for index in 0..<array.count {
      let element: any TOMLValueConvertible = array[index]
      let known = index < places.elements.count ? places.elements[index] : places
      nodes.append(try node(element, at: known, path: path + "[\(index + 1)]", depth: depth + 1))
    }
    return nodes
  }
}
