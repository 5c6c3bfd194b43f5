import Glibc
import Testing

/// `jineng doctor` without a terminal.
@Suite struct DoctorTests {
  private static let signs = [
    "chinese", "box", "block", "eighth", "triangle", "ellipsis", "middle_dot", "braille", "shade", "check", "cross",
    "accent",
  ]

  private static let facts: [(String, [String: Shape])] = [
    ("terminal", ["is_terminal": .flag, "columns": .optional(.whole), "rows": .optional(.whole)]),
    ("terminfo", ["term": .optional(.string), "colors": .optional(.whole)]),
    ("session", ["ssh": .flag, "multiplexer": .optional(.word(["tmux", "screen"]))]),
    ("locale", ["variable": .optional(.string), "value": .optional(.string), "utf8": .flag]),
    (
      "widths",
      signs.reduce(into: [
        "glyphs": .optional(.word(["ascii", "safe", "full"])), "ambiguous_width": .optional(.whole),
      ]) { $0[$1] = .optional(.whole) }
    ),
    ("colors", ["depth": .word(["mono", "ansi8", "ansi16", "indexed256", "trueColor"])]),
    ("fonts", [:]),
    ("escape_delay", ["milliseconds": .whole]),
    (
      "directory",
      [
        "path": .string, "files": .optional(.whole), "bytes": .optional(.whole), "unreadable": .optional(.whole),
      ]
    ),
    ("file_system", ["type": .optional(.string), "network": .optional(.flag)]),
    (
      "watch",
      [
        "max_user_watches": .optional(.whole), "max_user_instances": .optional(.whole), "needed": .optional(.whole),
        "notified": .optional(.flag),
      ]
    ),
    (
      "store",
      [
        "path": .optional(.string), "bytes": .optional(.whole), "version": .optional(.whole),
        "entries": .optional(.whole), "writable": .optional(.flag),
      ]
    ),
    ("sqlite", ["version": .string, "journal_mode": .string]),
    ("cache", ["path": .optional(.string), "bytes": .optional(.whole), "writable": .optional(.flag)]),
    (
      "plan",
      ["file": .optional(.string), "year": .optional(.whole), "errors": .optional(.whole), "advice": .optional(.whole)]
    ),
    ("clock", ["now": .string, "in_period": .optional(.flag), "seconds_behind_newest_file": .whole]),
    ("time_zone", ["name": .string, "has_shanghai": .flag]),
    ("config", ["path": .string, "exists": .flag, "faults": .whole]),
  ]

  private static let verdicts: Set<String> = ["good", "warning", "bad", "untested", "look"]

  private static let shape = Shape.object([
    "schema": .constant("jineng.doctor/1"), "usable": .flag,
    "checks": .list(
      .anyOf(
        facts.map { id, members in
          .object([
            "id": .constant(id), "verdict": .word(verdicts), "message": .string, "remedy": .optional(.string),
            "facts": .object(members),
          ])
        })),
    "summary": .object(verdicts.reduce(into: [:]) { $0[$1] = .whole }),
  ])

  /// The checks of a run by their names.
  private func checks(
    _ arguments: [String], in home: Home, environment: [String: String?] = [:], expecting status: Int = 0
  ) throws -> [String: [String: Any]] {
    let result = try Jineng.run(
      ["doctor", "--format", "json"] + arguments, in: home, environment: environment, expecting: status)
    let report = try JSON.object(result.out)
    #expect(DoctorTests.shape.faults(report) == [])
    let checks = JSON.objects(report["checks"])
    #expect(checks.compactMap { $0["id"] as? String } == DoctorTests.facts.map(\.0))
    #expect(report["usable"] as? Bool == (status == 0))
    for verdict in DoctorTests.verdicts {
      let count = (report["summary"] as? [String: Any])?[verdict] as? Int
      #expect(count == checks.count { $0["verdict"] as? String == verdict })
    }
    // What is wrong is never told without what to do.
    for check in checks where ["warning", "bad"].contains(check["verdict"] as? String ?? "") {
      #expect(check["remedy"] is String, "\(check)")
    }
    return checks.reduce(into: [:]) { $0[$1["id"] as? String ?? ""] = $1 }
  }

