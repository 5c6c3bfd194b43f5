import Policy
import Testing

@testable import Records

/// A problem's line, read again from its file.
@Suite struct ExcerptTests {
  static let header = "日期,区,指标,人次\n"

  /// The lines around the only problem of a file with that code.
  static func outcome(
    _ directory: DataDirectory, _ code: ProblemCode, margin: Int = 1, before change: () throws -> Void = {}
  ) throws -> ExcerptOutcome {
    let snapshot = try directory.read()
    let problem = try #require(snapshot.problems.first { $0.code == code })
    let file = try #require(snapshot.report(problem.path))
    let personal = snapshot.problems.filter { $0.code == .personalData }.compactMap(\.column)
    try change()
    let request = ExcerptRequest(
      path: problem.path, line: problem.line ?? 1, column: problem.column, margin: margin, file: file,
      personal: Set(personal))
    return try #require(directory.excerpts.read(request))
  }

  static func found(_ outcome: ExcerptOutcome) throws -> SourceExcerpt {
    guard case .found(let excerpt) = outcome else {
      Issue.record("\(outcome)")
      throw DataDirectory.Failure(errno: 0)
    }
    return excerpt
  }

  static func texts(_ rows: [SourceExcerpt.Row]) -> [String] {
    rows.map { "\($0.line): " + texts($0.fields) }
  }

  static func texts(_ fields: [SourceExcerpt.Field]) -> String {
    fields.map { field in
      switch field {
      case .text(let text): text
      case .masked: "*"
      }
    }.joined(separator: "|")
  }

