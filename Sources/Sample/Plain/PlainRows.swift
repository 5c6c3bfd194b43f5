import Policy

/// Makes the rows of one district, of all items mixed as classes end; memory does not grow with their number.
struct PlainRows {
  /// Rows of one kind: an item with the words that its rows choose from.
  private struct Stream {
    /// Item and delimiter.
    var item: [UInt8]
    /// The usual count of a row.
    var size: Double
    /// The columns behind the count with the line end.
    var endings: [[UInt8]]
  }

  private let district: [UInt8]
  private var streams: [Stream] = []
  /// Positions on ``streams``, each as often as its rows are frequent.
  private var deck: [Int] = []
  private var random: SampleRandom

  /// Choices of words in all districts together, so that many districts need no more memory than a few.
  private static let choices = 16 * 256

  init(plan: Plan, options: SampleOptions, area: Area, areas: Int, institutions: [String: [String]]) {
    random = SampleRandom(seed: options.seed, "plain", area.code)
    district = Array(area.code.utf8) + [Delimited.csv.delimiter]
    let vocabulary = Vocabulary(institutions: institutions[area.code] ?? [], short: area.short)
    let columns: [FileStyle.Column] = [.institution, .occupation, .level, .kind, .group, .field, .mode]
    var weights: [Double] = []
    for profile in plan.countedItems.map(ItemProfile.of) where !profile.cityOnly {
      for series in profile.series {
        let endings = (0..<max(8, PlainRows.choices / max(1, areas))).map { _ in
          let details = vocabulary.details(series.words, &random)
          return Delimited.csv.row(columns.map { details.text(of: $0) })
        }
        let item = Array(profile.item.utf8) + [Delimited.csv.delimiter]
        streams.append(Stream(item: item, size: series.size, endings: endings))
        weights.append(profile.total * series.share / max(1, series.size))
      }
    }
    for (index, part) in apportion(4000, weights: weights).enumerated() {
      deck += Array(repeating: index, count: max(1, Int(part)))
    }
  }

  /// Appends rows of one day.
  mutating func write(_ rows: Int, on day: Day, to sink: FileSink) throws(SampleError) {
    guard !deck.isEmpty else { return }
    let opening = Array(day.iso.utf8) + [Delimited.csv.delimiter] + district
    for _ in 0..<rows {
      let stream = deck[random.below(deck.count)]
      let count = self.count(size: streams[stream].size)
      sink.buffer.append(contentsOf: opening)
      sink.buffer.append(contentsOf: streams[stream].item)
      appendDigits(count, to: &sink.buffer)
      sink.buffer.append(Delimited.csv.delimiter)
      sink.buffer.append(contentsOf: streams[stream].endings[random.below(streams[stream].endings.count)])
      try sink.flushIfFull()
    }
  }

  /// Money goes out in whole hundreds of yuan.
  private mutating func count(size: Double) -> Int64 {
    let unit: Double = size >= 10_000 ? 100 : 1
    return max(1, Int64(clamped: (size * random.real(0.6, 1.4) / unit).rounded() * unit))
  }
}
