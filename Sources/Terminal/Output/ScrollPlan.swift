/// Lines that stand on the screen already, above or below where they are wanted.
struct ScrollPlan: Equatable {
  /// The lines that are moved.
  var lines: ClosedRange<Int>
  /// By how many lines they move up, or down where it is negative.
  var shift: Int

  /// So many lines at least must be saved: scrolling has its own bytes, and is seen.
  static let least = 3

  /// What saves the most lines; nil where too few would be saved.
  ///
  /// - Parameters:
  ///   - changed: the lines that differ from what is shown in their place, from the top.
  ///   - isSame: whether a wanted line looks as one that is shown.
  init?(changed: [Int], isSame: (_ wanted: Int, _ shown: Int) -> Bool) {
    guard let first = changed.first, let last = changed.last, last - first >= ScrollPlan.least else { return nil }
    let isChanged = Set(changed)
    var best: (saved: Int, plan: ScrollPlan)?
    for distance in 1...(last - first) {
      for shift in [distance, -distance] {
        // Lines that move there, from where they would come.
        let matches = changed.filter { row in
          row + shift >= first && row + shift <= last && isSame(row, row + shift)
        }
        guard matches.count >= max(ScrollPlan.least, (best?.saved ?? 0) + 1), let top = matches.first,
          let bottom = matches.last
        else { continue }
        let lines = shift > 0 ? top...(bottom + shift) : (top + shift)...bottom
        // A line that was right in its place is moved away, unless one like it comes there.
        let lost = lines.filter { row in
          !isChanged.contains(row) && !(lines.contains(row + shift) && isSame(row, row + shift))
        }
        let saved = matches.count - lost.count
        if saved >= ScrollPlan.least, saved > best?.saved ?? 0 {
          best = (saved, ScrollPlan(lines: lines, shift: shift))
        }
      }
      // No greater distance leaves as many lines to save.
      if let best, best.saved >= last - first - distance { break }
    }
    guard let best else { return nil }
    self = best.plan
  }

  init(lines: ClosedRange<Int>, shift: Int) {
    self.lines = lines
    self.shift = shift
  }
}