  @Test("the row stands between its neighbours, its column marked, in every encoding", arguments: WrittenText.allCases)
  func neighbours(_ encoding: WrittenText) throws {
    let text =
      Self.header
      + (1...40).map { "2026-03-\($0 == 20 ? "99" : "05"),浦东,M01.01,\($0)\n" }.joined()
    let directory = try DataDirectory()
    try directory.write("progress.csv", encoding.mark + encoding.bytes(text))
    let excerpt = try Self.found(try Self.outcome(directory, .badDate))
    #expect(Self.texts(excerpt.header) == "日期|区|指标|人次")
    #expect(
      Self.texts(excerpt.rows) == [
        "20: 2026-03-05|浦东|M01.01|19", "21: 2026-03-99|浦东|M01.01|20", "22: 2026-03-05|浦东|M01.01|21",
      ])
    #expect(excerpt.column == 0)
    #expect(!excerpt.hasChanged)
  }

  @Test func linesAreThoseOfAnEditor() throws {
    let directory = try DataDirectory([
      "progress.tsv":
        "\r\n日期\t区\t指标\t人次\t机构\r\n\r\n2026-03-05\t浦东\tM01.01\t5\t\"a\r\nb\"\r\n2026-02-30\t浦东\tM01.01\t5\t\r\n"
    ])
    let excerpt = try Self.found(try Self.outcome(directory, .badDate, margin: 3))
    #expect(Self.texts(excerpt.rows) == ["4: 2026-03-05|浦东|M01.01|5|a\r\nb", "6: 2026-02-30|浦东|M01.01|5|"])
  }

  @Test func personalAndUnknownColumnsAreNeverShown() throws {
    let directory = try DataDirectory([
      "progress.csv": "日期,区,指标,人次,姓名,备注栏\n2026-03-05,浦东,M01.01,1,张某,甲\n2026-02-30,浦东,M01.01,1,李某,乙\n"
    ])
    let excerpt = try Self.found(try Self.outcome(directory, .badDate))
    #expect(Self.texts(excerpt.header) == "日期|区|指标|人次|姓名|备注栏")
    #expect(Self.texts(excerpt.rows) == ["2: 2026-03-05|浦东|M01.01|1|*|*", "3: 2026-02-30|浦东|M01.01|1|*|*"])
  }

  @Test func aColumnThatWasFoundToBePersonalIsNotShown() throws {
    let phones = (0..<4).map { "I\($0),2026-03-0\($0 + 1),年检,1380013800\($0)\n" }.joined()
    let directory = try DataDirectory([
      "institutions.csv": "id,name,district\n" + (0..<4).map { "I\($0),甲,浦东\n" }.joined(),
      "findings.csv": "institution,date,kind,note\n" + phones + "I0,2026-02-30,年检,某人\n",
    ])
    let excerpt = try Self.found(try Self.outcome(directory, .badDate))
    #expect(Self.texts(excerpt.rows) == ["5: I3|2026-03-04|年检|*", "6: I0|2026-02-30|年检|*"])
  }

  @Test func aPersonalValueInAnyColumnIsNotShown() throws {
    let number = PersonalDataTests.identityNumber("19920229", 1)
    let directory = try DataDirectory(["progress.csv": Self.header + "2026-02-30,\(number),M01.01,13800138000\n"])
    let excerpt = try Self.found(try Self.outcome(directory, .badDate))
    #expect(Self.texts(excerpt.rows) == ["2: 2026-02-30|*|M01.01|*"])
  }

  @Test func namesInRegistersAreNotShown() throws {
    let directory = try DataDirectory([
      "registers.csv": "item,entry,stage,date,name\nM01.04,a,会商,2026-02-30,某人\n"
    ])
    let excerpt = try Self.found(try Self.outcome(directory, .badDate))
    #expect(Self.texts(excerpt.rows) == ["2: M01.04|a|会商|2026-02-30|*"])
  }

  @Test("a row of too few fields hides all, where one of them may be personal")
  func ragged() throws {
    let plain = try DataDirectory(["progress.csv": Self.header + "2026-03-05,浦东\n"])
    #expect(Self.texts(try Self.found(try Self.outcome(plain, .raggedRow)).rows) == ["2: 2026-03-05|浦东"])
    let personal = try DataDirectory(["progress.csv": "姓名," + Self.header + "2026-03-05,某人\n"])
    #expect(Self.texts(try Self.found(try Self.outcome(personal, .raggedRow)).rows) == ["2: *|*"])
  }

  @Test("a row that cannot be read by fields is shown as it stands")
  func broken() throws {
    let directory = try DataDirectory()
    try directory.write(
      "progress.csv", Array((Self.header + "2026-03-05,浦").utf8) + [0xFF] + Array("东,M01.01,5\n".utf8))
    let encoding = try Self.found(try Self.outcome(directory, .invalidEncoding))
    #expect(Self.texts(encoding.rows) == ["2: 2026-03-05,浦\\xff东,M01.01,5"])
    try directory.write("progress.csv", Self.header + "\n2026-03-05,浦东,M01.01,\"5\n2026-03-05,浦东,M01.01,5\n")
    let quote = try Self.found(try Self.outcome(directory, .unterminatedQuote))
    #expect(Self.texts(quote.rows) == ["3: 2026-03-05,浦东,M01.01,\"5"])
    try directory.write(
      "progress.csv", Self.header + "2026-03-05,浦东,M01.01," + String(repeating: "9", count: 70_000) + "\n")
    #expect(Self.texts(try Self.found(try Self.outcome(directory, .fieldTooLarge)).rows) == ["2: "])
  }

  @Test func aFileWithoutHeaderShowsNothing() throws {
    let directory = try DataDirectory(["progress.csv": "张某,13800138000\n李某,13800138001\n"])
    let excerpt = try Self.found(try Self.outcome(directory, .missingColumn))
    #expect(Self.texts(excerpt.header) == "*|*")
    #expect(Self.texts(excerpt.rows) == ["2: *|*"])
  }

  @Test func aLongFieldIsCut() throws {
    let directory = try DataDirectory([
      "progress.csv": "日期,区,指标,人次,工种\n2026-02-30,浦东,M01.01,1," + String(repeating: "工", count: 9_000) + "\n"
    ])
    let excerpt = try Self.found(try Self.outcome(directory, .badDate))
    guard case .text(let text) = try #require(excerpt.rows.first?.fields.last) else { return }
    #expect(text == String(repeating: "工", count: 400) + "…")
  }
}

