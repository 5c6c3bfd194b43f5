import Testing

/// Wrong usage ends with 2, says why on standard error and nothing on standard output.
@Suite struct UsageTests {
  @Test(
    "Wrong usage",
    arguments: [
      ["frobnicate"], ["--frobnicate"], ["show"], ["show", "nowhere"], ["show", "overview", "--size", "80"],
      ["show", "overview", "--size", "0x24"], ["show", "overview", "--size", "80x24x1"],
      ["show", "overview", "--size", "99999x99999"], ["show", "overview", "--size", "-80x24"],
      ["show", "overview", "--size", "٨٠x24"], ["show", "overview", "--keys", "Hyper-X"],
      ["show", "overview", "--keys", "F13"], ["show", "overview", "--keys", "F0"],
      ["show", "overview", "--format", "pdf"], ["show", "district", "--district", "atlantis"],
      ["check", "--format", "xml"], ["report"], ["report", "--format", "doc"], ["check", "--lang", "fr"],
      ["check", "--theme", "nonesuch"], ["check", "--theme", "../../etc/passwd"], ["check", "--glyphs", "emoji"],
      ["check", "--color", "pink"], ["demo", "--rows", "-1"], ["demo", "--seed", "x"],
      ["demo", "--through", "2026-02-30"], ["check", "--as-of", "yesterday"], ["check", "--as-of", "2026-02-30"],
      ["check", "--as-of", "2025-12-31"], ["report", "--format", "json", "--as-of", "2027-01-01"],
      ["show", "overview", "--as-of", "2027-01-01"], ["explain"], ["explain", "--district", "310115"],
      ["explain", "--item", "M01.01"], ["explain", "--district", "atlantis", "--item", "M01.01"],
      ["explain", "--district", "310115", "--item", "M99.01"], ["explain", "--district", "310115", "--item", "M01.04"],
      ["explain", "--district", "310115", "--item", "M08.01"],
      ["explain", "--district", "310115", "--item", "M01.01", "--format", "csv"],
      ["explain", "--district", "310115", "--item", "M01.01", "--as-of", "2027-01-01"], ["console", "--as-of", "soon"],
    ])
  func wrongUsage(arguments: [String]) throws {
    let home = try Home()
    try home.data.write("progress/a.csv", Records.file(100))
    let result = try Jineng.run(arguments, in: home, environment: ["JINENG_DATA": home.data.path], expecting: 2)
    #expect(result.text == "")
    #expect(!result.complaint.isEmpty)
    #expect(ShownText.hidden(in: result.err) == [])
  }

  @Test("Help is no mistake", arguments: [["--help"], ["help"], ["show", "--help"], ["--version"]])
  func help(arguments: [String]) throws {
    let result = try Jineng.run(arguments, in: Home(), expecting: 0)
    #expect(!result.text.isEmpty)
    #expect(result.complaint == "")
  }

  @Test("The first and the last day of the period are inside it", arguments: ["2026-01-01", "2026-12-31"])
  func boundaries(day: String) throws {
    let home = try Home()
    try home.data.write("progress/a.csv", Records.file(100))
    let arguments = ["report", "--format", "json", "--data", home.data.path, "--as-of", day]
    let report = try JSON.object(Jineng.run(arguments, in: home, expecting: 0).out)
    #expect(report["as_of"] as? String == day)
  }
}
