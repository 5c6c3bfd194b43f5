import Testing

/// `jineng changes` and `jineng revisions`: what was known when, as text and as JSON.
@Suite struct HistoryTests {
  private static let figure = Shape.object([
    "district": .string, "item": .string, "before": .whole, "after": .whole, "difference": .whole, "revised": .whole,
  ])
  private static let target = Shape.object([
    "district": .string, "item": .string, "before": .optional(.whole), "after": .optional(.whole),
  ])
  private static let changes = Shape.object([
    "schema": .constant("jineng.changes/1"), "as_of": .day, "sample": .flag, "base": .string,
    "since": .optional(.string), "since_first": .flag, "kept_since": .optional(.string),
    "kept_until": .optional(.string), "files": .whole, "figures": .list(figure), "targets": .list(target),
  ])
  private static let revision = Shape.object([
    "version": .whole, "at": .string, "district": .string, "item": .string, "month": .string, "before": .whole,
    "after": .whole, "difference": .whole,
    "files": .list(.object(["path": .string, "difference": .whole])),
  ])
  private static let revisions = Shape.object([
    "schema": .constant("jineng.revisions/1"), "sample": .flag, "district": .optional(.string),
    "kept_since": .optional(.string), "total": .whole, "revisions": .list(revision),
  ])

  private func ask(_ arguments: [String], in home: Home) throws -> [String: Any] {
    let result = try Jineng.run(arguments + ["--data", home.data.path, "--format", "json"], in: home, expecting: 0)
    #expect(result.complaint == "")
    return try JSON.object(result.out)
  }

  /// The only figure's member.
  private func number(_ answer: [String: Any], _ list: String, _ member: String) -> Double? {
    let rows = answer[list] as? [[String: Any]]
    return rows?.count == 1 ? rows?.first?[member].flatMap { JSON.number($0) } : nil
  }

  @Test("Each run keeps what is new, and says what changed since the first")
  func everyRun() throws {
    let home = try Home()
    try home.data.write("progress/a.csv", Records.file(100))
    let first = try ask(["changes"], in: home)
    #expect(HistoryTests.changes.faults(first) == [])
    #expect((first["figures"] as? [Any])?.isEmpty == true)
    try home.data.write("progress/a.csv", Records.file(100, 22))
    try home.data.write("targets.csv", "district,item,target\n310115,M01.01,2000\n")
    let second = try ask(["changes"], in: home)
    #expect(HistoryTests.changes.faults(second) == [])
    #expect(number(second, "figures", "difference") == 22)
    #expect(number(second, "figures", "before") == 100)
    #expect(number(second, "targets", "after") == 2000)
    let revisions = try ask(["revisions", "--district", "pd"], in: home)
    #expect(HistoryTests.revisions.faults(revisions) == [])
    // The sample day is the year's first: by now its month has closed, unless these tests run in that January.
    if number(revisions, "revisions", "difference") != nil {
      #expect(number(revisions, "revisions", "after") == 122)
    } else {
      #expect(JSON.number(revisions["total"] ?? 1) == 0)
    }
    #expect(JSON.number(try ask(["revisions", "--district", "静安"], in: home)["total"] ?? 1) == 0)
    #expect(Folder(home.path + "/state/jineng").names.count == 1)
    #expect(home.data.tree.keys.sorted() == ["progress/a.csv", "targets.csv"])
  }

  @Test("As text it is a table in both languages")
  func text() throws {
    let home = try Home()
    try home.data.write("progress/a.csv", Records.file(100))
    let nothing = try Jineng.run(["changes", "--data", home.data.path], in: home, expecting: 0)
    #expect(nothing.text.contains("没有变化"))
    try home.data.write("progress/a.csv", Records.file(40))
    let zh = try Jineng.run(["changes", "--data", home.data.path, "--since", "yesterday"], in: home, expecting: 0)
    #expect(zh.text.contains("浦东") && zh.text.contains("-60") && zh.text.contains("自首次留存"))
    let en = try Jineng.run(["changes", "--data", home.data.path, "--lang", "en"], in: home, expecting: 0)
    #expect(en.text.contains("Pudong") && en.text.contains("since records began"))
  }

  @Test("A store of one's own is used where it is named, and refused in the data directory")
  func named() throws {
    let home = try Home()
    try home.data.write("progress/a.csv", Records.file(100))
    _ = try ask(["changes", "--store", "own.store"], in: home)
    #expect(home.work.names == ["own.store"])
    #expect(Folder(home.path + "/state").names == [])
    let refused = try Jineng.run(
      ["changes", "--data", home.data.path, "--store", home.data.path + "/a.store"], in: home, expecting: 2)
    #expect(refused.complaint.contains("--store"))
    #expect(home.data.names == ["progress"])
  }

  @Test("What is no store is set aside and said; another run is quiet again")
  func setAside() throws {
    let home = try Home()
    try home.data.write("progress/a.csv", Records.file(100))
    try home.work.write("own.store", String(repeating: "no database\n", count: 300))
    let arguments = ["changes", "--data", home.data.path, "--store", "own.store"]
    let told = try Jineng.run(arguments, in: home, expecting: 0)
    #expect(told.complaint.contains("own.store.bad-"))
    #expect(home.work.names.count == 2)
    #expect(try Jineng.run(arguments, in: home, expecting: 0).complaint == "")
  }

  @Test("A place that cannot be used ends the command with 3, and says why")
  func unusable() throws {
    let home = try Home()
    try home.data.write("progress/a.csv", Records.file(100))
    let result = try Jineng.run(
      ["changes", "--data", home.data.path, "--store", "/proc/none/a.store"], in: home, expecting: 3)
    #expect(result.text == "" && result.complaint.contains("/proc/none/a.store"))
  }

  @Test("One frame is shown of what is kept, and nothing is made for it")
  func shown() throws {
    let home = try Home()
    try home.data.write("progress/a.csv", Records.file(100))
    let show = ["show", "overview", "--data", home.data.path, "--keys", "d"]
    #expect(try Jineng.run(show, in: home, expecting: 0).text.contains("还没有留存任何版本"))
    #expect(Folder(home.path + "/state").names == [])
    _ = try ask(["changes"], in: home)
    try home.data.write("progress/a.csv", Records.file(107))
    _ = try ask(["changes"], in: home)
    #expect(try Jineng.run(show, in: home, expecting: 0).text.contains("+7"))
  }

  @Test("Killed at any moment, the store is whole and tells of every version that it has")
  func killed() throws {
    let home = try Home()
    let command = ["changes", "--data", home.data.path]
    try home.data.write("progress/a.csv", Records.file(1))
    _ = try Jineng.run(command, in: home, expecting: 0)
    for round in 2...13 {
      try home.data.write("progress/a.csv", Records.file(round))
      let seconds = "0.\(String(1_000 + round * 30).dropFirst())"
      _ = try Jineng.run(command, in: home, through: ["timeout", "-s", "KILL", seconds])
    }
    try home.data.write("progress/a.csv", Records.file(99))
    let answer = try ask(["changes"], in: home)
    #expect(number(answer, "figures", "before") == 1 && number(answer, "figures", "after") == 99)
    let list = (try ask(["revisions"], in: home)["revisions"] as? [[String: Any]]) ?? []
    for (newer, older) in zip(list, list.dropFirst()) {
      #expect(JSON.number(newer["before"] ?? 0) == JSON.number(older["after"] ?? 1))
    }
    #expect(Folder(home.path + "/state/jineng").names.allSatisfy { !$0.contains(".bad-") })
  }
}
