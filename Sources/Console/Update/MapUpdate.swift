import Policy
import Screen

/// What a person does on the map.
extension ConsoleState {
  /// Moves the selection to the nearest tile in a direction, `steps` times or as far as there are any.
  mutating func moveOnMap(_ direction: TileGrid.Direction, steps: Int = 1) {
    guard let loaded, let row = selectedRow(of: .tiles) else { return }
    let districts = loaded.board.districts
    let grid = TileGrid(districts.map(\.district))
    let shown = Set(rows(of: .tiles))
    guard var index = districts.firstIndex(where: { $0.district.code.rawValue == row }) else { return }
    for _ in 0..<min(max(0, steps), districts.count) {
      guard
        let next = grid.next(from: index, direction, among: { shown.contains(districts[$0].district.code.rawValue) })
      else { break }
      index = next
    }
    select(tile: districts[index].district.code.rawValue)
  }

  /// Goes on in the ranking that the map shows, round and round: to the next better district, or the next worse one.
  mutating func stepOnMap(_ steps: Int) {
    guard let loaded, let row = selectedRow(of: .tiles) else { return }
    let districts = loaded.board.districts
    let shown = Set(rows(of: .tiles))
    let order = MapScale(map, loaded, language).ranking.map { districts[$0].district.code.rawValue }.filter(
      shown.contains)
    guard let place = order.firstIndex(of: row) else { return }
    select(tile: order[((place + steps) % order.count + order.count) % order.count])
  }

  /// Shows the next or previous counted item, then each district's own status again.
  mutating func turnMapItem(by step: Int) {
    guard let loaded else { return }
    let choices: [ItemID?] = [nil] + ConsoleState.mapItems(loaded.board)
    let place = choices.firstIndex(of: map.item) ?? 0
    map.item = choices[((place + step) % choices.count + choices.count) % choices.count]
    // A measure of the district alone would show no difference.
    if !map.measure.speaksOfItem { map.measure = .status }
  }

  /// Colours the map by an item; a measure that does not speak of items gives way to its status.
  mutating func colour(by item: ItemID?) {
    map.item = item
    if !map.measure.speaksOfItem { map.measure = .status }
  }

  mutating func select(tile row: String) { lists[.tiles, default: ListState()].selected = row }

  /// Rows of tiles that PgUp and PgDn move by.
  var mapPageRows: Int {
    guard let loaded else { return 1 }
    return max(1, MapView(self, loaded).rowsOfTiles(in: Chrome(self).body) - 1)
  }

  /// The figure behind the selected tile: the item that is shown, or the district's worst.
  func figure(onMapOf district: DistrictBoard) -> Figure? {
    let item = map.item.flatMap { id in district.items.first { $0.id == id } }
    return (item ?? district.worstItem ?? district.items.first).map {
      .counted(item: $0.id, district: district.district.code)
    }
  }
}
