import Policy
import Tabular

extension FileReading {
  /// Reads only what was added to a file since `before` was read; nil where it must be read whole.
  ///
  /// That is an append: the same file has grown, and the first and last 64 KiB of what was there are as they were
  /// (`data-directory.md`, Live refresh). What lies between is proven later.
  func readOn(
    _ before: TableFile, _ listed: ListedFile, _ file: OpenFile, _ wishes: Wishes
  ) throws(ReadFault) -> TableFile? {
    guard listed.table == .progress, listed.table == before.table, let resume = before.resume,
      let base = before.progress, let tally = before.tally, let identity = before.identity,
      identity.isSameFile(as: file.identity), file.size > identity.size,
      try FileEdges.of(file, count: resume.offset) == resume.edges
    else { return nil }
    defer { window.close() }
    let (head, _) = try TableHead.read(
      file, listed, window, latestBirth: lexicon.plan.periodEnd, holdsUnfinished: wishes.holdsUnfinished)
    guard let header = head.header, header.written == before.headers, head.encoding.rawValue == before.encoding else {
      return nil
    }
    let added = try addedDigest(file, from: identity.size)
    window.open(file, from: resume.offset, to: file.size)
    let feed = RowFeed(window, head.encoding, listed.format, holdsUnfinished: wishes.holdsUnfinished)
    feed.line = resume.line
    var scan = TableScan(path: listed.path.text, header: header, feed: feed, tally: tally)
    let sums = progressSums()
    sumRows(&scan, head.encoding, listed.format, sums)
    let tail = sums.drain()
    if let fault = window.fault { throw fault }
    guard !base.magnitude.addingReportingOverflow(tail.magnitude).overflow else { return nil }
    var made = before
    made.path = listed.path
    made.identity = file.identity
    made.sha256 = nil
    made.tally = scan.tally
    made.heldLine = feed.heldLine
    made.resume = nil
    if let point = feed.resume {
      made.resume = try ResumePoint.of(file, offset: point.offset, line: point.line, wishes)
    }
    sums.add(base)
    sums.add(tail)
    made.progress = sums.drain()
    made.districts = made.progress?.districts(axes) ?? []
    // What was added changed while it was read.
    guard try added == addedDigest(file, from: identity.size) else { throw .unstable }
    made.growth = TableFile.Growth(tail: tail, proofs: proofs(before, identity, added))
    return made
  }

  /// What proves a file that was read on: what proved it before, and the digest of what was added.
  private func proofs(_ before: TableFile, _ old: FileIdentity, _ added: TableFile.Proof?) -> [TableFile.Proof] {
    var proofs = before.growth?.proofs ?? []
    if let digest = before.sha256 { proofs = [TableFile.Proof(end: old.size, sha256: digest)] }
    guard proofs.last?.end == old.size, let added, proofs.count < TableFile.Growth.mostProofs else {
      // Of the beginning it can be told at least that it changed.
      return Array(proofs.prefix(1))
    }
    return proofs + [added]
  }

  /// The digest of what was added to a file; nil where that is much.
  private func addedDigest(_ file: OpenFile, from start: Int64) throws(ReadFault) -> TableFile.Proof? {
    guard file.size - start <= 8 << 20 else { return nil }
    var digest = Digest()
    guard try digest.take(file, from: start, to: file.size) else { throw .unstable }
    return TableFile.Proof(end: file.size, sha256: digest.text)
  }
}

extension RowFeed {
  /// Behind the last row that was taken, and the line that begins there; nil where more bytes may belong to that row.
  var resume: (offset: Int64, line: Int)? {
    // Of UTF-16 the window holds another text than the file.
    guard encoding == .utf8 || encoding == .gb18030 else { return nil }
    if let heldLine { return (window.fileOffset - Int64(window.position - rowStart), heldLine) }
    return cursor.endedWithoutLineEnd ? nil : (window.fileOffset, line)
  }
}

extension ResumePoint {
  /// Shorter files are as quickly read whole whenever they change, in bytes.
  static let usualLeast: Int64 = 1 << 20

  /// The point, with the edges of what is before it; nil where it does not stand behind a line feed.
  static func of(_ file: OpenFile, offset: Int64, line: Int, _ wishes: FileReading.Wishes) throws(ReadFault)
    -> ResumePoint?
  {
    guard let least = wishes.resumesFrom, offset >= max(1, least) else { return nil }
    var last: UInt8 = 0
    let got = try file.read(into: &last, count: 1, at: offset - 1)
    guard got == 1, last == UInt8(ascii: "\n"), let edges = try FileEdges.of(file, count: offset) else { return nil }
    return ResumePoint(offset: offset, line: line, edges: edges)
  }
}
