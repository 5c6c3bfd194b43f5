/// Writes the sums of one text after another, each by pair and place; texts without sums are left out.
struct PackedSums {
  private var writer = PackedWriter()
  /// Where the present text begins, and where its sums do; nil before the first one.
  private var open: (start: Int, head: Int)?
  private var lastPair = 0

  /// Goes on to another text.
  mutating func begin(_ kind: Int, _ text: String) {
    end()
    let start = writer.bytes.count
    writer.count(kind)
    writer.text(text)
    open = (start, writer.bytes.count)
    lastPair = 0
  }

  /// Writes a pair's sums that are not zero; pairs of one text come in order.
  ///
  /// - Parameters:
  ///   - sums: one every `stride`.
  ///   - places: those that may hold a sum which is not zero.
  mutating func add(_ sums: UnsafePointer<Int64>, stride: Int = 1, in places: Range<Int>, pair: Int) {
    var count = 0
    for place in places where sums[place &* stride] != 0 { count &+= 1 }
    guard count > 0 else { return }
    writer.group(pairStep: pair - lastPair, count: count)
    lastPair = pair
    var lastPlace = 0
    for place in places where sums[place &* stride] != 0 {
      writer.count(place - lastPlace)
      writer.signed(sums[place &* stride])
      lastPlace = place
    }
  }

  /// What was written.
  mutating func finish() -> Packed {
    end()
    return writer.packed
  }

  private mutating func end() {
    guard let (start, head) = open else { return }
    if writer.bytes.count == head { writer.cut(to: start) } else { writer.endGroups() }
    open = nil
  }
}
