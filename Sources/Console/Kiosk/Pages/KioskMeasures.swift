import Policy
import Screen

/// The plan's measures by their lights, each with what in it lags.
struct KioskMeasures: Widget {
  private let state: KioskState
  private let loaded: Loaded

  init(_ state: KioskState, _ loaded: Loaded) {
    self.state = state
    self.loaded = loaded
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let isRoomy = rect.rows >= 24
    canvas.put(MeasureLights(state.console, loaded).line, in: rect.top(1).inset(columns: 2, rows: 0))
    let list = rect.droppingTop(isRoomy ? 2 : 1).inset(columns: 1, rows: 0)
    let measures = loaded.board.measures
    let places = KioskRows(measures.count, in: list, least: 38, spread: 3).places
    // Where not all fit, the worst stay.
    let shown =
      places.count == measures.count
      ? measures
      : Array(measures.sorted { ($0.status.urgency, $0.number) < ($1.status.urgency, $1.number) }.prefix(places.count))
    for (measure, place) in zip(shown, places) { draw(measure, in: place, on: &canvas) }
  }

  private func draw(_ measure: MeasureBoard, in place: Rect, on canvas: inout Canvas) {
    let language = state.language
    let text = MeasureText(.measure(measure.number), loaded, language)
    let glance = text.glance
    let status = canvas.widths.fit(text.status.line, statusColumns)
    let figures = place.columns >= 52 ? canvas.widths.fit(glance, 14, align: .right) + Line("  ") + status : status
    let wide = canvas.widths.width(of: figures)
    canvas.put(figures, in: place.right(wide))
    let room = place.droppingRight(wide + 1)
    canvas.put(Line(text.name(in: room.columns, canvas.widths)), in: room)
  }
}
