import Glibc
import Testing

/// Where output goes: whole or not at all, and never lost in silence.
@Suite struct OutputTests {
  private func data() throws -> Home {
    let home = try Home()
    try home.data.write("progress/a.csv", Records.file(100))
    return home
  }

  @Test("-o writes what standard output would get, and replaces the file by rename")
  func outputFile() throws {
    let home = try data()
    let report = ["report", "--format", "json", "--as-of", "2026-06-30", "--data", home.data.path]
    let expected = try Jineng.run(report, in: home, expecting: 0).out
    try home.work.write("board.json", "old")
    let old = open(home.work.absolute("board.json"), O_RDONLY | O_CLOEXEC)
    defer { close(old) }
    let result = try Jineng.run(report + ["-o", "board.json"], in: home, expecting: 0)
    #expect(result.text == "")
    #expect(result.complaint == "")
    #expect(home.work.bytes("board.json") == expected)
    #expect(String(decoding: Descriptor.readAll(old), as: UTF8.self) == "old")
    #expect(home.work.names == ["board.json"])
  }

  @Test("A target that cannot be written: 3, and nothing is left", arguments: ["nowhere/board.json", "folder"])
  func unwritable(target: String) throws {
    let home = try data()
    home.work.makeFolder("folder")
    let arguments = ["report", "--format", "json", "--data", home.data.path, "-o", target]
    let result = try Jineng.run(arguments, in: home, expecting: 3)
    #expect(result.text == "")
    #expect(result.complaint.contains(target))
    #expect(home.work.names == ["folder"])
    #expect(Folder(home.work.absolute("folder")).names == [])
  }

  @Test("A target that is no file is not replaced by one")
  func oddTarget() throws {
    let home = try data()
    #expect(mkfifo(home.work.absolute("queue"), 0o600) == 0)
    let arguments = ["report", "--format", "json", "--data", home.data.path, "-o", "queue"]
    let result = try Jineng.run(arguments, in: home, expecting: 3)
    #expect(result.complaint.contains("queue"))
    var status = stat()
    #expect(lstat(home.work.absolute("queue"), &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
    #expect(home.work.names == ["queue"])
  }

  @Test("Standard output that is closed is told")
  func closedOutput() throws {
    let home = try data()
    let result = try Jineng.run(
      ["check", "--data", home.data.path], in: home, through: ["sh", "-c", "exec \"$@\" >&-", "sh"])
    #expect(result.status == 3)
    #expect(result.complaint.contains("standard output"))
  }

  @Test("Data that cannot be read leaves the file as it was")
  func nothingToWrite() throws {
    let home = try Home()
    try home.work.write("board.json", "old")
    let arguments = ["report", "--format", "json", "--data", "nowhere", "-o", "board.json"]
    _ = try Jineng.run(arguments, in: home, expecting: 3)
    #expect(home.work.text("board.json") == "old")
    #expect(home.work.names == ["board.json"])
  }

  private static let commands = [
    ["report", "--format", "json"], ["check", "--format", "json"], ["check"], ["show", "overview"],
    ["show", "overview", "--format", "svg"], ["--help"],
  ]

  @Test("A closed pipe ends the program quietly", arguments: commands)
  func closedPipe(command: [String]) throws {
    let home = try data()
    let result = try Jineng.run(
      command, in: home, environment: ["JINENG_DATA": home.data.path], sink: .closedPipe)
    #expect(result.status == 128 + Int(SIGPIPE))
    #expect(result.complaint == "")
  }

  @Test("And quietly, too, where its parents ignore SIGPIPE")
  func ignoredPipeSignal() throws {
    let home = try data()
    let result = try Jineng.run(
      ["check", "--data", home.data.path], in: home, sink: .closedPipe,
      through: ["--ignore-signal=PIPE"])
    #expect(result.status != 0)
    #expect(result.complaint == "")
  }

  @Test("A full disk is told", arguments: commands)
  func fullDisk(command: [String]) throws {
    let home = try data()
    let result = try Jineng.run(
      command, in: home, environment: ["JINENG_DATA": home.data.path], sink: .file("/dev/full"))
    #expect(result.status == 3)
    #expect(result.complaint.contains("standard output"))
  }

  @Test("A sample that cannot be written is told")
  func sampleOnFile() throws {
    let home = try Home()
    try home.work.write("file", "x")
    let result = try Jineng.run(["demo", "--write", "file/sample", "--rows", "100"], in: home, expecting: 3)
    #expect(result.text == "")
    #expect(result.complaint.contains("file/sample"))
    #expect(home.work.tree.keys.sorted() == ["file"])
  }
}
