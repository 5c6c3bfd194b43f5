import Tabular

/// The rows of a stretch of a file, one by one; a watcher may ask that a last line without a line end be held back.
///
/// Rows of a workbook do not pass through the window, which stays empty then.
final class RowFeed {
  /// What ``Window`` shows, and where in it reading goes on.
  let window: Window
  private(set) var cursor: RowCursor
  /// The line that was held back; nil while none was.
  private(set) var heldLine: Int?
  /// The last row was read from a quote that nothing closes.
  private(set) var endedInQuote = false
  /// Where the row that was read last begins in the window.
  @exclusivity(unchecked) private(set) var rowStart = 0
  /// Up to which line and place in the file the window's ``Window/progress`` was told.
  private var told: (line: Int, offset: Int64)

  /// What stands between fields.
  let delimiter: UInt8
  private let holdsUnfinished: Bool
  private let sheet: SheetRows?

  /// Reads from where the window stands.
  init(_ window: Window, _ encoding: TextEncoding, _ format: FileFormat, holdsUnfinished: Bool) {
    self.window = window
    self.holdsUnfinished = holdsUnfinished
    sheet = nil
    delimiter = format.delimiter
    cursor = RowCursor(encoding, delimiter: delimiter)
    told = (1, window.fileOffset)
  }

  /// Reads a workbook's sheet behind its header. `window` must show nothing.
  init(_ sheet: SheetRows, _ window: Window) {
    self.sheet = sheet
    self.window = window
    holdsUnfinished = false
    delimiter = FileFormat.xlsx.delimiter
    cursor = RowCursor(.utf8, delimiter: delimiter)
    told = (1, window.fileOffset)
  }

  /// Why the rows ended early; nil while all is well.
  var fault: ReadFault? { sheet?.fault ?? window.fault }

  /// At the end of a workbook that was read without looking ahead: it must be read again, looking ahead.
  var isHeaderOther: Bool { sheet?.isHeaderOther ?? false }

  /// How the file's bytes become text.
  var encoding: TextEncoding { cursor.encoding }

  /// The line on which the next row begins, counted from 1 at the beginning of the stretch.
  var line: Int {
    get { cursor.line }
    set { cursor.line = newValue }
  }

  /// Reads the next row; false at the end, and where the file cannot be read any more (``fault``).
  func next(_ row: inout Row) -> Bool {
    if let sheet { return sheet.next(&row) }
    guard heldLine == nil else { return false }
    while true {
      rowStart = window.position
      switch cursor.next(&row, in: window.view, at: &window.position, isFinal: window.isFinal) {
      case .row:
        endedInQuote = row.fault == .unterminatedQuote && cursor.endedWithoutLineEnd
        if holdsUnfinished, cursor.endedWithoutLineEnd, !row.isBlank {
          heldLine = row.line
          tell()
          return false
        }
        return true
      case .end:
        tell()
        return false
      case .more:
        if !more() { return skip(&row) }
      }
    }
  }

  private func more() -> Bool {
    let past = window.position
    guard window.more() else { return false }
    cursor.shift(by: past)
    tell()
    return true
  }

  /// Tells of what was taken since the last time. Lines stand for rows here: a row in quotes may have several.
  private func tell() {
    guard let progress = window.progress else { return }
    let now = (line: cursor.line, offset: window.fileOffset)
    progress.add(bytes: now.offset - told.offset, rows: now.line - told.line)
    told = now
  }

  /// The header's lines are no rows.
  func passHeader() {
    told.line = cursor.line
    tell()
  }

  /// Passes over a row that is longer than can be shown.
  private func skip(_ row: inout Row) -> Bool {
    while !cursor.skip(&row, in: window.view, at: &window.position, isFinal: window.isFinal) {
      guard more() else { return false }
    }
    return true
  }
}

extension FileFormat {
  /// What stands between fields.
  var delimiter: UInt8 { self == .tsv ? UInt8(ascii: "\t") : UInt8(ascii: ",") }
}
