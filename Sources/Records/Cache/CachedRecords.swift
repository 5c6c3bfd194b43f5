import Policy

/// What a data directory's `progress` files gave, with the sums of all of them.
struct CachedRecords: Sendable {
  var files: [CachedFile] = []
  /// The sums of ``files``; nil where adding them up again is safer.
  var ledger: ProgressLedger?

  /// Packs them.
  func packed(_ axes: ProgressAxes) -> [UInt8] {
    var writer = CacheWriter()
    writer.packed.count(files.count)
    for file in files { writer.file(file, axes) }
    let exact = ledger.flatMap { $0.isExact ? $0 : nil }
    writer.flag(exact != nil)
    exact?.pack(into: &writer)
    return writer.packed.bytes
  }

  init(files: [CachedFile], ledger: ProgressLedger?) {
    self.files = files
    self.ledger = ledger
  }

  /// Unpacks them; nil where the bytes are nothing that was packed for these axes.
  init?(_ bytes: ArraySlice<UInt8>, _ axes: ProgressAxes, latestBirth: Day) {
    var reader = CacheReader(bytes)
    do throws(CacheFault) {
      let count = try reader.count()
      files.reserveCapacity(count)
      for _ in 0..<count { files.append(try reader.file(axes, latestBirth: latestBirth)) }
      if try reader.flag() { ledger = try ProgressLedger(axes, from: &reader) }
      guard reader.isAtEnd else { return nil }
    } catch { return nil }
  }
}

extension ProgressLedger {
  /// Writes sums that are exact.
  func pack(into writer: inout CacheWriter) {
    writer.packed.unsigned(UInt64(clamping: magnitude))
    ProgressLedger.pack(counts, into: &writer)
    ProgressLedger.pack(dayRows, into: &writer)
    writer.packed.count(trained.count)
    for (name, days) in trained.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      writer.packed.text(name)
      writer.packed.count(days.count)
      var last = axes.start
      for sum in days {
        writer.packed.count(sum.day - last)
        writer.packed.signed(sum.count)
        last = sum.day
      }
    }
  }

  /// Reads them back.
  init(_ axes: ProgressAxes, from reader: inout CacheReader) throws(CacheFault) {
    self.init(axes)
    magnitude = Int128(try reader.unsigned())
    try ProgressLedger.unpack(&counts, from: &reader)
    try ProgressLedger.unpack(&dayRows, from: &reader)
    let names = try reader.count()
    for _ in 0..<names {
      let name = try reader.text()
      let count = try reader.count()
      var days: [ProgressTotals.DayCount] = []
      days.reserveCapacity(count)
      var offset = 0
      for _ in 0..<count {
        let step = try reader.number()
        guard step < axes.days - offset else { throw CacheFault() }
        offset += step
        days.append(ProgressTotals.DayCount(day: axes.start + offset, count: try reader.signed()))
      }
      trained[name] = days
    }
  }

  /// Numbers of which many are zero: how many zeros, then how many others, and those; until all are told.
  private static func pack(_ numbers: [Int64], into writer: inout CacheWriter) {
    var place = 0
    while place < numbers.count {
      let zeros = numbers[place...].prefix { $0 == 0 }.count
      let others = numbers[(place + zeros)...].prefix { $0 != 0 }
      writer.packed.count(zeros)
      writer.packed.count(others.count)
      for number in others { writer.packed.signed(number) }
      place += zeros + others.count
    }
  }

  private static func unpack(_ numbers: inout [Int64], from reader: inout CacheReader) throws(CacheFault) {
    var place = 0
    while place < numbers.count {
      let zeros = try reader.number()
      guard zeros <= numbers.count - place else { throw CacheFault() }
      place += zeros
      let others = try reader.number()
      guard others <= numbers.count - place, zeros + others > 0 else { throw CacheFault() }
      for _ in 0..<others {
        numbers[place] = try reader.signed()
        place += 1
      }
    }
  }
}
