/// Rows of a file that speak of a figure, read again from the file when they were asked for.
///
/// No column that holds personal data is among them, and a cell that looks personal is masked.
public struct SourceRows: Hashable, Sendable {
  /// What was asked for.
  public var request: SourceRowsRequest
  /// Headers of the cells, as the file writes them.
  public var headers: [String]
  /// Rows that match, in the file's order, from ``SourceRowsRequest/first`` on: at most ``SourceRowsRequest/limit``.
  public var rows: [SourceRow]
  /// How many rows match, kept or not.
  public var total: Int
  /// How many of them count in the figure.
  public var counting: Int
  /// What those give together; nil where the table gives no part of a sum.
  public var value: SourceValue?
  /// The file is no longer the version that gave the figure.
  public var isChanged: Bool
  /// Headers of columns that are withheld as personal data.
  public var withheld: [String]

  /// Every field.
  public init(
    request: SourceRowsRequest, headers: [String], rows: [SourceRow], total: Int, counting: Int, value: SourceValue?,
    isChanged: Bool, withheld: [String]
  ) {
    self.request = request
    self.headers = headers
    self.rows = rows
    self.total = total
    self.counting = counting
    self.value = value
    self.isChanged = isChanged
    self.withheld = withheld
  }

  /// The places of ``rows`` among all that match.
  public var range: Range<Int> { request.first..<request.first + rows.count }
}

/// Which rows are asked for.
public struct SourceRowsRequest: Hashable, Sendable {
  /// The figure that they speak of.
  public var figure: Figure
  /// The file's path below the data directory, as ``SourceFile/path`` has it.
  public var path: String
  /// Rows dated later are none of the figure's.
  public var asOf: Day
  /// Only rows with a cell that holds this text, whatever its case; empty: all.
  public var filter: String
  /// The first row that is kept, counted from 0 among those that match.
  public var first: Int
  /// How many rows are kept from there on.
  public var limit: Int

  /// Rows that are kept at once: as many as a person reads without waiting.
  public static let page = 1_000

  /// Every field; places and numbers below 0 count as 0.
  public init(
    figure: Figure, path: String, asOf: Day, filter: String = "", first: Int = 0, limit: Int = SourceRowsRequest.page
  ) {
    self.figure = figure
    self.path = path
    self.asOf = asOf
    self.filter = filter
    self.first = max(0, first)
    self.limit = max(0, limit)
  }
}

/// A row as its file has it.
public struct SourceRow: Hashable, Sendable {
  /// Whether it counts in the figure.
  public enum Standing: Hashable, Sendable {
    /// It does.
    case counts
    /// It was accepted, but another row took its place: a later score, a later stage, another file's row of its key.
    case superseded
    /// It was refused, for this reason.
    case refused(ProblemCode)
  }

  /// The line on which it begins, the header being line 1.
  public var line: Int
  /// Its cells, in the order of ``SourceRows/headers``.
  public var cells: [String]
  /// Whether it counts.
  public var standing: Standing

  /// Every field.
  public init(line: Int, cells: [String], standing: Standing) {
    self.line = line
    self.cells = cells
    self.standing = standing
  }
}
