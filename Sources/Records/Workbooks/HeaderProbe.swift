import Tabular

/// Tells whether a row of a sheet has every required column of a table, as ``HeaderMatch`` would find it, but cheaply: a
/// workbook may hold thousands of rows that are none.
struct HeaderProbe {
  /// Required columns by their folded names.
  private var places: [String: Int] = [:]
  private let required: Int

  /// Longer texts are no headers, whatever stands in their brackets; in bytes.
  private static let longest = 1_024

  init(_ columns: [Column]) {
    for (place, column) in columns.enumerated() where column.required {
      for name in column.folded { places[name] = place }
    }
    required = columns.count { $0.required }
  }

  func fits(_ row: Row) -> Bool {
    var found: Set<Int> = []
    for (index, field) in row.fields.enumerated() where (1...HeaderProbe.longest).contains(field.count) {
      if let place = places[Folding.header(row.string(index))] { found.insert(place) }
    }
    return found.count == required
  }
}
