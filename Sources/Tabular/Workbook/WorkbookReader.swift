/// Reads the rows of an XLSX workbook, as ``DelimitedReader`` reads those of a CSV file.
///
/// The sheet is the first visible one whose first ten rows hold one that fits; that row is the header. The container is
/// never unpacked to disk, and the whole sheet is proven sound before the first row is given, so that a damaged workbook
/// gives none. Used by one thread at a time.
public final class WorkbookReader {
  /// The header row. Where no row fits: the first that holds anything, of the first visible sheet with such a row.
  /// Without fields where there is none. ``Row/line`` is the sheet's row number.
  public let header: Row
  /// Why the rows ended early; nil while all is well. To be looked at when they have ended: then rows that were given
  /// count for nothing.
  public private(set) var fault: WorkbookFault?

  private var stream: XMLStream?
  private var sink: SheetSink?

  /// Opens a workbook and finds the header.
  ///
  /// - Parameter fits: whether a row has all that a header needs.
  public init(_ source: any ByteSource, fits: (Row) -> Bool) throws(WorkbookFault) {
    let container = try ZipContainer(source)
    let parts = try WorkbookParts(container)
    let formats = CellFormats()
    if let styles = parts.styles { try XMLStream.read(container, styles, formats) }
    let texts = SharedTextsReader()
    if let shared = parts.sharedTexts { try XMLStream.read(container, shared, texts) }
    func sink(_ scope: SheetScope) -> SheetSink { SheetSink(scope, texts.texts, formats, parts.epoch) }

    var chosen: (part: String, header: SheetSurvey.Candidate)?
    var isAnySheet = false
    var textSize = 0
    for part in parts.sheets {
      let survey = try SheetSurvey(container, part, sink(SheetScope(isSurvey: true)))
      isAnySheet = isAnySheet || survey.isSheet
      textSize &+= survey.textSize
      guard textSize <= WorkbookLimits.headersText else { throw .tooMuch(.text) }
      if let header = survey.header(fits) {
        chosen = (part, header)
        break
      }
      if chosen == nil, let first = survey.candidates.first { chosen = (part, first) }
    }
    guard isAnySheet else { throw .noVisibleSheet }
    header = chosen?.header.row ?? Row()
    guard let chosen else { return }
    let rows = sink(SheetScope(after: chosen.header.element, width: header.fields.count))
    self.sink = rows
    // It was read whole before, and counted.
    stream = try XMLStream(container, chosen.part, rows, isCounted: false)
  }

  /// Reads the next row behind the header into `row`; false at the end, with `row` left as it was. Rows without any
  /// value are passed over. A row is as wide as the header, or wider where a value stands to the right of it.
  public func next(_ row: inout Row) -> Bool {
    guard let stream, let sink else { return false }
    do throws(WorkbookFault) {
      if try stream.run() {
        sink.exchange(&row)
        return true
      }
    } catch { fault = error }
    self.stream = nil
    return false
  }
}
