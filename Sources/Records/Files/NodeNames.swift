/// What names mean in a data directory (`data-directory.md`, Tables).
enum NodeNames {
  /// The plan's file at the top of the directory.
  static let plan = Array("plan.toml".utf8)
  /// The file by which a directory says that it was made by `jineng demo`.
  static let sampleMarker = Array(".sample".utf8)

  /// Hidden files, locks of office programs, and files that some program has not finished.
  static func isIgnored(_ name: ArraySlice<UInt8>) -> Bool {
    if name.first == UInt8(ascii: ".") || name.starts(with: "~$".utf8) || name.last == UInt8(ascii: "~") {
      return true
    }
    return unfinished.contains { hasSuffix(name, $0) }
  }

  /// The format that a name's extension stands for, in any case; nil for other kinds of file.
  static func format(_ name: ArraySlice<UInt8>) -> FileFormat? {
    extensions.first { hasSuffix(name, $0.suffix) }?.format
  }

  /// The table that a file at the top of the directory is: `NAME.EXT`.
  static func table(file name: ArraySlice<UInt8>) -> Table? {
    guard let format = format(name) else { return nil }
    return Table(named: String(decoding: name.dropLast(format.rawValue.utf8.count + 1), as: UTF8.self))
  }

  /// The table whose files a folder at the top of the directory holds.
  static func table(folder name: ArraySlice<UInt8>) -> Table? {
    Table(named: String(decoding: name, as: UTF8.self))
  }

  /// Why a file that belongs to no table does not, where its name tells.
  static func whyUnused(_ name: ArraySlice<UInt8>) -> String? {
    hasSuffix(name, oldWorkbook) ? "an old XLS workbook: save it as XLSX" : nil
  }

  private static let oldWorkbook = Array(".xls".utf8)

  private static let unfinished = [".tmp", ".part", ".swp"].map { Array($0.utf8) }

  private static let extensions = FileFormat.allCases.map { (format: $0, suffix: Array(("." + $0.rawValue).utf8)) }

  /// Whether a name ends like that, in any case.
  private static func hasSuffix(_ name: ArraySlice<UInt8>, _ suffix: [UInt8]) -> Bool {
    guard name.count >= suffix.count else { return false }
    var place = name.endIndex
    for wanted in suffix.reversed() {
      place -= 1
      let byte = name[place]
      guard byte == wanted || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) && byte | 0x20 == wanted else {
        return false
      }
    }
    return true
  }
}

/// How a table's file is written.
enum FileFormat: String, CaseIterable, Sendable {
  case csv
  case tsv
  case xlsx
}
