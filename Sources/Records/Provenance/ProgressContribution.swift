import Policy

/// What one `progress` file gives to a figure, from the sums that are kept of it: the file is not read again.
struct ProgressContribution: Hashable, Sendable {
  /// What its rows sum to.
  var value: Int64
  /// How many rows that are; nil where only their sums are kept.
  var rows: Int?

  /// A part of a counted item in a district, the city's code meaning the whole city, through the end of a day; nil where
  /// no row of the file speaks of it.
  static func counted(
    _ item: ItemID, _ district: DistrictCode, of file: TableFile, through day: Day, _ axes: ProgressAxes
  ) -> ProgressContribution? {
    guard let progress = file.progress else { return nil }
    let (sum, rows) = progress.contribution(pairs: axes.pairs(of: item, in: district), through: day - axes.start)
    return rows > 0 ? ProgressContribution(value: sum, rows: Int(clamping: rows)) : nil
  }

  /// What the file's rows of the first counted item that name an institution trained through the end of a day; nil where
  /// no day's rows sum to anything.
  static func trained(
    _ institution: String, of file: TableFile, through day: Day, _ axes: ProgressAxes
  ) -> ProgressContribution? {
    guard let progress = file.progress else { return nil }
    var found: ProgressContribution?
    progress.forEachTrained { name, _, at, sum in
      guard at <= day - axes.start, name == institution else { return }
      found = ProgressContribution(value: (found?.value ?? 0).addingSaturated(sum), rows: nil)
    }
    return found
  }
}
