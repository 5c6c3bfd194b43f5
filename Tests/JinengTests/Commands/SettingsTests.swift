import Testing

/// Where settings come from, and which wins.
@Suite struct SettingsTests {
  /// The total of a report made with these arguments.
  private func total(_ arguments: [String], in home: Home, environment: [String: String?] = [:]) throws -> Int? {
    let all = ["report", "--format", "json", "--as-of", "2026-06-30"] + arguments
    let report = try JSON.object(Jineng.run(all, in: home, environment: environment, expecting: 0).out)
    let items = JSON.objects((report["city"] as? [String: Any])?["items"])
    return items.first { $0["id"] as? String == "M01.01" }?["actual"] as? Int
  }

  @Test("--data wins over JINENG_DATA, that over the config file, that over ./data")
  func precedence() throws {
    let home = try Home()
    for (count, name) in ["data", "configured", "named", "asked"].enumerated() {
      try home.work.write("\(name)/progress/a.csv", Records.file(count + 1))
    }
    #expect(try total([], in: home) == 1)
    try home.config.write("jineng/config.toml", "data = \"configured\"\n")
    #expect(try total([], in: home) == 2)
    #expect(try total([], in: home, environment: ["JINENG_DATA": ""]) == 2)
    #expect(try total([], in: home, environment: ["JINENG_DATA": "named"]) == 3)
    #expect(try total(["--data", "asked"], in: home, environment: ["JINENG_DATA": "named"]) == 4)
  }

  @Test("Without XDG_CONFIG_HOME the config file is in ~/.config")
  func homeConfig() throws {
    let home = try Home()
    try home.work.write("there/progress/a.csv", Records.file(5))
    try Folder(home.path).write(".config/jineng/config.toml", "data = \"there\"\n")
    #expect(try total([], in: home, environment: ["XDG_CONFIG_HOME": nil]) == 5)
  }

  @Test("The config file's language and theme count; options win")
  func languageAndTheme() throws {
    let home = try Home()
    try home.work.write("data/progress/a.csv", Records.file(5))
    try home.config.write("jineng/config.toml", "lang = \"en\"\nglyphs = \"ascii\"\n")
    let english = try Jineng.run(["show", "overview"], in: home, expecting: 0).text
    #expect(english.contains("Overview"))
    #expect(english.utf8.allSatisfy { $0 < 0x80 })
    #expect(try Jineng.run(["show", "overview", "--lang", "zh"], in: home, expecting: 0).text.contains("总览"))
  }

  @Test(
    "A config file with a mistake is told with its place, and the program goes on",
    arguments: [
      ("lang = = 3\n", "config.toml:1:8"), ("\nglyphs = 3\n", "config.toml:2:10"),
      ("them = \"dark\"\n", "config.toml:1"),
      ("color = \"pink\"\n", "config.toml:1"), ("\nlang = \"fr\"\n", "config.toml:2"),
      ("ambiguous_width = 7\n", "config.toml:1"),
    ])
  func brokenConfig(text: String, place: String) throws {
    let home = try Home()
    try home.work.write("data/progress/a.csv", Records.file(5))
    try home.config.write("jineng/config.toml", text)
    let result = try Jineng.run(["report", "--format", "json"], in: home, expecting: 0)
    #expect(result.complaint.contains(place), "\(result.complaint.debugDescription)")
    #expect(!result.text.isEmpty)
  }

  private func show(_ arguments: [String], in home: Home) throws -> Jineng.Result {
    try Jineng.run(["show", "overview", "--format", "ansi", "--color", "true"] + arguments, in: home)
  }

  @Test("A theme of the user's wins over a compiled-in one of that name, and may have a name of its own")
  func ownTheme() throws {
    let home = try Home()
    try home.work.write("data/progress/a.csv", Records.file(5))
    let before = try show([], in: home)
    #expect(before.status == 0)
    #expect(!before.text.contains("38;2;18;52;86"))
    for name in ["dark", "own"] {
      try home.config.write("jineng/themes/\(name).toml", "[roles]\ntext = { fg = [\"#123456\", \"red\"] }\n")
      let after = try show(["--theme", name], in: home)
      #expect(after.status == 0)
      #expect(after.text.contains("38;2;18;52;86"), "\(name)")
    }
    #expect(try show([], in: home).text.contains("38;2;18;52;86"))
    try home.config.write("jineng/config.toml", "theme = \"light\"\n")
    #expect(!(try show([], in: home).text.contains("38;2;18;52;86")))
  }

  @Test(
    "A broken theme is told with its file, line and column",
    arguments: [
      ("[roles]\ntext = { fg = \"#12\" }\n", "dark.toml:2:"), ("[roles\n", "dark.toml:1:"),
      ("\n[roles]\ntext = 3\n", "dark.toml:3:"),
    ])
  func brokenTheme(text: String, place: String) throws {
    let home = try Home()
    try home.work.write("data/progress/a.csv", Records.file(5))
    try home.config.write("jineng/themes/dark.toml", text)
    let result = try show([], in: home)
    #expect(result.status == 3)
    #expect(result.text == "")
    #expect(result.complaint.contains(place), "\(result.complaint.debugDescription)")
  }

  @Test("A role that does not exist is told")
  func unknownRole() throws {
    let home = try Home()
    try home.work.write("data/progress/a.csv", Records.file(5))
    try home.config.write("jineng/themes/dark.toml", "[roles]\ntxet = { bold = true }\n")
    let result = try show([], in: home)
    #expect(result.complaint.contains("dark.toml:2"), "\(result.complaint.debugDescription)")
    #expect(result.complaint.contains("txet"))
  }

  @Test("An unknown theme is answered with the names there are, the user's own too")
  func unknownTheme() throws {
    let home = try Home()
    let known = "colour-blind, dark, high-contrast, kiosk, light, mono"
    let before = try Jineng.run(["show", "overview", "--theme", "nonesuch"], in: home, expecting: 2)
    #expect(before.complaint.contains(known + ", and files in \(home.config.path)/jineng/themes"))
    try home.config.write("jineng/themes/wall.toml", "")
    try home.config.write("jineng/themes/desk.toml", "")
    try home.config.write("jineng/themes/.hidden.toml", "")
    try home.config.write("jineng/themes/notes.txt", "")
    let after = try Jineng.run(["show", "overview", "--theme", "nonesuch"], in: home, expecting: 2)
    #expect(
      after.complaint.contains(known + ", and in \(home.config.path)/jineng/themes desk, wall\n"), "\(after.complaint)")
    #expect(after.text == "")
  }

  @Test("A theme file that cannot be read is told, not passed over")
  func unreadableTheme() throws {
    let home = try Home()
    try home.work.write("data/progress/a.csv", Records.file(5))
    home.config.makeFolder("jineng/themes/dark.toml")
    let result = try show([], in: home)
    #expect(result.status == 3)
    #expect(result.complaint.contains("dark.toml: not a regular file"))
  }

  @Test("A config file that is no file does not hold the program up")
  func oddConfig() throws {
    let home = try Home()
    try home.work.write("data/progress/a.csv", Records.file(5))
    home.config.makeFolder("jineng/config.toml")
    #expect(try total([], in: home) == 5)
  }
}
