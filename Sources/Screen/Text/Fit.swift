/// Where text stands in a space wider than itself.
package enum Alignment: Hashable, Sendable {
  case left
  case right
  case center

  /// How many of the blanks around a text stand before it.
  func blanksBefore(of spare: Int) -> Int {
    switch self {
    case .left: 0
    case .right: spare
    case .center: spare / 2
    }
  }
}

extension DisplayWidth {
  /// As much of the start of `text` as fits into `columns`; never half a character.
  package func clip(_ text: SafeText, to columns: Int) -> SafeText {
    var used = 0
    var kept = 0
    text.forEachPiece(self) { piece, end in
      guard used + piece.width <= columns else { return false }
      used += piece.width
      kept = end
      return true
    }
    return kept == text.string.utf8.count
      ? text : SafeText(alreadySafe: String(decoding: text.string.utf8.prefix(kept), as: UTF8.self))
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
    let before = align.blanksBefore(of: spare)
    return .blanks(before) + shown + .blanks(spare - before)
  }
}
