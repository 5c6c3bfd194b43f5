/// A table in Markdown: the first column to the left, the others to the right.
struct MarkdownTable {
  let title: String
  let header: [String]
  private(set) var rows: [[String]] = []
  /// What a reader must know, below the table.
  private(set) var notes: [String] = []

  init(_ title: String, _ header: [String]) {
    self.title = title
    self.header = header
  }

  mutating func add(_ cells: [String]) { rows.append(cells) }

  mutating func note(_ text: String) { notes.append(text) }

  var text: String {
    let widths = header.indices.map { column in
      max(3, ([header] + rows).map { column < $0.count ? $0[column].count : 0 }.max() ?? 0)
    }
    var lines = ["### \(title)", "", line(header, widths)]
    lines.append("|" + widths.indices.map { mark(width: widths[$0], toTheRight: $0 > 0) }.joined(separator: "|") + "|")
    lines += rows.map { line($0, widths) }
    if !notes.isEmpty { lines += [""] + notes }
    return lines.joined(separator: "\n") + "\n"
  }

  private func mark(width: Int, toTheRight: Bool) -> String {
    String(repeating: "-", count: width + (toTheRight ? 1 : 2)) + (toTheRight ? ":" : "")
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    let padded = widths.indices.map { column in
      let cell = column < cells.count ? cells[column] : ""
      let space = String(repeating: " ", count: max(0, widths[column] - cell.count))
      return column == 0 ? cell + space : space + cell
    }
    return "| " + padded.joined(separator: " | ") + " |"
  }
}
