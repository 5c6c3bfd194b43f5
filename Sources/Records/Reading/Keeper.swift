import Policy

/// Holds what a data directory gave and brings it up to date. Not safe to share: ``DirectoryReader`` locks it.
struct Keeper: Sendable {
  let source: DirectorySource
  let purpose: ReadingPurpose
  /// Files from this size on are read on where they grew, in bytes.
  var resumesFrom = ResumePoint.usualLeast
  var listing = Listing()
  var plan: PlanInForce?
  var lexicon: Lexicon?
  private(set) var files: [RawPath: KeptFile] = [:]
  /// What looks ask of ``files``; nil when they have changed since the last look.
  var glances: [Glance]?
  /// The sums of all `progress` files in ``files``.
  private(set) var ledger: ProgressLedger?
  /// Paths whose present state is not taken yet.
  var unsettled = Unsettled()
  var changes: [Change] = []
  var snapshot: Snapshot?
  /// Accepted rows of each file in ``snapshot``.
  var rows: [RawPath: Int] = [:]
  /// The file whose digest is being computed; nil while none is.
  var proving: Proving?
  /// Some digest has been computed that no snapshot tells yet.
  var hasProven = false
  /// Files that are to be proven, the last first; looked for again when all are.
  var unproven: [RawPath] = []
  /// Files that moved while they were to be proven; the next look clears them.
  var unprovable: Set<RawPath> = []
  /// What the cache does not know yet.
  var debt = CacheDebt()
  /// When the directory was found again after an outage, in nanoseconds of uptime.
  var backSince: Int64?
  /// Reads the cache while the directory is listed.
  private(set) var early: EarlyCache?
  /// Told of the first read while it goes on.
  private var progress: ReadingProgress?

  init(_ source: DirectorySource, _ purpose: ReadingPurpose = .files) {
    self.source = source
    self.purpose = purpose
  }

  /// Reads everything at once and forgets what was before.
  mutating func readAll(_ moment: ClockReading, _ progress: ReadingProgress? = nil) throws(DirectoryError) -> Snapshot {
    self.progress = progress
    defer { self.progress = nil }
    progress?.begin()
    early = EarlyCache(source)
    defer {
      early?.end()
      early = nil
    }
    var listing: Listing
    do throws(DirectoryFault) { listing = try Walk.list(source.rootBytes) } catch { throw error.told(of: source.root) }
    if purpose == .plan { listing.files.removeAll { $0.table != .districts && $0.table != .calendar } }
    let plan = try PlanSource(source: source).read(listing)
    self.listing = listing
    self.plan = plan
    unsettled = Unsettled()
    changes = []
    files = [:]
    glances = nil
    progress?.expect(files: listing.files.count, bytes: listing.bytes)
    readFiles(listing.files, plan.plan, moment)
    if progress?.isCancelled == true {
      var unread = Keeper(source, purpose)
      unread.resumesFrom = resumesFrom
      (unread.debt.leastBytes, unread.debt.leastFiles) = (debt.leastBytes, debt.leastFiles)
      self = unread
      throw .cancelled
    }
    progress?.beginAssembling()
    return publish(moment)
      ?? Snapshot(
        plan: plan.plan, facts: emptyFacts(plan.plan), files: [], problems: [], readAt: moment.wall)
  }

  /// Reads files under a plan: first the districts, which decide what the others mean.
  mutating func readFiles(
    _ all: [ListedFile], _ plan: Plan, _ moment: ClockReading, holds: Set<RawPath> = []
  ) {
    ledger = nil
    let standard = Lexicon(plan: plan, districts: plan.districts)
    var known = KnownFiles()
    take(all.filter { $0.table == .districts }, standard, moment, holds, &known)
    let districts = districtsInForce(plan)
    let lexicon = districts == standard.districts ? standard : Lexicon(plan: plan, districts: districts)
    known = knownFiles(lexicon)
    take(all.filter { $0.table != .districts }, lexicon, moment, holds, &known)
    self.lexicon = lexicon
    let sums = known.ledger()
    var ledger = sums ?? ProgressLedger(ProgressAxes(lexicon))
    for kept in files.values where sums == nil || !known.taken.contains(kept.listed.path) {
      if let sums = kept.file.progress { ledger.add(sums) }
    }
    self.ledger = ledger
  }

  /// How the sums of a file came to be what they are.
  enum SumsChange {
    case same
    /// They are those of before and those of its tail.
    case grown
    case other
  }

  /// Keeps a file, or nothing for one that is gone, and its sums in the ledger.
  mutating func put(_ kept: KeptFile?, at path: RawPath, sums: SumsChange = .other) {
    let old = files[path]?.file.progress
    files[path] = kept
    glances = nil
    switch sums {
    case .same: break
    case .grown:
      if let tail = kept?.file.growth?.tail { ledger?.add(tail) }
    case .other:
      if let old { ledger?.remove(old) }
      if let new = kept?.file.progress { ledger?.add(new) }
    }
  }

