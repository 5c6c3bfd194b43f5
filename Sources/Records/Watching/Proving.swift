import Policy

/// Computing the digest of a kept file, piece by piece, while nothing else is to be done.
struct Proving: Sendable {
  var path: RawPath
  var identity: FileIdentity
  var digest = Digest()
  var offset: Int64 = 0
  /// Of the stretch that is to be compared next; nil while that is the first one.
  var stretch: Digest?

  /// What one step came to.
  enum Step {
    /// There is nothing to prove.
    case nothing
    /// There is more.
    case more
    /// A file is not what was read of it: the next look reads it whole.
    case refuted
    /// All is proven that can be; the files are told anew.
    case done(Snapshot?)
  }

  /// Bytes that one step reads: a change of the directory waits no longer than that.
  static let budget: Int64 = 8 << 20
}

extension Proving {
  /// Takes the bytes up to a place; false where there are none.
  fileprivate mutating func take(_ file: OpenFile, to end: Int64) throws(ReadFault) -> Bool {
    let start = offset
    offset = end
    guard try digest.take(file, from: start, to: end) else { return false }
    guard var own = stretch else { return true }
    defer { stretch = own }
    return try own.take(file, from: start, to: end)
  }
}

extension Keeper {
  /// Does a piece of what is left to prove: every file's digest, and that files which grew were only added to.
  mutating func prove(_ moment: ClockReading) -> Proving.Step {
    guard purpose == .watching, snapshot?.outage == nil else { return .nothing }
    if proving == nil { proving = nextToProve(moment) }
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
    let proof = kept.file.growth?.proofs.first { $0.end > current.offset }
    let end = min(current.offset + Proving.budget, proof?.end ?? file.size, file.size)
    guard (try? current.take(file, to: end)) == true, (try? file.isUnchanged()) == true else {
      unprovable.insert(current.path)
      proving = nil
      return .more
    }
    if let proof, end == proof.end {
      guard (current.stretch ?? current.digest).text == proof.sha256 else {
        // What was there before has changed, too: the file must be read whole.
        note(current.path) { $0.isMistrusted = true }
        proving = nil
        return .refuted
      }
      current.stretch = Digest()
    }
    proving = current
    guard end == file.size else { return .more }
    note(current.path) { kept in
      if kept.isProvable { kept.needsProof = false }
      kept.file.sha256 = current.digest.text
      kept.file.growth = nil
    }
    proving = nil
    hasProven = true
    debt.add(kept.listed)
    return .more
  }

  private mutating func nextToProve(_ moment: ClockReading) -> Proving? {
    if unproven.isEmpty { unproven = files.filter { isUnproven($0.value, moment) }.keys.sorted(by: >) }
    while let path = unproven.popLast() {
      guard let kept = files[path], isUnproven(kept, moment), let identity = kept.file.identity else { continue }
      return Proving(path: path, identity: identity)
    }
    return nil
  }

  private func isUnproven(_ kept: KeptFile, _ moment: ClockReading) -> Bool {
    // Within the same tick of its times a file may change once more.
    if kept.needsProof, let identity = kept.file.identity, moment.wall - identity.modifiedSeconds < KeptFile.proofAfter
    {
      return false
    }
    return kept.isGood && kept.file.sha256 == nil && kept.stale == nil && !kept.isMistrusted
      && !unprovable.contains(kept.listed.path)
  }
}
