import Policy
import Tabular

/// Goes through a file's rows, gives those that fit the header, and notes what is wrong with the others.
struct TableScan {
  /// The file's path as problems name it.
  let path: String
  /// Which field is which column.
  let header: HeaderMatch
  /// What was found so far.
  private(set) var tally: ScanTally

  let feed: RowFeed

  /// Starts behind the header row.
  init(path: String, header: HeaderMatch, columns: [Column], feed: RowFeed, latestBirth: Day) {
    self.init(path: path, header: header, feed: feed, tally: ScanTally(header, columns, latestBirth: latestBirth))
  }

  /// Goes on after an earlier stretch of the file, or apart from it with a tally of its own.
  init(path: String, header: HeaderMatch, feed: RowFeed, tally: ScanTally) {
    self.path = path
    self.header = header
    self.feed = feed
    self.tally = tally
  }

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
      tally.look(at: row)
      return true
    }
    return false
  }

  /// Notes a refused row.
  mutating func refuse(
    _ line: Int, column: Int? = nil, _ code: ProblemCode, detail: String? = nil, district: DistrictCode? = nil
  ) {
    tally.rejected += 1
    guard tally.problems.count < ScanTally.mostProblems else { return }
    tally.problems.append(
      Problem(
        path: path, line: line, column: column.flatMap { header.written[$0] }, code: code, detail: detail,
        district: district))
  }

  /// Counts cells of a watched column that hold something, once ``ScanTally/isSettled`` for it.
  mutating func tookFilled(_ count: Int, watched place: Int) { tally.takeFilled(count, watched: place) }

  /// The code of a row that cannot be read whatever it holds.
  static func code(_ fault: RowFault) -> ProblemCode {
    switch fault {
    case .invalidEncoding: .invalidEncoding
    case .unterminatedQuote: .unterminatedQuote
    case .fieldTooLarge: .fieldTooLarge
    }
  }
}
