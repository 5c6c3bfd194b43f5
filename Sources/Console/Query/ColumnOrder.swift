import Policy
import Screen

/// A column that rows are ordered by.
package struct ColumnOrder: Hashable, Sendable {
  /// A field's code.
  package var code: String
  package var isDescending = false

  package init(_ code: String, descending: Bool = false) {
    self.code = code
    isDescending = descending
  }
}

extension ListState {
  /// Orders by a column. The one that was first becomes the second; the same again turns it round.
  mutating func order(by code: String) {
    if let first = columns.first, first.code == code {
      columns[0].isDescending.toggle()
    } else {
      columns = [ColumnOrder(code)] + columns.filter { $0.code != code }.prefix(1)
    }
  }
}

extension [ColumnOrder] {
  /// Rows by the first column, then by the second, then as they stood. What has no value comes last, either way.
  func sorted<Row: Fielded>(_ rows: [Row], _ state: ConsoleState) -> [Row] {
    guard !isEmpty else { return rows }
    let fields = Row.fields(state)
    let chosen = compactMap { order in fields.first { $0.code == order.code }.map { (order, ColumnKeys($0, rows)) } }
    return rows.indices.sorted { a, b in
      for (order, keys) in chosen {
        if let isBefore = keys.isBefore(a, b, descending: order.isDescending) { return isBefore }
      }
      return a < b
    }.map { rows[$0] }
  }
}

/// What the rows of a column are compared by, worked out once for each.
private enum ColumnKeys {
  case numbers([Double?])
  case texts([String?])

  init<Row>(_ field: RowField<Row>, _ rows: [Row]) {
    switch field.value {
    case .number(let figure): self = .numbers(rows.map { figure($0).flatMap { $0.isNaN ? nil : $0 } })
    case .scale(_, let rank): self = .numbers(rows.map { rank($0).map { Double($0) } })
    case .text(let names): self = .texts(rows.map { names($0).first.flatMap { $0.isEmpty ? nil : $0 } })
    }
  }

  /// Nil: they are equal.
  func isBefore(_ a: Int, _ b: Int, descending: Bool) -> Bool? {
    func compare<Key: Comparable>(_ a: Key?, _ b: Key?) -> Bool? {
      guard let a, let b else { return a == nil ? (b == nil ? nil : false) : true }
      return a == b ? nil : descending ? a > b : a < b
    }
    switch self {
    case .numbers(let keys): return compare(keys[a], keys[b])
    case .texts(let keys): return compare(keys[a], keys[b])
    }
  }
}
