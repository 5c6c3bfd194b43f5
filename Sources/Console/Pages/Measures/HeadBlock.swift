import Screen

/// A stretch of what stands above the rows of the details.
struct HeadBlock {
  enum Content {
    /// Short statements, as many in a line as there is room for.
    case facts([Line])
    /// A text that wraps.
    case text(Line)
    /// A bar between a label and a figure, in one line.
    case bar(label: Line, any Widget, tail: Line)
    /// Something drawn, so many rows high.
    case drawing(any Widget, rows: Int)
  }

  let content: Content
  /// Where there is not room for all, the block with the highest goes first; one of 0 always stays.
  let rank: Int

  init(_ content: Content, rank: Int = 0) {
    self.content = content
    self.rank = rank
  }

  /// Its lines in a place so wide; nil where it is drawn.
  private func lines(_ columns: Int, _ widths: DisplayWidth) -> [Line]? {
    switch content {
    case .facts(let facts): HeadBlock.flow(facts, columns, widths)
    case .text(let text): widths.wrap(text, columns)
    case .bar, .drawing: nil
    }
  }

  func rowCount(_ columns: Int, _ widths: DisplayWidth) -> Int {
    if case .drawing(_, let rows) = content { return rows }
    return lines(columns, widths)?.count ?? 1
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    switch content {
    case .drawing(let widget, _): canvas.draw(any: widget, in: rect)
    case .bar(let label, let widget, let tail):
      let (before, after) = (canvas.widths.width(of: label), canvas.widths.width(of: tail))
      let row = rect.top(1)
      canvas.put(label, in: row.left(before))
      canvas.put(tail, in: row.right(after))
      canvas.draw(any: widget, in: row.droppingLeft(before + 1).droppingRight(after + 1))
    case .facts, .text:
      for (offset, line) in (lines(rect.columns, canvas.widths) ?? []).prefix(rect.rows).enumerated() {
        canvas.put(line, in: rect.droppingTop(offset).top(1))
      }
    }
  }

  /// Statements side by side, two cells apart; one that is wider than the place wraps.
  private static func flow(_ facts: [Line], _ columns: Int, _ widths: DisplayWidth) -> [Line] {
    var lines: [Line] = []
    var current = Line.empty
    var used = 0
    for fact in facts {
      let width = widths.width(of: fact)
      if used > 0, used + 2 + width <= columns {
        current = current + Line("  ") + fact
        used += 2 + width
        continue
      }
      if used > 0 { lines.append(current) }
      current = fact
      used = width
      guard width > columns else { continue }
      let wrapped = widths.wrap(fact, columns)
      lines += wrapped.dropLast()
      current = wrapped.last ?? .empty
      used = widths.width(of: current)
    }
    if used > 0 { lines.append(current) }
    return lines
  }
}

extension [HeadBlock] {
  /// The blocks for which there are rows; what is worth least is left out first.
  func fitting(_ rows: Int, _ columns: Int, _ widths: DisplayWidth) -> [HeadBlock] {
    var kept = self
    while kept.rowCount(columns, widths) > rows, let rank = kept.map(\.rank).max(), rank > 0,
      let index = kept.lastIndex(where: { $0.rank == rank })
    {
      kept.remove(at: index)
    }
    return kept
  }

  func rowCount(_ columns: Int, _ widths: DisplayWidth) -> Int { reduce(0) { $0 + $1.rowCount(columns, widths) } }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    var rest = rect
    for block in self {
      let rows = Swift.min(block.rowCount(rect.columns, canvas.widths), rest.rows)
      canvas.clipped(to: rest.top(rows)) { block.draw(in: rest.top(rows), on: &$0) }
      rest = rest.droppingTop(rows)
    }
  }
}
