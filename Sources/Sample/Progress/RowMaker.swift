/// Makes the rows of one stream in one district, one after another, so that memory does not grow with their number.
struct RowMaker: Sendable {
  /// Position of its item.
  let item: Int
  /// What all its rows add up to.
  let amount: Int64
  /// How many rows it makes.
  let rows: Int
  /// Its rhythm's phase.
  let phase: Double
  /// A choice of words for the columns beside the figures.
  let details: [Details]
  /// Rows made so far.
  private(set) var made = 0

  /// ``details`` as the current file writes them.
  private var written: [[UInt8]] = []
  private var reached: Int64 = 0
  private var random: SampleRandom

  /// More words than this would not show.
  private static let choices = 256

  init(stream: Workload.Stream, vocabulary: Vocabulary, random: SampleRandom) {
    var random = random
    item = stream.item
    amount = stream.amount
    rows = stream.rows
    phase = random.real(0.05, 0.95)
    var details: [Details] = []
    for _ in 0..<min(max(0, stream.rows), RowMaker.choices) {
      details.append(vocabulary.details(stream.words, &random))
    }
    self.details = details
    self.random = random
  }

  /// Prepares the words for files of `style`.
  mutating func prepare(for style: FileStyle) {
    let columns = style.columns.filter { ![.date, .district, .item, .count].contains($0) }
    written = details.map { row in
      style.format.joined(columns.map { row.text(of: $0) })
    }
  }

  /// The next row's count. The last one brings the sum to ``amount``.
  mutating func nextCount() -> Int64 {
    made += 1
    guard made < rows, rows > 0 else {
      let rest = amount - reached
      reached = amount
      return rest
    }
    let mean = Double(amount) / Double(rows)
    let aim = mean * (Double(made) + random.real(-0.18, 0.18))
    // Money goes out in whole hundreds of yuan.
    let unit: Double = mean >= 10_000 ? 100 : 1
    let next = min(amount, max(reached, Int64(clamped: (aim / unit).rounded() * unit)))
    let count = next - reached
    reached = next
    return count
  }

  /// Appends the words of a row.
  mutating func appendDetails(to buffer: inout [UInt8]) {
    guard !written.isEmpty else { return }
    buffer.append(contentsOf: written[random.below(written.count)])
  }
}

/// Appends `value` in decimal digits.
func appendDigits(_ value: Int64, to buffer: inout [UInt8]) {
  if value < 0 { buffer.append(UInt8(ascii: "-")) }
  var rest = value.magnitude
  let start = buffer.count
  repeat {
    buffer.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
    rest /= 10
  } while rest > 0
  buffer[start...].reverse()
}
