/// Reads the rows of an XLSX workbook, as ``DelimitedReader`` reads those of a CSV file.
///
/// The sheet is the first visible one whose first ten rows hold one that fits; that row is the header. The container is
/// never unpacked to disk. Whether a sheet is sound, and which of its cells are merged, is known only at its end: so what
/// was given counts only if ``fault`` and ``isHeaderOther`` say nothing then. Used by one thread at a time.
public final class WorkbookReader {
  /// The header row. Where no row fits: the first that holds anything, of the first visible sheet with such a row.
  /// Without fields where there is none. ``Row/line`` is the sheet's row number.
  public private(set) var header = Row()
  /// Why the rows ended early; nil while all is well.
  public private(set) var fault: WorkbookFault?
  /// Merged cells, which a sheet tells behind its rows, make another row the header: read the workbook again and look
  /// ahead. Never so where that was done.
  public private(set) var isHeaderOther = false

  private let container: ZipContainer
  private let parts: WorkbookParts
  private let formats = CellFormats()
  private let texts = SharedTextsReader()
  private let fits: (Row) -> Bool
  private var sheet: OpenSheet?
  /// The header as it was found; nil where it is proven.
  private var assumed: SheetSurvey.Candidate?
  /// Bytes of rows that were looked at for a header.
  private var looked = 0

  /// Opens a workbook and finds the header.
  ///
  /// - Parameters:
  ///   - looksAhead: a sheet is read to its end before its header is decided, and then once more.
  ///   - fits: whether a row has all that a header needs.
  public init(
    _ source: any ByteSource, looksAhead: Bool = true, fits: @escaping (Row) -> Bool
  ) throws(WorkbookFault) {
    container = try ZipContainer(source)
    parts = try WorkbookParts(container)
    self.fits = fits
    if let styles = parts.styles { try XMLStream.read(container, styles, formats) }
    if let shared = parts.sharedTexts { try XMLStream.read(container, shared, texts) }
    try choose(looksAhead)
  }

  /// Reads the next row behind the header into `row`; false at the end, with `row` left as it was. Rows without any
  /// value are passed over. A row is as wide as the header, or wider where a value stands to the right of it.
  public func next(_ row: inout Row) -> Bool {
    guard let sheet else { return false }
    do throws(WorkbookFault) {
      if try sheet.next(&row) { return true }
      if let assumed { isHeaderOther = !confirms(assumed, sheet) }
    } catch { fault = error }
    self.sheet = nil
    return false
  }

  /// Whether the header that was found without looking ahead is the one.
  private func confirms(_ assumed: SheetSurvey.Candidate, _ sheet: OpenSheet) -> Bool {
    guard let found = sheet.survey.merged(sheet.sink.mergedRanges).header(fits) else { return false }
    return found.element == assumed.element && found.row.saysTheSame(as: assumed.row)
  }

  /// Finds the sheet and its header, and opens it behind that.
  private func choose(_ looksAhead: Bool) throws(WorkbookFault) {
    var first: (part: String, header: SheetSurvey.Candidate)?
    var isAnySheet = false
    for part in parts.sheets {
      let sheet = try OpenSheet(container, part, sink(SheetScope()))
      try sheet.look()
      if !looksAhead, let header = try header(sheet.survey) {
        sheet.goOn(behind: header)
        (self.header, self.sheet, assumed) = (header.row, sheet, header)
        return
      }
      try sheet.finish()
      isAnySheet = isAnySheet || sheet.sink.isSheet
      if let header = try header(sheet.survey.merged(sheet.sink.mergedRanges)) { return try open(part, header) }
      if first == nil { first = sheet.survey.candidates.first.map { (part, $0) } }
    }
    guard isAnySheet else { throw .noVisibleSheet }
    if let first { try open(first.part, first.header) }
  }

  private func header(_ survey: SheetSurvey) throws(WorkbookFault) -> SheetSurvey.Candidate? {
    looked &+= survey.textSize
    guard looked <= WorkbookLimits.headersText else { throw .tooMuch(.text) }
    return survey.header(fits)
  }

  /// Opens a sheet that was read to its end before.
  private func open(_ part: String, _ header: SheetSurvey.Candidate) throws(WorkbookFault) {
    self.header = header.row
    let scope = SheetScope(after: header.element, width: header.row.fields.count)
    sheet = try OpenSheet(container, part, sink(scope), isCounted: false)
  }

  private func sink(_ scope: SheetScope) -> SheetSink { SheetSink(scope, texts.texts, formats, parts.epoch) }
}
