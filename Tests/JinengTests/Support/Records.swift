/// Small records. The first day of the built-in plan's period is inside it on whatever day the tests run.
enum Records {
  static let header = "date,district,item,count\n"
  static let day = "2026-01-01"

  /// A row of 补贴培训 in Pudong.
  static func row(_ count: Int, district: String = "310115", on day: String = day) -> String {
    "\(day),\(district),M01.01,\(count)\n"
  }

  /// A whole progress file with these counts.
  static func file(_ counts: Int...) -> String { header + counts.map { row($0) }.joined() }

  /// A reading error in its second line.
  static let badFile = header + "2026-02-30,310115,M01.01,5\n"
}

/// What a hostile office might write, everywhere it can. Nothing of it may steer a terminal.
enum Hostile {
  /// Parameters that stand only here: found in a sequence, they came through.
  static let canaries = ["7791", "7792", "7793"]

  static let texts = [
    "\u{1b}[31;7791m红\u{1b}[0m", "\u{1b}]0;7792 title\u{07}", "\u{9b}7793m", "\u{1b}[2J\u{1b}[H", "\u{1b}(0lqk",
    "\u{202e}gnirts\u{202c}", "\u{2066}a\u{2069}", "零\u{200b}宽\u{feff}", "\u{e0041}\u{e0042}", "a\u{08}\u{08}b",
    "\u{1b}P1$r7791m\u{1b}\\", "\u{7f}\u{0}\u{85}", "=HYPERLINK(\"http://x\")", "<script>alert(1)</script>&\"'",
  ]

  static let fileNames = [
    "\u{1b}]0;7792\u{07}.csv", "two\nlines.csv", "\u{202e}vsc.csv", "\u{1b}[31;7791m.csv", "a\rb.csv", "<b>&.csv",
  ]

  /// A data directory full of it.
  static func fill(_ data: Folder) throws {
    var institutions = "id,name,district,class\n"
    var findings = "institution,date,kind,note\n"
    var bases = "id,name,district,host,category\n"
    var projects = "id,base,name,approved_on,amount\n"
    var targets = "district,item,target,owner\n"
    for (index, text) in texts.enumerated() {
      let field = "\"" + text.replacing("\"", with: "\"\"") + "\""
      institutions += "I\(index),\(field),310115,\(field)\n"
      findings += "I\(index),2026-01-02,\(field),\(field)\n"
      bases += "B\(index),\(field),310115,\(field),\(field)\n"
      projects += "P\(index),B\(index),\(field),2026-01-02,10\n"
      if index == 0 { targets += "310115,M01.01,100,\(field)\n" }
    }
    try data.write("institutions.csv", institutions)
    try data.write("findings.csv", findings)
    try data.write("bases.csv", bases)
    try data.write("projects.csv", projects)
    try data.write("targets.csv", targets)
    for (index, name) in fileNames.enumerated() {
      let text = texts[index]
      let bad = "\(text),\(text),\(text),\(text),x,\(text)\n"
      let good = "2026-01-01,310115,M01.01,\(index + 1),x,\(text)\n"
      try data.write("progress/" + name, "date,district,item,count,\(text),institution\n" + bad + good)
    }
    try data.write("\u{1b}[31;7791mstranger.csv", "a\n")
  }
}

extension Folder {
  /// A sample year of few rows of training: every page has something to show.
  static let sample = written("sample")

  /// The same without its longest tables, for tests that read it often.
  static let smallSample: Folder? = {
    let folder = written("small-sample")
    for name in ["registers", "scores", "spending"] { folder?.remove(name) }
    return folder
  }()

  private static func written(_ name: String) -> Folder? {
    let folder = Folder(Jineng.path + "-tests-" + name)
    guard let home = try? Home() else { return nil }
    let arguments = ["demo", "--write", folder.path, "--rows", "400", "--through", "2026-11-20"]
    guard let result = try? Jineng.run(arguments, in: home), result.status == 0 else { return nil }
    return folder
  }
}
