extension Frame {
  /// The frame as lines of text with colours and attributes (SGR sequences only, nothing that moves or clears).
  ///
  /// Every line starts and ends plain and is ended by a line feed.
  package func ansi(theme: Theme, depth: ColorDepth) -> String {
    var result = ""
    for row in 0..<size.rows {
      var style: Style?
      var shown: ResolvedLook?
      for column in 0..<size.columns {
        let cell = self[column, row]
        if cell.style != style {
          let look = theme.look(of: cell.style, depth)
          if look != shown { result += look.selectSequence }
          style = cell.style
          shown = look
        }
        result += cell.text.string
      }
      result += "\u{1B}[0m\n"
    }
    return result
  }
}

extension ResolvedLook {
  /// The SGR sequence that sets it, whatever was set before.
  package var selectSequence: String {
    var codes = ["0"]
    if bold { codes.append("1") }
    if dim { codes.append("2") }
    if underline { codes.append("4") }
    if reverse { codes.append("7") }
    codes += foreground.codes(base: 30) + background.codes(base: 40)
    return "\u{1B}[" + codes.joined(separator: ";") + "m"
  }
}

extension ResolvedColor {
  /// SGR parameters; `base` is 30 for the foreground, 40 for the background.
  fileprivate func codes(base: Int) -> [String] {
    switch self {
    case .standard: []
    case .indexed(let index) where index < 8: [String(base + Int(index))]
    case .indexed(let index) where index < 16: [String(base + 52 + Int(index))]
    case .indexed(let index): [String(base + 8), "5", String(index)]
    case .rgb(let color): [String(base + 8), "2", String(color.red), String(color.green), String(color.blue)]
    }
  }
}
