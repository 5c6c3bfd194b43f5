public import Policy

extension DirectoryReader {
  /// What the rows of a counted item in a district, or by the city's code in the whole city, brought by value and month,
  /// through the end of a day; nil before anything was read, and where nobody waits any more.
  ///
  /// It looks at what is kept. Values are kept by month, so of files with later rows in the day's month those rows are
  /// read again, which may take as long as the files were first read; `isCancelled` is asked now and then.
  public func breakdown(
    of item: ItemID, in district: DistrictCode, asOf day: Day, isCancelled: () -> Bool = { false }
  ) -> Breakdown? {
    guard let records = records() else { return nil }
    return BreakdownReading(records, item: item, district: district, asOf: day).breakdown(isCancelled)
  }
}
