/// The surroundings of a line, read again from its file, with everything personal left out.
public struct SourceExcerpt: Hashable, Sendable {
  /// A field as it may be shown.
  public enum Field: Hashable, Sendable {
    case text(String)
    /// It is personal, or may be.
    case masked
  }

  /// A row of the file.
  public struct Row: Hashable, Sendable {
    /// The line it begins on.
    public var line: Int
    /// Its fields in order; of a row that cannot be read by fields its first line as it stands.
    public var fields: [Field]

    /// Line and fields.
    public init(line: Int, fields: [Field]) {
      self.line = line
      self.fields = fields
    }
  }

  /// The headers as written.
  public var header: [Field]
  /// The rows around the line, in the file's order, the header not among them.
  public var rows: [Row]
  /// Which field the problem names; nil where none is meant.
  public var column: Int?
  /// The file is no longer the one that was read.
  public var hasChanged: Bool

  /// Every field.
  public init(header: [Field], rows: [Row], column: Int?, hasChanged: Bool) {
    self.header = header
    self.rows = rows
    self.column = column
    self.hasChanged = hasChanged
  }
}

/// What came of the wish to see a line in its file.
public enum ExcerptOutcome: Hashable, Sendable {
  case found(SourceExcerpt)
  /// The file ends before that line: it has been rewritten.
  case beyondEnd(lines: Int)
  /// The file is gone or cannot be read, for this reason.
  case unreadable(String)
}

/// Which line of which file is to be shown.
public struct ExcerptRequest: Hashable, Sendable {
  /// Path below the data directory.
  public var path: String
  /// The line in the middle.
  public var line: Int
  /// The header of the column to be marked; nil: none.
  public var column: String?
  /// How many lines before and after.
  public var margin: Int
  /// The file as it was read: its table, encoding, size and time.
  public var file: FileReport
  /// Headers of the file's columns that were found to be personal.
  public var personal: Set<String>

  /// Every field.
  public init(path: String, line: Int, column: String?, margin: Int, file: FileReport, personal: Set<String>) {
    self.path = path
    self.line = line
    self.column = column
    self.margin = margin
    self.file = file
    self.personal = personal
  }
}
