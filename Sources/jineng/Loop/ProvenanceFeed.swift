import Console
import Dispatch
import Policy
import Records
import Synchronization

/// Finds the files that gave a figure, what their rows brought by value, and the rows themselves, on its own queue, and
/// posts them to the loop.
final class ProvenanceFeed: Sendable {
  private let mailbox: Mailbox
  private let queue = DispatchQueue(label: "jineng.provenance")
  private let reader = Mutex<DirectoryReader?>(nil)
  /// Counts what was asked for: rows, and what they brought, that were asked for before are no longer wanted.
  private let asked = Mutex(0)

  init(mailbox: Mailbox) { self.mailbox = mailbox }

  /// The reader whose files are asked about.
  func use(_ reader: DirectoryReader) { self.reader.withLock { $0 = reader } }

  func trace(_ figure: Figure, asOf day: Day) {
    queue.async {
      guard let found = self.reader.withLock({ $0 })?.provenance(of: figure, asOf: day) else { return }
      self.mailbox.post(.traced(found))
    }
  }

  func breakDown(_ item: ItemID, in district: DistrictCode, asOf day: Day) {
    let turn = next()
    queue.async {
      let found = self.reader.withLock({ $0 })?.breakdown(of: item, in: district, asOf: day) {
        self.asked.withLock { $0 } != turn
      }
      if let found { self.mailbox.post(.brokenDown(found)) }
    }
  }

  func readRows(_ request: SourceRowsRequest) {
    let turn = next()
    queue.async {
      guard let reader = self.reader.withLock({ $0 }) else { return }
      var told = ContinuousClock.now
      let event = Event.rows(request, of: reader, isCancelled: { self.asked.withLock { $0 } != turn }) { share in
        // Often enough to be seen going on.
        let now = ContinuousClock.now
        guard told.duration(to: now) >= .milliseconds(200) else { return }
        told = now
        self.mailbox.post(.rowsAdvanced(request, share: share))
      }
      if let event { self.mailbox.post(event) }
    }
  }

  func stopReading() { _ = next() }

  private func next() -> Int {
    asked.withLock { asked in
      asked += 1
      return asked
    }
  }
}

extension Event {
  /// The rows asked for, or why they cannot be read; nil where nobody waits any more.
  static func rows(
    _ request: SourceRowsRequest, of reader: DirectoryReader, isCancelled: () -> Bool = { false },
    advanced: (Double) -> Void = { _ in }
  ) -> Event? {
    do throws(SourceRowsError) {
      return .rowsRead(try reader.sourceRows(request, isCancelled: isCancelled, advanced: advanced))
    } catch {
      switch error {
      case .cancelled: return nil
      case .unknownFile: return .rowsNotRead(request, reason: "no such file")
      case .unreadable(let reason): return .rowsNotRead(request, reason: reason)
      }
    }
  }
}
