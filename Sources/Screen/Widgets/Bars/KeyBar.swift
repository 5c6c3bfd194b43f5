/// The keys of a page and what they do, in one line.
///
/// Where there is not room for all, whole pairs are left out, the lowest priority first; no pair is ever cut.
package struct KeyBar: Widget, Hashable {
  /// A key and what it does.
  package struct Hint: Hashable, Sendable {
    package var key: SafeText
    package var label: SafeText
    /// The higher, the longer it stays.
    package var priority: Int

    package init(_ key: SafeText, _ label: SafeText, priority: Int = 0) {
      self.key = key
      self.label = label
      self.priority = priority
    }
  }

  package var hints: [Hint]
  /// Cells left blank at the left end.
  package var indent: Int

  package init(_ hints: [Hint], indent: Int = 1) {
    self.hints = hints
    self.indent = min(max(0, indent), 1000)
  }

  package func draw(in rect: Rect, on canvas: inout Canvas) {
    canvas.clipped(to: rect.top(1)) { canvas in
      canvas.fill(rect.top(1), " ", Style(.keyLabel))
      for region in regions(in: rect, canvas.widths) {
        let hint = hints[region.index]
        let used = canvas.put(hint.key, at: region.rect.origin, .key)
        canvas.put(hint.label, at: region.rect.droppingLeft(used).origin, .keyLabel)
      }
    }
  }

  /// The hints that are drawn, from left to right: which, and where.
  package func regions(in rect: Rect, _ widths: DisplayWidth) -> [(index: Int, rect: Rect)] {
    let space = rect.top(1).droppingLeft(indent)
    let sizes = hints.map { widths.width(of: $0.key) + widths.width(of: $0.label) }
    var shown = hints.indices.filter { sizes[$0] > 0 }
    func needed() -> Int { shown.reduce(max(0, shown.count - 1)) { $0 + sizes[$1] } }
    while !shown.isEmpty, space.isEmpty || needed() > space.columns {
      let lowest = shown.map { hints[$0].priority }.min()
      guard let dropped = shown.lastIndex(where: { hints[$0].priority == lowest }) else { break }
      shown.remove(at: dropped)
    }
    var regions: [(index: Int, rect: Rect)] = []
    var used = 0
    for index in shown {
      regions.append((index, space.droppingLeft(used).left(sizes[index])))
      used += sizes[index] + 1
    }
    return regions
  }
}
