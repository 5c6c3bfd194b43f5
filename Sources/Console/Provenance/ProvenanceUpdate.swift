import Policy
import Screen

extension ConsoleState {
  /// Shows where a figure comes from; its files are looked for outside.
  mutating func open(_ figure: Figure) -> [Effect] {
    guard let loaded else { return [] }
    overlay = .provenance(ProvenanceState(figure))
    return [.trace(figure, asOf: loaded.board.asOf)]
  }

  /// Files that were found. What was asked before the figure or the day changed comes too late.
  mutating func receive(_ provenance: Provenance) {
    guard case .provenance(var shown) = overlay, shown.figure == provenance.figure,
      provenance.asOf == loaded?.board.asOf
    else { return }
    shown.provenance = provenance
    overlay = .provenance(shown)
  }

  /// Rows that were read, or why they could not be; late ones are dropped.
  mutating func receive(_ request: SourceRowsRequest, _ result: Result<SourceRows, SourceRowsTrouble>) {
    guard case .provenance(var shown) = overlay, var rows = shown.rows, rows.request == request else { return }
    switch result {
    case .success(let read):
      rows.rows = read
      rows.failure = nil
    case .failure(let trouble): rows.failure = trouble.reason
    }
    shown.rows = rows
    overlay = .provenance(shown)
    settleRows()
  }

  /// After the board changed: the files are looked for again, and the rows read again where their file moved.
  mutating func retrace(since old: Loaded?) -> [Effect] {
    guard case .provenance(var shown) = overlay, let loaded else { return [] }
    var effects = [Effect.trace(shown.figure, asOf: loaded.board.asOf)]
    if var rows = shown.rows {
      func report(_ loaded: Loaded?) -> FileReport? {
        loaded?.snapshot.files.first { $0.path == rows.request.path }
      }
      if report(old) != report(loaded) || rows.request.asOf != loaded.board.asOf {
        rows.request.asOf = loaded.board.asOf
        // The same question asked again: what came is of another version.
        rows.failure = nil
        effects.append(.readRows(rows.request))
        shown.rows = rows
        overlay = .provenance(shown)
      }
    }
    return effects
  }

  /// Keeps the rows shown within those that match.
  private mutating func settleRows() {
    guard case .provenance(var shown) = overlay, var rows = shown.rows, let read = rows.rows else { return }
    let height = ProvenanceLayout(self, shown).rowsHeight
    rows.offset = max(0, min(rows.offset, read.total - height))
    rows.column = max(0, min(rows.column, read.headers.count - 1))
    shown.rows = rows
    overlay = .provenance(shown)
  }

  // MARK: Keys

  mutating func press(_ key: Key, in provenance: ProvenanceState) -> [Effect] {
    switch key {
    case .control("l"): return [.redraw]
    case .control("z"): return [.suspend]
    default: break
    }
    return provenance.rows == nil ? pressInFiles(key, provenance) : pressInRows(key, provenance)
  }

  private mutating func pressInFiles(_ key: Key, _ provenance: ProvenanceState) -> [Effect] {
    var shown = provenance
    let layout = ProvenanceLayout(self, shown)
    let places = layout.places
    let place = layout.place
    func move(to index: Int) {
      guard !places.isEmpty else { return }
      shown.cursor = places[max(0, min(index, places.count - 1))]
    }
    switch key {
    case .escape, .character("q"), .function(10), .character("i"):
      overlay = nil
      return []
    case .up, .character("k"): move(to: place - 1)
    case .down, .character("j"): move(to: place + 1)
    case .wheel(let steps): move(to: place + steps)
    case .pageUp: move(to: place - layout.filesHeight)
    case .pageDown, .character(" "): move(to: place + layout.filesHeight)
    case .home, .character("g"): move(to: 0)
    case .end, .character("G"): move(to: places.count - 1)
    case .enter:
      guard let file = layout.selectedFile else { return [] }
      return openRows(of: file.path, shown)
    case .click(let point):
      guard let cursor = layout.cursor(at: point) else { return [] }
      if places.indices.contains(place), places[place] == cursor, let file = layout.selectedFile {
        return openRows(of: file.path, shown)
      }
      shown.cursor = cursor
    default: return []
    }
    overlay = .provenance(shown)
    return []
  }

