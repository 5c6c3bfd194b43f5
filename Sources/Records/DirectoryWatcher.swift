import Glibc
public import Policy
import Synchronization

/// Keeps a reader up to date from a thread of its own, and hands over a whole snapshot whenever something moved.
///
/// The kernel's notification is a hint; a rescan is the truth and also runs on a timer: every 15 s on a local file
/// system, 60 s on a network one, 5 s where notification is not to be had (`data-directory.md`, Live refresh).
public final class DirectoryWatcher: Sendable {
  private let reader: DirectoryReader
  private let onSnapshot: @Sendable (Snapshot) -> Void
  private let orders = Mutex(Orders())
  private let wake = Wake()

  private struct Orders {
    var isRunning = false
    var isStopping = false
    var isPaused = false
    var wantsRescan = false
    var worker: Worker?
  }

  /// Watches what `reader` has read. `onSnapshot` is called from the watcher's thread and must not call ``stop()``.
  public init(reader: DirectoryReader, onSnapshot: @escaping @Sendable (Snapshot) -> Void) {
    self.reader = reader
    self.onSnapshot = onSnapshot
  }

  /// Begins to watch; does nothing while it already does. ``DirectoryReader/read()`` must have succeeded before. A
  /// watcher that was started lives until ``stop()``.
  public func start() {
    orders.withLock { orders in
      guard !orders.isRunning else { return }
      orders.isStopping = false
      orders.worker = Worker { [self] in run() }
      orders.isRunning = orders.worker != nil
    }
  }

  /// Looks at everything now.
  public func rescanNow() {
    orders.withLock { $0.wantsRescan = true }
    wake.ring()
  }

  /// Stops looking until ``resume()``; what is on screen stays.
  public func pause() {
    orders.withLock { $0.isPaused = true }
    wake.ring()
  }

  /// Looks again after ``pause()``, at once.
  public func resume() {
    orders.withLock {
      $0.isPaused = false
      $0.wantsRescan = true
    }
    wake.ring()
  }

  /// Ends the watch and waits for its thread; no snapshot comes after it returns.
  public func stop() {
    let worker = orders.withLock { orders -> Worker? in
      orders.isStopping = true
      defer { orders.worker = nil }
      return orders.worker
    }
    wake.ring()
    worker?.join()
    reader.payDebt(isLast: true)
    orders.withLock { $0.isRunning = false }
  }

  // MARK: The thread

  /// Looks no closer together than this, in nanoseconds, however much the kernel has to tell.
  private static let leastGap: Int64 = 30_000_000

  /// What is told at once is looked at once.
  private static let settle: Int64 = 5_000_000

  private func run() {
    let root = reader.root
    var notifier = Notifier()
    var rescanAt = ClockReading.now.uptime
    var lookAt: Int64?
    var notBefore: Int64 = 0
    while true {
      let order = orders.withLock { orders -> Orders in
        defer { orders.wantsRescan = false }
        return orders
      }
      if order.isStopping { return }
      let now = ClockReading.now
      if order.wantsRescan { rescanAt = now.uptime }
      let due = min(rescanAt, lookAt ?? .max)
      if !order.isPaused && due <= now.uptime {
        let isRescan = rescanAt <= now.uptime
        let look = reader.look(now, isRescan ? .rescan : .hint)
        let isNew = notifier.watch(root, look.directories)
        let end = ClockReading.now.uptime
        // A look that took long must not be followed at once by the next.
        let gap = max(DirectoryWatcher.leastGap, end - now.uptime)
        notBefore = end + gap
        lookAt = isNew ? notBefore : look.again.map { max($0, notBefore) }
        if isRescan { rescanAt = end + RescanInterval.of(root, isBlind: notifier.isBlind) }
        if let snapshot = look.snapshot { onSnapshot(snapshot) }
        continue
      }
      var until = order.isPaused ? nil : due
      if !order.isPaused {
        switch reader.prove() {
        case .nothing: reader.payDebt(isLast: false)
        case .more: until = now.uptime
        case .refuted:
          // Its figures are wrong: that does not wait for the next rescan.
          lookAt = min(lookAt ?? .max, max(notBefore, now.uptime))
          until = lookAt
        case .done(let snapshot):
          if let snapshot { onSnapshot(snapshot) }
        }
      }
      if wait(notifier.descriptor, until: until) {
        notifier.drain()
        lookAt = min(lookAt ?? .max, max(notBefore, ClockReading.now.uptime + DirectoryWatcher.settle))
      }
    }
  }

  /// Waits until a time of uptime, or a wake-up; true where the kernel told of something.
  private func wait(_ notifications: Int32, until due: Int64?) -> Bool {
    var milliseconds: Int32 = -1
    // What is due already is not waited for: a negative time would mean forever.
    if let due { milliseconds = Int32(clamping: max(0, (due - ClockReading.now.uptime + 999_999) / 1_000_000)) }
    var descriptors = [
      pollfd(fd: wake.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: notifications, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&descriptors, nfds_t(descriptors.count), milliseconds) > 0 else { return false }
    if descriptors[0].revents != 0 { wake.drain() }
    return descriptors[1].revents != 0
  }
}