/// What may have happened to the file since.
@Suite struct ExcerptChangeTests {
  private static let text = ExcerptTests.header + "2026-03-05,浦东,M01.01,1\n2026-02-30,浦东,M01.01,2\n"

  @Test func aFileThatChangedSaysSo() throws {
    let directory = try DataDirectory(["progress.csv": Self.text])
    let outcome = try ExcerptTests.outcome(directory, .badDate) {
      try directory.write("progress.csv", Self.text + "2026-03-06,浦东,M01.01,3\n")
    }
    let excerpt = try ExcerptTests.found(outcome)
    #expect(excerpt.hasChanged)
    #expect(excerpt.rows.map(\.line) == [2, 3, 4])
  }

  @Test func aLineThatIsGoneSaysHowManyThereAre() throws {
    let directory = try DataDirectory(["progress.csv": Self.text])
    for (text, lines) in [(ExcerptTests.header, 1), (ExcerptTests.header + "x", 2), ("", 0), ("\n\n", 2)] {
      try directory.write("progress.csv", Self.text)
      let outcome = try ExcerptTests.outcome(directory, .badDate) { try directory.write("progress.csv", text) }
      #expect(outcome == .beyondEnd(lines: lines), "\(text.debugDescription)")
    }
  }

  @Test func aFileThatIsGoneOrNoFileIsTold() throws {
    let directory = try DataDirectory(["progress.csv": Self.text])
    let gone = try ExcerptTests.outcome(directory, .badDate) { directory.remove("progress.csv") }
    #expect(gone == .unreadable("No such file or directory"))
    try directory.write("progress.csv", Self.text)
    let fifo = try ExcerptTests.outcome(directory, .badDate) {
      directory.remove("progress.csv")
      directory.makeFifo("progress.csv")
    }
    #expect(fifo == .unreadable(ReadFault.notRegular.reason))
    directory.remove("progress.csv")
    try directory.write("progress.csv", Self.text)
    let outside = try DataDirectory(["secret.csv": "a,b\n1,2\n3,4\n"])
    let link = try ExcerptTests.outcome(directory, .badDate) {
      directory.remove("progress.csv")
      directory.link("progress.csv", to: outside.absolute("secret.csv"))
    }
    #expect(link == .unreadable(ReadFault.outside.reason))
  }

  @Test func aNameThatIsNoTextIsFound() throws {
    let directory = try DataDirectory()
    directory.makeFolder("progress")
    try directory.write(bytes: Array("progress/".utf8) + [0xB1, 0xED] + Array(".csv".utf8), Self.text)
    let excerpt = try ExcerptTests.found(try ExcerptTests.outcome(directory, .badDate))
    #expect(excerpt.rows.map(\.line) == [2, 3])
    // A name that only looks so is itself.
    let other = try DataDirectory(["progress/\\xb1.csv": Self.text])
    #expect(try ExcerptTests.found(try ExcerptTests.outcome(other, .badDate)).rows.map(\.line) == [2, 3])
  }

  @Test func aWorkbooksRowsAreShownByTheirNumbers() throws {
    let directory = try DataDirectory()
    let rows = [
      ["各区培训情况"], ["日期", "区", "指标", "人次", "姓名"], ["2026-03-05", "浦东", "M01.01", "1", "某人"],
      ["2026-03-06", "浦东", "M01.01", "x", "某人"], ["2026-03-07", "浦东", "M01.01", "3", "某人"],
    ]
    try directory.write("progress.xlsx", WrittenForm.workbook.bytes(rows))
    let excerpt = try ExcerptTests.found(try ExcerptTests.outcome(directory, .badNumber))
    #expect(excerpt.rows.map(\.line) == [3, 4, 5])
    #expect(excerpt.header.prefix(4) == [.text("日期"), .text("区"), .text("指标"), .text("人次")])
    #expect(excerpt.rows[1].fields == [.text("2026-03-06"), .text("浦东"), .text("M01.01"), .text("x"), .masked])
    #expect(excerpt.column == 3 && !excerpt.hasChanged)
  }

