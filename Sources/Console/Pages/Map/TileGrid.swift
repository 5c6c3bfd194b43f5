import Policy

/// Where each district's tile stands: by the plan's positions, drawn together where nothing lies between them.
///
/// A district without a position, or at one that another took, goes into the rows below. Rows and columns that no
/// district stands in are kept as one at most, so that no plan makes a map larger than twice its districts.
struct TileGrid {
  struct Place: Hashable {
    var row: Int
    var column: Int
  }

  enum Direction: CaseIterable {
    case up, down, left, right
  }

  /// By district, in the order given.
  let places: [Place]
  let rows: Int
  let columns: Int
  /// The districts from the first row to the last, each from the left to the right.
  let order: [Int]

  init(_ districts: [District]) {
    let rowOf = TileGrid.packed(districts.compactMap { TileGrid.position($0)?.row })
    let columnOf = TileGrid.packed(districts.compactMap { TileGrid.position($0)?.column })
    var places: [Place?] = Array(repeating: nil, count: districts.count)
    var taken: Set<Place> = []
    for (index, district) in districts.enumerated() {
      guard let at = TileGrid.position(district), let row = rowOf[at.row], let column = columnOf[at.column] else {
        continue
      }
      let place = Place(row: row, column: column)
      if taken.insert(place).inserted { places[index] = place }
    }
    let rest = places.indices.filter { places[$0] == nil }
    let below = (taken.map(\.row).max() ?? -1) + 1
    let width = max((taken.map(\.column).max() ?? -1) + 1, Int(Double(rest.count).squareRoot().rounded(.up)), 1)
    for (offset, index) in rest.enumerated() {
      places[index] = Place(row: below + offset / width, column: offset % width)
    }
    let all = places.compactMap(\.self)
    self.places = all
    rows = (all.map(\.row).max() ?? -1) + 1
    columns = (all.map(\.column).max() ?? -1) + 1
    order = all.indices.sorted { (all[$0].row, all[$0].column) < (all[$1].row, all[$1].column) }
  }

  private static func position(_ district: District) -> Place? {
    guard let row = district.tileRow, let column = district.tileColumn else { return nil }
    return Place(row: row, column: column)
  }

  /// Coordinates closed up: neighbours stay neighbours, any gap becomes one free row or column.
  private static func packed(_ values: [Int]) -> [Int: Int] {
    var packed: [Int: Int] = [:]
    var next = 0
    var last: Int?
    for value in Set(values).sorted() {
      if let last, value.subtractingReportingOverflow(last) != (1, false) { next += 1 }
      packed[value] = next
      next += 1
      last = value
    }
    return packed
  }

  /// The nearest district in a direction among those that count; nil at the edge.
  ///
  /// What lies straight ahead is nearer than what lies to the side of it.
  func next(from index: Int, _ direction: Direction, among counts: (Int) -> Bool) -> Int? {
    guard places.indices.contains(index) else { return nil }
    let from = places[index]
    var best: (far: Int, aside: Int, order: Place, index: Int)?
    for (other, place) in places.enumerated() where counts(other) {
      let (down, right) = (place.row - from.row, place.column - from.column)
      let (ahead, aside) =
        switch direction {
        case .up: (-down, abs(right))
        case .down: (down, abs(right))
        case .left: (-right, abs(down))
        case .right: (right, abs(down))
        }
      guard ahead > 0 else { continue }
      let far = ahead * ahead + 2 * aside * aside
      let key = (far, aside, place.row, place.column)
      if let best, (best.far, best.aside, best.order.row, best.order.column) <= key { continue }
      best = (far, aside, place, other)
    }
    return best?.index
  }
}
