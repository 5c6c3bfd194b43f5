import Policy
import Tabular

/// Remembers how the last header row matched: most files of a table begin with the same one. One thread uses it.
final class HeaderMemo {
  private var last: (table: Table, bytes: [UInt8], fields: [Range<Int>], match: HeaderMatch)?

  /// How a header row matches a table's columns.
  func match(_ row: Row, _ table: Table, latestBirth: Day) -> HeaderMatch {
    if let last, last.table == table, last.fields == row.fields, last.bytes == row.bytes { return last.match }
    let match = HeaderMatch(row, columns: table.columns, latestBirth: latestBirth)
    last = (table, row.bytes, row.fields, match)
    return match
  }
}
