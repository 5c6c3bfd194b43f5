import Glibc
import Testing

@testable import Records

/// What a reader shows after any history of a directory is what a cold read of the directory gives.
///
/// `JINENG_HISTORY_SEEDS=1-200 JINENG_HISTORY_STEPS=60` runs more of them by hand.
@Suite struct HistoryTests {
  static let seeds: ClosedRange<UInt64> = {
    let ends = (setting("JINENG_HISTORY_SEEDS") ?? "").split(separator: "-").compactMap { UInt64($0) }
    guard let first = ends.first, let last = ends.last, first <= last else { return 1...6 }
    return first...last
  }()

  static let steps = setting("JINENG_HISTORY_STEPS").flatMap { Int($0) } ?? 30

  @Test(arguments: seeds) func whatIsShownIsWhatAColdReadGives(_ seed: UInt64) throws {
    let history = try History(seed: seed, isYoung: seed % 3 == 0)
    try check(history, seed, 0)
    for step in 1...max(1, Self.steps) {
      history.note("— step \(step)")
      if step % 7 == 0 { try history.restart() }
      try history.step()
      if step % 5 == 0 { try history.restart() }
      try history.follow()
      guard try check(history, seed, step) else { return }
    }
  }

  /// The same of a file of more than 2 MiB, whose middle an append's recognition leaves to a later proof.
  @Test(arguments: [1, 2] as [UInt64]) func aLargeFileIsFollowedToo(_ seed: UInt64) throws {
    let history = try History(seed: 7_000 + seed, isYoung: seed == 1)
    let place = try history.addLarge()
    try history.follow()
    guard try check(history, 7_000 + seed, 0) else { return }
    for step in 1...4 {
      history.note("— step \(step)")
      switch (step + Int(seed)) % 4 {
      case 0: try history.append(place)
      case 1: try history.changeWithin(place, andGrow: true)
      case 2: try history.truncateFile(place)
      default: try history.changeWithin(place, andGrow: false)
      }
      try history.follow()
      guard try check(history, 7_000 + seed, step) else { return }
    }
  }

  /// True where nothing differs; else everything needed to see it again is told.
  @discardableResult
  private func check(_ history: History, _ seed: UInt64, _ step: Int) throws -> Bool {
    let differences = try history.differences()
    guard !differences.isEmpty else { return true }
    Issue.record(
      """
      seed \(seed), step \(step):
      \(differences.joined(separator: "\n"))
      what happened:
      \(history.log.joined(separator: "\n"))
      """)
    return false
  }

  private static func setting(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
