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
  private let queue = DispatchQueue(label: "jineng.directory")
  /// The day that boards should speak of; nil: today.
  private let asOf: Mutex<Day?>
  private let watcher = Mutex<DirectoryWatcher?>(nil)
  private let stopped = Mutex(false)
  private let firstRead = DispatchSemaphore(value: 0)

  /// Seconds between two looks for a directory that is not there.
  private static let retrySeconds = 2.0

  init(settings: Settings, mailbox: Mailbox, log: Log?) {
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

  /// Computes the board of another day for a snapshot.
  func compute(_ snapshot: Snapshot, asOf day: Day?) {
    asOf.withLock { $0 = day }
    queue.async { self.mailbox.post(.boardComputed(self.board(of: snapshot, day), readAt: snapshot.readAt)) }
  }

  func stop() {
    stopped.withLock { $0 = true }
    provenance.stopReading()
    watcher.withLock { $0 }?.stop()
  }

  private func open() {
    guard !stopped.withLock({ $0 }), watcher.withLock({ $0 }) == nil else { return }
    let reader = DirectoryReader(
      DirectorySource(root: settings.directory, planFile: settings.planFile), for: .watching)
    do throws(DirectoryError) {
      let snapshot = try reader.read()
      provenance.use(reader)
      receive(snapshot)
    } catch {
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
    mailbox.post(.snapshotArrived(Loaded(snapshot: snapshot, board: board(of: snapshot, day))))
  }

  private func board(of snapshot: Snapshot, _ day: Day?) -> Board {
    let plan = snapshot.plan
    let asOf = min(max(day ?? Clock.today, plan.periodStart), plan.periodEnd)
    return Board(plan: plan, facts: snapshot.facts, asOf: asOf)
  }
}