  private func verdict(_ checks: [String: [String: Any]], _ id: String) -> String? { checks[id]?["verdict"] as? String }

  private func fact(_ checks: [String: [String: Any]], _ id: String, _ name: String) -> Any? {
    (checks[id]?["facts"] as? [String: Any])?[name]
  }

  @Test("In a pipe no terminal is asked, and it says so")
  func pipe() throws {
    let home = try Home()
    try home.data.write("progress/a.csv", Records.file(100))
    let before = home.data.tree
    let checks = try checks(["--data", home.data.path], in: home)
    for id in ["terminal", "widths", "colors", "fonts"] { #expect(verdict(checks, id) == "untested", "\(id)") }
    #expect((checks["terminal"]?["message"] as? String)?.contains("标准输出不是终端") == true)
    for id in ["locale", "directory", "file_system", "store", "sqlite", "cache", "plan", "config"] {
      #expect(verdict(checks, id) == "good", "\(id): \(checks[id] ?? [:])")
    }
    #expect(fact(checks, "directory", "files") as? Int == 1)
    // Nothing was made.
    #expect(home.data.tree == before)
    #expect(Folder(home.path + "/state").names == [])
    #expect(home.cache.names == [])
  }

  @Test("The text is plain in a pipe, in both languages, and ends with the sum", arguments: ["zh", "en"])
  func text(language: String) throws {
    let home = try Home()
    try home.data.write("progress/a.csv", Records.file(100))
    let result = try Jineng.run(["doctor", "--data", home.data.path, "--lang", language], in: home, expecting: 0)
    #expect(ShownText.hidden(in: result.out) == [])
    #expect(result.complaint == "")
    #expect(ShownText.width(result.text) <= 120)
    let last = result.text.split(separator: "\n").last ?? ""
    #expect(last.hasPrefix(language == "zh" ? "可以使用  良好" : "usable  good"), "\(last)")
    if language == "en" {
      #expect(!result.text.unicodeScalars.contains { (0x2e80...0x9fff).contains($0.value) })
    }
  }

  @Test("A directory that is not there, or is none, ends with 3; the rest is told all the same")
  func missing() throws {
    let home = try Home()
    try home.work.write("file", "x")
    for path in [home.path + "/nowhere", "file"] {
      let checks = try checks(["--data", path], in: home, expecting: 3)
      #expect(verdict(checks, "directory") == "bad")
      #expect((checks["directory"]?["remedy"] as? String)?.contains("--data") == true)
      #expect(verdict(checks, "file_system") == "untested")
      #expect(verdict(checks, "sqlite") == "good")
    }
    let text = try Jineng.run(["doctor", "--data", home.path + "/nowhere", "--lang", "en"], in: home, expecting: 3)
    #expect(text.text.contains("no such directory"))
    #expect(text.text.contains("not usable"))
  }

  @Test("A broken plan ends with 3, a doubtful one is a warning")
  func plan() throws {
    let home = try Home()
    try home.data.write("progress/a.csv", Records.file(100))
    try home.data.write("plan.toml", "year = = 3\n")
    #expect(verdict(try checks(["--data", home.data.path], in: home, expecting: 3), "plan") == "bad")
    #expect(
      verdict(try checks(["--data", home.data.path, "--plan", "none.toml"], in: home, expecting: 3), "plan") == "bad")
    let template = try Jineng.run(["plan", "template"], in: home, expecting: 0).text
    try home.data.write("plan.toml", template.replacing("unit = ", with: "unti = "))
    let checks = try checks(["--data", home.data.path], in: home)
    #expect(verdict(checks, "plan") == "warning")
    // The template's year has not begun, or is over.
    #expect(fact(checks, "plan", "year") as? Int == 2027)
  }

