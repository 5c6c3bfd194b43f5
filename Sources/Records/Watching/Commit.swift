import Policy

/// What one look takes over into the state, and what was there before.
struct Commit {
  let moment: ClockReading
  let fresh: Listing
  /// Files as they were, for the list of changes.
  let before: [RawPath: KeptFile]
  /// The same by the file that stands under the path.
  let byInode: [InodeKey: KeptFile]
  /// Paths that gave other rows, came or went.
  var changed: Set<RawPath> = []
  /// Paths that were there before and gave other bytes.
  var rewritten: Set<RawPath> = []
  /// Anything at all that a snapshot shows has moved.
  var isDirty = false
  /// Figures before and after cannot be compared: the plan or the districts are others.
  var isOtherLexicon = false

  /// Nothing taken over yet.
  init(moment: ClockReading, fresh: Listing, before: [RawPath: KeptFile], isQuiet: Bool) {
    self.moment = moment
    self.fresh = fresh
    self.before = before
    var byInode: [InodeKey: KeptFile] = [:]
    if !isQuiet {
      for kept in before.values { if let identity = kept.file.identity { byInode[InodeKey(identity)] = kept } }
    }
    self.byInode = byInode
  }
}

/// A file whatever its name.
struct InodeKey: Hashable, Sendable {
  var device: UInt64
  var inode: UInt64

  init(_ identity: FileIdentity) {
    device = identity.device
    inode = identity.inode
  }
}

extension Keeper {
  /// The state before a commit.
  func before() -> [RawPath: KeptFile] { files }

  /// Takes over what the listing alone tells.
  mutating func listingMoved(_ fresh: Listing, _ commit: inout Commit) {
    if fresh.problems != listing.problems || fresh.sample != listing.sample { commit.isDirty = true }
    listing = fresh
  }

  /// Takes paths that have settled.
  mutating func take(_ ripe: Set<RawPath>, _ commit: inout Commit) {
    if ripe.contains(Keeper.planPath) { takePlan(&commit) }
    guard !ripe.isEmpty else { return }
    let isOfDistricts =
      ripe.contains { files[$0]?.listed.table == .districts }
      || commit.fresh.files.contains { $0.table == .districts && ripe.contains($0.path) }
    for path in ripe where unsettled.entries[path]?.state == .gone && files[path] != nil {
      put(nil, at: path)
      unsettled.remove(path)
      commit.changed.insert(path)
      commit.isDirty = true
    }
    let listed = commit.fresh.files.filter { ripe.contains($0.path) }
    read(listed, holds: Set(listed.map(\.path)), &commit)
    if commit.isOtherLexicon || isOfDistricts { followDistricts(&commit) }
  }

  /// Reads everything anew where the plan or the districts in force are others than those it was read under.
  private mutating func followDistricts(_ commit: inout Commit) {
    guard let plan, let lexicon else { return }
    if commit.isOtherLexicon || districtsInForce(plan.plan) != lexicon.districts { readAllAnew(plan.plan, &commit) }
  }

  /// Reads again what only its content can tell about, and last lines that have been still.
  mutating func takeAgain(_ fresh: Listing, _ reason: LookReason, _ commit: inout Commit) {
    guard glanceOver().contains(where: \.isOpen) else { return }
    let now = commit.moment
    let settled = fresh.files.filter { listed in
      guard let kept = files[listed.path], kept.refusal == nil, unsettled.entries[listed.path] == nil else {
        return false
      }
      if kept.isMistrusted { return true }
      let still = now.uptime - kept.takenAt
      if kept.file.isUnfinished {
        return still >= Keeper.holding || reason == .rescan && still >= Unsettled.settling
      }
      guard kept.mustBeReadAgain, let identity = kept.file.identity else { return false }
      return reason == .rescan || now.wall - identity.modifiedSeconds >= KeptFile.proofAfter
    }
    read(settled, holds: [], &commit)
    if settled.contains(where: { $0.table == .districts }) { followDistricts(&commit) }
  }

