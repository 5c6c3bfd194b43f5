import Tabular

/// A row of an excerpt before anything is left out of it.
struct ExcerptRow {
  /// The line it begins on.
  let line: Int
  /// Its fields; of a row that cannot be read by fields its first line as it stands, or nothing where that is too long.
  let fields: [String]
  /// Its fields are those of the header.
  let isSound: Bool

  /// Characters of a field that are kept.
  private static let longest = 400

  /// The row that the feed gave last.
  init(_ row: Row, _ feed: RowFeed) {
    line = row.line
    isSound = row.fault == nil
    switch row.fault {
    case nil: fields = row.fields.indices.map { ExcerptRow.cut(row.string($0)) }
    case .fieldTooLarge: fields = []
    case .invalidEncoding, .unterminatedQuote: fields = [ExcerptRow.firstLine(feed)]
    }
  }

  /// A header that cannot be read has no fields.
  static func fields(ofHeader row: Row?) -> [String] {
    row.map { row in row.fields.indices.map { row.string($0) } } ?? []
  }

  private static func firstLine(_ feed: RowFeed) -> String {
    let view = feed.window.view
    var bytes: [UInt8] = []
    for place in feed.rowStart..<max(feed.rowStart, view.count) {
      let byte = view.buffer[place]
      let isLineEnd = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
      if isLineEnd, bytes.isEmpty { continue }
      // No character takes more than four bytes.
      if isLineEnd || bytes.count > longest * 4 { break }
      bytes.append(byte)
    }
    let isGB = feed.encoding == .gb18030
    return cut(LenientText.text(bytes, isGB ? .gb18030 : .utf8))
  }

  private static func cut(_ text: String) -> String {
    text.count <= longest ? text : text.prefix(longest) + "…"
  }
}

extension RowFeed {
  /// Lines of the file that were read, once nothing is left.
  var linesPassed: Int { cursor.endedWithoutLineEnd ? line : line - 1 }
}