  /// Notes something of a kept file that its rows do not depend on.
  mutating func note(_ path: RawPath, _ change: (inout KeptFile) -> Void) {
    guard var kept = files[path] else { return }
    change(&kept)
    files[path] = kept
    glances = nil
  }

  /// The sums of all `progress` files.
  private func totals(_ lexicon: Lexicon, _ ordered: [KeptFile]) -> ProgressTotals {
    if let ledger, ledger.isExact { return ledger.totals() }
    return ProgressLedger.saturated(ordered.compactMap(\.file.progress), ProgressAxes(lexicon))
  }

  /// The districts of the `districts` table, else the plan's.
  func districtsInForce(_ plan: Plan) -> [District] {
    let own = Merge.districts(ordered.map(\.content), plan)
    return (own.isEmpty ? plan.districts : own).sorted { $0.code < $1.code }
  }

  /// What is kept, by path.
  var ordered: [KeptFile] { files.values.sorted { $0.listed.path < $1.listed.path } }

  /// Makes and keeps a snapshot of what is kept; nil before anything was read.
  mutating func publish(_ moment: ClockReading) -> Snapshot? {
    guard let plan, let lexicon else { return nil }
    let ordered = ordered
    let result = Assembly(
      plan: plan, planPath: PlanSource(source: source).path, lexicon: lexicon, progress: totals(lexicon, ordered),
      listing: listing, files: ordered
    ).assemble()
    rows = Dictionary(zip(ordered.map(\.listed.path), result.rows), uniquingKeysWith: { first, _ in first })
    let made = Snapshot(
      plan: plan.plan, facts: result.facts, files: result.reports, problems: result.problems, changes: changes,
      readAt: moment.wall)
    snapshot = made
    return made
  }

  private mutating func take(
    _ all: [ListedFile], _ lexicon: Lexicon, _ moment: ClockReading, _ holds: Set<RawPath>, _ known: inout KnownFiles
  ) {
    var contents: [Boxed<TableFile>?] = []
    contents.reserveCapacity(all.count)
    var orders: [Intake.Order] = []
    for listed in all {
      let content = known.content(of: listed, withDigest: purpose == .files)
      contents.append(content)
      guard content == nil else {
        progress?.leaveOut(listed)
        continue
      }
      // Only who watches proves afterwards that a file has merely grown.
      let before = purpose == .watching ? known.before(listed) : nil
      orders.append(Intake.Order(listed: listed, before: before, holds: holds.contains(listed.path)))
      debt.add(listed)
    }
    let outcomes = orders.isEmpty ? [:] : intake(lexicon).read(orders)
    for (listed, content) in zip(all, contents) {
      if let content {
        keep(listed) { $0.accept(content, moment) }
      } else if let outcome = outcomes[listed.path] {
        keep(listed) { kept in
          switch outcome {
          case .taken(let file): kept.accept(Boxed(file), moment)
          case .refused(let fault):
            // Rows read under another lexicon are worth nothing under this one.
            kept.file = TableFile(path: listed.path, table: listed.table)
            kept.refusal = fault.reason
          }
        }
      }
    }
  }

  private mutating func keep(_ listed: ListedFile, _ change: (inout KeptFile) -> Void) {
    var kept = files[listed.path] ?? KeptFile(listed: listed, file: TableFile(path: listed.path, table: listed.table))
    kept.listed = listed
    // What was read under another lexicon cannot be compared.
    kept.previous = nil
    change(&kept)
    put(kept, at: listed.path)
  }

  /// Reads under a lexicon.
  func intake(_ lexicon: Lexicon) -> Intake {
    Intake(
      root: source.rootBytes, realRoot: listing.realRoot, crew: Crew(lexicon, progress),
      wishes: FileReading.Wishes(digests: purpose == .files, resumesFrom: mayReadOn ? resumesFrom : nil))
  }

  /// This run or, by the cache, the next one may meet a file that has grown.
  private var mayReadOn: Bool { purpose == .watching || source.cacheFolder != nil }

  private func emptyFacts(_ plan: Plan) -> Facts {
    Facts(
      districts: plan.districts, calendar: WorkCalendar(plan.calendar),
      progress: ProgressTotals(plan: plan, districts: plan.districts))
  }
}

extension KeptFile {
  /// Takes a new reading of the file.
  mutating func accept(_ content: Boxed<TableFile>, _ moment: ClockReading) {
    self.content = content
    // Nobody knows what the bytes were that it grew from.
    isMistrusted = file.growth.map(\.proofs.isEmpty) ?? false
    refusal = nil
    delay = nil
    takenAt = moment.uptime
    guard let identity = file.identity else { return }
    listed.node = .file(identity)
    needsProof = moment.wall - identity.modifiedSeconds < KeptFile.proofAfter
  }

  /// A file read less than two seconds after its last change may have changed again within one tick of its times.
  static let proofAfter = 2.0
}

extension DirectoryFault {
  /// The fault with the directory's name.
  func told(of path: String) -> DirectoryError {
    switch self {
    case .missing: .missing(path: path)
    case .notADirectory: .notADirectory(path: path)
    case .unreadable(let reason): .unreadable(path: path, reason: reason)
    }
  }
}
