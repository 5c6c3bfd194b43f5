/// What names mean in a data directory (`data-directory.md`, Tables).
enum NodeNames {
  /// The plan's file at the top of the directory.
  static let plan = Array("plan.toml".utf8)
  /// The file by which a directory says that it was made by `jineng demo`.
  static let sampleMarker = Array(".sample".utf8)

  /// Hidden files, locks of office programs, and files that some program has not finished.
  static func isIgnored(_ name: [UInt8]) -> Bool {
    if name.first == UInt8(ascii: ".") || name.starts(with: "~$".utf8) || name.last == UInt8(ascii: "~") {
      return true
    }
    return [".tmp", ".part", ".swp"].contains { hasSuffix(name, $0) }
  }

  /// The format that a name's extension stands for, in any case; nil for other kinds of file.
  static func format(_ name: [UInt8]) -> FileFormat? {
    FileFormat.allCases.first { hasSuffix(name, "." + $0.rawValue) }
  }

  /// The table that a file at the top of the directory is: `NAME.EXT`.
  static func table(file name: [UInt8]) -> Table? {
    guard let format = format(name) else { return nil }
    return Table(named: String(decoding: name.dropLast(format.rawValue.utf8.count + 1), as: UTF8.self))
  }

  /// The table whose files a folder at the top of the directory holds.
  static func table(folder name: [UInt8]) -> Table? { Table(named: String(decoding: name, as: UTF8.self)) }

  private static func hasSuffix(_ name: [UInt8], _ suffix: String) -> Bool {
    let tail = name.suffix(suffix.utf8.count)
    return tail.elementsEqual(suffix.utf8) { byte, wanted in
      byte == wanted || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) && byte | 0x20 == wanted
    }
  }
}

/// How a table's file is written.
enum FileFormat: String, CaseIterable, Sendable {
  case csv
  case tsv
  case xlsx
}
