import Glibc
import Policy

/// Everything that can be found, as one stretch of bytes to be gone through at each key: 100,000 names in a few milliseconds.
package final class FindIndex: Sendable {
  package let romanisation: Romanisation
  /// When the snapshot was read that it was made from.
  let readAt: Double
  private let targets: [FindTarget]
  /// Every target's folded texts, each between two zero bytes.
  private let bytes: [UInt8]
  /// Where each target's texts begin.
  private let starts: [Int]

  package init(_ loaded: Loaded, _ romanisation: Romanisation) {
    self.romanisation = romanisation
    readAt = loaded.snapshot.readAt
    var targets: [FindTarget] = []
    var bytes: [UInt8] = [0]
    var starts: [Int] = []
    for (target, texts) in loaded.findTargets(romanisation) {
      targets.append(target)
      starts.append(bytes.count)
      for text in texts {
        bytes += Search.folded(text).utf8
        bytes.append(0)
      }
    }
    (self.targets, self.bytes, self.starts) = (targets, bytes, starts)
  }

  /// How well a text fits: the less the better.
  struct Fit: Comparable {
    /// 0 the whole text, 1 its beginning, 2 any part.
    let tier: Int
    let rank: Int
    /// Bytes of the text behind what fits.
    let rest: Int
    let order: Int

    static func < (one: Fit, other: Fit) -> Bool {
      (one.tier, one.rank, one.rest, one.order) < (other.tier, other.rank, other.rest, other.order)
    }
  }

  /// The targets that a folded query fits best, at most `most`, the best first.
  func search(_ query: String, most: Int) -> [(target: FindTarget, fit: Fit)] {
    let needle = Array(query.utf8)
    guard !needle.isEmpty, needle.count < bytes.count, most > 0 else { return [] }
    var best: [(place: Int, fit: Fit)] = []
    bytes.withUnsafeBufferPointer { memory in
      var from = 0
      var entry = 0
      while let place = FindIndex.first(needle, memory, from, memory.count) {
        while entry + 1 < starts.count, starts[entry + 1] <= place { entry += 1 }
        let end = entry + 1 < starts.count ? starts[entry + 1] : memory.count
        let fit = FindIndex.best(memory, from: place, to: end, needle, rank: targets[entry].rank, order: entry)
        FindIndex.keep((entry, fit), in: &best, most: most)
        from = end - 1
        guard from < memory.count else { break }
      }
    }
    return best.map { (targets[$0.place], $0.fit) }
  }

  /// The best fit among one target's texts, from the first place where the query stands.
  private static func best(
    _ memory: UnsafeBufferPointer<UInt8>, from first: Int, to end: Int, _ needle: [UInt8], rank: Int, order: Int
  ) -> Fit {
    var best: Fit?
    var place = first
    while place + needle.count <= end {
      let after = place + needle.count
      let begins = memory[place - 1] == 0
      var close = after
      while close < end, memory[close] != 0 { close += 1 }
      let fit = Fit(tier: begins ? (close == after ? 0 : 1) : 2, rank: rank, rest: close - after, order: order)
      if best.map({ fit < $0 }) ?? true { best = fit }
      guard let next = FindIndex.first(needle, memory, place + 1, end) else { break }
      place = next
    }
    return best ?? Fit(tier: 2, rank: rank, rest: 0, order: order)
  }

  /// Where the needle stands first between two places; nil where it does not.
  ///
  /// Its last byte is looked for: of a Chinese character's bytes the first says least.
  private static func first(_ needle: [UInt8], _ memory: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    guard let base = memory.baseAddress, let last = needle.last else { return nil }
    let before = needle.count - 1
    var place = start + before
    while place < end, let found = memchr(base + place, Int32(last), end - place) {
      let at = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if memcmp(base + at - before, needle, before) == 0 { return at - before }
      place = at + 1
    }
    return nil
  }

  private static func keep(_ found: (place: Int, fit: Fit), in best: inout [(place: Int, fit: Fit)], most: Int) {
    if best.count == most, let last = best.last, last.fit < found.fit { return }
    let place = best.firstIndex { found.fit < $0.fit } ?? best.count
    best.insert(found, at: place)
    if best.count > most { best.removeLast() }
  }
}
