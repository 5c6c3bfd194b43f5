import Screen

extension ConsoleView {
  /// The column whose heading is drawn there, and its list; nil for a heading by which nothing can be ordered.
  ///
  /// It goes by the words that are seen: which columns a table shows depends on the window.
  func heading(at point: Point) -> (pane: Pane, code: String)? {
    let chrome = Chrome(state)
    guard let loaded = state.loaded,
      let place = state.page.view(state, loaded).places(in: chrome.body, widths).first(where: {
        $0.showsHeader && $0.table.top(1).contains(point)
      })
    else { return nil }
    let words = words(of: place.table.top(1))
    guard let index = words.firstIndex(where: { $0.columns.contains(point.column) }) else { return nil }
    // English headings may be two words.
    let spans = [index...index, max(0, index - 1)...index, index...min(words.count - 1, index + 1)]
    for span in spans {
      let text = Search.folded(words[span].map(\.text).joined())
      if let code = state.sortColumn(of: place.pane, called: text) { return (place.pane, code) }
    }
    return nil
  }

  private func words(of line: Rect) -> [(text: String, columns: Range<Int>)] {
    // The mark of the order is no part of a heading.
    var unordered = state
    for pane in state.page.panes { unordered.lists[pane]?.columns = [] }
    let frame = ConsoleView(unordered).frame()
    var words: [(text: String, columns: Range<Int>)] = []
    var text = ""
    var start = line.column
    for column in line.column...(line.column + line.columns) {
      let cell = column < line.column + line.columns ? frame[column, line.row] : .blank
      // The second half of a wide character holds nothing of its own.
      if cell.text == " " {
        if !text.isEmpty { words.append((text, start..<column)) }
        text = ""
      } else {
        if text.isEmpty { start = column }
        text += cell.text.string
      }
    }
    return words
  }
}
