import Policy

/// How much was read since the cache was written.
struct CacheDebt: Sendable {
  private var bytes: Int64 = 0
  private(set) var files = 0
  /// When it was last written, in nanoseconds of uptime.
  private(set) var paidAt: Int64?
  /// Reading less than this again is quicker than keeping it, in bytes.
  var leastBytes: Int64 = 4 << 20
  /// As many small files cost as much.
  var leastFiles = 256
  /// While watching it is written no more often than this, in nanoseconds.
  static let pause: Int64 = 60_000_000_000

  /// Whether writing is worth it.
  var isWorthPaying: Bool { bytes >= leastBytes || files >= leastFiles }

  /// A file was read, or its digest computed.
  mutating func add(_ listed: ListedFile) {
    guard listed.table == .progress, case .file(let identity) = listed.node else { return }
    // A workbook is packed, and slow to read.
    let cost = listed.format == .xlsx ? identity.size.multipliedReportingOverflow(by: 20).partialValue : identity.size
    bytes = bytes.addingSaturated(max(0, cost))
    files += 1
  }

  mutating func pay(at now: Int64) {
    bytes = 0
    files = 0
    paidAt = now
  }
}

extension Keeper {
  /// What is known of the files from an earlier run.
  func knownFiles(_ lexicon: Lexicon) -> KnownFiles {
    let axes = ProgressAxes(lexicon)
    let records = cacheFile(lexicon)?.read(early).flatMap { bytes in
      CachedRecords(bytes, axes, latestBirth: lexicon.plan.periodEnd)
    }
    return records.map { KnownFiles($0) } ?? KnownFiles()
  }

  /// Keeps what was read for the next run, where that is worth it.
  mutating func payDebt(_ moment: ClockReading, isLast: Bool) {
    guard debt.isWorthPaying, let lexicon, snapshot?.outage == nil, let file = cacheFile(lexicon) else { return }
    if let paidAt = debt.paidAt, !isLast, moment.uptime - paidAt < CacheDebt.pause { return }
    let kept = ordered.filter { CachedFile.isKeepable($0) }
    let records = CachedRecords(
      files: kept.map { CachedFile(format: $0.listed.format, file: $0.content) }, ledger: keepableSums())
    _ = file.write(records.packed(ProgressAxes(lexicon)))
    debt.pay(at: moment.uptime)
  }

  /// The sums of the files that are kept.
  private func keepableSums() -> ProgressLedger? {
    var sums = ledger
    for kept in files.values where !CachedFile.isKeepable(kept) {
      if let partial = kept.file.progress { sums?.remove(partial) }
    }
    return sums
  }

  private func cacheFile(_ lexicon: Lexicon) -> CacheFile? {
    plan.flatMap { CacheFile(source, realRoot: listing.realRoot, plan: $0, lexicon: lexicon) }
  }
}
