package import Policy

/// What a sample year is made from: the same options give the same bytes.
package struct SampleOptions: Sendable, Hashable {
  /// Chooses among the sample years.
  package var seed: UInt64
  /// Accepted rows of `progress` to write; nil writes one row for each class, about 20,000 for the built-in plan.
  ///
  /// More rows are smaller parts of the same totals, so that the board looks the same at any size.
  package var rows: Int?
  /// Last day with data; held inside the plan's period.
  package var through: Day
  /// How the rows are laid out in files. Plain layouts hold the whole period, whatever ``through`` says.
  package var layout: SampleLayout
  /// Plain layouts: so many districts that do not exist (at most 5,000); nil: the plan's.
  package var districts: Int?

  /// Seed 2026, one row for each class, data through 2026-11-20, as offices write them.
  package init(
    seed: UInt64 = 2026, rows: Int? = nil, through: Day = SampleOptions.referenceDay, layout: SampleLayout = .sample,
    districts: Int? = nil
  ) {
    self.seed = seed
    self.rows = rows
    self.through = through
    self.layout = layout
    self.districts = districts
  }

  /// 2026-11-20, the day at which the sample's stories come together.
  package static let referenceDay = Day(number: 20_777)
}

/// Why a sample directory could not be written.
package enum SampleError: Error, Hashable, Sendable {
  /// The directory holds something and no `.sample` marker: it may be a real one, so nothing was touched.
  case notASample(path: String)
  /// The operating system refused; `code` is its `errno`.
  case cannotWrite(path: String, code: Int32)
}
