import Console
import Dispatch
import Policy
import Records
import Synchronization

/// Reads and watches the data directory on its own queue, computes boards there, and posts both to the loop.
final class DirectoryFeed: Sendable {
  private let settings: Settings
  private let mailbox: Mailbox
  private let log: Log?
  /// Tells where figures come from.
  let provenance: ProvenanceFeed
  /// Keeps what is known; nil: nobody does.
  private let history: HistoryFeed?
  private let docket: DocketFeed?
  private let queue = DispatchQueue(label: "jineng.directory")
  /// The day that boards should speak of; nil: today.
  private let asOf: Mutex<Day?>
  /// The board that is to be computed next.
  private let wish = Mutex<Wish?>(nil)
  /// Boards that are not posted yet.
  private let boards = DispatchGroup()
  /// What boards of the newest snapshot have in common.
  private let basis = Mutex<(readAt: Double, basis: BoardBasis)?>(nil)
  private let watcher = Mutex<DirectoryWatcher?>(nil)
  private let stopped = Mutex(false)
  private let firstRead = DispatchSemaphore(value: 0)
  /// Makes what can be found; nil: nobody looks for anything.
  private let readings: Mutex<Readings>?
  private let finding = DispatchQueue(label: "jineng.finding", qos: .utility)
  /// The read that nothing is shown before; nil while there is none.
  private let reading = Mutex<Reading?>(nil)

  private struct Wish {
    let snapshot: Snapshot
    let day: Day?
  }

  private struct Reading {
    let progress = ReadingProgress()
    let start = Clock.uptime
  }

  /// The watcher's thread is waited for no longer than this when the program ends: it may hang in the file system.
  private static let farewellMilliseconds = 300

  /// What can be found is made behind the frame of its records: the first one costs a tenth of a second.
  private static let findingMilliseconds = 250

  /// Seconds between two looks for a directory that is not there.
  private static let retrySeconds = 2.0

  init(settings: Settings, mailbox: Mailbox, log: Log?, history: HistoryFeed?, docket: DocketFeed?) {
    readings = history == nil ? nil : Mutex(Readings())
    self.history = history
    self.docket = docket
    self.settings = settings
    self.log = log
    self.mailbox = mailbox
    provenance = ProvenanceFeed(mailbox: mailbox)
    asOf = Mutex(settings.asOf)
  }

  /// Begins to read. Boards arrive as events.
  func start() { queue.async { self.open() } }

  /// Waits until the first read is over, or for `milliseconds`: a fast directory then needs no "reading" frame.
  func waitForFirstRead(milliseconds: Int) { _ = firstRead.wait(timeout: .now() + .milliseconds(milliseconds)) }

  func rescan() {
    if let watcher = watcher.withLock({ $0 }) { return watcher.rescanNow() }
    queue.async { self.open() }
  }

  /// Computes the board of another day for a snapshot. Of several that wait only the last is computed: a key that is
  /// held down never leaves boards behind that nobody looks at any more.
  func compute(_ snapshot: Snapshot, asOf day: Day?) {
    asOf.withLock { $0 = day }
    let isQueued = wish.withLock { wish in
      defer { wish = Wish(snapshot: snapshot, day: day) }
      return wish != nil
    }
    guard !isQueued else { return }
    boards.enter()
    queue.async {
      if let wish = self.wish.withLock({ $0.take() }) {
        let board = self.board(of: wish.snapshot, wish.day)
        self.mailbox.post(.boardComputed(board, readAt: wish.snapshot.readAt))
      }
      self.boards.leave()
    }
  }

  /// Waits until every board that was asked for is there, or for `milliseconds`: a board that is there at once needs no
  /// frame of its own.
  func waitForBoard(milliseconds: Int) { _ = boards.wait(timeout: .now() + .milliseconds(milliseconds)) }

