import Policy
package import Screen

/// The state as a picture: the only place where a frame comes from.
package struct ConsoleView {
  let state: ConsoleState
  private let memory: FrameMemory?

  /// - Parameter memory: what was drawn for the pictures before of a state that has only been updated since; nil: each
  ///   picture is drawn anew, and is the same.
  package init(_ state: ConsoleState, memory: FrameMemory? = nil) {
    self.state = state
    self.memory = memory
  }

  /// What the mouse can hit.
  enum Target: Hashable {
    case action(Action)
    case row(Pane, String)
  }

  var widths: DisplayWidth { DisplayWidth(ambiguous: state.settings.ambiguousWidth) }

  /// Smaller windows show one line that says how things stand; q still works.
  static let least = Size(columns: 40, rows: 8)

  package func frame() -> Frame {
    var canvas = Canvas(
      size: state.size, glyphs: state.settings.glyphs, ambiguousWidth: state.settings.ambiguousWidth,
      memory: memory)
    guard state.size.columns >= ConsoleView.least.columns, state.size.rows >= ConsoleView.least.rows else {
      canvas.put(SmallView(state).line, in: canvas.bounds.top(1))
      return canvas.frame
    }
    let chrome = Chrome(state)
    chrome.draw(on: &canvas)
    let view = state.loaded.map { state.page.view(state, $0) }
    canvas.clipped(to: chrome.body) { canvas in
      if let loaded = state.loaded, let view, !loaded.isEmpty || state.page == .data {
        view.draw(in: chrome.body, on: &canvas)
        // A board that cannot be renewed is shown as what it is: old.
        if loaded.snapshot.outage != nil { canvas.setRole(.dim, in: chrome.body) }
      } else if let opening = state.opening {
        OpeningView(opening, state.settings).draw(in: chrome.body, on: &canvas)
      } else {
        EmptyView(state).draw(in: chrome.body, on: &canvas)
      }
    }
    guard state.overlay == nil else {
      OverlayView(state).draw(in: canvas.bounds, on: &canvas)
      return canvas.frame
    }
    // The hardware cursor follows the selected row, for screen readers and braille displays.
    if let point = view?.cursor(in: chrome.body, widths) { canvas.placeCursor(point) }
    return canvas.frame
  }

  func target(at point: Point) -> Target? {
    let chrome = Chrome(state)
    if let page = chrome.page(at: point, widths) {
      return ActionTable.action(opening: page).map { .action($0) }
    }
    if let action = chrome.action(at: point, widths) { return .action(action) }
    guard let loaded = state.loaded else { return nil }
    return state.page.view(state, loaded).row(at: point, in: chrome.body, widths).map { .row($0.pane, $0.row) }
  }

  /// Index of the menu line drawn at `point`.
  func menuLine(at point: Point) -> Int? { OverlayView(state).menuLine(at: point, in: Rect(state.size), widths) }
}

extension ActionTable {
  static func action(opening page: Page) -> Action? {
    switch page {
    case .overview: .openOverview
    case .district: .openDistrict
    case .map: .openMap
    case .institutions: .openInstitutions
    case .bases: .openBases
    case .measures: .openMeasures
    case .triage: .openTriage
    case .data: .openData
    }
  }
}
