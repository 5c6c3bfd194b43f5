/// What a look asks of every kept file. Small and in path order, so that a directory in which nothing moved is walked
/// beside it once, without a search for each path.
struct Glance: Sendable {
  var path: RawPath
  /// What stood under its name when it was taken.
  var node: ListedFile.Node
  /// It cannot be read now.
  var isRefused: Bool
  /// It is told to be delayed.
  var isDelayed: Bool
  /// Its content must be looked at again, though it has not moved.
  var isOpen: Bool

  init(_ kept: KeptFile) {
    path = kept.listed.path
    node = kept.listed.node
    isRefused = kept.refusal != nil
    isDelayed = kept.delay != nil
    isOpen = kept.isMistrusted || kept.file.isUnfinished || kept.needsProof
  }

  /// A refused file of which there is something to try again.
  var isWorthRetrying: Bool {
    guard isRefused, case .file = node else { return false }
    return true
  }
}

extension Keeper {
  /// A glance of every kept file; made anew only after something was kept.
  mutating func glanceOver() -> [Glance] {
    if let glances { return glances }
    let made = files.values.map(Glance.init).sorted { $0.path < $1.path }
    glances = made
    return made
  }

  /// Paths that are not as they were taken.
  mutating func moved(_ fresh: Listing, _ reason: LookReason) -> [RawPath: Unsettled.State] {
    var seen: [RawPath: Unsettled.State] = [:]
    var rest = glanceOver()[...]
    func leave(_ glance: Glance) { if !fresh.hides(glance.path) { seen[glance.path] = .gone } }
    for listed in fresh.files {
      while let first = rest.first, first.path < listed.path { leave(rest.removeFirst()) }
      guard let kept = rest.first, kept.path == listed.path else {
        seen[listed.path] = .present(listed.node)
        continue
      }
      rest.removeFirst()
      let isRetry = reason == .rescan && kept.isWorthRetrying
      if kept.node != listed.node || isRetry || kept.isRefused && unsettled.entries[listed.path] != nil {
        seen[listed.path] = .present(listed.node)
      }
    }
    for glance in rest { leave(glance) }
    return seen
  }
}
