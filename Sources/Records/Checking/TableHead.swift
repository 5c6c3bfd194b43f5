import Policy
import Tabular

/// A file's encoding and header: what must be known before its rows can be read.
struct TableHead {
  let encoding: TextEncoding
  /// Nothing that is appended to the file can change how its bytes become text.
  let isEncodingSettled: Bool
  /// Nil where the file is refused; ``problems`` says why.
  var header: HeaderMatch?
  var problems: [Problem] = []
  /// A header row that is still being written.
  var heldLine: Int?

  /// Reads them; the feed and its window stand behind the header row then.
  static func read(
    _ file: OpenFile, _ listed: ListedFile, _ window: Window, latestBirth: Day, holdsUnfinished: Bool
  ) throws(ReadFault) -> (head: TableHead, feed: RowFeed) {
    let decision = try decide(file, window)
    let feed = RowFeed(window, decision.encoding, listed.format, holdsUnfinished: holdsUnfinished)
    var head = TableHead(encoding: decision.encoding, isEncodingSettled: decision.isSettled)
    head.match(feed, listed, latestBirth: latestBirth)
    return (head, feed)
  }

  /// Decides the encoding; then the window stands at the beginning of the text.
  static func decide(_ file: OpenFile, _ window: Window) throws(ReadFault) -> EncodingDecision {
    window.open(file, from: 0, to: file.size)
    _ = window.more()
    var probe = EncodingProbe()
    var hasMoved = false
    while true {
      let rest = ByteView(
        UnsafeBufferPointer(start: window.memory + window.position, count: window.end - window.position))
      let (consumed, decision) = probe.look(rest, isFinal: window.isFinal)
      if let fault = window.fault { throw fault }
      if let decision {
        let isUTF16 = decision.encoding == .utf16LittleEndian || decision.encoding == .utf16BigEndian
        if hasMoved || isUTF16 {
          window.open(
            file, from: Int64(decision.markLength), to: file.size,
            utf16: isUTF16 ? UTF16Text(bigEndian: decision.encoding == .utf16BigEndian) : nil)
        } else {
          window.position = decision.markLength
        }
        return decision
      }
      window.position += consumed
      hasMoved = hasMoved || window.position > 0
      if !window.more() {
        // One line fills the whole window: what is at hand of it decides.
        window.position = window.end
        hasMoved = true
        _ = window.more()
      }
    }
  }

  /// Finds the header row and matches it.
  private mutating func match(_ feed: RowFeed, _ listed: ListedFile, latestBirth: Day) {
    let path = listed.path.text
    let columns = listed.table.columns
    var row = Row()
    var found = false
    while !found && feed.next(&row) { found = !row.isBlank }
    guard found else {
      heldLine = feed.heldLine
      if heldLine == nil { problems = [Problem(path: path, code: .emptyFile)] }
      return
    }
    if let fault = row.fault {
      problems = [Problem(path: path, line: row.line, code: TableScan.code(fault))]
      return
    }
    let header = HeaderMatch(row, columns: columns, latestBirth: latestBirth)
    let missing = header.missing(of: columns, path: path)
    guard missing.isEmpty else {
      // Where nothing fits there may be no header at all, and the first row's values, names among them, are not told.
      let isHeader = header.fields.contains { $0 != nil }
      let unknown = header.strays.filter { isHeader && !$0.isPersonal && !$0.header.isEmpty }
      problems = missing + unknown.map { Problem(path: path, column: $0.header, code: .unknownColumn) }
      return
    }
    self.header = header
  }
}
