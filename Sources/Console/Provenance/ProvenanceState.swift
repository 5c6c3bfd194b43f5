package import Policy

/// Where a figure comes from, standing over the page: its formula, its files, and the rows of one of them.
package struct ProvenanceState: Hashable, Sendable {
  /// What the cursor is on.
  package enum Cursor: Hashable, Sendable {
    /// Nobody has moved it: the first file.
    case start
    /// A line of the formula.
    case line(Int)
    /// A file, by its path: files may come and go under it.
    case file(String)
  }

  package var figure: Figure
  /// The files; nil while they are looked for the first time.
  package var provenance: Provenance?
  package var cursor = Cursor.start
  /// The rows of a file; nil: the list of files.
  package var rows: SourceRowsState?

  package init(_ figure: Figure) { self.figure = figure }
}

/// The rows of a file that speak of a figure, read page by page.
package struct SourceRowsState: Hashable, Sendable {
  /// What was asked for last.
  package var request: SourceRowsRequest
  /// What came last; nil while nothing has.
  package var rows: SourceRows?
  /// Why what was asked for last cannot be read; nil while it can, or is still read.
  package var failure: String?
  /// How much of the file was gone through for what was asked for last, from 0 to 1; nil while nobody said.
  package var share: Double?
  /// The first row shown, counted among all rows that match.
  package var offset = 0
  /// The first column shown.
  package var column = 0
  /// The filter while it is typed; nil while it is not.
  package var typing: String?

  package init(_ request: SourceRowsRequest) { self.request = request }

  /// What was asked for last has not come yet.
  package var isReading: Bool { failure == nil && rows?.request != request }
}
