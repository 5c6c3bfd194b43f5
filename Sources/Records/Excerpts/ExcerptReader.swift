public import Policy
import Tabular

/// Reads the surroundings of a line from a file of the data directory again, in bounded memory, and leaves out what is
/// personal. It takes no lock and keeps nothing; it may be used from any thread.
public struct ExcerptReader: Sendable {
  private let root: [UInt8]

  /// Lines before and after are at most this many.
  private static let mostMargin = 200
  /// Rows between two looks at whether anybody still waits.
  private static let rowsPerLook = 4096

  /// A reader of that directory.
  public init(_ source: DirectorySource) { root = source.rootBytes }

  /// The rows around the request's line, read from the file's beginning; nil once `isWanted` says that nobody waits.
  public func read(_ request: ExcerptRequest, while isWanted: () -> Bool = { true }) -> ExcerptOutcome? {
    // A name that is no UTF-8 is reported as one that a file might really have.
    for name in [Array(request.path.utf8), ExcerptReader.bytes(ofPath: request.path)] {
      guard let format = NodeNames.format(name[...]) else { return .unreadable(ReadFault.missing.reason) }
      do throws(ReadFault) {
        return try read(request, name, format, isWanted)
      } catch {
        if error != .missing || name == ExcerptReader.bytes(ofPath: request.path) { return .unreadable(error.reason) }
      }
    }
    return .unreadable(ReadFault.missing.reason)
  }

  private func read(
    _ request: ExcerptRequest, _ name: [UInt8], _ format: FileFormat, _ isWanted: () -> Bool
  ) throws(ReadFault) -> ExcerptOutcome? {
    let realRoot = try FileSource.realPath(root).get()
    let file = try OpenFile(Walk.absolute(root, RawPath(name)), realRoot: realRoot)
    let line = max(1, request.line)
    let margin = min(max(0, request.margin), ExcerptReader.mostMargin)
    let wanted = max(1, line - margin)...min(line, .max - margin) + margin
    let window = Window()
    defer { window.close() }
    var (header, feed) = try open(file, format, window, request)
    var rows: [ExcerptRow] = []
    var row = Row()
    var count = 0
    var last = 0
    var isPast = false
    while !isPast, feed.next(&row) {
      count += 1
      last = row.line
      if count % ExcerptReader.rowsPerLook == 0, !isWanted() { return nil }
      if header == nil, !row.isBlank {
        header = row
      } else if row.line > wanted.upperBound {
        isPast = true
      } else if row.line >= wanted.lowerBound {
        rows.append(ExcerptRow(row, feed))
      }
    }
    if let fault = feed.fault, fault != .unstable { throw fault }
    let isUnchanged = try file.isUnchanged()
    let passed = format == .xlsx ? max(last, header?.line ?? 0) : feed.linesPassed
    if !isPast, passed < line { return .beyondEnd(lines: passed) }
    let mask = ExcerptMask(header: header, request)
    return .found(
      SourceExcerpt(
        header: mask.header, rows: rows.map { SourceExcerpt.Row(line: $0.line, fields: mask.fields(of: $0)) },
        column: mask.column(named: request.column),
        hasChanged: feed.fault != nil || !isUnchanged || file.identity.size != request.file.size
          || file.identity.modifiedSeconds != request.file.modified))
  }

  /// The feed of a file's rows; of a workbook's sheet also its header, which has been read by then.
  private func open(
    _ file: OpenFile, _ format: FileFormat, _ window: Window, _ request: ExcerptRequest
  ) throws(ReadFault) -> (header: Row?, feed: RowFeed) {
    guard format == .xlsx else {
      let decision = try TableHead.decide(file, window)
      return (nil, RowFeed(window, decision.encoding, format, holdsUnfinished: false))
    }
    window.open(file, from: file.size, to: file.size)
    let probe = HeaderProbe(Table(rawValue: request.file.table)?.columns ?? [])
    let sheet = try SheetRows(file, nil, looksAhead: true) { probe.fits($0) }
    return (sheet.header, RowFeed(sheet, window))
  }

  /// The bytes of a path as reports name it: `\xNN` stands for a byte that is no UTF-8 (``RawPath/text``).
  static func bytes(ofPath text: String) -> [UInt8] {
    let utf8 = Array(text.utf8)
    var bytes: [UInt8] = []
    var index = 0
    while index < utf8.count {
      if utf8[index...].starts(with: "\\x".utf8), index + 4 <= utf8.count,
        let value = UInt8(String(decoding: utf8[index + 2..<index + 4], as: UTF8.self), radix: 16), value >= 0x80
      {
        bytes.append(value)
        index += 4
      } else {
        bytes.append(utf8[index])
        index += 1
      }
    }
    return bytes
  }
}

extension ReadFault {
  /// Nothing has that name.
  fileprivate static let missing = ReadFault(errno: 2)
}
