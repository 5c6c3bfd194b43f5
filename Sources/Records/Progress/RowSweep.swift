import Tabular

/// Takes row after row whose raw texts are all known, straight from the window, and stops at the first other one.
///
/// Known texts are those of good rows, so a row made of them is good: its encoding, its quotes, the number of its
/// fields and every cell were checked when the text was first met. Nothing is decoded or allocated here, and nothing
/// passes through a reference while a row is taken.
final class RowSweep {
  private let knowledge: ProgressKnowledge
  private let sums: ProgressSums
  private let delimiter: UInt8
  private let items: Int
  private let steps: UnsafeMutablePointer<Step>
  private let stepCount: Int
  private let combinations: UnsafeMutablePointer<Int>
  private let watchesFields: Bool

  /// A step in the form in which the loop can use it.
  fileprivate struct Step {
    enum Kind: UInt8 { case date, district, item, count, institution, traits, watched }
    var kind: Kind
    var table: TextTable.View
    /// Of a watched field: which one of the tally it is, whether enough of it were looked at, whether this row fills it.
    var watched = 0
    var isSettled = false
    var isFilled = false
    /// The text that was met last, for steps whose texts mostly repeat from row to row.
    var last = RepeatedText()
    var repeats = false
  }

  /// Digits of a count that are taken here; longer ones are left to slower ways, so that no sum can overflow.
  private static let mostDigits = 9

  init(_ knowledge: ProgressKnowledge, _ sums: ProgressSums, _ scan: TableScan) {
    self.knowledge = knowledge
    self.sums = sums
    delimiter = scan.feed.delimiter
    items = sums.axes.items.count
    stepCount = knowledge.steps.count
    steps = .allocate(capacity: max(1, stepCount))
    combinations = .allocate(capacity: max(1, stepCount))
    var field = 0
    for (index, step) in knowledge.steps.enumerated() {
      var own = Step(kind: RowSweep.kind(step), table: knowledge.raw[index].view)
      if own.kind == .watched { own.watched = scan.tally.watched.firstIndex { $0.field == field } ?? -1 }
      // Files are written day by day, and district by district.
      own.repeats = index < stepCount - 1 && (own.kind == .date || own.kind == .district)
      (steps + index).initialize(to: own)
      field += 1
    }
    watchesFields = knowledge.steps.contains(.watched)
  }

  deinit {
    steps.deallocate()
    combinations.deallocate()
  }

  private static func kind(_ step: FieldStep) -> Step.Kind {
    switch step {
    case .date: .date
    case .district: .district
    case .item: .item
    case .count: .count
    case .institution: .institution
    case .traits: .traits
    case .watched: .watched
    }
  }

  /// Takes rows from where the window stands.
  func run(_ scan: inout TableScan) {
    guard stepCount > 0, sums.magnitude < 1 << 61 else { return }
    refresh(scan)
    let window = scan.feed.window
    let memory = UnsafeRawPointer(window.memory)
    let end = window.end
    var targets = sums.targets
    let delimiters = RowSweep.spread(delimiter)
    let lineFeeds = RowSweep.spread(UInt8(ascii: "\n"))
    let seeds = TextHash.seeds
    var at = window.position
    var rows = 0
    var magnitude: Int64 = 0
    rows: while at < end {
      var place = at
      var pair = 0
      var item = 0
      var day = 0
      var institution = 0
      var count: Int64 = 1
      var combinationCount = 0
      for index in 0..<stepCount {
        let step = steps + index
        let isLast = index == stepCount &- 1
        let kind = step.pointee.kind
        if kind == .count {
          guard let read = RowSweep.count(memory, place, isLast ? UInt8(ascii: "\n") : delimiter) else { break rows }
          count = read.value
          place = read.next
          if place > end { break rows }
          continue
        }
        if step.pointee.repeats, step.pointee.last.stands(at: memory + place) {
          place &+= step.pointee.last.length
          if kind == .date { day = step.pointee.last.value } else { pair &+= step.pointee.last.value &* items }
          continue
        }
        // The text up to the delimiter, or up to the line's end, eight bytes at a time.
        let text = memory + place
        let stops = isLast ? lineFeeds : delimiters
        var hash = TextHash(seeds: seeds)
        var length = 0
        var word = RowSweep.word(text, 0)
        var hit = RowSweep.zeros(word ^ stops)
        while hit == 0 {
          if !isLast, RowSweep.zeros(word ^ lineFeeds) != 0 { break rows }
          hash.take(word)
          length &+= 8
          word = RowSweep.word(text, length)
          hit = RowSweep.zeros(word ^ stops)
        }
        let left = hit.trailingZeroBitCount &>> 3
        length &+= left
        hash.finish(word & ~(UInt64.max &<< UInt64(truncatingIfNeeded: left &<< 3)), length: length)
        place &+= length &+ 1
        if place > end { break rows }
        if kind == .watched {
          guard RowSweep.watch(step, text, length, isLast: isLast, delimiter) else { break rows }
          continue
        }
        let value = step.pointee.table.value(hash)
        if value < 0 { break rows }
        if step.pointee.repeats { step.pointee.last = RepeatedText(text, length &+ 1, value: value) }
        switch kind {
        case .date: day = value
        case .district: pair &+= value &* items
        case .item: item = value
        case .institution: institution = value
        default:
          combinations[combinationCount] = value
          combinationCount &+= 1
        }
      }
      pair &+= item
      if !targets.add(count, pair: pair, item: item, day: day, institution: institution) {
        sums.institutions.add(count, institution, pair, day)
        targets = sums.targets
      }
      for index in 0..<combinationCount
      where !targets.add(count, pair: pair, day: day, combination: combinations[index]) {
        sums.traits.add(count, combinations[index], pair: pair, month: Int(sums.axes.months[day]))
        targets = sums.targets
      }
      if watchesFields { countFilled(&scan) }
      magnitude &+= abs(count)
      rows &+= 1
      at = place
    }
    sums.rows &+= Int64(rows)
    sums.magnitude &+= magnitude
    window.position = at
    scan.feed.line += rows
  }

