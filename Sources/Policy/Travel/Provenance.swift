/// Which files gave a figure, and what each of them gave.
public struct Provenance: Hashable, Sendable {
  /// The figure.
  public var figure: Figure
  /// The day through whose end it speaks.
  public var asOf: Day
  /// The files with at least one row that speaks of the figure, ordered by path.
  public var files: [SourceFile]
  /// The row that sets the figure's target; nil where no file does.
  public var target: SourcePlace?

  /// Every field.
  public init(figure: Figure, asOf: Day, files: [SourceFile], target: SourcePlace? = nil) {
    self.figure = figure
    self.asOf = asOf
    self.files = files
    self.target = target
  }
}

/// A row of a file.
public struct SourcePlace: Hashable, Sendable {
  /// Path below the data directory, with `/`.
  public var path: String
  /// Its line, the header being line 1.
  public var line: Int

  /// Path and line.
  public init(path: String, line: Int) {
    self.path = path
    self.line = line
  }
}

/// What a file gives to a figure.
public enum SourceValue: Hashable, Sendable {
  /// A part of a count: the parts of all `progress` files sum to the figure.
  case count(Int64)
  /// A part of a sum of money.
  case money(Money)
  /// A part of a score, in hundredths of a point.
  case points(Int)
}

/// A file that gave a figure, or a part of it.
public struct SourceFile: Hashable, Sendable {
  /// Path below the data directory, with `/`.
  public var path: String
  /// The table it belongs to.
  public var table: String
  /// How its bytes became text; nil where unknown.
  public var encoding: String?
  /// Rows of it that count in the figure; nil where that is not kept.
  public var rows: Int?
  /// What they give; nil where the table gives no part of a sum.
  public var value: SourceValue?
  /// What the version before this one gave; nil where there was none, or it is not kept.
  public var previous: SourceValue?
  /// SHA-256 of the version that counts, in lower-case hexadecimal; nil while it is not known yet.
  public var sha256: String?
  /// Its size in bytes.
  public var size: Int64
  /// When its content was last changed, in seconds since 1970-01-01 UTC.
  public var modified: Double
  /// Why an older version of it counts; nil where the newest does.
  public var stale: String?
  /// Rows of it that speak of the figure, but whose place another row took.
  public var superseded: Int
  /// A row that took the place of one of those; nil where there are none.
  public var supersededBy: SourcePlace?

  /// Every field.
  public init(
    path: String, table: String, encoding: String?, rows: Int?, value: SourceValue?, previous: SourceValue?,
    sha256: String?, size: Int64, modified: Double, stale: String?, superseded: Int = 0,
    supersededBy: SourcePlace? = nil
  ) {
    self.path = path
    self.table = table
    self.encoding = encoding
    self.rows = rows
    self.value = value
    self.previous = previous
    self.sha256 = sha256
    self.size = size
    self.modified = modified
    self.stale = stale
    self.superseded = superseded
    self.supersededBy = supersededBy
  }
}

extension Provenance {
  /// What the `progress` files give together; of a counted item, its actual.
  public var counted: Int64 {
    files.reduce(0) { sum, file in
      if file.table == "progress", case .count(let part) = file.value { sum.addingSaturated(part) } else { sum }
    }
  }
}
