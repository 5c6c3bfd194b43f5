/// Decides which of the paths that moved may be taken together, so that no snapshot counts rows twice or loses them
/// while a file changes its name.
struct Settling {
  let files: [RawPath: KeptFile]
  let unsettled: Unsettled

  /// Paths to take now.
  func ripe(at now: Int64) -> Set<RawPath> {
    var ripe = unsettled.ripe(at: now)
    let moves = moves()
    var isSettled = false
    while !isSettled {
      isSettled = true
      for move in moves {
        if ripe.contains(move.to), !ripe.contains(move.from) {
          // The file stands under its new name, so its old name is out of date already.
          if unsettled.entries[move.from]?.state == .gone {
            ripe.insert(move.from)
          } else {
            ripe.remove(move.to)
            isSettled = false
          }
        } else if ripe.contains(move.from), !ripe.contains(move.to) {
          ripe.remove(move.from)
          isSettled = false
        }
      }
    }
    return ripe
  }

  /// Files that stand under another name than the one they were taken under.
  private func moves() -> [(from: RawPath, to: RawPath)] {
    var owners: [InodeKey: RawPath] = [:]
    for path in unsettled.entries.keys {
      if let identity = files[path]?.file.identity { owners[InodeKey(identity)] = path }
    }
    return unsettled.entries.compactMap { path, entry in
      guard case .present(.file(let identity)) = entry.state, let from = owners[InodeKey(identity)], from != path else {
        return nil
      }
      return (from, path)
    }
  }
}
