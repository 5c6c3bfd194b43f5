import Screen

/// Why a filter cannot be used as it stands.
enum QueryFault: Error, Hashable, Sendable {
  /// No column is called so.
  case unknownColumn(String)
  /// A comparison lacks what it compares.
  case unfinished
  /// The column has no such value.
  case badValue(column: Phrase, String)
  /// Words have no greater and less.
  case unordered(column: Phrase)
  /// A bracket too many, or one that is not closed.
  case bracket

  func text(_ language: Language) -> SafeText {
    switch self {
    case .unknownColumn(let name): language(Phrase("没有“\(name)”这一列", "no column \"\(name)\""))
    case .unfinished: language(Phrase("未写完", "not finished"))
    case .badValue(let column, let value):
      language(Phrase("“\(column.zh)”不会是“\(value)”", "\(column.en) is never \"\(value)\""))
    case .unordered(let column): language(Phrase("“\(column.zh)”只能用 = 或 !=", "\(column.en) takes = and != only"))
    case .bracket: language(Phrase("括号不成对", "brackets do not match"))
    }
  }
}

/// Reads a filter such as `lead<-5 and (district=浦东 or status=失联)`.
///
/// `or` binds least, then `and`, which may be left out, then `not`. A word that is compared with nothing is looked for in
/// the whole row. A row without a value in a column matches no comparison with it but `!=`.
struct RowQuery<Row> {
  typealias Test = (Row) -> Bool

  private let fields: [RowField<Row>]
  private let texts: (Row) -> [String]
  private var rest: ArraySlice<QueryToken>

  /// The test that a filter's text means.
  static func test(
    _ text: String, _ fields: [RowField<Row>], texts: @escaping (Row) -> [String]
  ) throws(QueryFault) -> Test {
    var query = RowQuery(fields: fields, texts: texts, rest: QueryToken.tokens(text)[...])
    let test = try query.either()
    guard query.rest.isEmpty else { throw .bracket }
    return test
  }

  /// The test of as much of a text that is being typed as can be used; one that holds for all where nothing can.
  static func usableTest(
    _ text: String, _ fields: [RowField<Row>], texts: @escaping (Row) -> [String]
  ) -> Test {
    var tokens = QueryToken.tokens(text)[...]
    while !tokens.isEmpty {
      var query = RowQuery(fields: fields, texts: texts, rest: tokens)
      if let test = try? query.either(), query.rest.isEmpty { return test }
      // Without its value a comparison is nothing, and without it neither is the column's name.
      if case .comparison = tokens.popLast(), case .word = tokens.last { tokens.removeLast() }
    }
    return { _ in true }
  }

  private init(fields: [RowField<Row>], texts: @escaping (Row) -> [String], rest: ArraySlice<QueryToken>) {
    self.fields = fields
    self.texts = texts
    self.rest = rest
  }

  private mutating func either() throws(QueryFault) -> Test {
    var test = try both()
    while rest.first == .or {
      rest.removeFirst()
      let (a, b) = (test, try both())
      test = { a($0) || b($0) }
    }
    return test
  }

  private mutating func both() throws(QueryFault) -> Test {
    var test = try single()
    while let next = rest.first, next != .or, next != .close {
      if next == .and { rest.removeFirst() }
      let (a, b) = (test, try single())
      test = { a($0) && b($0) }
    }
    return test
  }

  private mutating func single() throws(QueryFault) -> Test {
    switch rest.popFirst() {
    case .not:
      let test = try single()
      return { !test($0) }
    case .open:
      let test = try either()
      guard rest.popFirst() == .close else { throw .bracket }
      return test
    case .word(let word):
      guard case .comparison(let sign) = rest.first else {
        let (query, texts) = (Search.folded(word), texts)
        return { Search.matches(query, in: texts($0)) }
      }
      rest.removeFirst()
      guard case .word(let value) = rest.popFirst() else { throw .unfinished }
      return try comparison(word, sign, value)
    case .close: throw .bracket
    case .comparison, .and, .or, nil: throw .unfinished
    }
  }

  private func comparison(_ name: String, _ sign: QueryOperator, _ value: String) throws(QueryFault) -> Test {
    let folded = Search.folded(name)
    guard let field = fields.first(where: { $0.isCalled(folded) }) else { throw .unknownColumn(name) }
    switch field.value {
    case .number(let figure):
      guard let bound = RowQuery.number(value) else { throw .badValue(column: field.title, value) }
      // Figures compare as they are shown, with one decimal or as many as were typed: 83.6 is what shows as 83.6.
      let decimals = value.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first.map {
        $0.utf8.prefix { (0x30...0x39).contains($0) }.count
      }
      let scale = decimals.map { $0 > 1 ? 100.0 : 10 } ?? 10
      return { row in figure(row).map { sign.holds(($0 * scale).rounded() / scale, bound) } ?? (sign == .unequal) }
    case .scale(let scale, let rank):
      guard let bound = scale.rank(of: value) else { throw .badValue(column: field.title, value) }
      return { row in rank(row).map { sign.holds($0, bound) } ?? (sign == .unequal) }
    case .text(let names):
      let bound = Search.folded(value)
      switch sign {
      case .equal: return { row in names(row).contains { Search.folded($0) == bound } }
      case .unequal: return { row in !names(row).contains { Search.folded($0) == bound } }
      default:
        // Days and ids have an order that everybody knows; names have none.
        guard let first = bound.utf8.first, (0x30...0x39).contains(first) else { throw .unordered(column: field.title) }
        return { row in names(row).first.map { $0.isEmpty ? false : sign.holds(Search.folded($0), bound) } ?? false }
      }
    }
  }

  /// A figure as people copy it from the screen: `-5`, `+12.5`, `1,280`, `83.6%`, `1.60x`.
  private static func number(_ text: String) -> Double? {
    var text = text.filter { $0 != "," && $0 != "，" }
    for unit in ["%", "x", "X", "点", "天", "万元"] where text.hasSuffix(unit) { text.removeLast(unit.count) }
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0) }) else { return nil }
    return Double(text).flatMap { $0.isFinite ? $0 : nil }
  }
}