  /// Brings the steps up to what was learnt since the last run.
  private func refresh(_ scan: TableScan) {
    for index in 0..<stepCount {
      steps[index].table = knowledge.raw[index].view
      steps[index].isFilled = false
      if steps[index].watched >= 0, steps[index].kind == .watched {
        steps[index].isSettled = scan.tally.watched[steps[index].watched].suspicion.isSettled
      }
    }
  }

  /// Looks at a watched field; false where it must be looked at more closely.
  @inline(never)
  private static func watch(
    _ step: UnsafeMutablePointer<Step>, _ text: UnsafeRawPointer, _ length: Int, isLast: Bool, _ delimiter: UInt8
  ) -> Bool {
    step.pointee.isFilled = false
    // Behind the last field a CR belongs to the line's end; anywhere else it ends the line by itself.
    let isEmpty = length == 0 || (isLast && length == 1 && text.load(as: UInt8.self) == UInt8(ascii: "\r"))
    if isEmpty { return true }
    // What begins with a plain character holds something, whatever follows; blanks of every kind are rarer.
    guard step.pointee.isSettled, step.pointee.watched >= 0, length < 1024 else { return false }
    for index in 0..<length {
      let byte = text.load(fromByteOffset: index, as: UInt8.self)
      let isEnd = isLast && index == length - 1 && byte == UInt8(ascii: "\r")
      // The last field's text reaches to the line's end: with a delimiter in it the row has too many fields.
      let isPlain = (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "\"") && byte != delimiter
      guard isPlain || isEnd else { return false }
    }
    guard text.load(as: UInt8.self) > 0x20 else { return false }
    step.pointee.isFilled = true
    return true
  }

  @inline(never)
  private func countFilled(_ scan: inout TableScan) {
    for index in 0..<stepCount where steps[index].isFilled {
      scan.tookFilled(1, watched: steps[index].watched)
      steps[index].isFilled = false
    }
  }

  /// A count of a few digits, with or without a minus, and what stands behind its delimiter.
  @inline(__always)
  private static func count(_ memory: UnsafeRawPointer, _ start: Int, _ stop: UInt8) -> (value: Int64, next: Int)? {
    var place = start
    var byte = memory.load(fromByteOffset: place, as: UInt8.self)
    let isNegative = byte == UInt8(ascii: "-")
    if isNegative {
      place &+= 1
      byte = memory.load(fromByteOffset: place, as: UInt8.self)
    }
    let first = place
    var value: Int64 = 0
    while byte &- UInt8(ascii: "0") <= 9 {
      value = value &* 10 &+ Int64(byte &- UInt8(ascii: "0"))
      place &+= 1
      byte = memory.load(fromByteOffset: place, as: UInt8.self)
    }
    guard place > first, place &- first <= mostDigits else { return nil }
    if stop == UInt8(ascii: "\n"), byte == UInt8(ascii: "\r") {
      place &+= 1
      byte = memory.load(fromByteOffset: place, as: UInt8.self)
    }
    guard byte == stop else { return nil }
    return (isNegative ? 0 &- value : value, place &+ 1)
  }

  @inline(__always)
  private static func word(_ text: UnsafeRawPointer, _ offset: Int) -> UInt64 {
    UInt64(littleEndian: text.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  @inline(__always)
  private static func spread(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// Marks the zero bytes of a word by their highest bit; only the lowest mark is sure.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }
}
