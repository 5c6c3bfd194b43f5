import Policy
import Screen

/// One district on the map: name, mark and figure, and with more room a bar and what stands behind the figure.
struct MapTile: Widget {
  var name: SafeText
  var band: MapClass
  var figure: SafeText
  /// The class in words; left out where there is no room.
  var word: SafeText
  /// The ratio that the bar shows; nil: there is no bar.
  var ratio: Double?
  /// The pace's mark on the bar; nil: it has none.
  var pace: Double?
  /// Further lines, the most important first.
  var details: [Line]
  var isSelected: Bool
  var isMarked: Bool
  /// Hidden by the filter: it stands there, but as little more than a place.
  var isHidden: Bool
  /// The figure moved with the last snapshot.
  var hasMoved: Bool

  func draw(in rect: Rect, on canvas: inout Canvas) {
    if rect.rows >= TileLayout.framedRows {
      drawFramed(in: rect, on: &canvas)
    } else {
      drawPlain(in: rect.droppingRight(1), on: &canvas)
    }
  }

  private var role: Role { isHidden ? .dim : band.role }
  private var nameRole: Role { isHidden ? .dim : isSelected ? .title : role == .onPace ? .text : role }
  private var figureRole: Role { hasMoved ? .changed : role }

  /// Name after the signs of selection and marking.
  private func signed(_ glyphs: Glyphs) -> Line {
    var line = Line()
    if isSelected { line.append(glyphs.selection, .key) }
    if isMarked { line.append("*", .key) }
    line.append(name, nameRole)
    return line
  }

  // MARK: With a frame

  private func drawFramed(in rect: Rect, on canvas: inout Canvas) {
    var lines = JoinedLines(area: rect)
    lines.addFrame(rect, isSelected ? .borderFocused : .border)
    lines.draw(on: &canvas)
    let inside = rect.inset(columns: 1, rows: 1)
    let title = signed(canvas.glyphs)
    let room = rect.inset(columns: 1, rows: 0).top(1)
    let start = isSelected || isMarked || canvas.widths.width(of: title) > room.columns - 2 ? 0 : 1
    canvas.clipped(to: room) { canvas in
      let place = room.droppingLeft(start)
      let cut = canvas.widths.width(of: title) > place.columns
      canvas.put(cut ? canvas.widths.fit(title, place.columns, ellipsis: "") : title, at: place.origin)
    }
    guard !isHidden else { return }
    drawFigure(in: inside.top(1), on: &canvas)
    var rest = inside.droppingTop(1)
    if let ratio, !rest.isEmpty {
      canvas.draw(Gauge(ratio * 100, pace: pace.map { $0 * 100 }, role: barRole), in: rest.top(1))
      rest = rest.droppingTop(1)
    }
    for (offset, line) in details.prefix(rest.rows).enumerated() {
      canvas.put(line, in: rest.droppingTop(offset).top(1))
    }
    if isSelected { canvas.select(inside) }
  }

  private var barRole: Role {
    switch role {
    case .lagging, .watch, .silent: role
    default: .bar
    }
  }

  /// Mark, word and figure; the word goes first where there is no room, the mark never.
  private func drawFigure(in rect: Rect, on canvas: inout Canvas) {
    let widths = canvas.widths
    let mark = widths.width(of: band.mark)
    let wordRoom = rect.columns - mark - 1 - widths.width(of: figure) - 1
    canvas.put(band.mark, at: rect.origin, role)
    if widths.width(of: word) <= wordRoom {
      canvas.put(word, at: Point(column: rect.column + mark + 1, row: rect.row), role)
    }
    let figureRoom = min(widths.width(of: figure), rect.columns - mark)
    canvas.put(figure, in: rect.right(figureRoom), figureRole)
    if band.asksForAttention, !isHidden {
      canvas.setRole(role, in: hasMoved ? rect.droppingRight(figureRoom) : rect)
      canvas.fillGround(rect)
    }
  }

  // MARK: Without

  /// Mark and name; the figure on a line of its own, or behind the name where there is room for both.
  private func drawPlain(in rect: Rect, on canvas: inout Canvas) {
    let widths = canvas.widths
    let line = Line(isHidden ? "  " : band.mark, role) + signed(canvas.glyphs)
    let used = widths.width(of: line)
    canvas.clipped(to: rect) { $0.put(line, at: rect.origin) }
    if !isHidden {
      if rect.rows > 1 {
        canvas.put(figure, in: rect.droppingTop(1).droppingLeft(2).top(1), figureRole)
      } else if used + 1 + widths.width(of: figure) <= rect.columns {
        canvas.put(figure, in: rect.droppingLeft(used + 1), figureRole, align: .right)
      }
    }
    if isSelected { canvas.select(rect) }
  }
}

extension MapClass {
  /// Its ground is coloured, so that it is seen from afar.
  fileprivate var asksForAttention: Bool { role == .lagging || role == .silent || role == .watch }
}
