import Policy
import Tabular

/// Which field of a file's rows belongs to which column of its table.
struct HeaderMatch: Sendable {
  /// A field whose header is no column of the table.
  struct Stray: Sendable {
    var field: Int
    /// The header as written; without its text where that is itself a personal value, as in a file without header.
    var header: String
    /// The header names something personal: the field is never read.
    var isPersonal: Bool
  }

  /// For each column the field that holds it; nil where the file does not have it.
  var fields: [Int?]
  /// For each column its header as written; nil where the file does not have it.
  var written: [String?]
  /// The other fields.
  var strays: [Stray] = []
  /// How many fields a row has.
  var width: Int

  /// Matches a header row against a table's columns; of two headers for one column the first counts.
  init(_ row: Row, columns: [Column], latestBirth: Day) {
    fields = Array(repeating: nil, count: columns.count)
    written = Array(repeating: nil, count: columns.count)
    width = row.fields.count
    var places: [String: Int] = [:]
    for (place, column) in columns.enumerated() {
      for name in column.folded { places[name] = place }
    }
    for field in row.fields.indices {
      let header = row.string(field)
      if let place = places[Folding.header(header)], fields[place] == nil {
        fields[place] = field
        written[place] = header
      } else {
        let isValue = PersonalValues.holdsPersonal(header, latestBirth: latestBirth)
        strays.append(
          Stray(
            field: field, header: isValue ? "…" : header, isPersonal: isValue || PersonalHeaders.isPersonal(header)))
      }
    }
  }

  /// One problem for each required column that is absent.
  func missing(of columns: [Column], path: String) -> [Problem] {
    columns.indices.filter { columns[$0].required && fields[$0] == nil }.map {
      Problem(path: path, line: 1, code: .missingColumn, detail: columns[$0].bothNames)
    }
  }
}