  @Test func nobodyWaitsForALineThatIsNoLongerWanted() throws {
    let rows = String(repeating: "2026-03-05,浦东,M01.01,1\n", count: 20_000)
    let directory = try DataDirectory(["progress.csv": ExcerptTests.header + rows])
    let file = try #require(try directory.read().report("progress.csv"))
    let request = ExcerptRequest(
      path: "progress.csv", line: 20_001, column: nil, margin: 0, file: file, personal: [])
    var looks = 0
    let left = directory.excerpts.read(request) {
      looks += 1
      return looks < 3
    }
    #expect(left == nil)
    #expect(looks == 3)
    let waited = try #require(directory.excerpts.read(request))
    #expect(try ExcerptTests.found(waited).rows.map(\.line) == [20_001])
  }

  @Test func linesOutOfAnyRangeAreHarmless() throws {
    let directory = try DataDirectory(["progress.csv": Self.text])
    let file = try #require(try directory.read().report("progress.csv"))
    for (line, margin) in [(Int.max, Int.max), (Int.min, 3), (0, Int.min), (2, Int.max)] {
      let request = ExcerptRequest(
        path: "progress.csv", line: line, column: nil, margin: margin, file: file, personal: [])
      let outcome = try #require(directory.excerpts.read(request))
      if line == Int.max { #expect(outcome == .beyondEnd(lines: 3)) } else { _ = try ExcerptTests.found(outcome) }
    }
  }

  @Test("the rows are those of a cold reading, for any text and any line")
  func sameRows() throws {
    var generator = SeededGenerator(11)
    let directory = try DataDirectory()
    for _ in 0..<200 {
      let ends = ["\n", "\r\n", "\r"]
      var text = ExcerptTests.header
      var rows: [(line: Int, text: String)] = []
      var line = 2
      for number in 0..<generator.number(0..<30) {
        if generator.chance(1, of: 6) {
          text += "\n"
          line += 1
        }
        let isTwoLines = generator.chance(1, of: 5)
        let word = isTwoLines ? "\"M01\(generator.pick(ends))x\"" : "M01.01"
        let plain = isTwoLines ? word.dropFirst().dropLast().description : word
        text += "2026-03-05,浦东,\(word),\(number)" + "\n"
        rows.append((line, "\(line): 2026-03-05|浦东|\(plain)|\(number)"))
        line += isTwoLines ? 2 : 1
      }
      try directory.write("progress.csv", text)
      let file = try #require(try directory.read().report("progress.csv"))
      let (wanted, margin) = (generator.number(1..<line + 2), generator.number(0..<5))
      let request = ExcerptRequest(
        path: "progress.csv", line: wanted, column: nil, margin: margin, file: file, personal: [])
      let outcome = try #require(directory.excerpts.read(request))
      if wanted >= line {
        #expect(outcome == .beyondEnd(lines: line - 1))
      } else {
        let expected = rows.filter { ($0.line - wanted).magnitude <= margin }.map(\.text)
        #expect(ExcerptTests.texts(try ExcerptTests.found(outcome).rows) == expected)
      }
    }
  }
}

extension DataDirectory {
  var excerpts: ExcerptReader { ExcerptReader(DirectorySource(root: path)) }

  /// Writes a file whose name is no UTF-8.
  fileprivate func write(bytes name: [UInt8], _ text: String) throws {
    try write("raw.tmp", text)
    let from = absolute("raw.tmp").utf8CString.map { $0 }
    let to = (Array(absolute("").utf8) + name + [0]).map { CChar(bitPattern: $0) }
    guard DataDirectory.rename(from, to) == 0 else { throw Failure(errno: 0) }
  }
}
