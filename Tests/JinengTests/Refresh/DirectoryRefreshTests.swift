import Glibc
import PseudoTerminal
import Testing

extension InTerminal {
  /// The directory itself: missing, empty, gone and back.
  @Suite(.serialized) struct DirectoryRefreshTests {
    @Test("No directory at the start is said, and it is picked up when it appears")
    func appears() throws {
      let home = try Home()
      let terminal = try RunningConsole.start(["--data", home.path + "/data"], in: home, until: "jineng demo")
      #expect(terminal.screen.contains("没有数据目录"))
      let seen = TotalsSeen(terminal)
      try Folder(home.path).write("ready/progress/a.csv", Records.file(100))
      Folder(home.path).rename("ready", to: "data")
      seen.wait(for: 100, seconds: 5)
      try home.data.write("progress/b.csv", Records.file(20))
      seen.wait(for: 120, seconds: FileRefreshTests.limit)
      #expect(seen.all == [100, 120])
      terminal.quit()
    }

    @Test("A directory that appears empty fills as files come")
    func appearsEmpty() throws {
      let home = try Home()
      let terminal = try RunningConsole.start(["--data", home.path + "/data"], in: home, until: "jineng demo")
      let seen = TotalsSeen(terminal)
      let data = home.data
      #expect(terminal.wait(seconds: 5, for: "数据目录是空的"))
      #expect(terminal.screen.contains("jineng demo"))
      try data.write("progress/a.csv", Records.file(100))
      seen.wait(for: 100, seconds: FileRefreshTests.limit)
      #expect(seen.all == [100])
      terminal.quit()
    }

    @Test("A file under the directory's name is said, and replaced by a directory it is used")
    func notADirectory() throws {
      let home = try Home()
      try Folder(home.path).write("data", "x")
      let terminal = try RunningConsole.start(["--data", home.path + "/data"], in: home, until: "jineng demo")
      #expect(terminal.screen.contains("这不是目录"))
      Folder(home.path).remove("data")
      try home.data.write("progress/a.csv", Records.file(100))
      TotalsSeen(terminal).wait(for: 100, seconds: 5)
      terminal.quit()
    }

    @Test("A directory without a usable row says so, names the demo, and where to look")
    func noValidRow() throws {
      let home = try Home()
      try home.data.write("progress/a.csv", Records.badFile)
      let terminal = try RunningConsole.start(["--data", home.data.path], in: home, until: "jineng demo")
      #expect(terminal.screen.contains("没有可用的行"))
      terminal.send("8")
      #expect(terminal.wait(for: "progress/a.csv"))
      terminal.send("1")
      try home.data.replace("progress/a.csv", Records.file(100))
      TotalsSeen(terminal).wait(for: 100, seconds: FileRefreshTests.limit)
      terminal.quit()
    }

    @Test("All files removed: the console says that nothing is there, and shows what comes")
    func emptied() throws {
      let home = try Home()
      try home.data.write("progress/a.csv", Records.file(100))
      let terminal = try RunningConsole.start(["--data", home.data.path], in: home)
      home.data.remove("progress/a.csv")
      #expect(terminal.wait(seconds: 5, for: "jineng demo"))
      try home.data.write("progress/a.csv", Records.file(7))
      TotalsSeen(terminal).wait(for: 7, seconds: FileRefreshTests.limit)
      terminal.quit()
    }

    @Test(
      "Gone, the last board stays, with its reason; renamed back, it is live again", arguments: [(80, 24), (120, 36)])
    func awayAndBack(size: (columns: Int, rows: Int)) throws {
      let home = try Home()
      try home.data.write("progress/a.csv", Records.file(100))
      let terminal = try RunningConsole.start(
        ["--data", home.data.path], in: home, columns: size.columns, rows: size.rows)
      let seen = TotalsSeen(terminal)
      seen.wait(for: 100)
      Folder(home.path).rename("data", to: "away")
      #expect(terminal.wait(seconds: 5, for: "数据目录不可读"))
      #expect(terminal.screen.total == 100)
      #expect(!terminal.screen.contains("实时"))
      try Folder(home.path).write("away/progress/b.csv", Records.file(20))
      Folder(home.path).rename("away", to: "data")
      seen.wait(for: 120, seconds: 5)
      #expect(terminal.wait(seconds: 3) { !$0.contains("数据目录不可读") && $0.contains("实时") })
      // Watched again: what comes now shows as fast as before.
      try home.data.write("progress/c.csv", Records.file(3))
      let time = seen.wait(for: 123, seconds: FileRefreshTests.limit)
      #expect((time ?? .infinity) < FileRefreshTests.limit)
      #expect(seen.all == [100, 120, 123])
      terminal.quit()
    }

