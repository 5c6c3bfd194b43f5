import Policy

/// Computing the digest of a kept file, piece by piece, while nothing else is to be done.
struct Proving: Sendable {
  var path: RawPath
  var identity: FileIdentity
  var digest = Digest()
  var offset: Int64 = 0

  /// What one step came to.
  enum Step {
    /// There is nothing to prove.
    case nothing
    /// There is more.
    case more
    /// All is proven that can be; the files are told anew.
    case done(Snapshot?)
  }

  /// Bytes that one step reads: a change of the directory waits no longer than that.
  static let budget: Int64 = 8 << 20
}

extension Keeper {
  /// Does a piece of what is left to prove: every file's digest, and that files which grew were only added to.
  mutating func prove(_ moment: Moment) -> Proving.Step {
    guard purpose == .watching, snapshot?.outage == nil else { return .nothing }
    if proving == nil { proving = nextToProve() }
    guard var current = proving else {
      guard hasProven else { return .nothing }
      hasProven = false
      return .done(publish(moment))
    }
    guard let kept = files[current.path], kept.file.identity == current.identity,
      let file = try? OpenFile(Walk.absolute(source.rootBytes, current.path), realRoot: listing.realRoot),
      file.identity == current.identity
    else {
      // It has moved, which the next look will find.
      unprovable.insert(current.path)
      proving = nil
      return .more
    }
    let proof = kept.file.growth.flatMap(\.proof)
    var end = min(current.offset + Proving.budget, file.size)
    if let proof, current.offset < proof.size { end = min(end, proof.size) }
    guard (try? current.digest.take(file, from: current.offset, to: end)) == true,
      (try? file.isUnchanged()) == true
    else {
      unprovable.insert(current.path)
      proving = nil
      return .more
    }
    current.offset = end
    if let proof, end == proof.size, current.digest.text != proof.sha256 {
      // What was there before has changed, too: the file must be read whole.
      note(current.path) { $0.isMistrusted = true }
      proving = nil
      return .more
    }
    proving = current
    guard end == file.size else { return .more }
    note(current.path) { kept in
      kept.file.sha256 = current.digest.text
      kept.file.growth = nil
    }
    proving = nil
    hasProven = true
    debt.add(kept.listed)
    return .more
  }

  private mutating func nextToProve() -> Proving? {
    if unproven.isEmpty { unproven = files.filter { isUnproven($0.value) }.keys.sorted(by: >) }
    while let path = unproven.popLast() {
      guard let kept = files[path], isUnproven(kept), let identity = kept.file.identity else { continue }
      return Proving(path: path, identity: identity)
    }
    return nil
  }

  private func isUnproven(_ kept: KeptFile) -> Bool {
    kept.isGood && kept.file.sha256 == nil && kept.stale == nil && !kept.isMistrusted
      && !unprovable.contains(kept.listed.path)
  }
}
