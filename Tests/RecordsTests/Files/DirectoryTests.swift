import Glibc
import Policy
import Testing

@testable import Records

/// Directories as they are: empty, gone, full of links and other things.
@Suite struct DirectoryTests {
  static let progress = LookTests.header + LookTests.row(1)

  @Test func anEmptyDirectoryGivesEmptyFacts() throws {
    let read = try snapshot([:])
    #expect(read.told == [])
    #expect(read.files.isEmpty)
    #expect(read.facts.districts.count == 16)
    #expect(read.facts.calendar == WorkCalendar(read.plan.calendar))
    #expect(!read.facts.sample)
    #expect(try snapshot([".sample": ""]).facts.sample)
  }

  @Test func aDirectoryThatCannotBeUsedSaysWhy() throws {
    let directory = try DataDirectory(["file": "", "plan/plan.toml": "[plan"])
    func failure(_ root: String, plan: String? = nil) -> DirectoryError? {
      do throws(DirectoryError) {
        _ = try DirectoryReader(DirectorySource(root: root, planFile: plan)).read()
        return nil
      } catch { return error }
    }
    let gone = directory.absolute("nowhere")
    #expect(failure(gone) == .missing(path: gone))
    #expect(failure("") == .missing(path: ""))
    #expect(failure(directory.absolute("file")) == .notADirectory(path: directory.absolute("file")))
    guard case .plan(let error) = failure(directory.absolute("plan")) else {
      Issue.record("a broken plan was taken")
      return
    }
    #expect(error.faults.map(\.line) == [1])
    guard case .unreadable(let path, _) = failure(directory.path, plan: gone) else {
      Issue.record("a plan that is not there was taken")
      return
    }
    #expect(path == gone)
  }

  @Test func aNamedPlanWinsOverTheDirectorys() throws {
    let own = Plan.builtInText.replacing("year = 2026", with: "year = 2031").replacing("= 2026-", with: "= 2031-")
    let directory = try DataDirectory(["plan.toml": own, "other/plan.txt": Plan.builtInText])
    #expect(try directory.read().plan.year == 2031)
    let source = DirectorySource(root: directory.path + "/", planFile: directory.absolute("other/plan.txt"))
    #expect(try DirectoryReader(source).read().plan.year == 2026)
  }

  @Test func linksInsideAreFollowedAndOthersRefused() throws {
    let outside = try DataDirectory(["secret.csv": Self.progress, "folder/x.csv": Self.progress])
    let directory = try DataDirectory(["store/real.csv": Self.progress, "progress/a.csv": Self.progress])
    directory.link("progress/inside.csv", to: "../store/real.csv")
    directory.link("progress/outside.csv", to: outside.absolute("secret.csv"))
    directory.link("progress/folder", to: outside.absolute("folder"))
    directory.link("progress/stored", to: "../store")
    directory.link("progress/dangling.csv", to: "nothing")
    directory.link("progress/circle.csv", to: "circle.csv")
    directory.link("progress/loop", to: "../progress")
    directory.link("进度", to: outside.absolute("folder"))
    let read = try directory.read()
    #expect(
      read.told == [
        "progress/circle.csv:- unreadable -", "progress/dangling.csv:- unreadable -", "progress/folder:- unreadable -",
        "progress/loop:- unreadable -", "progress/outside.csv:- unreadable -", "store:- unknown-table -",
        "进度:- unreadable -",
      ])
    #expect(read.actual("310115", "M01.01") == 3)
  }

  @Test func otherThingsThanFilesAreNeverOpened() throws {
    let directory = try DataDirectory(["progress/a.csv": Self.progress])
    directory.makeFifo("progress/b.csv")
    directory.makeFifo("targets.tsv")
    directory.makeFifo("progress/pipe")
    directory.makeFolder("calendar.csv")
    directory.makeFolder("progress/folder.csv")
    try directory.write("progress/folder.csv/c.csv", Self.progress)
    directory.link("progress/device.csv", to: "/dev/zero")
    let read = try directory.read()
    #expect(
      read.told == [
        "calendar.csv:- unreadable -", "progress/b.csv:- unreadable -", "progress/device.csv:- unreadable -",
        "progress/pipe:- unreadable -", "targets.tsv:- unreadable -",
      ])
    #expect(read.actual("310115", "M01.01") == 2)
  }

  @Test func namesNeedNotBeText() throws {
    let directory = try DataDirectory(["progress/e\u{301}.csv": Self.progress])
    try directory.write("progress/\u{E9}.csv", Self.progress)
    let strange: [CChar] =
      Array((directory.absolute("progress/") + "a").utf8CString.dropLast()) + [-77, -92, 46, 99, 115, 118, 0]
    let descriptor = open(strange, O_WRONLY | O_CREAT, 0o644)
    let text = Array(Self.progress.utf8)
    #expect(write(descriptor, text, text.count) == text.count)
    close(descriptor)
    let read = try directory.read()
    #expect(
      read.files.map { Array($0.path.utf8) }
        == ["progress/a\\xb3\\xa4.csv", "progress/e\u{301}.csv", "progress/\u{E9}.csv"].map { Array($0.utf8) })
    #expect(read.actual("310115", "M01.01") == 3)
    unlink(strange)
  }

  @Test func aHugeFileIsRefusedUnread() throws {
    let directory = try DataDirectory(["progress/a.csv": Self.progress, "progress/b.csv": ""])
    #expect(truncate(directory.absolute("progress/b.csv"), 10 << 30) == 0)
    #expect(try directory.read().told == ["progress/b.csv:- unreadable -"])
  }

  @Test func reportsTellWhatAFileGave() throws {
    let directory = try DataDirectory(["progress.csv": Self.progress])
    directory.setModified("progress.csv", 1_700_000_000)
    let report = try #require(try directory.read().files.first)
    #expect(report.size == Int64(Self.progress.utf8.count))
    #expect(report.modified == 1_700_000_000)
    #expect(report.districts.map(\.rawValue) == ["310115"])
    #expect(report.stale == nil)
    let empty = try #require(try snapshot(["progress.csv": ""]).files.first)
    #expect(empty.sha256 == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }
}
