import Policy

/// Where a district, an item, a day and a month stand in the sums of `progress`.
struct ProgressAxes: Sendable {
  /// First day of the period.
  let start: Day
  /// Days in the period.
  let days: Int
  /// For each day of the period its calendar month, counted from the period's first.
  let months: [Int32]
  /// Calendar months that the period touches.
  let monthCount: Int
  /// Codes on the district axis; the city first.
  let districts: [DistrictCode]
  /// Ids on the item axis.
  let items: [ItemID]

  private let districtPlaces: [DistrictCode: Int]
  /// For each place in ``Lexicon/items`` the place on the item axis; nil for items that count nothing.
  private let itemPlaces: [Int?]

  init(_ lexicon: Lexicon) {
    let plan = lexicon.plan
    start = plan.periodStart
    days = max(1, plan.periodDays)
    items = plan.countedItems.map(\.id)
    districts = [plan.cityCode] + lexicon.districts.map(\.code)
    districtPlaces = Dictionary(districts.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let places = Dictionary(items.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    itemPlaces = lexicon.items.map { $0.kind == .counted ? places[$0.id] : nil }
    months = ProgressAxes.months(from: plan.periodStart, days: days)
    monthCount = Int(months.last ?? 0) + 1
  }

  /// Pairs of a district and an item; a pair's place is `district × items + item`.
  var pairs: Int { districts.count * items.count }

  /// How many sums by pair and day there can be.
  var cells: Int { pairs * days }

  /// Whether institutions are measured by the item at a place of the axis (`interfaces.md`, `trained`).
  static func measuresInstitutions(_ item: Int) -> Bool { item == 0 }

  /// The pair of codes; nil where one of them is off the axes.
  func pair(_ district: DistrictCode, _ item: ItemID) -> Int? {
    guard let district = districtPlaces[district], let item = items.firstIndex(of: item) else { return nil }
    return district * items.count + item
  }

  /// The pairs of an item in a district, or by the city's code in the whole city; empty where it is off the axes.
  func pairs(of item: ItemID, in district: DistrictCode) -> Set<Int> {
    let isCity = district == districts.first
    return Set(districts.compactMap { isCity || $0 == district ? pair($0, item) : nil })
  }

  /// The place of a checked row; nil where a cell is off the axes, which the checks have ruled out.
  func place(of cells: Cells) -> (district: Int, item: Int, day: Int)? {
    guard let code = cells.district(ProgressTable.district), let district = districtPlaces[code],
      let index = cells.index(ProgressTable.item), itemPlaces.indices.contains(index), let item = itemPlaces[index],
      let day = cells.day(ProgressTable.date)
    else { return nil }
    let offset = day - start
    return offset >= 0 && offset < days ? (district, item, offset) : nil
  }

  private static func months(from start: Day, days: Int) -> [Int32] {
    let first = start.civil
    return (0..<days).map { offset in
      let (year, month, _) = (start + offset).civil
      return Int32(clamping: (year - first.year) * 12 + month - first.month)
    }
  }
}
