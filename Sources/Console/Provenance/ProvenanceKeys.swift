import Policy
import Screen

extension ConsoleState {
  /// A key while a figure's files, or the rows of one of them, are shown.
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
}
