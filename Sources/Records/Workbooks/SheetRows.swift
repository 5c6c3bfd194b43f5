import Tabular

/// The rows of a workbook's sheet, and why there are no more.
final class SheetRows {
  /// The row that holds the most of a header; empty where the sheet is.
  var header: Row { reader.header }

  private let bytes: WorkbookBytes
  private let reader: WorkbookReader
  private let progress: FileProgress?

  /// Opens the workbook; `fits` says whether a row has all that the header needs. Without looking ahead it is read only
  /// once, but ``isHeaderOther`` must be looked at then.
  init(
    _ file: OpenFile, _ progress: FileProgress?, looksAhead: Bool, fits: @escaping (Row) -> Bool
  ) throws(ReadFault) {
    self.progress = progress
    bytes = WorkbookBytes(file, progress)
    do throws(WorkbookFault) {
      reader = try WorkbookReader(bytes, looksAhead: looksAhead, fits: fits)
    } catch { throw bytes.fault ?? ReadFault(reason: error.description) }
  }

  /// Reads the next row behind the header; false at the end, and where the workbook cannot be read any more.
  func next(_ row: inout Row) -> Bool {
    guard reader.next(&row) else { return false }
    progress?.add(bytes: 0, rows: 1)
    return true
  }

  /// At the end: another row proved to be the header, and what was read counts for nothing.
  var isHeaderOther: Bool { reader.isHeaderOther }

  /// Why the rows ended early; nil where they did not.
  var fault: ReadFault? { bytes.fault ?? reader.fault.map { ReadFault(reason: $0.description) } }
}
