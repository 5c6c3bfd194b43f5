import Glibc
import PseudoTerminal
import Testing

extension InTerminal {
  /// Files that come, change and go under a running console: the total follows, and no frame shows a wrong one.
  @Suite(.serialized) struct FileRefreshTests {
    /// How long a change may take to show, in seconds; a busy machine is forgiven more than the promise of one.
    static let limit = 4.0

    private func start(
      _ home: Home, columns: Int = 80, rows: Int = 24
    ) throws -> (terminal: PseudoTerminal, seen: TotalsSeen) {
      try home.data.write("progress/a.csv", Records.file(100))
      let terminal = try RunningConsole.start(["--data", home.data.path], in: home, columns: columns, rows: rows)
      let seen = TotalsSeen(terminal)
      seen.wait(for: 100)
      return (terminal, seen)
    }

    @Test("Every way to change a file, one after the other")
    func everyWay() throws {
      let home = try Home()
      let (terminal, seen) = try start(home, columns: 120, rows: 36)
      let data = home.data
      var times: [(String, Double)] = []
      var totals = [100]
      func expect(_ total: Int, _ what: String) {
        totals.append(total)
        times.append((what, seen.wait(for: total, seconds: Self.limit) ?? .infinity))
      }
      try data.write("progress/b.csv", Records.file(20))
      expect(120, "a new file")
      try data.write("progress/310115/2026/c.csv", Records.file(3))
      expect(123, "a new file in new folders")
      try data.replace("progress/b.csv", Records.file(40))
      expect(143, "replaced by rename")
      try data.write("progress/b.csv", Records.file(50))
      expect(153, "rewritten in place")
      try data.append("progress/b.csv", Records.row(7) + Records.row(1))
      expect(161, "rows appended")
      try data.write("progress/b.csv", Records.file(10))
      expect(113, "truncated and rewritten")
      try data.write("progress/b.csv", Records.file(11))
      expect(114, "rewritten to the same size")
      data.rename("progress/b.csv", to: "progress/d.csv")
      try data.write("progress/e.csv", Records.file(1000))
      expect(1114, "renamed while another comes")
      data.remove("progress/d.csv")
      expect(1103, "removed")
      data.makeFolder(".staging")
      for name in ["x", "y", "z"] { try data.write(".staging/\(name).csv", Records.file(10_000)) }
      data.rename(".staging", to: "progress/dropped")
      expect(31_103, "a folder renamed into place")
      data.rename("progress/dropped", to: "progress/moved")
      try data.write("progress/e.csv", Records.file(2000))
      expect(32_103, "a folder renamed")
      data.remove("progress/moved")
      expect(2103, "a folder removed")
      try data.write("progress.csv", Records.file(5))
      expect(2108, "a file at the top")
      try data.write("progress/.hidden.csv", Records.file(7))
      try data.write("progress/~$e.csv", Records.file(7))
      try data.write("progress/e.csv.part", Records.file(7))
      try data.write("progress/f.csv", Records.file(9))
      expect(2117, "ignored names stay ignored")
      try data.write("progress/e.csv", "")
      expect(117, "emptied")
      #expect(Set(seen.all).isSubset(of: totals), "seen \(seen.all), right are \(totals)")
      let slow = times.filter { $0.1 > 1 }
      #expect(slow.count <= 2, "over a second: \(slow)")
      if getenv("JINENG_TEST_TIMES") != nil {
        for (what, seconds) in times { print("refresh, \(what): \(Int(seconds * 1000)) ms") }
      }
      terminal.quit()
      #expect(ByteOracle.violations(in: terminal.output) == [])
    }

    @Test("A file renamed changes nothing, not even for a moment")
    func renamed() throws {
      let home = try Home()
      let (terminal, seen) = try start(home)
      for step in 0..<6 {
        home.data.rename("progress/a\(step == 0 ? "" : String(step)).csv", to: "progress/a\(step + 1).csv")
        seen.watch(seconds: 0.35)
      }
      try home.data.write("progress/b.csv", Records.file(1))
      seen.wait(for: 101, seconds: Self.limit)
      #expect(seen.all == [100, 101])
      terminal.quit()
    }

    @Test("A last line without its end is not taken before it is still")
    func halfWritten() throws {
      let home = try Home()
      let (terminal, seen) = try start(home)
      // Three bytes of a row of 500 are a good row of 5.
      try home.data.write("progress/b.csv", Records.file(11) + "2026-01-01,310115,M01.01,5")
      seen.wait(for: 111, seconds: Self.limit)
      try home.data.append("progress/b.csv", "00\n")
      seen.wait(for: 611, seconds: Self.limit)
      #expect(seen.all == [100, 111, 611])
      // Left as it is, it is taken in the end.
      try home.data.append("progress/b.csv", "2026-01-01,310115,M01.01,9")
      seen.wait(for: 620, seconds: 20)
      #expect(seen.all == [100, 111, 611, 620])
      terminal.quit()
    }

