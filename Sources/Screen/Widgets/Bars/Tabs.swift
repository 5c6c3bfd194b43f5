/// The pages by name, the open one in brackets.
package struct Tabs: Widget, Hashable {
  package var titles: [SafeText]
  package var active: Int
  /// Cells left blank at the left end.
  package var indent: Int

  package init(_ titles: [SafeText], active: Int, indent: Int = 1) {
    self.titles = titles
    self.active = active
    self.indent = min(max(0, indent), 1000)
  }

  package func draw(in rect: Rect, on canvas: inout Canvas) {
    canvas.clipped(to: rect.top(1)) { canvas in
      let regions = regions(in: rect, canvas.widths)
      for region in regions {
        canvas.put(label(region.index), in: region.rect, region.index == active ? .tabActive : .tab)
      }
      if let first = regions.first, first.index > 0 {
        canvas.put(canvas.glyphs.left, at: Point(column: first.rect.column - 1, row: rect.row), .dim)
      }
      if let last = regions.last, last.index < titles.count - 1 {
        canvas.put(canvas.glyphs.right, at: Point(column: last.rect.maxColumn, row: rect.row), .dim)
      }
    }
  }

  /// The width of all tabs side by side, without the indent.
  package func width(_ widths: DisplayWidth) -> Int {
    titles.indices.reduce(max(0, titles.count - 1)) { $0 + widths.width(of: label($1)) }
  }

  /// The tabs that are drawn, from left to right: which, and where. Where there is not room for all, the neighbours of
  /// the open one.
  package func regions(in rect: Rect, _ widths: DisplayWidth) -> [(index: Int, rect: Rect)] {
    let space = rect.top(1).droppingLeft(indent).droppingRight(width(widths) + indent > rect.columns ? 1 : 0)
    guard !titles.isEmpty, !space.isEmpty else { return [] }
    let sizes = titles.indices.map { widths.width(of: label($0)) }
    var first = min(max(0, active), titles.count - 1)
    var last = first
    var used = sizes[first]
    while true {
      if first > 0, used + sizes[first - 1] + 1 <= space.columns {
        first -= 1
        used += sizes[first] + 1
      } else if last < titles.count - 1, used + sizes[last + 1] + 1 <= space.columns {
        last += 1
        used += sizes[last] + 1
      } else {
        break
      }
    }
    var regions: [(index: Int, rect: Rect)] = []
    var place = 0
    for index in first...last {
      regions.append((index, space.droppingLeft(place).left(sizes[index])))
      place += sizes[index] + 1
    }
    return regions
  }

  private func label(_ index: Int) -> SafeText { index == active ? "[" + titles[index] + "]" : titles[index] }
}
