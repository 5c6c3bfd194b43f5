import Policy
import Tabular

/// Goes through a file's rows, gives those that fit the header, and notes what is wrong with the others.
struct TableScan: Sendable {
  /// The file's path as problems name it.
  let path: String
  /// Which field is which column.
  let header: HeaderMatch
  /// What was wrong so far, without the columns' own notices.
  var problems: [Problem] = []
  /// Rows refused so far.
  var rejected = 0

  private var feed: RowFeed
  private var watched: [Watched] = []

  /// A column whose content or rows must be known at the end of the file.
  private struct Watched: Sendable {
    var field: Int
    var header: String
    /// The column of the table; nil for a stray one.
    var place: Int?
    var isPersonal: Bool
    var suspicion: ColumnSuspicion
  }

  /// Starts behind the header row.
  init(path: String, header: HeaderMatch, columns: [Column], feed: RowFeed, latestBirth: Day) {
    self.path = path
    self.header = header
    self.feed = feed
    let suspicion = ColumnSuspicion(latestBirth: latestBirth)
    for stray in header.strays {
      watched.append(
        Watched(
          field: stray.field, header: stray.header, place: nil, isPersonal: stray.isPersonal, suspicion: suspicion))
    }
    for (place, column) in columns.enumerated() where column.form == .remark {
      guard let field = header.fields[place], let written = header.written[place] else { continue }
      watched.append(
        Watched(field: field, header: written, place: place, isPersonal: false, suspicion: suspicion))
    }
  }

  /// The line that was held back; nil while none was.
  var heldLine: Int? { feed.heldLine }

  /// Reads the next row that can be read by columns; false at the end.
  mutating func next(_ row: inout Row) -> Bool {
    while feed.next(&row) {
      if let fault = row.fault {
        refuse(row.line, TableScan.code(fault))
        continue
      }
      guard row.fields.contains(where: { !$0.isEmpty }) else { continue }
      guard row.fields.count == header.width else {
        refuse(row.line, .raggedRow, detail: "\(row.fields.count)/\(header.width)")
        continue
      }
      for place in watched.indices {
        watched[place].suspicion.take(row.bytes.span.extracting(row.fields[watched[place].field]))
      }
      return true
    }
    return false
  }

  /// Notes a refused row.
  mutating func refuse(_ line: Int, column: Int? = nil, _ code: ProblemCode, detail: String? = nil) {
    problems.append(
      Problem(path: path, line: line, column: column.flatMap { header.written[$0] }, code: code, detail: detail))
    rejected += 1
  }

  /// At the end: tells of personal and unknown columns. Returns the columns of the table that must be dropped.
  mutating func finish() -> [Int] {
    var dropped: [Int] = []
    var toldEmpty = false
    for column in watched {
      if column.isPersonal || column.suspicion.isPersonal {
        problems.append(
          Problem(
            path: path, column: column.header, code: .personalData, detail: String(column.suspicion.rows)))
        if let place = column.place { dropped.append(place) }
      } else if column.place == nil {
        // A trailing delimiter on every line makes nameless columns; one notice tells of all.
        if column.header.isEmpty && toldEmpty { continue }
        toldEmpty = toldEmpty || column.header.isEmpty
        problems.append(Problem(path: path, column: column.header, code: .unknownColumn))
      }
    }
    if let heldLine { problems.append(Problem(path: path, line: heldLine, code: .stillBeingWritten)) }
    return dropped
  }

  /// The code of a row that cannot be read whatever it holds.
  static func code(_ fault: RowFault) -> ProblemCode {
    switch fault {
    case .invalidEncoding: .invalidEncoding
    case .unterminatedQuote: .unterminatedQuote
    case .fieldTooLarge: .fieldTooLarge
    }
  }
}
