/// Where a person is in a list. The selection is an identity, never a line: rows may come, go and move under it.
package struct ListState: Hashable, Sendable {
  /// The selected row's identity; nil: the first row.
  package var selected: String?
  /// Where the selected row stood last: a row that goes leaves the cursor on its line.
  package var place = 0
  /// Index of the first row shown.
  package var offset = 0
  /// Marked rows.
  package var marks: Set<String> = []
  /// Only rows that match are shown; empty: all.
  package var filter = ""
  /// How the rows are ordered.
  package var sort: SortKey = .worst
  /// Columns by which they are ordered before that: the first, and a second one; empty: none.
  package var columns: [ColumnOrder] = []

  package init(sort: SortKey = .worst) { self.sort = sort }

  /// Index of the selected row in `rows`: its own, or what stands now where it stood; nil where there are none.
  package func index(in rows: [String]) -> Int? {
    guard !rows.isEmpty else { return nil }
    guard let selected else { return 0 }
    return rows.firstIndex(of: selected) ?? min(place, rows.count - 1)
  }

  /// Whether it shows the same rows, in the same order and with the same marks, wherever the cursor stands.
  func hasSameRows(as other: ListState) -> Bool {
    marks == other.marks && filter == other.filter && sort == other.sort && columns == other.columns
  }

  /// Scrolls just enough to show the selected row in `height` rows, and never past the end.
  package mutating func settle(rows: [String], height: Int) {
    let height = max(1, height)
    if let index = index(in: rows) {
      place = index
      if selected != nil { selected = rows[index] }
      if index < offset { offset = index }
      if index >= offset + height { offset = index - height + 1 }
    }
    offset = max(0, min(offset, rows.count - height))
  }
}

/// How a list is ordered.
package enum SortKey: String, Hashable, Sendable, CaseIterable {
  /// Worst first.
  case worst
  /// By code or id.
  case code
  /// By name or path.
  case name
  /// By attainment, utilisation or score, lowest first.
  case ratio
  /// Newest first.
  case newest
  /// Largest first.
  case size
  /// Most rows first.
  case rows
  /// By table.
  case table
  /// By encoding.
  case encoding
  /// By district.
  case district
  /// One by one, in no group.
  case single
}
