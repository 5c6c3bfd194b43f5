import Glibc
import Policy
import Synchronization
import Testing

@testable import Records

/// The watcher's thread with the real kernel; every wait has an end.
@Suite struct WatcherTests {
  /// Keeps snapshots and lets a test wait for one.
  final class Inbox: Sendable {
    private let snapshots = Mutex<[Snapshot]>([])
    private let bell = Wake()

    func take(_ snapshot: Snapshot) {
      snapshots.withLock { $0.append(snapshot) }
      bell.ring()
    }

    var all: [Snapshot] { snapshots.withLock { $0 } }

    /// Waits up to ten seconds for a snapshot that fits.
    func wait(_ fits: (Snapshot) -> Bool) -> Bool {
      let end = ClockReading.now.uptime + 10_000_000_000
      while !all.contains(where: fits) {
        let left = (end - ClockReading.now.uptime) / 1_000_000
        guard left > 0 else { return false }
        var descriptor = pollfd(fd: bell.descriptor, events: Int16(POLLIN), revents: 0)
        poll(&descriptor, 1, Int32(clamping: left))
        bell.drain()
      }
      return true
    }
  }

  @Test func aDroppedFileShowsWithinASecondAndNothingWrongBefore() throws {
    let directory = try DataDirectory(["progress/a.csv": LookTests.header + LookTests.row(100)])
    let reader = directory.reader
    _ = try reader.read()
    let inbox = Inbox()
    let watcher = DirectoryWatcher(reader: reader) { inbox.take($0) }
    watcher.start()
    defer { watcher.stop() }
    let start = ClockReading.now.uptime
    try directory.write("progress/new/b.csv", LookTests.header + LookTests.row(11))
    #expect(inbox.wait { $0.actual("310115", "M01.01") == 111 })
    #expect(ClockReading.now.uptime - start < 1_000_000_000)
    directory.rename("progress/new/b.csv", to: "progress/c.csv")
    #expect(inbox.wait { $0.report("progress/c.csv") != nil })
    directory.remove("progress/a.csv")
    #expect(inbox.wait { $0.actual("310115", "M01.01") == 11 })
    #expect(Set(inbox.all.map { $0.actual("310115", "M01.01") }).isSubset(of: [100, 111, 11]))
  }

  @Test func resumedItLooksAtOnceAndStopsTwice() throws {
    let directory = try DataDirectory(["progress/a.csv": LookTests.header + LookTests.row(100)])
    let reader = directory.reader
    _ = try reader.read()
    let inbox = Inbox()
    let watcher = DirectoryWatcher(reader: reader) { inbox.take($0) }
    watcher.pause()
    watcher.start()
    try directory.write("progress/b.csv", LookTests.header + LookTests.row(11))
    watcher.rescanNow()
    #expect(inbox.all.isEmpty)
    watcher.resume()
    #expect(inbox.wait { $0.actual("310115", "M01.01") == 111 })
    watcher.stop()
    watcher.stop()
  }

  /// A step of it takes longer than the clock by which the thread waits ticks.
  @Test func digestsOfLargeFilesFollowWhileNothingElseHappens() throws {
    let row = "2026-03-05,浦东,M01.01,1," + String(repeating: "x", count: 10_000) + "\n"
    let text = "date,district,item,count,note\n" + String(repeating: row, count: 2_000)
    let directory = try DataDirectory(["progress/a.csv": text])
    let reader = DirectoryReader(DirectorySource(root: directory.path), for: .watching)
    let first = try reader.read()
    #expect(first.report("progress/a.csv")?.sha256 == nil)
    let inbox = Inbox()
    let watcher = DirectoryWatcher(reader: reader) { inbox.take($0) }
    watcher.start()
    defer { watcher.stop() }
    #expect(inbox.wait { $0.report("progress/a.csv")?.sha256 == Digest.text(Array(text.utf8)) })
  }

  @Test func aVanishedDirectoryIsToldAndFoundAgain() throws {
    let directory = try DataDirectory(["progress/a.csv": LookTests.header + LookTests.row(100)])
    let reader = directory.reader
    _ = try reader.read()
    let inbox = Inbox()
    let watcher = DirectoryWatcher(reader: reader) { inbox.take($0) }
    watcher.start()
    defer { watcher.stop() }
    directory.renameRoot(to: directory.path + "-away")
    #expect(inbox.wait { $0.outage != nil })
    directory.renameRoot(from: directory.path + "-away")
    #expect(inbox.wait { $0.outage == nil })
    try directory.write("progress/b.csv", LookTests.header + LookTests.row(1))
    #expect(inbox.wait { $0.actual("310115", "M01.01") == 101 })
  }
}
