extension Frame {
  /// The frame as lines of plain text, each ended by a line feed.
  ///
  /// With `trimmed` the blanks at the end of each line are left out; otherwise every line is as wide as the frame.
  package func plainText(trimmed: Bool = false) -> String {
    text(trimmed: trimmed) { $0.text.string }
  }

  /// Which role each cell has: one letter for each cell, lines as in ``plainText(trimmed:)`` untrimmed.
  ///
  /// See ``Role/letter``. Cells of the selected row have the capital letter, `:` for plain text.
  package func rolePlane() -> String {
    text(trimmed: false) { cell in
      let letter = cell.style.role.letter
      guard cell.style.selected else { return String(letter) }
      return letter == "." ? ":" : letter.uppercased()
    }
  }

  private func text(trimmed: Bool, _ show: (Cell) -> String) -> String {
    var result = ""
    for row in 0..<size.rows {
      var line = ""
      for column in 0..<size.columns { line += show(self[column, row]) }
      if trimmed { while line.last == " " { line.removeLast() } }
      result += line + "\n"
    }
    return result
  }
}

extension Role {
  /// The letter that stands for it in ``Frame/rolePlane()``; `.` for plain text.
  package var letter: Character {
    switch self {
    case .text: "."
    case .tabActive: "a"
    case .border: "b"
    case .track: "c"
    case .dim: "d"
    case .error: "e"
    case .borderFocused: "f"
    case .bar: "g"
    case .heading: "h"
    case .warning: "i"
    case .sample: "j"
    case .key: "k"
    case .lagging: "l"
    case .banner: "m"
    case .noTarget: "n"
    case .onPace: "o"
    case .pace: "p"
    case .headerDim: "q"
    case .header: "r"
    case .silent: "s"
    case .title: "t"
    case .tab: "u"
    case .done: "v"
    case .watch: "w"
    case .changed: "x"
    case .keyLabel: "y"
    case .match: "z"
    }
  }
}
