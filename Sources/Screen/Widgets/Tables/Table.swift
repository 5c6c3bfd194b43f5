/// What a cell of a ``Table`` shows.
package enum TableCell: Sendable {
  case text(SafeText, Role)
  case line(Line)
  /// Drawn by a widget, such as a bar.
  case widget(any Widget)

  /// Plain text.
  package static func text(_ text: SafeText) -> TableCell { .text(text, .text) }
}

/// Rows under headings, one of them selected, scrolled so that it is seen.
///
/// The first column of cells is kept for the selection mark, the last for the scroll marks. Rows are asked for only when
/// they are drawn, so that a table of thousands costs no more than one of twenty.
package struct Table: Widget {
  package var columns: [TableColumn]
  package var rowCount: Int
  /// The cells of a row, one for each column; missing ones are blank. Asked with 0..<rowCount only.
  package var cells: @Sendable (Int) -> [TableCell]
  /// The row under the cursor; nil or none of the rows: no mark.
  package var selected: Int?
  /// The row that stood at the top when it was drawn last; nil: the selected row is kept in the middle.
  package var firstRow: Int?
  /// A last line that does not scroll, as for the whole city.
  package var footer: [TableCell]?
  package var showsHeader: Bool
  /// Whether the table has the focus: only then is its row drawn as selected; the mark stands in any case.
  package var focused: Bool
  /// How its lines are remembered from one picture to the next; nil: not at all.
  package var keeping: Keeping?

  /// Lines of the same table, stamp and row look the same.
  package struct Keeping: Sendable {
    /// Which table it is.
    package var table: String
    /// See ``FrameMemory``.
    package var stamp: Int
    /// What a row is known by, wherever it stands.
    package var row: @Sendable (Int) -> String

    package init(table: String, stamp: Int, row: @escaping @Sendable (Int) -> String) {
      self.table = table
      self.stamp = stamp
      self.row = row
    }
  }

  package init(
    columns: [TableColumn], rowCount: Int, selected: Int? = nil, firstRow: Int? = nil, footer: [TableCell]? = nil,
    showsHeader: Bool = true, focused: Bool = true, cells: @escaping @Sendable (Int) -> [TableCell]
  ) {
    self.columns = columns
    self.rowCount = max(0, rowCount)
    self.cells = cells
    self.selected = selected
    self.firstRow = firstRow
    self.footer = footer
    self.showsHeader = showsHeader
    self.focused = focused
  }

  /// A table of rows at hand.
  package init(
    columns: [TableColumn], rows: [[TableCell]], selected: Int? = nil, firstRow: Int? = nil,
    footer: [TableCell]? = nil, showsHeader: Bool = true, focused: Bool = true
  ) {
    self.init(
      columns: columns, rowCount: rows.count, selected: selected, firstRow: firstRow, footer: footer,
      showsHeader: showsHeader, focused: focused
    ) { rows.indices.contains($0) ? rows[$0] : [] }
  }

  /// The selected row, from 1, and the number of rows, as `12/300`; `0/300` where none is selected.
  package var position: SafeText {
    guard let selected, selected >= 0, selected < rowCount else { return "0/\(rowCount)" }
    return "\(selected + 1)/\(rowCount)"
  }

  /// Which of its rows are seen, and which is selected.
  package var window: TableWindow {
    TableWindow(
      rowCount: rowCount, selected: selected, firstRow: firstRow, showsHeader: showsHeader, hasFooter: footer != nil,
      focused: focused)
  }

  package func draw(in rect: Rect, on canvas: inout Canvas) {
    drawRows(in: rect, on: &canvas)
    window.drawSelection(in: rect, on: &canvas)
  }

  /// Draws all but the selection.
  package func drawRows(in rect: Rect, on canvas: inout Canvas) {
    let window = window
    canvas.clipped(to: rect) { canvas in
      let layout = TableLayout(columns, start: 1, width: rect.columns - 2, gap: 1)
      let conditions = keeping.map { FrameMemory.Conditions(stamp: $0.stamp, slots: layout.slots) }
      func line(_ name: String, _ row: Rect, on canvas: inout Canvas, _ draw: (inout Canvas) -> Void) {
        canvas.recall(name, of: keeping?.table ?? "", conditions, in: row, draw)
      }
      if showsHeader {
        line(Table.headLine, rect.top(1), on: &canvas) { drawHeader(layout, in: rect.top(1), on: &$0) }
      }
      let body = window.body(of: rect)
      let visible = window.visibleRows(in: rect)
      for index in visible {
        let row = body.droppingTop(index - visible.lowerBound).top(1)
        line(keeping?.row(index) ?? "", row, on: &canvas) { draw(cells(index), layout, in: row, on: &$0) }
      }
      drawScrollMarks(visible, beside: body, on: &canvas)
      if let footer, rect.rows > (showsHeader ? 2 : 1) {
        line(Table.footLine, rect.bottom(1), on: &canvas) { draw(footer, layout, in: rect.bottom(1), on: &$0) }
      }
    }
  }

  // No row is known by these.
  private static let headLine = "\u{1}"
  private static let footLine = "\u{2}"

  private func drawHeader(_ layout: TableLayout, in row: Rect, on canvas: inout Canvas) {
    for slot in layout.slots {
      let column = columns[slot.index]
      canvas.put(column.title, in: row.droppingLeft(slot.start).left(slot.width), .heading, align: column.align)
      guard let sort = column.sort else { continue }
      // The mark follows the title, at the latest in the gap behind the column.
      let title = column.align == .left ? min(canvas.widths.width(of: column.title), slot.width) : slot.width
      canvas.put(
        sort == .ascending ? canvas.glyphs.up : canvas.glyphs.down, at: row.droppingLeft(slot.start + title).origin,
        .key)
    }
  }

  private func draw(_ cells: [TableCell], _ layout: TableLayout, in row: Rect, on canvas: inout Canvas) {
    for slot in layout.slots where cells.indices.contains(slot.index) {
      let place = row.droppingLeft(slot.start).left(slot.width)
      let align = columns[slot.index].align
      switch cells[slot.index] {
      case .text(let text, let role): canvas.put(text, in: place, role, align: align)
      case .line(let line): canvas.put(line, in: place, align: align)
      case .widget(let widget):
        canvas.draw(any: widget, in: place)
        // With the gaps beside it, but for the columns of the marks.
        let start = max(1, slot.start - 1)
        let end = min(slot.start + slot.width + 1, row.columns - 1)
        canvas.keepGround(row.droppingLeft(start).left(end - start))
      }
    }
  }

  private func drawScrollMarks(_ visible: Range<Int>, beside body: Rect, on canvas: inout Canvas) {
    let edge = body.right(1)
    if visible.lowerBound > 0 { canvas.put(canvas.glyphs.up, at: edge.origin, .dim) }
    if visible.upperBound < rowCount { canvas.put(canvas.glyphs.down, at: edge.bottom(1).origin, .dim) }
  }
}
