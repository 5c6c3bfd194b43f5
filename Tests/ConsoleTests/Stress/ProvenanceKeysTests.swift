import Console
import Foundation
import Policy
import Screen
import Testing

@Suite("Whatever is pressed while a figure's origin is shown")
struct ProvenanceKeysTests {
  private static let keys: [Key] = [
    .enter, .enter, .enter, .escape, .up, .down, .pageUp, .pageDown, .home, .end, .left, .right, .character("i"),
    .character("j"), .character("k"), .character("h"), .character("l"), .character("g"), .character("G"),
    .character("/"), .character("1"), .character("浦"), .character(" "), .backspace, .control("u"), .wheel(-3),
    .wheel(7), .paste("M01\u{1B}[A"), .tab, .function(3), .character("E"), .character("y"),
  ]

  /// More rows than are kept at once, with figures of every kind.
  private static func fill(_ root: String) throws {
    func write(_ name: String, _ text: String) throws {
      try Data(text.utf8).write(to: URL(filePath: root).appending(path: name))
    }
    let rows = (0..<2_600).map { "2026-03-05,浦东,M01.01,\($0 % 7),学校\($0),电工" }
    try write("progress.csv", "date,district,item,count,institution,occupation\n" + rows.joined(separator: "\n") + "\n")
    try write("targets.csv", "district,item,target\n浦东,M01.01,90000\n")
    try write("institutions.csv", "id,name,district\nI1,学校一,浦东\n")
    try write("scores.csv", "institution,date,dimension,score\nI1,2026-03-01,培训成效,20\nI1,2026-03-02,培训成效,21\n")
  }

  private static func broken(_ state: ConsoleState) -> String? {
    if case .gap(let gap) = state.overlay {
      let parts = gap.explanation?.splits.map(\.parts.count).max() ?? 0
      if gap.cursor < 0 || gap.cursor > max(parts, 200) { return "cursor \(gap.cursor)" }
      if gap.isDividing { return "still dividing, though it comes at once" }
    }
    guard case .provenance(let shown) = state.overlay, let rows = shown.rows, let read = rows.rows else { return nil }
    if rows.offset < 0 || rows.offset > max(0, read.total - 1) { return "offset \(rows.offset) of \(read.total)" }
    if rows.column < 0 || rows.column >= max(1, read.headers.count) { return "column \(rows.column)" }
    if rows.isReading { return "still reading, though rows come at once" }
    let end = min(read.total, rows.offset + 1)
    if rows.typing == nil, end > rows.offset, !read.range.contains(rows.offset) {
      return "the first row is not at hand"
    }
    return nil
  }

  @Test(
    "frames are whole, the place is among the rows, and what is shown is at hand", arguments: 0..<6 as Range<UInt64>)
  func keys(_ seed: UInt64) throws {
    try withTemporaryDirectory { root in
      try Self.fill(root)
      let (loaded, reader) = try Directories.opened(root)
      var random = Seeded(seed &* 77 &+ 5)
      let page = [Page.district, .institutions][Int(seed % 2)]
      var session = Session(loaded, page, 80, 24)
      session.reader = reader
      session.state.district = SmallYear.pudong
      session.state.lists[.targets, default: ListState()].selected = SmallYear.training.rawValue
      session.press(.character("i"))
      var pressed: [Key] = []
      for step in 0..<150 {
        if session.state.overlay == nil { session.press(.character(step % 3 == 0 ? "E" : "i")) }
        if step % 29 == 28 {
          session.send(
            .resized(Size(columns: .random(in: 1...130, using: &random), rows: .random(in: 1...45, using: &random))))
        }
        if step % 41 == 40 {
          var snapshot = loaded.snapshot
          snapshot.readAt += Double(step)
          session.send(.snapshotArrived(Directories.loaded(snapshot)))
        }
        let key = Self.keys.randomElement(using: &random) ?? .enter
        pressed.append(key)
        session.press(key)
        let wrong = Self.broken(session.state) ?? faults(of: session.frame, size: session.state.size).first
        if let wrong {
          Issue.record("seed \(seed): \(wrong) after \(pressed)")
          return
        }
      }
    }
  }
}
