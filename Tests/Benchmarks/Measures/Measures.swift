/// Everything that can be measured, in the order in which it is: `live` last, since it makes this process large.
enum Measures {
  static let all: [(name: String, take: @Sendable (Bench) throws -> [MarkdownTable])] = [
    ("first-frame", FirstFrame.take), ("keys", KeyToPaint.take), ("idle", Idle.take), ("memory", Memory.take),
    ("one-shot", OneShot.take), ("cold", Cold.take), ("cached", Cached.take), ("peak", Peak.take),
    ("growth", Growth.take), ("live", Live.take),
  ]

  static var names: [String] { all.map(\.name) }
}
