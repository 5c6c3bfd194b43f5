/// Why a whole workbook is refused. Its description is plain English for a message; parts are named as the file names
/// them, shortened.
public enum WorkbookFault: Error, Hashable, Sendable {
  /// Not a ZIP container, or one without a workbook in it.
  case notAWorkbook
  /// An OLE container: a workbook under a password, or one of the old kind.
  case protectedOrOld
  /// An entry that is encrypted.
  case encryptedEntry(String)
  /// A name that is absolute or leads upwards.
  case unsafeName(String)
  /// Two entries of one name.
  case duplicateEntry(String)
  /// A symbolic link.
  case symbolicLink(String)
  /// Packed in a way that workbooks are not.
  case unknownPacking(String)
  /// Bytes that cannot be unpacked, or whose checksum is wrong.
  case damaged(String)
  /// A part that another one names is not there.
  case missingPart(String)
  /// Not well-formed XML.
  case malformed(String)
  /// A document type declaration.
  case documentType(String)
  /// A limit of ``WorkbookLimits`` is passed.
  case tooMuch(WorkbookLimit)
  /// A row or a cell outside a sheet, or a cell that stands twice.
  case impossibleCell(row: Int)
  /// A cell that refers to a shared text which is not there.
  case missingText(row: Int)
  /// Every sheet is hidden, or none holds cells.
  case noVisibleSheet
}

/// What a workbook may have too much of.
public enum WorkbookLimit: Hashable, Sendable, CaseIterable {
  case size, unpacked, ratio, entries, depth, token, relationships, sheets, formats, texts, text, fields
}

extension WorkbookFault: CustomStringConvertible {
  /// What is wrong, and what to do where that is known.
  public var description: String {
    switch self {
    case .notAWorkbook: "not an XLSX workbook"
    case .protectedOrOld: "protected by a password, or an old XLS workbook: save it as XLSX without a password"
    case .encryptedEntry(let name): "holds an encrypted entry: \(name)"
    case .unsafeName(let name): "holds an entry whose name leads elsewhere: \(name)"
    case .duplicateEntry(let name): "holds two entries of one name: \(name)"
    case .symbolicLink(let name): "holds a symbolic link: \(name)"
    case .unknownPacking(let name): "packed in an unknown way: \(name)"
    case .damaged(let name): "damaged: \(name)"
    case .missingPart(let name): "lacks a part: \(name)"
    case .malformed(let name): "not well-formed XML: \(name)"
    case .documentType(let name): "holds a document type declaration: \(name)"
    case .tooMuch(let limit): "too large: \(limit)"
    case .impossibleCell(let row): "holds a cell outside the sheet, or twice: near row \(row)"
    case .missingText(let row): "refers to a text that is not there: row \(row)"
    case .noVisibleSheet: "no visible sheet"
    }
  }

  /// A name as messages tell it: at most sixty characters.
  static func told(_ name: String) -> String { name.count > 60 ? String(name.prefix(59)) + "…" : name }
}

extension WorkbookLimit: CustomStringConvertible {
  /// What there is too much of, with the limit.
  public var description: String {
    switch self {
    case .size: "> 256 MB"
    case .unpacked: "> 256 MB unpacked"
    case .ratio: "unpacked > 100 : 1"
    case .entries: "> \(WorkbookLimits.entries) entries"
    case .depth: "XML > \(WorkbookLimits.depth) deep"
    case .token: "XML tag > 1 MB"
    case .relationships: "> \(WorkbookLimits.relationships) relationships"
    case .sheets: "> \(WorkbookLimits.sheets) sheets"
    case .formats: "> \(WorkbookLimits.formats) cell formats"
    case .texts: "> \(WorkbookLimits.texts) shared texts, or > 64 MB"
    case .text: "text of cells > 256 MB, or long texts > 64 MB"
    case .fields: "> \(WorkbookLimits.fields) fields"
    }
  }
}
