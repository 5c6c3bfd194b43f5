import Policy
import Screen

/// Counted items side by side in large figures: attainment, count and target, a gauge with the pace's mark, the lead.
struct KioskFigures: Widget {
  private let items: [ItemProgress]
  private let loaded: Loaded
  private let language: Language

  /// Cells of the narrowest block: `100.0%` in large figures and a gap.
  private static let leastColumns = 19

  /// The items that have a target, as many as stand side by side in `columns`; the furthest behind where that is not all.
  init(_ items: [ItemProgress], _ loaded: Loaded, _ language: Language, columns: Int) {
    let targeted = items.filter { $0.target != nil }
    let most = max(1, columns / KioskFigures.leastColumns)
    self.items =
      targeted.count <= most
      ? targeted : Array(targeted.sorted { ($0.lead ?? .infinity) < ($1.lead ?? .infinity) }.prefix(most))
    self.loaded = loaded
    self.language = language
  }

  var isEmpty: Bool { items.isEmpty }

  /// Rows it takes of so many columns and rows: half of them at most, the figures as large as that allows.
  func rows(columns: Int, of rows: Int) -> Int {
    isEmpty ? 0 : BigDigits.rows * scale(columns, rows) + (rows < 20 ? 3 : 5)
  }

  private func scale(_ columns: Int, _ rows: Int) -> Int {
    let width = max(1, columns / max(1, items.count) - 4)
    return BigDigits.scale(of: "100.0%", in: Size(columns: width, rows: rows / 2 - 4))
  }

  /// In per cent; the sign is left out where the figures would stand too close together.
  private func figure(_ item: ItemProgress, _ scale: Int, _ columns: Int) -> SafeText {
    let text = SafeText(Format.percent(item.attainment))
    let whole = item.attainment == nil ? text : text + "%"
    return BigDigits(whole, scale: scale).columns + 3 <= columns ? whole : text
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    // The height says which scale was chosen for it.
    let scale = max(1, (rect.rows - 3) / BigDigits.rows)
    for (item, place) in zip(items, rect.splitColumns(items.map { _ in .flex(1) })) {
      draw(item, scale, in: place, on: &canvas)
    }
  }

  private func draw(_ item: ItemProgress, _ scale: Int, in place: Rect, on canvas: inout Canvas) {
    let digits = BigDigits.rows * scale
    let isRoomy = place.rows >= digits + 5
    let inside = place.inset(columns: 1, rows: 0)
    let role: Role = item.status == .onPace || item.status == .done ? .title : item.status.figureRole
    let name: Line = [Span(loaded.label(item, language), .heading), Span(" " + item.status.mark, item.status.role)]
    canvas.put(name, in: inside.top(1), align: .center)
    canvas.draw(
      BigDigits(figure(item, scale, inside.columns), role: role, scale: scale), in: inside.droppingTop(1).top(digits))
    var rest = inside.droppingTop(1 + digits)
    if isRoomy {
      let target = item.target.map { " / " + Format.short($0, language, cells: 13) } ?? ""
      canvas.put(
        Line(SafeText(Format.short(item.actual, language, cells: 13) + target)), in: rest.droppingTop(1).top(1),
        align: .center)
      rest = rest.droppingTop(2)
    }
    let pace = loaded.board.pace.ratio * 100
    canvas.draw(Gauge((item.attainment ?? 0) * 100, pace: pace, role: item.status.barRole), in: rest.top(1))
    let lead: Line = [
      Span(language(CommonWord.pace) + " ", .dim), Span(SafeText(Format.decimal(pace, places: 1)) + "  ", .dim),
      Span(SafeText(Format.lead(item.lead)), item.status.figureRole),
    ]
    canvas.put(lead, in: rest.droppingTop(1).top(1), align: .center)
  }
}