  /// How far the first read is; nil while nothing is read, or something was.
  var opening: OpeningProgress? {
    reading.withLock { $0 }.map { OpeningProgress($0.progress.state, elapsed: Clock.uptime - $0.start) }
  }

  /// Ends it all. A thread that hangs in the file system is left behind: the end of the process ends it.
  func stop() {
    stopped.withLock { $0 = true }
    provenance.stopReading()
    reading.withLock { $0 }?.progress.cancel()
    guard let watcher = watcher.withLock({ $0 }) else { return }
    let ended = DispatchSemaphore(value: 0)
    DispatchQueue(label: "jineng.farewell").async {
      watcher.stop()
      ended.signal()
    }
    _ = ended.wait(timeout: .now() + .milliseconds(DirectoryFeed.farewellMilliseconds))
  }

  private func open() {
    guard !stopped.withLock({ $0 }), watcher.withLock({ $0 }) == nil else { return }
    let reader = DirectoryReader(settings.source, for: .watching)
    let reading = Reading()
    self.reading.withLock { $0 = reading }
    // A stop that came before it could cancel this read.
    guard !stopped.withLock({ $0 }) else { return }
    mailbox.wakeLoop()
    do throws(DirectoryError) {
      let snapshot = try reader.read(progress: reading.progress)
      provenance.use(reader)
      history?.use(reader)
      receive(snapshot)
      self.reading.withLock { $0 = nil }
    } catch {
      // Before anything is posted: a read that failed must not be shown after its failure.
      self.reading.withLock { $0 = nil }
      if error == .cancelled { return }
      guard let trouble = Opening.trouble(error, settings) else {
        mailbox.fail(Opening.outcome(error, settings.language))
        firstRead.signal()
        return
      }
      log?.note("missing", "\(error)")
      mailbox.post(.dataMissing(trouble))
      firstRead.signal()
      queue.asyncAfter(deadline: .now() + DirectoryFeed.retrySeconds) { self.open() }
      return
    }
    firstRead.signal()
    let watcher = DirectoryWatcher(reader: reader) { [weak self] snapshot in self?.receive(snapshot) }
    self.watcher.withLock { $0 = watcher }
    watcher.start()
  }

  private func receive(_ snapshot: Snapshot) {
    log?.note(read: snapshot)
    let plan = snapshot.plan
    let day = asOf.withLock { $0 }
    if let day, day < plan.periodStart || day > plan.periodEnd {
      do { _ = try Opening.loaded(snapshot, asOf: day) } catch { return mailbox.fail(error) }
    }
    let loaded = Loaded(snapshot: snapshot, board: board(of: snapshot, day))
    mailbox.post(.snapshotArrived(loaded))
    // Behind the board: nobody waits for what is kept.
    history?.noteSnapshot()
    docket?.tend(basis(of: snapshot))
    prepareFinding(in: loaded)
  }

  private func prepareFinding(in loaded: Loaded) {
    guard readings != nil else { return }
    finding.asyncAfter(deadline: .now() + .milliseconds(DirectoryFeed.findingMilliseconds)) {
      guard !self.stopped.withLock({ $0 }), let index = self.readings?.withLock({ $0.index(loaded) }) else { return }
      self.mailbox.post(.findable(index))
    }
  }

  private func board(of snapshot: Snapshot, _ day: Day?) -> Board {
    let plan = snapshot.plan
    let asOf = min(max(day ?? Clock.today, plan.periodStart), plan.periodEnd)
    return basis(of: snapshot).board(asOf: asOf)
  }

  /// Made once for a snapshot; the moment of reading tells snapshots apart.
  private func basis(of snapshot: Snapshot) -> BoardBasis {
    if let kept = basis.withLock({ $0 }), kept.readAt == snapshot.readAt { return kept.basis }
    let made = BoardBasis(plan: snapshot.plan, facts: snapshot.facts)
    basis.withLock { $0 = (snapshot.readAt, made) }
    return made
  }
}
