import Policy
package import Screen

/// The console for screen readers and braille displays: the sentences of the page, one below the other, with the hardware
/// cursor at the one that is selected, and on the last line what has just changed.
package struct SpokenScreen {
  private let state: ConsoleState

  package init(_ state: ConsoleState) { self.state = state }

  package func frame() -> Frame {
    var canvas = Canvas(
      size: state.size, glyphs: state.settings.glyphs, ambiguousWidth: state.settings.ambiguousWidth)
    let sentences = SpokenView(state).sentences
    let body = canvas.bounds.droppingBottom(canvas.bounds.rows > 1 ? 1 : 0)
    let focus = sentences.firstIndex(where: isSelected) ?? 0
    // A sentence too long for the window goes on in the next lines.
    var lines: [Line] = []
    var focusLine = 0
    for (index, sentence) in sentences.enumerated() {
      if index == focus { focusLine = lines.count }
      lines += canvas.widths.wrap(Line(sentence, index == focus ? .heading : .text), max(1, body.columns))
    }
    let height = max(1, body.rows)
    // A few lines above it stay in sight, and the beginning of a page that fits.
    let top = max(0, min(focusLine - height / 3, lines.count - height))
    for (row, line) in lines.dropFirst(top).prefix(body.rows).enumerated() {
      canvas.put(line, in: Rect(column: body.column, row: body.row + row, columns: body.columns, rows: 1))
    }
    let news = news
    if canvas.bounds.rows > 1, !news.isEmpty { canvas.put(news, in: canvas.bounds.bottom(1), .changed) }
    canvas.placeCursor(Point(column: body.column, row: body.row + focusLine - top))
    return canvas.frame
  }

  /// What has just happened.
  private var news: SafeText {
    if let toast = state.toast { return toast.text }
    if state.waitingCount > 0 {
      return Phrase("# 次更新在等候", "# updates waiting").text(state.language, number: state.waitingCount)
    }
    guard let loaded = state.loaded else { return .empty }
    let moved = state.highlights.deltas.sorted { a, b in
      a.value.magnitude == b.value.magnitude
        ? (a.key.district, a.key.item) < (b.key.district, b.key.item) : a.value.magnitude > b.value.magnitude
    }
    guard !moved.isEmpty else { return .empty }
    let told = moved.prefix(4).map { key, delta in
      let item = loaded.item(key.item)?.short.text(state.language) ?? SafeText(key.item.rawValue)
      return state.districtLabel(key.district) + " " + item + " " + SafeText(Format.signedCount(delta))
    }
    let list = told.dropFirst().reduce(told.first ?? .empty) { $0 + state.language(Phrase("，", ", ")) + $1 }
    return state.language(Phrase("刚有变动：", "just moved: ")) + list
  }

  private func isSelected(_ sentence: SafeText) -> Bool {
    ["选中 ", "selected ", ">"].contains { sentence.string.hasPrefix($0) }
  }
}
