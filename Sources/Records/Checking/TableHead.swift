import Policy
import Tabular

/// A file's encoding and header: what must be known before its rows can be read.
struct TableHead {
  /// How the rows' bytes become text; those of a workbook are UTF-8.
  let encoding: TextEncoding
  /// What the file's report says of its encoding.
  let encodingName: String
  /// Nothing that is appended to the file can change how its bytes become text.
  let isEncodingSettled: Bool
  /// Nil where the file is refused; ``problems`` says why.
  var header: HeaderMatch?
  var problems: [Problem] = []
  /// A header row that is still being written.
  var heldLine: Int?

  /// Reads them; the feed and its window stand behind the header row then. Only who looks at ``RowFeed/isHeaderOther``
  /// at the end may do without looking ahead, which reads a workbook twice.
  static func read(
    _ file: OpenFile, _ listed: ListedFile, _ window: Window, latestBirth: Day, holdsUnfinished: Bool,
    looksAhead: Bool = true, memo: HeaderMemo = HeaderMemo()
  ) throws(ReadFault) -> (head: TableHead, feed: RowFeed) {
    window.progress?.restart()
    guard listed.format != .xlsx else {
      return try readWorkbook(file, listed, window, latestBirth: latestBirth, looksAhead: looksAhead, memo)
    }
    let decision = try decide(file, window)
    let feed = RowFeed(window, decision.encoding, listed.format, holdsUnfinished: holdsUnfinished)
    var head = TableHead(
      encoding: decision.encoding, encodingName: decision.encoding.rawValue, isEncodingSettled: decision.isSettled)
    var row = Row()
    var found = false
    while !found && feed.next(&row) { found = !row.isBlank }
    head.heldLine = feed.heldLine
    if found || head.heldLine == nil { head.match(found ? row : nil, listed, latestBirth: latestBirth, memo) }
    feed.passHeader()
    return (head, feed)
  }

  /// Of a workbook the header is the first row of the first visible sheet that has every required column.
  private static func readWorkbook(
    _ file: OpenFile, _ listed: ListedFile, _ window: Window, latestBirth: Day, looksAhead: Bool, _ memo: HeaderMemo
  ) throws(ReadFault) -> (head: TableHead, feed: RowFeed) {
    window.open(file, from: file.size, to: file.size)
    var head = TableHead(encoding: .utf8, encodingName: FileFormat.xlsx.rawValue, isEncodingSettled: false)
    guard file.size > 0 else {
      head.match(nil, listed, latestBirth: latestBirth, memo)
      return (head, RowFeed(window, .utf8, .csv, holdsUnfinished: false))
    }
    let probe = HeaderProbe(listed.table.columns)
    let sheet = try SheetRows(file, window.progress, looksAhead: looksAhead) { probe.fits($0) }
    let isEmpty = sheet.header.fault == nil && sheet.header.isBlank
    head.match(isEmpty ? nil : sheet.header, listed, latestBirth: latestBirth, memo)
    return (head, RowFeed(sheet, window))
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

  /// Matches the header row; nil where the file has no row at all.
  private mutating func match(_ row: Row?, _ listed: ListedFile, latestBirth: Day, _ memo: HeaderMemo) {
    let path = listed.path.text
    let columns = listed.table.columns
    guard let row else {
      problems = [Problem(path: path, code: .emptyFile)]
      return
    }
    if let fault = row.fault {
      problems = [Problem(path: path, line: row.line, code: TableScan.code(fault))]
      return
    }
    let header = memo.match(row, listed.table, latestBirth: latestBirth)
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
