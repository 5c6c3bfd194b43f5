import Testing

/// What cannot be used ends with 3: what, where and what to do on standard error, nothing on standard output.
@Suite struct UnusableTests {
  private static let commands = [
    ["check"], ["check", "--format", "json"], ["report", "--format", "json"], ["show", "overview"],
    ["show", "data", "--format", "svg"], ["explain", "--district", "310115", "--item", "M01.01"],
  ]

  @Test("No such directory", arguments: commands)
  func missing(command: [String]) throws {
    let home = try Home()
    let result = try Jineng.run(command + ["--data", home.path + "/nowhere"], in: home, expecting: 3)
    #expect(result.text == "")
    #expect(result.complaint.contains("/nowhere"))
    #expect(result.complaint.contains("--data"))
  }

  @Test("Nothing named and no ./data")
  func nothingNamed() throws {
    let result = try Jineng.run(["check"], in: Home(), expecting: 3)
    #expect(result.text == "")
    #expect(result.complaint.contains("data"))
  }

  @Test("Not a directory", arguments: commands)
  func notADirectory(command: [String]) throws {
    let home = try Home()
    try home.work.write("file", "x")
    let result = try Jineng.run(command + ["--data", "file"], in: home, expecting: 3)
    #expect(result.text == "")
    #expect(result.complaint.contains("file"))
  }

  private struct Broken: Sendable {
    var text: String
    var place: String
    var expected: String
  }

  private static let plans: [Broken] = [
    Broken(text: "year = = 3\n", place: "plan.toml:1:8", expected: "value"),
    Broken(text: "\n[plan]\nyear = \"x\"\n", place: "plan.toml:3:8", expected: "a whole number"),
  ]

  @Test("A broken plan is told with file, line, column and what was expected", arguments: commands)
  func brokenPlan(command: [String]) throws {
    for plan in UnusableTests.plans {
      let home = try Home()
      try home.data.write("plan.toml", plan.text)
      let result = try Jineng.run(command + ["--data", home.data.path, "--lang", "en"], in: home, expecting: 3)
      #expect(result.text == "")
      #expect(result.complaint.contains(plan.place), "\(result.complaint)")
      #expect(result.complaint.contains(plan.expected), "\(result.complaint)")
    }
  }

  @Test("A plan that was named and is not there is told by its name", arguments: commands)
  func missingPlan(command: [String]) throws {
    let home = try Home()
    try home.data.write("progress/a.csv", Records.file(100))
    let arguments = command + ["--data", home.data.path, "--plan", home.path + "/nonesuch.toml"]
    let result = try Jineng.run(arguments, in: home, expecting: 3)
    #expect(result.text == "")
    #expect(result.complaint.contains("nonesuch.toml"))
  }

  @Test("The plan that is named wins over the one in the directory, broken as that may be")
  func namedPlan() throws {
    let home = try Home()
    try home.data.write("plan.toml", "year = = 3\n")
    try home.work.write("own.toml", "[plan]\n")
    let arguments = ["check", "--data", home.data.path, "--plan", "own.toml"]
    let result = try Jineng.run(arguments, in: home, expecting: 3)
    #expect(result.complaint.contains("own.toml:1:"))
  }

  @Test("Without a terminal the console and the demo do not open and leave nothing", arguments: ["console", "demo"])
  func noTerminal(command: String) throws {
    let home = try Home()
    try home.data.write("progress/a.csv", Records.file(100))
    let arguments = command == "demo" ? [command, "--rows", "100"] : [command, "--data", home.data.path]
    let result = try Jineng.run(arguments, in: home, expecting: 3)
    #expect(result.text == "")
    #expect(result.complaint.split(separator: "\n").count == 1)
    #expect(home.temporary.names == [])
  }
}
