import Console
import Dispatch
import Policy
import Records
import Synchronization

/// Keeps what the console knows, and asks what it knew, on a queue of its own; answers are posted to the loop.
///
/// Nothing waits for it: a store that is slow, full or gone leaves the board as it is.
final class HistoryFeed: Sendable {
  private let mailbox: Mailbox
  private let log: Log?
  private let queue = DispatchQueue(label: "jineng.history", qos: .utility)
  private let history: Mutex<History>
  private let reader = Mutex<DirectoryReader?>(nil)
  /// Something is to be kept already: what came since will be kept with it.
  private let isDue = Mutex(false)

  /// The end of a visit is waited for no longer than this when the program ends.
  private static let farewellMilliseconds = 500

  init(settings: Settings, mailbox: Mailbox, log: Log?) {
    self.mailbox = mailbox
    self.log = log
    history = Mutex(History(keeping: settings, isVisit: true))
  }

  /// The reader whose records are kept.
  func use(_ reader: DirectoryReader) { self.reader.withLock { $0 = reader } }

  /// There may be something new to keep.
  func noteSnapshot() {
    let wasDue = isDue.withLock { isDue in
      defer { isDue = true }
      return isDue
    }
    if !wasDue { queue.async { self.keep() } }
  }

  func load(_ question: ChangesQuestion) { queue.async { self.tell { $0.answer(question) } } }

  func load(_ question: RevisionsQuestion) { queue.async { self.tell { $0.answer(question) } } }

  /// Ends the visit. What hangs in the file system is left behind.
  func stop() {
    let ended = DispatchSemaphore(value: 0)
    queue.async {
      do throws(StoreTrouble) {
        try self.history.withLock { (history) throws(StoreTrouble) in try history.endVisit() }
      } catch { self.log?.note("store", "\(error)") }
      ended.signal()
    }
    _ = ended.wait(timeout: .now() + .milliseconds(HistoryFeed.farewellMilliseconds))
  }

  private func keep() {
    isDue.withLock { $0 = false }
    guard let reader = reader.withLock({ $0 }) else { return }
    tell { history in
      do throws(StoreTrouble) {
        return try history.keep(reader) == true ? .versionKept : nil
      } catch {
        self.log?.note("store", "\(error)")
        return .storeTroubled(error)
      }
    }
  }

  private func tell(_ ask: @Sendable (inout History) -> Event?) {
    let (event, notices) = history.withLock { history in (ask(&history), history.takeNotices()) }
    for notice in notices {
      log?.note("store", "\(notice)")
      mailbox.post(.storeTroubled(notice))
    }
    if let event { mailbox.post(event) }
  }
}
