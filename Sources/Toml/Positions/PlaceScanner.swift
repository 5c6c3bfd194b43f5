/// Walks a text and notes where every key and value stands, because the parser forgets it.
///
/// It also guards the parser, which recurses and holds its assumptions by assertions that end the process: whatever the
/// walk cannot follow is refused here and never reaches it. What is left to the parser is what stands inside values, and
/// keys that are defined twice. The walk itself must not trap or recurse deeply on any bytes.
struct PlaceScanner {
  private var cursor: ByteCursor

  init(_ bytes: [UInt8]) { cursor = ByteCursor(bytes) }

  /// The places of the whole text.
  mutating func scan() throws(TomlError) -> PlaceNode {
    let root = PlaceNode(key: .start, value: .start)
    var table = root
    while true {
      cursor.skipBlanks(acrossLines: true)
      guard let byte = cursor.peek else { return root }
      if byte == Ascii.openBracket {
        table = try header(from: root)
      } else {
        try pair(into: table, depth: 1)
      }
      cursor.skipBlanks(acrossLines: false)
      guard cursor.peek == nil || cursor.peek == Ascii.newline else {
        throw cursor.broken("expected the end of the line")
      }
    }
  }

  // MARK: Headers

  private mutating func header(from root: PlaceNode) throws(TomlError) -> PlaceNode {
    let bracket = cursor.place
    cursor.advance()
    let isList = cursor.take(Ascii.openBracket)
    let (outer, last) = try keyPath()
    try cursor.expect(Ascii.closeBracket, "expected ] after the header's name")
    if isList { try cursor.expect(Ascii.closeBracket, "expected ]] after the header's name") }
    var node = root
    for part in outer { node = child(part, of: node, value: bracket).current }
    let target = child(last, of: node, value: bracket)
    guard isList else {
      target.key = last.place
      target.value = bracket
      return target.current
    }
    target.isHeaderList = true
    let element = PlaceNode(key: last.place, value: bracket)
    target.elements.append(element)
    return element
  }

  private func child(_ part: KeyPart, of node: PlaceNode, value: TomlPlace) -> PlaceNode {
    if let known = node.children[part.name] { return known }
    let made = PlaceNode(key: part.place, value: value)
    node.children[part.name] = made
    return made
  }

  // MARK: Keys

  private struct KeyPart {
    var name: String
    var place: TomlPlace
  }

  /// A dotted key: the parts before the last one, and the last one.
  private mutating func keyPath() throws(TomlError) -> (outer: [KeyPart], last: KeyPart) {
    var outer: [KeyPart] = []
    while true {
      cursor.skipSpaces()
      let place = cursor.place
      let name: String
      if cursor.peek == Ascii.quote || cursor.peek == Ascii.apostrophe {
        name = try cursor.quoted(multiline: false)
      } else {
        name = try cursor.bareKey()
      }
      let part = KeyPart(name: name, place: place)
      cursor.skipSpaces()
      guard cursor.take(Ascii.dot) else { return (outer, part) }
      outer.append(part)
      try check(depth: outer.count + 1, at: place)
    }
  }

  private func check(depth: Int, at place: TomlPlace) throws(TomlError) {
    guard depth <= TomlDocument.deepest else {
      throw TomlError(place: place, key: "", expected: .document, found: .tooDeep)
    }
  }

  private mutating func pair(into table: PlaceNode, depth: Int) throws(TomlError) {
    let (outer, last) = try keyPath()
    try cursor.expect(Ascii.equals, "expected = after the key")
    var node = table
    for part in outer { node = child(part, of: node, value: part.place).current }
    let leaf = child(last, of: node, value: last.place)
    cursor.skipSpaces()
    try value(into: leaf, depth: depth + outer.count + 1)
  }

  // MARK: Values

  private mutating func value(into node: PlaceNode, depth: Int) throws(TomlError) {
    node.value = cursor.place
    try check(depth: depth, at: node.value)
    switch cursor.peek {
    case Ascii.quote, Ascii.apostrophe: _ = try cursor.quoted(multiline: true)
    case Ascii.openBracket: try list(into: node, depth: depth)
    case Ascii.openBrace: try inlineTable(into: node, depth: depth)
    default: try cursor.skipScalar()
    }
  }

  private mutating func list(into node: PlaceNode, depth: Int) throws(TomlError) {
    let begin = cursor.place
    cursor.advance()
    while true {
      cursor.skipBlanks(acrossLines: true)
      if cursor.take(Ascii.closeBracket) { return }
      guard cursor.peek != nil else { throw ByteCursor.broken("the list does not end", at: begin) }
      let element = PlaceNode(key: cursor.place, value: cursor.place)
      node.elements.append(element)
      try value(into: element, depth: depth + 1)
      cursor.skipBlanks(acrossLines: true)
      if cursor.take(Ascii.comma) { continue }
      guard cursor.peek != nil else { throw ByteCursor.broken("the list does not end", at: begin) }
      return try cursor.expect(Ascii.closeBracket, "expected , or ] in the list")
    }
  }

  private mutating func inlineTable(into node: PlaceNode, depth: Int) throws(TomlError) {
    cursor.advance()
    cursor.skipSpaces()
    if cursor.take(Ascii.closeBrace) { return }
    while true {
      try pair(into: node, depth: depth)
      cursor.skipSpaces()
      if cursor.take(Ascii.comma) { continue }
      return try cursor.expect(Ascii.closeBrace, "expected , or } in the table")
    }
  }
}