  /// Files below a folder that cannot be listed keep what they gave.
  mutating func noteUnlisted(_ fresh: Listing, _ commit: inout Commit) {
    guard !fresh.unlisted.isEmpty || glanceOver().contains(where: \.isDelayed) else { return }
    for path in files.keys {
      let delay = fresh.hides(path) ? "its folder cannot be listed" : nil
      guard let kept = files[path], kept.delay != delay, unsettled.entries[path] == nil else { continue }
      note(path) { $0.delay = delay }
      commit.isDirty = true
    }
  }

  /// Publishes what a commit changed.
  mutating func finish(_ commit: Commit) -> Snapshot? {
    let rowsBefore = rows
    let keepsPrevious = purpose == .watching && !commit.isOtherLexicon
    for path in commit.rewritten {
      guard let old = commit.before[path], old.isGood, files[path] != nil else { continue }
      note(path) {
        $0.rowsBefore = rowsBefore[path]
        // A last line that is taken after it was held back makes no new version.
        if keepsPrevious, $0.file.identity != old.file.identity { $0.previous = Boxed(old.file.asVersionBefore) }
      }
    }
    guard var made = publish(commit.moment), let lexicon else { return nil }
    let found = Changes(commit: commit, files: files, axes: ProgressAxes(lexicon))
      .list(rowsBefore: rowsBefore, rowsAfter: rows)
    changes = Array((found + changes).prefix(Changes.most))
    made.changes = changes
    snapshot = made
    return made
  }

  // MARK: Reading

  private mutating func read(_ listed: [ListedFile], holds: Set<RawPath>, _ commit: inout Commit) {
    guard let lexicon, !listed.isEmpty else { return }
    var orders: [Intake.Order] = []
    for file in listed {
      if let moved = moved(file, commit) {
        accept(file, moved, &commit)
      } else {
        orders.append(
          Intake.Order(listed: file, before: base(file.path), holds: holds.contains(file.path)))
      }
    }
    guard !orders.isEmpty else { return }
    let outcomes = intake(lexicon).read(orders)
    for file in orders.map(\.listed) {
      guard let outcome = outcomes[file.path] else { continue }
      debt.add(file)
      switch outcome {
      case .refused(let fault): refuse(file, fault, &commit)
      case .taken(let taken): accept(file, whole(file, taken, lexicon) ?? taken, &commit)
      }
    }
  }

  /// What a file gave that may only have grown; nil where it must be read whole.
  private func base(_ path: RawPath) -> TableFile? {
    guard let kept = files[path], !kept.isMistrusted, kept.refusal == nil, !kept.mustBeReadAgain else { return nil }
    return kept.file
  }

  /// The kept reading of a file of the same bytes, of which nothing was held back then; nil where they are others.
  private func whole(_ listed: ListedFile, _ taken: TableFile, _ lexicon: Lexicon) -> TableFile? {
    guard taken.isUnfinished, taken.sha256 == nil, let kept = files[listed.path]?.file, !kept.isUnfinished,
      kept.identity?.size == taken.identity?.size,
      case .taken(let again)? = intake(lexicon).read([Intake.Order(listed: listed)])[listed.path],
      again.identity == taken.identity, again.saysTheSame(as: kept)
    else { return nil }
    return again
  }

  /// What a file gave under its old name, where it seems only to have another one now. A new name moves its ctime, so
  /// that content decides (`data-directory.md`, Live refresh): its digest is proven while nothing else is to be done.
  private func moved(_ listed: ListedFile, _ commit: Commit) -> TableFile? {
    guard files[listed.path] == nil, listed.table == .progress, case .file(let identity) = listed.node,
      let old = commit.byInode[InodeKey(identity)], old.listed.table == listed.table,
      old.listed.format == listed.format, old.refusal == nil, !old.needsProof, !old.file.isUnfinished,
      let before = old.file.identity, before.size == identity.size, before.modified == identity.modified
    else { return nil }
    var moved = old.file.renamed(to: listed.path)
    moved.identity = identity
    guard before != identity else { return moved }
    if let digest = moved.sha256 {
      moved.growth = TableFile.Growth(
        tail: ProgressPartial(), proofs: [TableFile.Proof(end: identity.size, sha256: digest)])
      moved.sha256 = nil
    }
    return moved.growth?.proves(identity) == true ? moved : nil
  }

