import Glibc
import PseudoTerminal
import Testing

extension InTerminal {
  /// The display on the wall, with its supervisor, in a terminal of its own.
  @Suite(.serialized) struct KioskTests {
    private func start(
      _ arguments: [String] = [], in home: Home, environment: [String: String?] = [:]
    ) throws -> PseudoTerminal {
      let sample = try #require(Folder.sample)
      return try RunningConsole.start(
        ["kiosk", "--data", sample.path, "--night", "off"] + arguments, in: home, columns: 120, rows: 36,
        environment: environment, until: "需要关注")
    }

    /// The display itself: the supervisor's child.
    private func display(_ terminal: PseudoTerminal) -> pid_t? {
      guard let supervisor = terminal.programIfRunning else { return nil }
      let children = Folder("/proc/\(supervisor)/task/\(supervisor)").text("children") ?? ""
      return children.split(separator: " ").first.flatMap { pid_t($0) }
    }

    @Test("No key leaves it: not Ctrl-C, not Ctrl-Z, not q; a signal does, and the terminal is given back")
    func locked() throws {
      let home = try Home()
      let terminal = try start(["--pages", "overview"], in: home)
      let process = try #require(display(terminal))
      for keys in [
        "q", "y", "\u{03}", "\u{1c}", "\u{1a}", "\u{04}", "\u{1b}", "\u{1b}[21~", ":q\r", "\u{1b}[200~q\ry\u{1b}[201~",
        "2",
      ] {
        terminal.send(keys)
      }
      #expect(!terminal.wait(seconds: 1.5) { !$0.contains("需要关注") || $0.contains("退出") })
      #expect(Spawn.isAlive(process))
      terminal.signal(SIGTERM)
      #expect(terminal.waitForEnd(seconds: 4) == 128 + Int(SIGTERM))
      #expect(terminal.leftovers == [])
      #expect(ByteOracle.violations(in: terminal.output) == [])
    }

    @Test(
      "Killed by force, it is there again; its terminal was given back meanwhile",
      arguments: [SIGKILL, SIGSEGV, SIGABRT])
    func killed(number: Int32) throws {
      let home = try Home()
      let terminal = try start(["--pages", "overview"], in: home)
      let first = try #require(display(terminal))
      kill(first, number)
      #expect(terminal.wait(seconds: 5) { !$0.isAlternate && $0.contains("正在恢复显示") })
      #expect(terminal.wait(seconds: 15) { $0.isAlternate && $0.contains("需要关注") })
      let second = try #require(display(terminal))
      #expect(second != first)
      terminal.signal(SIGTERM)
      #expect(terminal.waitForEnd(seconds: 4) == 128 + Int(SIGTERM))
      #expect(terminal.leftovers == [])
    }

    @Test("When it hangs, it is killed after a while and begun anew")
    func hanging() throws {
      let home = try Home()
      let terminal = try start(["--pages", "overview", "--patience", "5"], in: home)
      let first = try #require(display(terminal))
      kill(first, SIGSTOP)
      #expect(terminal.wait(seconds: 12) { !$0.isAlternate && $0.contains("正在恢复显示") })
      #expect(!Spawn.isAlive(first))
      #expect(terminal.wait(seconds: 15) { $0.isAlternate && $0.contains("需要关注") })
      #expect(try #require(display(terminal)) != first)
      terminal.signal(SIGTERM)
      #expect(terminal.waitForEnd(seconds: 4) == 128 + Int(SIGTERM))
      #expect(terminal.leftovers == [])
    }

    @Test("With its supervisor gone it goes, too")
    func orphaned() throws {
      let home = try Home()
      let terminal = try start(["--pages", "overview"], in: home)
      let process = try #require(display(terminal))
      terminal.signal(SIGKILL)
      #expect(Clock.wait(seconds: 4) { !Spawn.isAlive(process) })
    }

