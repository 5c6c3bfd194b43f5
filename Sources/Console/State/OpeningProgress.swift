/// How far the first read of the data directory is. Figures of the read alone: nothing of the records is shown before
/// all is read.
package struct OpeningProgress: Hashable, Sendable {
  /// What the read is doing.
  package enum Phase: Hashable, Sendable, CaseIterable {
    case listing
    case reading
    case assembling
  }

  package var phase = Phase.listing
  /// Of all files; 0 while they are being listed.
  package var bytesTotal: Int64 = 0
  package var bytesRead: Int64 = 0
  /// Good and bad.
  package var rows: Int64 = 0
  package var filesTotal = 0
  package var filesRead = 0
  /// The file that is being read longest, relative to the directory; nil between files.
  package var file: String?
  /// Since the read began, in seconds.
  package var elapsed: Double = 0

  package init() {}

  /// Bytes read in whole percent, 100 only when all are; nil where the total is not known.
  package var percent: Int? {
    guard bytesTotal > 0 else { return nil }
    let done = min(max(0, bytesRead), bytesTotal)
    return done == bytesTotal ? 100 : min(99, Int((Double(done) / Double(bytesTotal) * 100).rounded(.down)))
  }

  /// Rows a second since the read began; nil before there is anything to tell.
  package var rowsPerSecond: Int64? {
    guard rows > 0, elapsed >= 0.1, elapsed.isFinite else { return nil }
    let rate = (Double(rows) / elapsed).rounded()
    return rate < 9e17 ? Int64(rate) : nil
  }

  /// Whole seconds since the read began.
  package var seconds: Int64 { elapsed.isFinite && elapsed > 0 && elapsed < 9e17 ? Int64(elapsed) : 0 }
}
