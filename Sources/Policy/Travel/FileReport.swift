/// What one file gave.
public struct FileReport: Hashable, Sendable {
  /// Path below the data directory, with `/`.
  public var path: String
  /// The table it belongs to: `progress`, `targets` …
  public var table: String
  /// `utf-8`, `utf-16le`, `utf-16be` or `gb18030`; nil where the file could not be read.
  public var encoding: String?
  /// Accepted rows.
  public var rows: Int
  /// Refused rows.
  public var rejected: Int
  /// SHA-256 of its bytes in lower-case hexadecimal; nil where the file could not be read, or is still being proven.
  public var sha256: String?
  /// Its size in bytes.
  public var size: Int64
  /// When its content was last changed, in seconds since 1970-01-01 UTC.
  public var modified: Double
  /// Districts whose rows it holds, in code order.
  public var districts: [DistrictCode]
  /// Why an older version of it is shown; nil where the newest is.
  public var stale: String?

  /// Every field.
  public init(
    path: String, table: String, encoding: String?, rows: Int, rejected: Int, sha256: String?, size: Int64,
    modified: Double, districts: [DistrictCode], stale: String? = nil
  ) {
    self.path = path
    self.table = table
    self.encoding = encoding
    self.rows = rows
    self.rejected = rejected
    self.sha256 = sha256
    self.size = size
    self.modified = modified
    self.districts = districts
    self.stale = stale
  }
}
