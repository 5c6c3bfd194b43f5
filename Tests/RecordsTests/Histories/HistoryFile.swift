/// How one file of a history is written: what an append must know of it.
struct HistoryFile {
  /// Below the data directory.
  var path: String
  var shape: TableShape
  /// The file's columns in its own order; nil: one that the table does not have.
  var columns: [TableShape.Column?]
  var headers: [String]
  var delimiter: String
  var text: WrittenText
  var lineEnd: String
  /// What is to follow a row that was written in part.
  var rest: [UInt8] = []

  /// A file with columns of its own order, some left out, some more than the table has.
  init(path: String, shape: TableShape, _ random: inout SeededGenerator) {
    self.path = path
    self.shape = shape
    delimiter = path.hasSuffix(".tsv") ? "\t" : ","
    text = random.pick([.utf8, .utf8, .utf8, .utf8Mark, .gb18030, .gb18030, .utf16LittleEndian, .utf16BigEndian])
    lineEnd = random.pick(["\n", "\n", "\r\n", "\r"])
    columns = []
    headers = []
    var order = shape.columns
    if random.chance(1, of: 2) { order.shuffle(using: &random) }
    for column in order where random.chance(column.isRequired ? 99 : 70, of: 100) {
      columns.append(column)
      headers.append(random.pick(column.names))
    }
    for name in ["备用", "姓名", "手机", "extra", ""] where random.chance(1, of: 14) {
      let place = random.number(0..<columns.count + 1)
      columns.insert(nil, at: place)
      headers.insert(name, at: place)
    }
  }

  /// The header's bytes, with the mark.
  var header: [UInt8] { text.mark + text.bytes(DelimitedText.row(headers, delimiter: delimiter, lineEnd: lineEnd)) }

  /// A row's bytes, now and then of a row that cannot be read by columns.
  func row(_ writer: CellWriter, _ random: inout SeededGenerator) -> [UInt8] {
    var cells = columns.map { column in
      column.map { writer.cell($0.cells, &random) } ?? random.pick(["", "x", "13800138000", "浦东"])
    }
    switch random.number(0..<160) {
    case 0: cells.append("more")
    case 1: cells = cells.dropLast()
    case 2: return text.bytes(lineEnd)
    case 3: cells = cells.map { _ in "" }
    case 4:
      // A lone continuation byte: text in no encoding.
      return Array(text.bytes("2026-03-05" + delimiter)) + [0xFF, 0xFF] + text.bytes(lineEnd)
    case 5: return text.bytes("\"never closed" + delimiter + lineEnd)
    default: break
    }
    return text.bytes(DelimitedText.row(cells, delimiter: delimiter, lineEnd: lineEnd))
  }

  func rows(_ count: Int, _ writer: CellWriter, _ random: inout SeededGenerator) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<count { bytes += row(writer, &random) }
    return bytes
  }
}
