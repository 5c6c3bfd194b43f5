import Policy
import Synchronization
import Tabular

/// Reads a large `progress` file by all threads at once, each taking the next slice of it.
///
/// A slice begins behind a line feed, as if that ended a row. Only inside quotes it does not; then the slice before
/// ends in an open quote, which is seen, and the file must be read by one thread from its beginning.
struct SlicedReading {
  private let crew: Crew
  private let listed: ListedFile
  private let file: OpenFile
  private let wishes: FileReading.Wishes

  /// Bytes of a slice.
  private let size: Int64

  /// Bytes of a slice of which a thread takes some tens in a second.
  static let usualSize: Int64 = 4 << 20

  init(
    _ crew: Crew, _ listed: ListedFile, _ file: OpenFile, _ wishes: FileReading.Wishes,
    size: Int64 = SlicedReading.usualSize
  ) {
    self.size = size
    self.crew = crew
    self.listed = listed
    self.file = file
    self.wishes = wishes
  }

  /// What a slice gave besides sums.
  private struct Slice: Sendable {
    var tally: ScanTally
    /// Line ends in it.
    var lines: Int
    var isWhole: Bool
    var heldLine: Int?
    var resume: (offset: Int64, line: Int)?
    var fault: ReadFault?
  }

  /// The file; nil where one thread must read it.
  func read() throws(ReadFault) -> TableFile? {
    guard listed.format != .xlsx else { return nil }
    let latestBirth = crew.own.lexicon.plan.periodEnd
    let (head, feed) = try TableHead.read(
      file, listed, crew.own.window, latestBirth: latestBirth, holdsUnfinished: wishes.holdsUnfinished)
    guard let header = head.header, head.encoding == .utf8 || head.encoding == .gb18030,
      let bounds = try bounds(from: feed.window.fileOffset), bounds.count > 2
    else { return nil }
    for reading in crew.readings { _ = reading.progressSums() }
    // Whatever comes of this file, the next one begins with nothing.
    defer { for reading in crew.readings { reading.currentSums.clear() } }
    let digest = startDigest()
    let slices = Mutex<[Int: Slice]>([:])
    let next = Atomic<Int>(0)
    crew.run { reading in
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < bounds.count - 1 else { return }
        let slice = take(reading, head.encoding, header, from: bounds[index], to: bounds[index + 1])
        slices.withLock { $0[index] = slice }
        // What follows a broken slice is read again anyway.
        if !slice.isWhole || slice.fault != nil { next.store(bounds.count, ordering: .relaxed) }
      }
    }
    let text = try digest?()
    return try join(slices.withLock { $0 }, bounds.count - 1, head, header, linesBefore: feed.line - 1, text)
  }

  private func take(
    _ reading: FileReading, _ encoding: TextEncoding, _ header: HeaderMatch, from start: Int64, to end: Int64
  ) -> Slice {
    let isLast = end == file.size
    reading.window.open(file, from: start, to: end)
    let feed = RowFeed(
      reading.window, encoding, listed.format, holdsUnfinished: isLast && wishes.holdsUnfinished)
    var scan = TableScan(
      path: listed.path.text, header: header, columns: listed.table.columns, feed: feed,
      latestBirth: reading.lexicon.plan.periodEnd)
    reading.sumRows(&scan, encoding, listed.format, reading.currentSums)
    return Slice(
      tally: scan.tally, lines: feed.line - 1, isWhole: isLast || !feed.endedInQuote, heldLine: feed.heldLine,
      resume: isLast ? feed.resume : nil, fault: reading.window.fault)
  }

  /// Puts the slices together; nil where one of them did not end with a row.
  private func join(
    _ slices: [Int: Slice], _ count: Int, _ head: TableHead, _ header: HeaderMatch, linesBefore: Int, _ digest: String?
  ) throws(ReadFault) -> TableFile? {
    let all = crew.readings.map(\.currentSums)
    for slice in slices.values { if let fault = slice.fault { throw fault } }
    guard slices.count == count, slices.values.allSatisfy(\.isWhole) else { return nil }
    var made = TableFile(path: listed.path, table: listed.table)
    made.identity = file.identity
    made.encoding = head.encoding.rawValue
    made.headers = header.written
    made.sha256 = digest
    var tally = ScanTally(header, listed.table.columns, latestBirth: crew.own.lexicon.plan.periodEnd)
    var lines = linesBefore
    for index in 0..<count {
      guard let slice = slices[index] else { return nil }
      tally.take(slice.tally, linesBefore: lines)
      made.heldLine = slice.heldLine.map { $0 + lines }
      if let resume = slice.resume, head.isEncodingSettled {
        made.resume = try ResumePoint.of(file, offset: resume.offset, line: resume.line + lines, wishes)
      }
      lines += slice.lines
    }
    made.tally = tally
    for other in all.dropFirst() {
      all[0].absorb(other)
      other.clear()
    }
    guard all[0].magnitude < .max else { return nil }
    made.progress = all[0].drain()
    made.districts = made.progress?.districts(crew.own.axes) ?? []
    return made
  }

  /// Where slices begin and end, the first at `start`; nil where the file is too small for more than one.
  private func bounds(from start: Int64) throws(ReadFault) -> [Int64]? {
    var bounds = [start]
    var buffer = [UInt8](repeating: 0, count: 4 << 10)
    while let last = bounds.last, file.size - last > 2 * size {
      var at = last + size
      var found: Int64?
      while found == nil, at < file.size {
        let got = try read(&buffer, at)
        guard got > 0 else { throw .unstable }
        if let place = buffer[..<got].firstIndex(of: UInt8(ascii: "\n")) { found = at + Int64(place) + 1 }
        at += Int64(got)
      }
      guard let found, found < file.size else { break }
      bounds.append(found)
    }
    return bounds.count > 1 ? bounds + [file.size] : nil
  }

  private func read(_ buffer: inout [UInt8], _ offset: Int64) throws(ReadFault) -> Int {
    var failure: ReadFault?
    let count = buffer.count
    let got = buffer.withUnsafeMutableBytes { bytes -> Int in
      guard let base = bytes.baseAddress else { return 0 }
      do throws(ReadFault) { return try file.read(into: base, count: count, at: offset) } catch {
        failure = error
        return 0
      }
    }
    if let failure { throw failure }
    return got
  }

  /// Begins to compute the digest beside everything else, if it is wanted; the result waits for it.
  private func startDigest() -> (() throws(ReadFault) -> String)? {
    guard wishes.digests else { return nil }
    let result = Mutex<Result<Digest?, ReadFault>>(.success(nil))
    let file = file
    let progress = crew.own.window.progress
    @Sendable func compute() {
      do throws(ReadFault) {
        let digest = try Digest.of(file, count: file.size, progress)
        result.withLock { $0 = .success(digest) }
      } catch { result.withLock { $0 = .failure(error) } }
    }
    let worker = Worker(compute)
    return { () throws(ReadFault) -> String in
      if let worker { worker.join() } else { compute() }
      switch result.withLock({ $0 }) {
      case .success(let digest?): return digest.text
      case .success(nil): throw .unstable
      case .failure(let fault): throw fault
      }
    }
  }
}
