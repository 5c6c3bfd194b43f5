/// Where text stands in a space wider than itself.
package enum Alignment: Hashable, Sendable {
  case left
  case right
  case center
}

extension DisplayWidth {
  /// As much of the start of `text` as fits into `columns`; never half a character.
  package func clip(_ text: SafeText, to columns: Int) -> SafeText {
    var used = 0
    var kept = ""
    for piece in text.pieces(self) {
      guard used + piece.width <= columns else { return SafeText(alreadySafe: kept) }
      used += piece.width
      kept += piece.text
    }
    return text
  }

  /// `text` as exactly `columns` cells: blanks where it is shorter, cut with `ellipsis` at its end where it is longer.
  package func fit(_ text: SafeText, _ columns: Int, align: Alignment = .left, ellipsis: SafeText = "~") -> SafeText {
    guard columns > 0 else { return .empty }
    var shown = text
    var used = width(of: text)
    if used > columns {
      let mark = clip(ellipsis, to: columns)
      shown = clip(text, to: columns - width(of: mark)) + mark
      used = width(of: shown)
    }
    let spare = columns - used
    switch align {
    case .left: return shown + .blanks(spare)
    case .right: return .blanks(spare) + shown
    case .center: return .blanks(spare / 2) + shown + .blanks(spare - spare / 2)
    }
  }
}
