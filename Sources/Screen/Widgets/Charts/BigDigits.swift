/// A figure five rows high or a multiple of that, to be read across a room. Knows digits, `.`, `,`, `:`, `%`, `+`, `-` and
/// blanks; a figure with anything else is written in ordinary characters.
package struct BigDigits: Widget, Hashable {
  package var figure: SafeText
  package var role: Role
  package var align: Alignment
  /// How many cells a dot takes each way.
  package var scale: Int

  package init(_ figure: SafeText, role: Role = .title, align: Alignment = .center, scale: Int = 1) {
    self.figure = figure
    self.role = role
    self.align = align
    self.scale = max(1, scale)
  }

  package static let rows = 5

  /// Cells of the whole figure.
  package var columns: Int { max(0, shapes.reduce(0) { $0 + ($1.first?.count ?? 0) + 1 } - 1) * scale }

  /// The largest scale, at most `most`, at which the figure fits; 1 where none does.
  package static func scale(of figure: SafeText, in size: Size, most: Int = 4) -> Int {
    let columns = max(1, BigDigits(figure).columns)
    return max(1, min(most, size.columns / columns, size.rows / rows))
  }

  /// In too narrow or too low a rectangle the figure is written in ordinary characters.
  package func draw(in rect: Rect, on canvas: inout Canvas) {
    canvas.clipped(to: rect) { canvas in
      guard isKnown, columns <= rect.columns, rect.rows >= Self.rows * scale else {
        return canvas.put(figure, in: rect.top(1), role, align: align)
      }
      let spare = rect.columns - columns
      var column = rect.column + (align == .left ? 0 : align == .right ? spare : spare / 2)
      for shape in shapes {
        for (row, line) in shape.enumerated() {
          for (offset, dot) in line.enumerated() where dot == "#" {
            let dot = Rect(column: column + offset * scale, row: rect.row + row * scale, columns: scale, rows: scale)
            canvas.fill(dot, canvas.glyphs.block, Style(role))
          }
        }
        column += ((shape.first?.count ?? 0) + 1) * scale
      }
    }
  }

  private var isKnown: Bool { figure.string.allSatisfy { $0 == " " || Self.shapes[$0] != nil } }

  private var shapes: [[String]] { figure.string.map { Self.shapes[$0] ?? Self.blank } }

  private static let blank = [" ", " ", " ", " ", " "]

  private static let shapes: [Character: [String]] = [
    "0": ["###", "# #", "# #", "# #", "###"],
    "1": [" # ", "## ", " # ", " # ", "###"],
    "2": ["###", "  #", "###", "#  ", "###"],
    "3": ["###", "  #", "###", "  #", "###"],
    "4": ["# #", "# #", "###", "  #", "  #"],
    "5": ["###", "#  ", "###", "  #", "###"],
    "6": ["###", "#  ", "###", "# #", "###"],
    "7": ["###", "  #", "  #", " # ", " # "],
    "8": ["###", "# #", "###", "# #", "###"],
    "9": ["###", "# #", "###", "  #", "###"],
    ".": [" ", " ", " ", " ", "#"],
    ",": [" ", " ", " ", "#", "#"],
    ":": [" ", "#", " ", "#", " "],
    "%": ["# #", "  #", " # ", "#  ", "# #"],
    "+": ["   ", " # ", "###", " # ", "   "],
    "-": ["  ", "  ", "##", "  ", "  "],
  ]
}
