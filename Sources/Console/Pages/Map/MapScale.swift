import Policy
import Screen

/// One of the classes that a measure sorts districts into: a mark of two cells and a word tell it without colour.
struct MapClass: Hashable {
  let mark: SafeText
  let word: Phrase
  let role: Role
  /// From where on a district belongs to it, as the legend writes it; may be empty.
  var bound: SafeText = ""

  init(_ mark: SafeText, _ word: some Wording, _ role: Role, bound: SafeText = "") {
    self.mark = mark
    self.word = word.phrase
    self.role = role
    self.bound = bound
  }

  init(_ status: Status, bound: SafeText = "") { self.init(status.mark, status.word, status.role, bound: bound) }
}

/// How a district stands on a measure.
struct MapReading {
  /// Index of its class.
  var band: Int
  var figure: SafeText
  /// What districts of one class are ranked by, lower is worse; nil: it has no rank.
  var value: Double?
}

/// A measure that sorts districts into classes, the worst first.
protocol MapYardstick {
  var classes: [MapClass] { get }
  /// Whether no published rule fixes its bounds.
  var isDefault: Bool { get }
  func reading(_ board: DistrictBoard) -> MapReading
}

/// The whole map as figures: the class, figure and rank of every district on the measure that was chosen.
struct MapScale {
  /// What is really shown: an item that no district has a target for is coloured by its count.
  let measure: MapMeasure
  /// The counted item that is shown; nil: each district's item furthest behind.
  let item: ItemID?
  let classes: [MapClass]
  let isDefault: Bool
  /// By district, in the board's order.
  let readings: [MapReading]
  /// Districts in each class.
  let counts: [Int]
  /// The districts, worst first.
  let ranking: [Int]

  init(_ map: MapState, _ loaded: Loaded, _ language: Language) {
    let board = loaded.board
    (measure, item) = MapScale.shown(map, board)
    let yardstick: any MapYardstick =
      measure.speaksOfItem
      ? ItemYardstick(measure, item, loaded, language) : DistrictYardstick(measure, loaded, language)
    let readings = board.districts.map(yardstick.reading)
    classes = yardstick.classes
    isDefault = yardstick.isDefault
    self.readings = readings
    counts = readings.reduce(into: Array(repeating: 0, count: classes.count)) { counts, reading in
      if counts.indices.contains(reading.band) { counts[reading.band] += 1 }
    }
    ranking = readings.indices.sorted { MapScale.isWorse(readings[$0], readings[$1]) ?? ($0 < $1) }
  }

  private static func shown(_ map: MapState, _ board: Board) -> (MapMeasure, ItemID?) {
    guard map.measure.speaksOfItem else { return (map.measure, map.item) }
    let known = map.item.flatMap { id in board.city.contains { $0.id == id } ? id : nil }
    guard let known else {
      return map.measure == .count ? (.count, ConsoleState.mapItems(board).first) : (map.measure, nil)
    }
    let hasTarget = board.districts.contains { $0.items.contains { $0.id == known && $0.target != nil } }
    return (hasTarget ? map.measure : .count, known)
  }

  /// Whether one stands worse than the other; nil where neither does.
  private static func isWorse(_ one: MapReading, _ other: MapReading) -> Bool? {
    guard (one.value == nil) == (other.value == nil) else { return other.value == nil }
    if one.band != other.band { return one.band < other.band }
    guard let a = one.value, let b = other.value, a != b else { return nil }
    return a < b
  }

  func band(_ index: Int) -> MapClass? {
    guard readings.indices.contains(index), classes.indices.contains(readings[index].band) else { return nil }
    return classes[readings[index].band]
  }

  /// 1 for the best, and how many have a rank; nil where the district has none.
  func rank(of index: Int) -> (rank: Int, of: Int)? {
    guard readings.indices.contains(index), readings[index].value != nil else { return nil }
    let own = readings[index]
    let better = readings.count { $0.value != nil && MapScale.isWorse(own, $0) == true }
    return (better + 1, readings.count { $0.value != nil })
  }

  /// The districts that stand next to it in the ranking; nil at its ends.
  func neighbours(of index: Int) -> (worse: Int?, better: Int?) {
    guard let place = ranking.firstIndex(of: index) else { return (nil, nil) }
    return (
      place > 0 ? ranking[place - 1] : nil, place + 1 < ranking.count ? ranking[place + 1] : nil
    )
  }
}

extension ConsoleState {
  /// The counted items in the order in which the map goes through them: those that districts have targets for first.
  static func mapItems(_ board: Board) -> [ItemID] {
    var targeted: Set<ItemID> = []
    for district in board.districts {
      for item in district.items where item.target != nil { targeted.insert(item.id) }
    }
    let all = board.city.map(\.id)
    return all.filter(targeted.contains) + all.filter { !targeted.contains($0) }
  }
}
