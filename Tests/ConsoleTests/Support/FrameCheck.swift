import Screen

/// What is wrong with a frame, as text; empty for a good one.
///
/// Every line is as many cells as asked, by the program's own width table; no half of a wide character stands alone, and
/// no cell holds what is not of its width.
func faults(of frame: Frame, size: Size) -> [String] {
  guard frame.size == size else { return ["\(frame.size) instead of \(size)"] }
  var faults: [String] = []
  let widths = DisplayWidth(ambiguous: frame.ambiguousWidth)
  for row in 0..<size.rows {
    var cells = 0
    var wide = false
    for cell in frame.rows[row] {
      cells += Int(cell.width)
      if wide != (cell.width == 0) { faults.append("row \(row): half of a wide character at cell \(cells)") }
      wide = cell.width == 2
      if cell.width == 1, cell.text.string.utf8.count == 1, cell.text.string >= " " { continue }
      let width = widths.width(of: SafeText(cell.text.string))
      if width != Int(cell.width) {
        faults.append("row \(row): '\(cell.text.string)' takes \(width), not \(cell.width) cells")
      }
    }
    if wide { faults.append("row \(row): half of a wide character at the end") }
    if cells != size.columns { faults.append("row \(row): \(cells) cells instead of \(size.columns)") }
  }
  if let cursor = frame.cursor, !frame.bounds.contains(cursor) { faults.append("cursor outside: \(cursor)") }
  return faults
}

/// The same, seen as text: every line measured as a whole.
func faults(ofText frame: Frame) -> [String] {
  let widths = DisplayWidth(ambiguous: frame.ambiguousWidth)
  let lines = frame.plainText().split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  var faults: [String] = lines.count == frame.size.rows ? [] : ["\(lines.count) lines instead of \(frame.size.rows)"]
  for (row, line) in lines.enumerated() {
    let width = widths.width(of: SafeText(String(line)))
    if width != frame.size.columns { faults.append("line \(row) takes \(width) cells: \(line)") }
  }
  return faults
}