    @Test("A file written bit by bit is shown when it is whole, and never with a broken row")
    func slowWriter() throws {
      let home = try Home()
      let (terminal, seen) = try start(home)
      let rows = (1...40).map { Records.row(1000 + $0) }
      let bytes = Array((Records.header + rows.joined()).utf8)
      var sums: Set<Int> = [100]
      for count in 0...40 { sums.insert(100 + (0..<count).reduce(0) { $0 + 1001 + $1 }) }
      for start in stride(from: 0, to: bytes.count, by: 53) {
        try home.data.write(
          "progress/slow.csv", bytes: Array(bytes[start..<min(bytes.count, start + 53)]), appending: true)
        seen.watch(seconds: 0.02)
      }
      seen.wait(for: 100 + (1001...1040).reduce(0, +), seconds: Self.limit)
      #expect(Set(seen.all).isSubset(of: sums), "\(seen.all)")
      terminal.quit()
    }

    @Test("Replaced again and again, every frame is one version or the next")
    func manyReplacements() throws {
      let home = try Home()
      let (terminal, seen) = try start(home)
      for version in 1...30 {
        try home.data.replace("progress/a.csv", Records.file(100 + version, 1000 * version))
        seen.watch(seconds: 0.03)
      }
      seen.wait(for: 30_130, seconds: Self.limit)
      #expect(Set(seen.all).isSubset(of: Set((0...30).map { 100 + 1001 * $0 })), "\(seen.all)")
      terminal.quit()
    }

    @Test("A bad rewrite is told on the data page, and its good rows count")
    func badRewrite() throws {
      let home = try Home()
      let (terminal, seen) = try start(home)
      try home.data.write("progress/a.csv", Records.file(60) + "2026-02-30,310115,M01.01,5\n")
      seen.wait(for: 60, seconds: Self.limit)
      #expect(terminal.wait(for: "8数据(1)"))
      terminal.send("8")
      #expect(terminal.wait(for: "progress/a.csv"))
      terminal.send("1")
      try home.data.replace("progress/a.csv", Records.file(100))
      seen.wait(for: 100, seconds: Self.limit)
      #expect(terminal.wait { !$0.contains("8数据(1)") })
      terminal.quit()
    }

    @Test("The cursor's row keeps its identity and its line of the screen")
    func cursorStays() throws {
      let home = try Home()
      let targets = ["310101", "310104", "310115"].map { "\($0),M01.01,1000\n" }.joined()
      try home.data.write("targets.csv", "district,item,target\n" + targets)
      let (terminal, seen) = try start(home)
      terminal.send("/浦东\r")
      #expect(terminal.wait { $0.selectedDistrict == "浦东" && $0.cursor.row == $0.selectedLine })
      let line = try #require(terminal.screen.selectedLine)
      for step in 1...4 {
        try home.data.write("progress/n\(step).csv", Records.file(200))
        seen.wait(for: 100 + 200 * step, seconds: Self.limit)
        #expect(terminal.waitForSilence(seconds: 0.05))
        #expect(terminal.screen.selectedDistrict == "浦东")
        #expect(terminal.screen.selectedLine == line)
        #expect(terminal.screen.cursor.row == line)
        // A key in between: rows hold still while a person moves.
        terminal.send("jk")
      }
      terminal.quit()
    }

    @Test("Paused, the total waits and says so; resumed, it is the newest")
    func paused() throws {
      let home = try Home()
      let (terminal, seen) = try start(home)
      terminal.send("Z")
      #expect(terminal.wait(for: "已暂停"))
      try home.data.write("progress/b.csv", Records.file(20))
      #expect(terminal.wait(seconds: Self.limit, for: "已暂停 +1"))
      #expect(terminal.screen.total == 100)
      terminal.send("Z")
      seen.wait(for: 120, seconds: Self.limit)
      #expect(seen.all == [100, 120])
      terminal.quit()
    }

    @Test("With an as-of date set, refresh goes on")
    func asOf() throws {
      let home = try Home()
      try home.data.write("progress/a.csv", Records.file(100))
      let terminal = try RunningConsole.start(["--data", home.data.path, "--as-of", "2026-06-01"], in: home)
      let seen = TotalsSeen(terminal)
      seen.wait(for: 100)
      try home.data.write("progress/b.csv", Records.header + Records.row(20) + Records.row(7000, on: "2026-06-02"))
      seen.wait(for: 120, seconds: Self.limit)
      #expect(seen.all == [100, 120])
      terminal.quit()
    }

    @Test("Looking back while files come, no frame shows another day's total")
    func asOfRace() throws {
      let home = try Home()
      try home.data.write("progress/a.csv", Records.file(100) + Records.row(5000, on: "2026-06-02"))
      let terminal = try RunningConsole.start(["--data", home.data.path, "--as-of", "2026-06-02"], in: home)
      let seen = TotalsSeen(terminal)
      seen.wait(for: 5100)
      terminal.send("<")
      seen.wait(for: 100, seconds: Self.limit)
      for step in 1...5 {
        try home.data.write("progress/n\(step).csv", Records.file(10))
        seen.wait(for: 100 + 10 * step, seconds: Self.limit)
      }
      #expect(seen.all == [5100, 100, 110, 120, 130, 140, 150])
      terminal.quit()
    }

    @Test("The data directory is never written to")
    func untouched() throws {
      let home = try Home()
      let (terminal, _) = try start(home)
      let before = home.data.tree
      for key in ["2", "4", "5", "8", "R", "x", "\r", "1", "y"] {
        terminal.send(key)
        #expect(terminal.waitForSilence(seconds: 0.05))
      }
      terminal.quit()
      #expect(home.data.tree == before)
    }
  }
}
