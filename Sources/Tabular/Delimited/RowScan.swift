/// What one pass over a row found. Places are indices into the file's bytes.
struct RowScan {
  /// Why the row cannot be read as it stands.
  enum Damage {
    /// A quote is open at the end of the file.
    case openAtEnd
    /// A quoted field runs over more than the limit.
    case tooFar
    /// An unquoted field is over the limit.
    case tooLarge
  }

  /// The row's end, its line end not counted. For ``Damage/tooFar``: the end of its first line.
  var end: Int
  /// Where reading goes on.
  var next: Int
  /// Line ends passed on the way to `next`.
  var lines: Int
  /// Whether a byte of the row is not ASCII.
  var hasNonASCII: Bool
  var damage: Damage?
  /// How far the pass looked, for the proof that work grows with the file and no faster.
  var looked: Int
}

/// Finds where rows and fields begin and end: RFC 4180 on bytes, any delimiter.
///
/// A quote counts only at the very beginning of a field; elsewhere it is a character like any other.
struct RowScanner: Sendable {
  /// The longest field, in bytes of the file as split (UTF-8 for UTF-16 files), quotes undone.
  static let standardFieldLimit = 65_536

  let delimiter: UInt8
  let fieldLimit: Int
  /// Fields of the last row that stand there with their quotes, to be undone.
  private(set) var quotedFields: [Int] = []
  /// A row that began before this place was refused because its last quote ran too far, and was in quotes at every
  /// line end between. A row that begins on one of those lines and is in quotes at that line's end stands in the very
  /// same field (only an odd run of quotes opens or closes one, so both opened it at the last such run of the line)
  /// and shares its end. Known without looking again, which keeps hostile files linear.
  private var doomedUntil = 0

  init(delimiter: UInt8, fieldLimit: Int) {
    self.delimiter = delimiter
    self.fieldLimit = fieldLimit
  }

  /// The bytes before `place` are gone: places are counted from there now.
  mutating func shift(by place: Int) { doomedUntil = max(0, doomedUntil &- place) }

  /// Scans the row that begins at `start` (below `bytes.count`) and appends its fields' places, counted from `start`.
  ///
  /// Nil where the row may go on behind the bytes at hand; with `isFinal` there is nothing behind them.
  mutating func scan(
    _ bytes: ByteView, from start: Int, isFinal: Bool, into fields: inout [Range<Int>]
  ) -> RowScan? {
    quotedFields.removeAll(keepingCapacity: true)
    let plainEnds = ByteTriple(delimiter, .carriageReturn, .lineFeed)
    let count = bytes.count
    var seen: UInt64 = 0
    var isTooLarge = false
    var lines = LinesPassed()
    var index = start
    while true {
      let begin = index
      if index < count, bytes[index] == .quote {
        let field = quotedField(bytes, from: begin, lines: &lines, seen: &seen)
        switch field.end {
        case .endOfFile where !isFinal: return nil
        case .endOfFile:
          return RowScan(
            end: count, next: count, lines: lines.count, hasNonASCII: seen & ByteWord.highs != 0,
            damage: .openAtEnd, looked: count)
        case .tooFar:
          return refuse(bytes, from: start, firstLineEnd: lines.first, looked: field.place, isFinal: isFinal)
        case .closed:
          break
        }
        index = field.place &+ 1
        let tail = index
        index = bytes.first(of: plainEnds, from: index, to: count, seen: &seen)
        if field.hasPairs || index > tail {
          quotedFields.append(fields.count)
          fields.append(Range(uncheckedBounds: (begin &- start, index &- start)))
        } else {
          fields.append(Range(uncheckedBounds: (begin &- start &+ 1, field.place &- start)))
        }
      } else {
        index = bytes.first(of: plainEnds, from: begin, to: count, seen: &seen)
        if index &- begin > fieldLimit { isTooLarge = true }
        fields.append(Range(uncheckedBounds: (begin &- start, index &- start)))
      }
      if index < count, bytes[index] == delimiter {
        index &+= 1
        continue
      }
      let next = bytes.afterLineEnd(at: index)
      if !isFinal, next == count, index == count || bytes[index] == .carriageReturn { return nil }
      return RowScan(
        end: index, next: next, lines: lines.count &+ (index < count ? 1 : 0),
        hasNonASCII: seen & ByteWord.highs != 0, damage: isTooLarge ? .tooLarge : nil, looked: next)
    }
  }

  /// Line ends met inside the quotes of a row.
  private struct LinesPassed {
    var count = 0
    /// The place of the first one.
    var first: Int?
  }

  private struct QuotedField {
    enum End { case closed, endOfFile, tooFar }
    let end: End
    /// The place of the closing quote, or where the scan gave up.
    let place: Int
    let hasPairs: Bool
  }

  /// Scans from an opening quote to the closing one.
  private func quotedField(
    _ bytes: ByteView, from begin: Int, lines: inout LinesPassed, seen: inout UInt64
  ) -> QuotedField {
    let stops = ByteTriple(.quote, .carriageReturn, .lineFeed)
    let count = bytes.count
    var pairs = 0
    var index = begin &+ 1
    while true {
      // Here only the closing quote may stand; any other byte is one too many.
      let last = begin &+ 1 &+ fieldLimit &+ pairs
      index = bytes.first(of: stops, from: index, to: min(count, last &+ 1), seen: &seen)
      if index > last { return QuotedField(end: .tooFar, place: index, hasPairs: pairs > 0) }
      if index >= count { return QuotedField(end: .endOfFile, place: count, hasPairs: pairs > 0) }
      let byte = bytes[index]
      let follower: UInt8? = index &+ 1 < count ? bytes[index &+ 1] : nil
      if byte == .quote {
        guard follower == .quote else { return QuotedField(end: .closed, place: index, hasPairs: pairs > 0) }
        if index == last { return QuotedField(end: .tooFar, place: index, hasPairs: true) }
        pairs &+= 1
        index &+= 2
        continue
      }
      if index == last { return QuotedField(end: .tooFar, place: index, hasPairs: pairs > 0) }
      if lines.first == nil {
        lines.first = index
        if index < doomedUntil { return QuotedField(end: .tooFar, place: index, hasPairs: pairs > 0) }
      }
      if byte == .lineFeed || follower != .lineFeed { lines.count &+= 1 }
      index &+= 1
    }
  }

  /// The row is refused up to the end of its first line; reading goes on behind that.
  private mutating func refuse(
    _ bytes: ByteView, from start: Int, firstLineEnd: Int?, looked: Int, isFinal: Bool
  ) -> RowScan? {
    let end = firstLineEnd ?? bytes.firstLineEnd(from: looked)
    let next = bytes.afterLineEnd(at: end)
    if !isFinal, next == bytes.count, end == next || bytes[end] == .carriageReturn { return nil }
    doomedUntil = max(doomedUntil, looked)
    return RowScan(
      end: end, next: next, lines: end < bytes.count ? 1 : 0, hasNonASCII: true,
      damage: .tooFar, looked: max(looked, end))
  }
}