  private mutating func openRows(of path: String, _ provenance: ProvenanceState) -> [Effect] {
    guard let loaded else { return [] }
    var shown = provenance
    let request = SourceRowsRequest(figure: shown.figure, path: path, asOf: loaded.board.asOf)
    shown.cursor = .file(path)
    shown.rows = SourceRowsState(request)
    overlay = .provenance(shown)
    return [.readRows(request)]
  }

  private mutating func pressInRows(_ key: Key, _ provenance: ProvenanceState) -> [Effect] {
    var shown = provenance
    guard var rows = shown.rows else { return [] }
    if rows.typing != nil { return type(key, shown, rows) }
    let height = ProvenanceLayout(self, shown).rowsHeight
    let last = max(0, (rows.rows?.total ?? 0) - height)
    switch key {
    case .escape where !rows.request.filter.isEmpty: return ask(shown, rows) { $0.filter = "" }
    case .escape, .character("q"), .function(10):
      let effects: [Effect] = rows.isReading ? [.stopReading] : []
      shown.rows = nil
      overlay = .provenance(shown)
      return effects
    case .up, .character("k"): rows.offset -= 1
    case .down, .character("j"): rows.offset += 1
    case .wheel(let steps): rows.offset += steps * 3
    case .pageUp: rows.offset -= height
    case .pageDown, .character(" "): rows.offset += height
    case .home, .character("g"): rows.offset = 0
    case .end, .character("G"): rows.offset = last
    case .left, .character("h"): rows.column -= 1
    case .right, .character("l"): rows.column += 1
    case .character("/"), .character("f"), .function(3), .function(4): rows.typing = rows.request.filter
    default: return []
    }
    rows.offset = max(0, min(rows.offset, last))
    rows.column = max(0, min(rows.column, (rows.rows?.headers.count ?? 1) - 1))
    shown.rows = rows
    overlay = .provenance(shown)
    return readOn(shown, rows, height)
  }

  /// Asks for the page around what is shown, where that is not at hand.
  private mutating func readOn(_ shown: ProvenanceState, _ rows: SourceRowsState, _ height: Int) -> [Effect] {
    guard let read = rows.rows, !rows.isReading else { return [] }
    let end = min(read.total, rows.offset + height)
    guard rows.offset < end, !(read.range.lowerBound <= rows.offset && end <= read.range.upperBound) else { return [] }
    return ask(shown, rows, from: rows.offset) { $0.first = max(0, rows.offset - SourceRowsRequest.page / 2) }
  }

  private mutating func ask(
    _ provenance: ProvenanceState, _ rows: SourceRowsState, from offset: Int = 0,
    _ change: (inout SourceRowsRequest) -> Void
  ) -> [Effect] {
    var (shown, rows) = (provenance, rows)
    if offset == 0 { rows.request.first = 0 }
    change(&rows.request)
    rows.offset = offset
    rows.failure = nil
    rows.typing = nil
    shown.rows = rows
    overlay = .provenance(shown)
    return [.readRows(rows.request)]
  }

  /// A key while the filter is typed: Enter filters, Esc leaves all as it was.
  private mutating func type(_ key: Key, _ provenance: ProvenanceState, _ rows: SourceRowsState) -> [Effect] {
    var (shown, rows) = (provenance, rows)
    var text = rows.typing ?? ""
    switch key {
    case .escape: rows.typing = nil
    case .enter: return ask(shown, rows) { $0.filter = text }
    default:
      switch key {
      case .backspace: if !text.isEmpty { text.removeLast() }
      case .control("u"): text = ""
      case .character(let character): text.append(character)
      case .paste(let pasted): text += SafeText(pasted).string
      default: break
      }
      if text.utf8.count <= 200 { rows.typing = text }
    }
    shown.rows = rows
    overlay = .provenance(shown)
    return []
  }
}

/// Why rows cannot be shown, in words of the system's.
package struct SourceRowsTrouble: Error, Hashable, Sendable {
  package var reason: String

  package init(_ reason: String) { self.reason = reason }
}