  private mutating func accept(_ listed: ListedFile, _ taken: TableFile, _ commit: inout Commit) {
    guard case .file(let seen) = listed.node, taken.identity == seen else {
      // It moved between the look and the reading: what was read is not what settled.
      unsettled.restart(listed.path, at: commit.moment.uptime)
      return
    }
    unsettled.remove(listed.path)
    guard var kept = files[listed.path] else {
      var kept = KeptFile(listed: listed, file: taken)
      kept.accept(Boxed(taken), commit.moment)
      put(kept, at: listed.path)
      commit.changed.insert(listed.path)
      commit.isDirty = true
      return
    }
    let isSame = kept.isGood && kept.file.saysTheSame(as: taken)
    // Of the same bytes, the last line may have been held back once and taken now.
    let isSameBytes = isSame || kept.isGood && kept.file.sha256 != nil && kept.file.sha256 == taken.sha256
    if !isSameBytes { commit.rewritten.insert(listed.path) }
    if !isSame { commit.changed.insert(listed.path) }
    if commit.changed.contains(listed.path) || kept.stale != nil || kept.file.identity != taken.identity {
      commit.isDirty = true
    }
    let waits = isSame && kept.file.isUnfinished && taken.isUnfinished
    let since = kept.takenAt
    var next = taken
    var sums: SumsChange = isSame ? .same : taken.growth == nil ? .other : .grown
    // Bytes that were whole before are whole under a new time, too.
    if isSameBytes && !kept.file.isUnfinished && taken.isUnfinished {
      next = kept.file
      next.identity = taken.identity
      commit.changed.remove(listed.path)
      sums = .same
    }
    kept.accept(Boxed(next), commit.moment)
    if waits { kept.takenAt = since }
    put(kept, at: listed.path, sums: sums)
  }

  private mutating func refuse(_ listed: ListedFile, _ fault: ReadFault, _ commit: inout Commit) {
    guard fault.isUnstable else {
      unsettled.remove(listed.path)
      var kept = files[listed.path] ?? KeptFile(listed: listed, file: TableFile(path: listed.path, table: listed.table))
      if kept.refusal != fault.reason || kept.listed.node != listed.node { commit.isDirty = true }
      kept.refusal = fault.reason
      kept.listed = listed
      put(kept, at: listed.path, sums: .same)
      return
    }
    unsettled.restart(listed.path, at: commit.moment.uptime)
    if let kept = files[listed.path], kept.delay != fault.reason {
      note(listed.path) { $0.delay = fault.reason }
      commit.isDirty = true
    }
  }

  /// The plan's file moved: the new plan if it is good, else the last good one with the reason.
  private mutating func takePlan(_ commit: inout Commit) {
    unsettled.remove(Keeper.planPath)
    commit.isDirty = true
    let planSource = PlanSource(source: source)
    do throws(DirectoryError) {
      plan = try planSource.read(commit.fresh)
      commit.isOtherLexicon = true
    } catch {
      plan?.node = planSource.node(commit.fresh)
      plan?.refusal = error.problems(ofPlan: planSource.path)
    }
  }

  /// The plan or the districts are others: every row must be understood anew.
  private mutating func readAllAnew(_ plan: Plan, _ commit: inout Commit) {
    commit.isOtherLexicon = true
    commit.isDirty = true
    let unfinished = Set(files.filter { $0.value.file.isUnfinished }.keys)
    readFiles(files.values.map(\.listed), plan, commit.moment, holds: unfinished)
  }
}
