/// What one file changed when it came, was replaced or went.
public struct Change: Hashable, Sendable {
  /// What happened to the file.
  public enum Kind: String, Hashable, Sendable {
    /// It was not there before.
    case added
    /// It was there with other content.
    case replaced
    /// It is gone, and its rows with it.
    case removed
  }

  /// When the console noticed, in seconds since 1970-01-01 UTC.
  public var at: Double
  /// What happened.
  public var kind: Kind
  /// Path below the data directory, with `/`.
  public var path: String
  /// The table it belongs to.
  public var table: String
  /// The district whose figure moved; nil where none did (another table, or no net change).
  public var district: DistrictCode?
  /// The counted item that moved; nil where none did.
  public var item: ItemID?
  /// By how much the figure moved, or the rows where no figure is named.
  public var delta: Int64

  /// Every field.
  public init(
    at: Double, kind: Kind, path: String, table: String, district: DistrictCode?, item: ItemID?, delta: Int64
  ) {
    self.at = at
    self.kind = kind
    self.path = path
    self.table = table
    self.district = district
    self.item = item
    self.delta = delta
  }
}
