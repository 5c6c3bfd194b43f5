/// What a source of records knew of `progress` and `targets` at a moment, as far as it is new: what a store keeps.
///
/// Places are on the axes: a pair's place is `district × items + item`, a day is counted from ``start``.
public struct KnownTotals: Sendable, Equatable {
  /// When it was read, in seconds since 1970-01-01 UTC.
  public var readAt: Double
  /// First day of the period.
  public var start: Day
  /// Codes on the district axis; the city first.
  public var districts: [DistrictCode]
  /// Ids on the item axis.
  public var items: [ItemID]
  /// Files that give other sums than when they were asked about last; at first every file.
  public var files: [FileTotals]
  /// Paths of files that have gone since.
  public var gone: [String]
  /// ``files`` are all there are: whatever else a store has is gone.
  public var isWhole: Bool
  /// The targets that files set, all of them.
  public var targets: [TargetKey: Int64]

  /// Every field.
  public init(
    readAt: Double, start: Day, districts: [DistrictCode], items: [ItemID], files: [FileTotals], gone: [String] = [],
    isWhole: Bool, targets: [TargetKey: Int64]
  ) {
    self.readAt = readAt
    self.start = start
    self.districts = districts
    self.items = items
    self.files = files
    self.gone = gone
    self.isWhole = isWhole
    self.targets = targets
  }
}

/// What one file gives: sums by pair and day.
public struct FileTotals: Sendable, Equatable {
  /// A sum that is not zero.
  public struct Cell: Sendable, Hashable {
    /// Place of district and item.
    public var pair: Int32
    /// Days after ``KnownTotals/start``.
    public var day: Int32
    /// Sum of `count`.
    public var sum: Int64

    /// Place and sum.
    public init(pair: Int32, day: Int32, sum: Int64) {
      self.pair = pair
      self.day = day
      self.sum = sum
    }
  }

  /// Path below the data directory, with `/`.
  public var path: String
  /// Its sums, by pair, then day, each place once.
  public var cells: [Cell]

  /// Path and sums.
  public init(path: String, cells: [Cell]) {
    self.path = path
    self.cells = cells
  }
}
