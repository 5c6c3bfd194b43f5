import Screen

/// Rows of cells as lines of plain text, in columns as wide as their widest cell.
enum PlainColumns {
  /// The lines, without blanks at their ends; `right` are the columns of figures.
  static func text(_ rows: [[SafeText]], right: Set<Int>) -> String {
    let widths = DisplayWidth()
    let last = max(0, (rows.map(\.count).max() ?? 0) - 1)
    let wide = (0...last).map { column in
      rows.map { $0.indices.contains(column) ? widths.width(of: $0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.indices.map { column in
        column == last && !right.contains(column)
          ? row[column] : widths.fit(row[column], wide[column], align: right.contains(column) ? .right : .left)
      }
      let line = cells.joined(separator: "  ").string
      return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
    }.joined()
  }
}
