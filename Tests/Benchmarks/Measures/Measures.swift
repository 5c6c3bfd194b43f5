/// Everything that can be measured, in the order in which it is.
enum Measures {
  static let all: [(name: String, take: @Sendable (Bench) throws -> [MarkdownTable])] = [
    ("first-frame", FirstFrame.take), ("keys", KeyToPaint.take), ("idle", Idle.take), ("memory", Memory.take),
    ("one-shot", OneShot.take),
  ]

  static var names: [String] { all.map(\.name) }
}
