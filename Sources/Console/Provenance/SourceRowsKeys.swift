import Policy
import Screen

extension ConsoleState {
  /// A key while rows of a file are shown.
  mutating func pressInRows(_ key: Key, _ provenance: ProvenanceState) -> [Effect] {
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
    rows.share = nil
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
