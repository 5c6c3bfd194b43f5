extension DisplayWidth {
  /// `line` cut into lines of at most `columns` cells, at least one.
  ///
  /// Western words stay whole where they fit into a line; between Chinese characters a line may end anywhere, but no
  /// line begins with a closing sign (，。」…) or ends with an opening one (「（…), as long as there is room to obey.
  package func wrap(_ line: Line, _ columns: Int) -> [Line] {
    guard columns > 0 else { return [.empty] }
    var wrapped: [Line] = []
    var current: [Unit] = []
    var used = 0
    for unit in units(of: line) {
      if used + unit.width > columns, !current.isEmpty {
        let carried = Self.takeTail(of: &current, before: unit)
        wrapped.append(Self.line(of: current))
        current = carried
        used = carried.reduce(0) { $0 + $1.width }
        if current.isEmpty, unit.isBlank { continue }
      }
      current.append(unit)
      used += unit.width
    }
    wrapped.append(Self.line(of: current))
    return wrapped
  }

  /// A character, whether a line may end before it by the rules of its script, and whether it is a blank.
  private struct Unit {
    let piece: Piece
    let role: Role
    var width: Int { piece.width }
    var isBlank: Bool { piece.text == " " }
    var isWord: Bool { piece.width == 1 && !isBlank }
  }

  private func units(of line: Line) -> [Unit] {
    line.spans.flatMap { span in span.text.pieces(self).map { Unit(piece: $0, role: span.role) } }
  }

  /// Cuts what has to go to the next line together with `next` off the end of `current`.
  private static func takeTail(of current: inout [Unit], before next: Unit) -> [Unit] {
    var cut = current.count
    while cut > 0, !mayBreak(between: current[cut - 1], and: cut < current.count ? current[cut] : next) { cut -= 1 }
    guard cut > 0 else { return [] }
    var tail = Array(current[cut...])
    current.removeSubrange(cut...)
    while tail.first?.isBlank == true { tail.removeFirst() }
    while current.last?.isBlank == true { current.removeLast() }
    return tail
  }

  private static func mayBreak(between one: Unit, and other: Unit) -> Bool {
    if one.isBlank || other.isBlank { return true }
    if one.isWord && other.isWord { return false }
    return !closing.contains(other.piece.text) && !opening.contains(one.piece.text)
  }

  private static func line(of units: [Unit]) -> Line {
    var spans: [Span] = []
    var text = ""
    for (index, unit) in units.enumerated() {
      text += unit.piece.text.string
      guard index + 1 == units.count || units[index + 1].role != unit.role else { continue }
      spans.append(Span(SafeText(alreadySafe: text), unit.role))
      text = ""
    }
    return Line(spans)
  }

  private static let closing = Set("，。、；：？！）》」』】〉〕”’％…—,.;:?!)]}%".unicodeScalars.map { CellText($0) })
  private static let opening = Set("（《「『【〈〔“‘([{".unicodeScalars.map { CellText($0) })
}
