import Screen

/// Reading a frame as a person does: by what stands there in which role.
enum Frames {
  /// Runs of cells of a role, without the blanks at their ends.
  static func texts(_ frame: Frame, _ role: Role) -> [String] {
    var texts: [String] = []
    for row in 0..<frame.size.rows {
      var run = ""
      for column in 0..<frame.size.columns {
        let cell = frame[column, row]
        if cell.style.role == role {
          run += cell.text.string
        } else if !run.isEmpty {
          texts.append(run)
          run = ""
        }
      }
      if !run.isEmpty { texts.append(run) }
    }
    // Headings stand apart by blanks.
    return texts.flatMap { $0.split(separator: " ").map(String.init) }
  }
}
