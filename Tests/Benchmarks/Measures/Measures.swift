/// Everything that can be measured, in the order in which it is: `peak` before, and `live` behind, what makes this process
/// large, because a process that is started begins with the peak of the one that starts it.
enum Measures {
  static let all: [(name: String, take: @Sendable (Bench) throws -> [MarkdownTable])] = [
    ("first-frame", FirstFrame.take), ("keys", KeyToPaint.take), ("idle", Idle.take), ("memory", Memory.take),
    ("one-shot", OneShot.take), ("peak", Peak.take), ("cold", Cold.take), ("cached", Cached.take),
    ("growth", Growth.take), ("days", DaySteps.take), ("board", BoardSpeed.take), ("docket", DocketSpeed.take),
    ("live", Live.take), ("wall", Wall.take), ("store", StoreYear.take), ("crowded", Crowded.take),
  ]

  static var names: [String] { all.map(\.name) }
}
