/// What one cell shows: a character with at most four marks drawn onto it.
///
/// Packed into two numbers, so that the thousands of cells of a frame are copied and compared without a look at memory
/// elsewhere.
package struct CellText: Hashable, Sendable {
  /// Up to three scalars of 21 bits, the first lowest; 0: none, for no text that is shown holds NUL.
  @usableFromInline package private(set) var low: UInt64
  /// Two more.
  @usableFromInline package private(set) var high: UInt64 = 0

  package init(_ scalar: Unicode.Scalar) { low = UInt64(scalar.value) }

  /// The first five scalars of `text`.
  package init(_ text: String) {
    low = 0
    for scalar in text.unicodeScalars.prefix(CellText.most) { append(scalar) }
  }

  /// - Parameter value: that of one scalar; 0: none.
  @inlinable
  package init(value: UInt64) { low = value }

  /// The right half of a wide character.
  @inlinable package static var none: CellText { CellText(value: 0) }
  @inlinable package static var blank: CellText { CellText(value: 0x20) }

  @inlinable
  package static func == (one: CellText, other: CellText) -> Bool { one.low == other.low && one.high == other.high }

  /// How many scalars it holds at most.
  package static let most = 5

  /// Adds a mark; from the fifth on nothing happens.
  mutating func append(_ scalar: Unicode.Scalar) {
    let value = UInt64(scalar.value)
    if low >> 42 == 0 {
      low |= value << (low == 0 ? 0 : low >> 21 == 0 ? 21 : 42)
    } else if high >> 21 == 0 {
      high |= value << (high == 0 ? 0 : 21)
    }
  }

  /// The value of its scalar at `place`, the character's first; 0 behind the last.
  private func value(_ place: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: (place < 3 ? low >> (21 * place) : high >> (21 * (place - 3))) & 0x1F_FFFF)
  }

  /// It is one character of ASCII.
  @inlinable package var isASCII: Bool { low < 0x80 }

  /// Calls `body` with the value of each of its scalars, the character's first.
  @inline(__always)
  private func forEachValue(_ body: (UInt32) -> Void) {
    for place in 0..<CellText.most {
      let value = value(place)
      if value == 0 { return }
      body(value)
    }
  }

  /// Copies the values of its scalars, the character's first, into a place for ``most``, and gives how many they are.
  package func copyValues(to place: UnsafeMutablePointer<UInt32>) -> Int {
    var count = 0
    forEachValue { value in
      place[count] = value
      count += 1
    }
    return count
  }

  /// It as text; empty for ``none``.
  package var string: String {
    var text = ""
    forEachValue { value in Unicode.Scalar(value).map { text.unicodeScalars.append($0) } }
    return text
  }
}

extension CellText: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { self.init(value) }
}