    @Test("Deleted with all that is in it and made anew, every total shown was true once")
    func deletedAndBack() throws {
      let home = try Home()
      for name in ["a", "b", "c"] { try home.data.write("progress/\(name).csv", Records.file(100)) }
      let terminal = try RunningConsole.start(["--data", home.data.path], in: home)
      let seen = TotalsSeen(terminal)
      seen.wait(for: 300)
      Folder(home.path).remove("data")
      #expect(terminal.wait(seconds: 5, for: "数据目录不可读"))
      #expect(terminal.screen.total == 300)
      try Folder(home.path).write("anew/progress/d.csv", Records.file(7))
      Folder(home.path).rename("anew", to: "data")
      seen.wait(for: 7, seconds: 6)
      try home.data.write("progress/e.csv", Records.file(1))
      seen.wait(for: 8, seconds: FileRefreshTests.limit)
      #expect(seen.all == [300, 7, 8])
      terminal.quit()
    }

    @Test("A link that is turned from one release to the next shows the one or the other")
    func release() throws {
      let home = try Home()
      let place = Folder(home.path)
      for (release, count) in [("one", 100), ("two", 2000)] {
        for name in ["a", "b", "c"] { try place.write("\(release)/progress/\(name).csv", Records.file(count)) }
      }
      #expect(symlink("one", place.absolute("data")) == 0)
      let terminal = try RunningConsole.start(["--data", place.absolute("data")], in: home)
      let seen = TotalsSeen(terminal)
      seen.wait(for: 300)
      for (release, total) in [("two", 6000), ("one", 300), ("two", 6000)] {
        #expect(symlink(release, place.absolute("next")) == 0)
        place.rename("next", to: "data")
        // The kernel does not tell of the link itself: the timer would find it, or a person asks.
        terminal.send("R")
        seen.wait(for: total, seconds: FileRefreshTests.limit)
      }
      try place.write("two/progress/d.csv", Records.file(1))
      seen.wait(for: 6001, seconds: FileRefreshTests.limit)
      #expect(seen.all == [300, 6000, 300, 6000, 6001])
      terminal.quit()
    }

    @Test("Other districts under the same number of them are all shown")
    func otherDistricts() throws {
      let home = try Home()
      try home.data.write("districts.csv", "code,name\n310115,浦东新区\n310104,徐汇区\n")
      try home.data.write("progress/a.csv", Records.file(100))
      let terminal = try RunningConsole.start(["--data", home.data.path], in: home)
      #expect(terminal.screen.contains("徐汇"))
      // A key was pressed just now: rows hold still, but districts that are no more do not stay.
      terminal.send("jk")
      try home.data.replace("districts.csv", "code,name\n310115,浦东新区\n310109,虹口区\n")
      #expect(terminal.wait(seconds: FileRefreshTests.limit, for: "虹口"))
      #expect(!terminal.screen.contains("徐汇"))
      terminal.quit()
    }

    @Test("Quitting is possible while the directory is gone")
    func quitWhileGone() throws {
      let home = try Home()
      try home.data.write("progress/a.csv", Records.file(100))
      let terminal = try RunningConsole.start(["--data", home.data.path], in: home)
      Folder(home.path).remove("data")
      #expect(terminal.wait(seconds: 5, for: "数据目录不可读"))
      terminal.quit()
      #expect(ByteOracle.violations(in: terminal.output) == [])
    }

    @Test("A broken plan that comes while it runs leaves the last good one in force and is told")
    func brokenPlan() throws {
      let home = try Home()
      try home.data.write("progress/a.csv", Records.file(100))
      let terminal = try RunningConsole.start(["--data", home.data.path], in: home)
      let seen = TotalsSeen(terminal)
      seen.wait(for: 100)
      try home.data.write("plan.toml", "year = = 3\n")
      #expect(terminal.wait(seconds: FileRefreshTests.limit, for: "8数据(1)"))
      #expect(terminal.screen.total == 100)
      home.data.remove("plan.toml")
      #expect(terminal.wait(seconds: FileRefreshTests.limit) { !$0.contains("8数据(1)") })
      #expect(terminal.screen.total == 100)
      terminal.quit()
    }

    @Test("A named plan that is not there does not open the console: 3, with its name")
    func missingPlanAtStart() throws {
      let home = try Home()
      try home.data.write("progress/a.csv", Records.file(100))
      let terminal = try RunningConsole.open(["--data", home.data.path, "--plan", "nonesuch.toml"], in: home)
      #expect(terminal.waitForEnd(seconds: 5) == 3)
      #expect(terminal.screen.contains("nonesuch.toml"))
    }

    @Test("A directory with a broken plan does not open the console: 3, with the place")
    func brokenPlanAtStart() throws {
      let home = try Home()
      try home.data.write("plan.toml", "year = = 3\n")
      let terminal = try RunningConsole.open(["--data", home.data.path], in: home)
      #expect(terminal.waitForEnd(seconds: 10) == 3)
      #expect(terminal.leftovers == [])
      #expect(terminal.screen.contains("plan.toml:1:8"))
    }
  }
}
