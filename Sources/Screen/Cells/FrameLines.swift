extension Frame {
  /// The frame as lines of text in roles, so that a picture can stand among lines; who is selected is not kept.
  package var lines: [Line] {
    (0..<size.rows).map { row in
      var line = Line()
      for column in 0..<size.columns {
        let cell = self[column, row]
        guard cell.width > 0 else { continue }
        if let last = line.spans.indices.last, line.spans[last].role == cell.style.role {
          line.spans[last].text = line.spans[last].text + SafeText(alreadySafe: cell.text.string)
        } else {
          line.append(SafeText(alreadySafe: cell.text.string), cell.style.role)
        }
      }
      return line
    }
  }
}
