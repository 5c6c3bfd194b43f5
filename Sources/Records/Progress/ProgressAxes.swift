import Policy

/// Where a district, an item and a day stand in ``ProgressTotals``.
struct ProgressAxes: Sendable {
  /// First day of the period.
  let start: Day
  /// Days in the period.
  let days: Int
  /// Codes on the district axis; the city first.
  let districts: [DistrictCode]
  /// Ids on the item axis.
  let items: [ItemID]

  private let districtPlaces: [DistrictCode: Int]
  /// For each place in ``Lexicon/items`` the place on the item axis; nil for items that count nothing.
  private let itemPlaces: [Int?]

  init(_ lexicon: Lexicon) {
    let totals = ProgressTotals(plan: lexicon.plan, districts: lexicon.districts)
    start = totals.start
    days = totals.days
    districts = totals.districts
    items = totals.items
    districtPlaces = Dictionary(districts.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let places = Dictionary(items.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    itemPlaces = lexicon.items.map { $0.kind == .counted ? places[$0.id] : nil }
  }

  /// How many sums there can be.
  var cells: Int { districts.count * items.count * days }

  /// The place of a checked row's sum; nil where a cell is off the axes, which the checks have ruled out.
  func place(of cells: Cells) -> (district: Int, item: Int, day: Int)? {
    guard let code = cells.district(ProgressTable.district), let district = districtPlaces[code],
      let index = cells.index(ProgressTable.item), itemPlaces.indices.contains(index), let item = itemPlaces[index],
      let day = cells.day(ProgressTable.date)
    else { return nil }
    let offset = day - start
    return offset >= 0 && offset < days ? (district, item, offset) : nil
  }
}
