import Policy

/// What one look takes over into the state, and what was there before.
struct Commit {
  let moment: Moment
  let fresh: Listing
  /// Files as they were, for the list of changes.
  let before: [RawPath: KeptFile]
  /// Paths that gave other rows, came or went.
  var changed: Set<RawPath> = []
  /// Paths that were there before and gave other bytes.
  var rewritten: Set<RawPath> = []
  /// Anything at all that a snapshot shows has moved.
  var isDirty = false
  /// Figures before and after cannot be compared: the plan or the districts are others.
  var isOtherLexicon = false
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
      files[path] = nil
      unsettled.remove(path)
      commit.changed.insert(path)
      commit.isDirty = true
    }
    let listed = commit.fresh.files.filter { ripe.contains($0.path) }
    read(listed, holds: Set(listed.map(\.path)), &commit)
    guard let plan, let lexicon, commit.isOtherLexicon || isOfDistricts else { return }
    if commit.isOtherLexicon || districtsInForce(plan.plan) != lexicon.districts { readAllAnew(plan.plan, &commit) }
  }

  /// Reads again what only its content can tell about, and last lines that have been still.
  mutating func takeAgain(_ fresh: Listing, _ reason: LookReason, _ commit: inout Commit) {
    let now = commit.moment
    let settled = fresh.files.filter { listed in
      guard let kept = files[listed.path], kept.refusal == nil, unsettled.entries[listed.path] == nil else {
        return false
      }
      let still = now.uptime - kept.takenAt
      if kept.file.isUnfinished {
        return still >= Keeper.holding || reason == .rescan && still >= Unsettled.settling
      }
      guard kept.needsProof, let identity = kept.file.identity else { return false }
      return reason == .rescan || now.wall - identity.modifiedSeconds >= KeptFile.proofAfter
    }
    read(settled, holds: [], &commit)
  }

  /// Files below a folder that cannot be listed keep what they gave.
  mutating func noteUnlisted(_ fresh: Listing, _ commit: inout Commit) {
    for path in files.keys {
      let delay = fresh.hides(path) ? "its folder cannot be listed" : nil
      guard let kept = files[path], kept.delay != delay, unsettled.entries[path] == nil else { continue }
      files[path]?.delay = delay
      commit.isDirty = true
    }
  }

  /// Publishes what a commit changed.
  mutating func finish(_ commit: Commit) -> Snapshot? {
    let rowsBefore = rows
    for path in commit.rewritten {
      guard let old = commit.before[path], old.isGood, files[path] != nil else { continue }
      files[path]?.rowsBefore = rowsBefore[path]
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
    let outcomes = intake(lexicon).read(listed, holds: holds)
    for file in listed {
      guard let outcome = outcomes[file.path] else { continue }
      switch outcome {
      case .refused(let fault): refuse(file, fault, &commit)
      case .taken(let taken): accept(file, taken, &commit)
      }
    }
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
      kept.accept(taken, commit.moment)
      files[listed.path] = kept
      commit.changed.insert(listed.path)
      commit.isDirty = true
      return
    }
    let isSame = kept.isGood && kept.file.sha256 == taken.sha256
    if !isSame { commit.rewritten.insert(listed.path) }
    if !isSame || kept.file.isUnfinished != taken.isUnfinished { commit.changed.insert(listed.path) }
    if commit.changed.contains(listed.path) || kept.stale != nil || kept.file.identity != taken.identity {
      commit.isDirty = true
    }
    let waits = isSame && kept.file.isUnfinished && taken.isUnfinished
    let since = kept.takenAt
    var next = taken
    // Bytes that were whole before are whole under a new time, too.
    if isSame && !kept.file.isUnfinished && taken.isUnfinished {
      next = kept.file
      next.identity = taken.identity
      commit.changed.remove(listed.path)
    }
    kept.accept(next, commit.moment)
    if waits { kept.takenAt = since }
    files[listed.path] = kept
  }

  private mutating func refuse(_ listed: ListedFile, _ fault: ReadFault, _ commit: inout Commit) {
    guard fault.isUnstable else {
      unsettled.remove(listed.path)
      var kept = files[listed.path] ?? KeptFile(listed: listed, file: TableFile(path: listed.path, table: listed.table))
      if kept.refusal != fault.reason { commit.isDirty = true }
      kept.refusal = fault.reason
      kept.listed = listed
      files[listed.path] = kept
      return
    }
    unsettled.restart(listed.path, at: commit.moment.uptime)
    if let kept = files[listed.path], kept.delay != fault.reason {
      files[listed.path]?.delay = fault.reason
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
      plan?.refusal = error.reason
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