  @Test("A store is looked at and never touched: sound, of another program, damaged, made by a later version")
  func store() throws {
    let home = try Home()
    try home.data.write("progress/a.csv", Records.file(100))
    let store = home.path + "/own.store"
    let arguments = ["--data", home.data.path, "--store", store]
    _ = try Jineng.run(["triage", "list"] + arguments, in: home, expecting: 0)
    let folder = Folder(home.path)
    let sound = try #require(folder.bytes("own.store"))
    let good = try checks(arguments, in: home)
    #expect(verdict(good, "store") == "good")
    #expect(fact(good, "store", "bytes") as? Int == sound.count)
    #expect(fact(good, "store", "version") as? Int == 2)
    #expect(fact(good, "sqlite", "journal_mode") as? String == "delete")
    #expect(folder.bytes("own.store") == sound)

    try folder.write("own.store", bytes: Array(repeating: 0x78, count: 8192))
    #expect(verdict(try checks(arguments, in: home, expecting: 3), "store") == "bad")
    var other = sound
    // PRAGMA application_id and user_version, in the header (SQLite, Database File Format 1.3).
    other.replaceSubrange(68..<72, with: [1, 2, 3, 4])
    try folder.write("own.store", bytes: other)
    #expect(verdict(try checks(arguments, in: home, expecting: 3), "store") == "bad")
    var later = sound
    later.replaceSubrange(60..<64, with: [0, 0, 0, 99])
    try folder.write("own.store", bytes: later)
    #expect(verdict(try checks(arguments, in: home), "store") == "warning")
    #expect(folder.bytes("own.store") == later)
  }

  @Test("Places that cannot be written are told, with the reason")
  func places() throws {
    let home = try Home()
    try home.data.write("progress/a.csv", Records.file(100))
    try Folder(home.path).write("state/jineng", "in the way")
    try home.work.write("file", "x")
    let environment = ["XDG_CACHE_HOME": home.work.absolute("file")]
    let checks = try checks(["--data", home.data.path], in: home, environment: environment, expecting: 3)
    #expect(verdict(checks, "store") == "bad")
    #expect(verdict(checks, "cache") == "warning")
  }

  @Test("The environment's mistakes are told")
  func environment() throws {
    let home = try Home()
    try home.data.write("progress/a.csv", Records.file(100))
    try home.config.write("jineng/config.toml", "them = 1\ntheme = \"none-such\"\n")
    let checks = try checks(
      ["--data", home.data.path], in: home,
      environment: ["ESCDELAY": "soon", "TZ": "Asia/Nowhere", "LC_ALL": "xx_XX.UTF-8", "TMUX": "/tmp/x,1,0"])
    for id in ["escape_delay", "time_zone", "locale", "session", "config"] {
      #expect(verdict(checks, id) == "warning", "\(id)")
    }
    #expect(fact(checks, "config", "faults") as? Int == 2)
  }

  @Test("A file from the future means that a clock is wrong; an empty directory is a warning")
  func clock() throws {
    let home = try Home()
    #expect(verdict(try checks(["--data", home.data.path], in: home), "directory") == "warning")
    try home.data.write("progress/a.csv", Records.file(100))
    var times = [timespec(), timespec()]
    clock_gettime(CLOCK_REALTIME, &times[0])
    times[0].tv_sec += 3600
    times[1] = times[0]
    try #require(utimensat(AT_FDCWD, home.data.absolute("progress/a.csv"), times, 0) == 0)
    let checks = try checks(["--data", home.data.path], in: home)
    #expect(verdict(checks, "clock") == "warning")
    #expect((fact(checks, "clock", "seconds_behind_newest_file") as? Int ?? 0) > 3000)
  }

  @Test("Nothing that the environment or a name holds steers a terminal", arguments: ["text", "json"])
  func hostile(format: String) throws {
    let home = try Home()
    for text in Hostile.texts where !text.contains("\0") && !text.contains("/") {
      let folder = home.work.absolute(text)
      home.work.makeFolder(text)
      try home.config.write("jineng/config.toml", "glyphs = \"x\\u001B[31;7791m\"\n")
      let environment: [String: String?] = [
        "TERM": text, "LC_ALL": text, "TZ": text, "ESCDELAY": text, "TMUX": text, "XDG_CACHE_HOME": folder,
      ]
      let arguments = ["doctor", "--format", format, "--data", folder, "--store", home.path + "/" + text + ".store"]
      let result = try Jineng.run(arguments, in: home, environment: environment, expecting: 0)
      #expect(ShownText.hidden(in: result.out) == [], "\(text.debugDescription)")
      #expect(!result.text.contains("\u{1b}"))
      if format == "json" { _ = try JSON.object(result.out) }
    }
  }
}
