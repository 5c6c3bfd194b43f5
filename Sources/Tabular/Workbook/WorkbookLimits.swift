import CExpat

/// How much a workbook may take. Counted on what is really unpacked and read; what its headers claim proves nothing.
enum WorkbookLimits {
  /// Bytes of the container.
  static let size: Int64 = 256 << 20
  /// Bytes unpacked in total, each reading of a part counted until its sheet is chosen.
  static let unpacked = 256 << 20
  /// Unpacked to packed bytes of a part, once more than ``ratioFrom`` bytes are unpacked.
  static let ratio = 100
  static let ratioFrom = 100 << 10
  static let entries = 10_000
  /// Bytes of the container's own directory.
  static let directory = 16 << 20
  /// Depth of XML elements.
  static let depth = cexpat_deepest

  static let relationships = 20_000
  static let sheets = 1_024
  /// Cell formats, and number formats.
  static let formats = 1 << 18
  /// Shared texts, and their bytes.
  static let texts = 4 << 20
  static let sharedText = 64 << 20
  /// Bytes that the cells of a sheet hold together, shared texts counted each time. A file of a few KiB can repeat one
  /// long text without end, and nobody remembers long texts to spare looking at them again: they weigh more.
  static let text = 256 << 20
  static let longText = 4 << 10
  static let longWeight = 4
  /// Fields of a sheet's rows, those that are missing counted: a row is as wide as its last cell stands far to the right.
  static let fields = 1 << 26
  /// Bytes that the cells of a row hold together; beyond that the row is refused as a field that is too large is.
  static let rowText = 4 << 20
  /// The same of a row that may be a header, and of all that were looked at.
  static let headerText = 256 << 10
  static let headersText = 16 << 20
  /// Merged ranges kept of a sheet.
  static let mergedRanges = 1_024

  /// Rows and columns of a sheet.
  static let rows = 1_048_576
  static let columns = 16_384
  /// Rows of a sheet among which its header is looked for.
  static let headerRows = 10
}
