import Screen

/// Where rows of a list stand so that all are seen at once: in as many columns as are needed, spread over the height.
struct KioskRows {
  /// Where each row stands, from the first; fewer than were asked for where not all fit.
  let places: [Rect]

  private static let gap = 3

  /// - Parameters:
  ///   - count: How many rows there are.
  ///   - least: Cells of the narrowest row.
  ///   - spread: The most lines from one row to the next.
  init(_ count: Int, in rect: Rect, least: Int, spread: Int = 2) {
    let most = max(1, (rect.columns + KioskRows.gap) / (least + KioskRows.gap))
    let wanted = rect.rows > 0 ? (count + rect.rows - 1) / rect.rows : 1
    let columns = min(most, max(1, wanted, count > 1 && rect.columns >= 2 * least + KioskRows.gap ? min(2, count) : 1))
    let perColumn = min(rect.rows, (count + columns - 1) / max(1, columns))
    guard perColumn > 0, count > 0 else {
      places = []
      return
    }
    let pitch = max(1, min(spread, rect.rows / perColumn))
    let bands = rect.splitColumns(
      (0..<columns).flatMap { index -> [Part] in index == 0 ? [.flex(1)] : [.fixed(KioskRows.gap), .flex(1)] })
    places = (0..<min(count, columns * perColumn)).map { index in
      let band = bands[index / perColumn * 2]
      return band.droppingTop(index % perColumn * pitch).top(1)
    }
  }
}
