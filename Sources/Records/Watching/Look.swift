import Policy

/// What one look at the directory came to.
struct Look: Sendable {
  /// A new snapshot, where anything moved.
  var snapshot: Snapshot?
  /// When to look again at the latest, in nanoseconds of uptime; nil: at the next rescan.
  var again: Int64?
  /// Directories to be told of by the kernel; empty while the data directory is gone.
  var directories: [RawPath] = []
}

/// Why the directory is looked at.
enum LookReason: Sendable {
  /// The kernel hinted, or something waits to settle.
  case hint
  /// The timer, or a person: the truth.
  case rescan
}

extension Keeper {
  /// Looks at the directory once: takes what has settled, and notes what has not.
  mutating func look(_ moment: ClockReading, _ reason: LookReason) -> Look {
    guard let plan else { return Look() }
    unprovable = []
    let fresh: Listing
    do throws(DirectoryFault) { fresh = try Walk.list(source.rootBytes) } catch {
      return lose(error.told(of: source.root).reason, moment)
    }
    if isEmptiedMount(fresh) { return lose("its file system is not mounted", moment) }
    let planNode = PlanSource(source: source).node(fresh)
    var seen = moved(fresh, reason)
    if planNode != plan.node {
      seen[Keeper.planPath] = planNode.map { .present($0) } ?? .gone
    }
    unsettled.see(seen, at: moment.uptime)
    let ripe = Settling(files: files, unsettled: unsettled).ripe(at: moment.uptime)
    var commit = Commit(moment: moment, fresh: fresh, before: before(), isQuiet: ripe.isEmpty)
    listingMoved(fresh, &commit)
    take(ripe, &commit)
    takeAgain(fresh, reason, &commit)
    noteUnlisted(fresh, &commit)
    var look = Look(again: nextLook(moment), directories: fresh.directories)
    if endsOutage(moment) { commit.isDirty = true }
    if commit.isDirty { look.snapshot = finish(commit) }
    return look
  }

  static let planPath = RawPath(NodeNames.plan)
  /// A last line that was held back is taken after this long without a change, in nanoseconds.
  static let holding: Int64 = 2_000_000_000
  /// How often a lost directory is looked for, in nanoseconds.
  static let searching: Int64 = 1_000_000_000
  /// How long a directory that came back may take to settle, in nanoseconds.
  private static let returning: Int64 = 5_000_000_000

  /// An unmounted share leaves its empty mount point behind, which is on another device.
  private func isEmptiedMount(_ fresh: Listing) -> Bool {
    fresh.root.device != listing.root.device && fresh.files.isEmpty && fresh.plan == nil && !files.isEmpty
  }

  /// The directory cannot be read: everything stays as it was, with the reason.
  private mutating func lose(_ reason: String, _ moment: ClockReading) -> Look {
    unsettled = Unsettled()
    backSince = nil
    var look = Look(again: moment.uptime + Keeper.searching)
    guard var last = snapshot, last.outage != reason else { return look }
    last.outage = reason
    snapshot = last
    look.snapshot = last
    return look
  }

  /// Whether the directory is back, and what it holds has settled.
  private mutating func endsOutage(_ moment: ClockReading) -> Bool {
    guard snapshot?.outage != nil else { return false }
    let since = backSince ?? moment.uptime
    backSince = since
    guard unsettled.entries.isEmpty || moment.uptime - since > Keeper.returning else { return false }
    backSince = nil
    return true
  }

  /// When something may have settled, or is to be proven.
  private mutating func nextLook(_ moment: ClockReading) -> Int64? {
    var times: [Int64] = []
    if let ripe = unsettled.nextRipe { times.append(max(ripe, moment.uptime + 20_000_000)) }
    for glance in glanceOver() where glance.isOpen {
      guard let kept = files[glance.path] else { continue }
      if kept.isMistrusted, kept.refusal == nil { times.append(moment.uptime + Unsettled.settling) }
      if kept.file.isUnfinished { times.append(max(kept.takenAt + Keeper.holding, moment.uptime + 20_000_000)) }
      if kept.needsProof, let modified = kept.file.identity?.modifiedSeconds {
        let wait = modified + KeptFile.proofAfter - moment.wall
        if wait <= KeptFile.proofAfter, wait > 0 || kept.mustBeReadAgain {
          times.append(moment.uptime + Int64(max(0.02, wait) * 1_000_000_000))
        }
      }
    }
    return times.min()
  }
}
