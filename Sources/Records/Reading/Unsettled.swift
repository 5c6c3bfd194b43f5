/// Paths that were seen in a state which is not taken yet, and since when.
///
/// While watching, a file is taken when it has not moved between two looks at least 200 ms apart
/// (`data-directory.md`, Live refresh).
struct Unsettled: Sendable {
  /// What a path turned into.
  enum State: Hashable, Sendable {
    case present(ListedFile.Node)
    case gone
  }

  /// How long a state must hold, in nanoseconds.
  static let settling: Int64 = 200_000_000

  private(set) var entries: [RawPath: Entry] = [:]

  struct Entry: Hashable, Sendable {
    var state: State
    var since: Int64
  }

  /// Takes what a look saw: paths that are as they were taken are no longer listed, a state that moved begins anew.
  mutating func see(_ states: [RawPath: State], at now: Int64) {
    entries = states.reduce(into: [:]) { result, seen in
      let before = entries[seen.key]
      result[seen.key] =
        before?.state == seen.value ? before : Entry(state: seen.value, since: now)
    }
  }

  /// Paths whose state has held long enough.
  func ripe(at now: Int64) -> Set<RawPath> {
    Set(entries.filter { now - $0.value.since >= Unsettled.settling }.keys)
  }

  /// A path must settle once more.
  mutating func restart(_ path: RawPath, at now: Int64) { entries[path]?.since = now }

  /// A path was taken.
  mutating func remove(_ path: RawPath) { entries[path] = nil }

  /// When the first state will have held long enough; nil where none waits.
  var nextRipe: Int64? { entries.values.map { $0.since + Unsettled.settling }.min() }
}
