import Policy
package import Screen

/// The wall display as a picture: fits any size without scrolling, and drifts by a cell each minute.
package struct KioskView {
  private let state: KioskState

  package init(_ state: KioskState) { self.state = state }

  /// Smaller windows show one line; smaller than ``roomy`` ones do not drift.
  private static let least = Size(columns: 40, rows: 10)
  private static let roomy = Size(columns: 60, rows: 20)

  package func frame() -> Frame {
    let console = state.console
    var canvas = Canvas(
      size: console.size, glyphs: console.settings.glyphs, ambiguousWidth: console.settings.ambiguousWidth)
    guard console.size.columns >= KioskView.least.columns, console.size.rows >= KioskView.least.rows else {
      canvas.put(SmallView(console).line, in: canvas.bounds.top(1))
      return canvas.frame
    }
    let area = picture(in: canvas.bounds)
    let head = KioskHead(state)
    let foot = KioskFoot(state, columns: area.columns, canvas.widths)
    let headArea = area.top(head.rows(in: area))
    let footArea = area.bottom(min(foot.rows, max(0, area.rows - headArea.rows)))
    let body = area.droppingTop(headArea.rows).droppingBottom(footArea.rows)
    head.draw(in: headArea, on: &canvas)
    foot.draw(in: footArea, on: &canvas)
    canvas.clipped(to: body) { canvas in
      guard let loaded = console.loaded, !loaded.isEmpty else { return KioskWaiting(state).draw(in: body, on: &canvas) }
      page(loaded).draw(in: body, on: &canvas)
      // What cannot be renewed for long is no longer worth its colours.
      if head.isStale { canvas.setRole(.dim, in: body) }
    }
    return canvas.frame
  }

  private func picture(in bounds: Rect) -> Rect {
    guard bounds.columns >= KioskView.roomy.columns, bounds.rows >= KioskView.roomy.rows else { return bounds }
    let drift = state.drift
    return Rect(column: drift.column, row: drift.row, columns: bounds.columns - 1, rows: bounds.rows - 1)
  }

  private func page(_ loaded: Loaded) -> any Widget {
    switch state.page {
    case .overview: KioskOverview(state, loaded)
    case .map: KioskMap(state, loaded)
    case .ranking: KioskRanking(state, loaded)
    case .measures: KioskMeasures(state, loaded)
    case .district: KioskDistrict(state, loaded)
    }
  }
}

/// No board yet: what is being done about it.
struct KioskWaiting: Widget {
  private let state: KioskState

  init(_ state: KioskState) { self.state = state }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let text: SafeText =
      switch state.console.data {
      case .loading, .opening: Chrome.loadingText(state.console)
      case .missing, .ready: state.language(KioskWord.noData)
      }
    canvas.put(Line(text, .title), in: rect.droppingTop(rect.rows / 2).top(1), align: .center)
  }
}