    @Test("With its terminal gone both end")
    func hangUp() throws {
      let home = try Home()
      let terminal = try start(["--pages", "overview"], in: home)
      let processes = [try #require(display(terminal)), try #require(terminal.programIfRunning)]
      terminal.hangUp()
      #expect(Clock.wait(seconds: 5) { !processes.contains { Spawn.isAlive($0) } })
    }

    /// PBKDF2 with HMAC-SHA-256, 1,000 rounds, of `开门 open sesame`, computed by another program.
    private static let unlock =
      "pbkdf2-sha256$1000$000102030405060708090a0b0c0d0e0f$5005499f1d00fc5333d2bce8315a5ad72f0ccbc49da4985bd4dac3e16f3caf78"

    @Test("The phrase of the config file ends it in good order, another one does not")
    func phrase() throws {
      let home = try Home()
      try home.config.write("jineng/config.toml", "[kiosk]\nunlock = \"\(KioskTests.unlock)\"\n")
      let terminal = try start(["--pages", "overview"], in: home)
      terminal.send("open sesame\r")
      #expect(terminal.wait(for: "口令不对"))
      terminal.send("开门 open sesam")
      #expect(terminal.wait(for: "解锁口令: *************"))
      terminal.send("e\r")
      #expect(terminal.waitForEnd(seconds: 5) == 0)
      #expect(terminal.leftovers == [])
      #expect(!terminal.output.contains(sub: Array("sesam".utf8)))
    }

    @Test("kiosk.cmd beside the configuration is obeyed within seconds, but not where others may write it")
    func commands() throws {
      let home = try Home()
      let terminal = try start(["--rotate", "600"], in: home)
      try home.config.write("jineng/kiosk.cmd", "page measures\nmessage 会商推迟到四点\n")
      #expect(terminal.wait(seconds: 4) { $0.contains("会商推迟到四点") && $0.contains("3/5 屏") || $0.contains("4/5 屏") })
      home.config.remove("jineng/kiosk.cmd")
      #expect(terminal.wait(seconds: 4) { !$0.contains("会商推迟到四点") })
      try home.config.write("jineng/kiosk.tmp", "message 不该出现\n")
      chmod(home.config.absolute("jineng/kiosk.tmp"), 0o666)
      home.config.rename("jineng/kiosk.tmp", to: "jineng/kiosk.cmd")
      #expect(!terminal.wait(seconds: 2.5) { $0.contains("不该出现") })
      terminal.signal(SIGTERM)
      #expect(terminal.waitForEnd(seconds: 4) == 128 + Int(SIGTERM))
    }

    @Test("systemd is told that it is ready, alive and ending, and the display itself cannot speak to it")
    func notifies() throws {
      let home = try Home()
      let path = home.path + "/notify"
      let handle = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
      defer { close(handle) }
      #expect(UnixSocket.bind(handle, to: path))
      let terminal = try start(["--pages", "overview"], in: home, environment: ["NOTIFY_SOCKET": path])
      #expect(terminal.waitForSilence(seconds: 0.1, atMost: 2.5) || true)
      let process = try #require(display(terminal))
      let environment = Folder("/proc/\(process)").text("environ") ?? ""
      #expect(!environment.contains("NOTIFY_SOCKET"))
      terminal.signal(SIGTERM)
      #expect(terminal.waitForEnd(seconds: 4) == 128 + Int(SIGTERM))
      let told = UnixSocket.receiveAll(handle)
      #expect(told.first?.hasPrefix("READY=1") == true)
      #expect(told.contains("WATCHDOG=1"))
      #expect(told.last == "STOPPING=1")
    }
  }
}

/// A datagram socket that systemd would listen at.
private enum UnixSocket {
  static func bind(_ handle: Int32, to path: String) -> Bool {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { memory in
      for (index, byte) in path.utf8.prefix(memory.count - 1).enumerated() { memory[index] = byte }
    }
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.bind(handle, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
      }
    }
  }

  static func receiveAll(_ handle: Int32) -> [String] {
    var texts: [String] = []
    var buffer = [UInt8](repeating: 0, count: 512)
    while true {
      let count = recv(handle, &buffer, buffer.count, Int32(MSG_DONTWAIT))
      guard count > 0 else { return texts }
      texts.append(String(decoding: buffer[..<count], as: UTF8.self))
    }
  }
}

extension [UInt8] {
  fileprivate func contains(sub: [UInt8]) -> Bool {
    indices.contains { self[$0...].starts(with: sub) }
  }
}

@Suite("The wall display where it cannot be")
struct KioskUsageTests {
  @Test("without a terminal it says so once, and does not try again")
  func noTerminal() throws {
    let home = try Home()
    let result = try Jineng.run(["kiosk", "--data", home.data.path], in: home, expecting: 3)
    #expect(result.complaint.contains("terminal"))
    #expect(result.complaint.split(separator: "\n").count == 1)
  }

  @Test(
    "wrong usage",
    arguments: [
      ["--rotate", "0"], ["--pages", "triage"], ["--pages", ""], ["--night", "26-1"], ["--theme", "none-such"],
    ])
  func usage(arguments: [String]) throws {
    let home = try Home()
    _ = try Jineng.run(["kiosk", "--data", home.data.path] + arguments, in: home, expecting: 2)
  }

  @Test("settings of the config file that mean nothing are told and ignored")
  func settings() throws {
    let home = try Home()
    try home.config.write(
      "jineng/config.toml", "[kiosk]\nrotate = 0\npages = \"x\"\nnight = \"99\"\nunlock = \"plain\"\ncolour = 1\n")
    let result = try Jineng.run(["check", "--data", home.data.path], in: home, expecting: 0)
    for line in [
      "config.toml:2: kiosk.rotate", ":3: kiosk.pages", ":4: kiosk.night", ":5: kiosk.unlock", ":6: unknown key",
    ] {
      #expect(result.complaint.contains(line), "\(line)")
    }
    #expect(!result.complaint.contains("plain"))
  }
}
