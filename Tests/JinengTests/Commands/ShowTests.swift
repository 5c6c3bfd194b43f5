import Foundation
import FoundationXML
import PseudoTerminal
import Testing

/// `jineng show`: one frame, of exactly the size asked for.
@Suite struct ShowTests {
  private static let pages = ["overview", "district", "institutions", "bases", "data"]

  private func show(_ arguments: [String]) throws -> Jineng.Result {
    let sample = try #require(Folder.smallSample)
    let all = ["show"] + arguments + ["--data", sample.path, "--as-of", "2026-11-20"]
    let result = try Jineng.run(all, in: Home(), expecting: 0)
    #expect(result.complaint == "")
    return result
  }

  @Test("As text, at every size", arguments: pages, [(1, 1), (80, 24), (200, 60)])
  func text(page: String, size: (columns: Int, rows: Int)) throws {
    let result = try show([page, "--size", "\(size.columns)x\(size.rows)"])
    #expect(ShownText.hidden(in: result.out) == [])
    #expect(ShownText.width(result.text) <= size.columns)
    #expect(result.text.split(separator: "\n", omittingEmptySubsequences: false).count <= size.rows + 1)
    if size.columns >= 80 { #expect(result.text.contains("F10")) }
  }

  @Test("A problem's details show its line, read from its file")
  func line() throws {
    let home = try Home()
    try home.data.write("progress/a.csv", Records.badFile)
    let result = try Jineng.run(
      ["show", "data", "--keys", "Tab Enter Enter", "--data", home.data.path], in: home, expecting: 0)
    #expect(result.text.contains("> 2  [2026-02-30] | 310115   | M01.01 | 5"))
  }

  @Test("As ansi, only colours and looks", arguments: pages, [(80, 24)])
  func ansi(page: String, size: (columns: Int, rows: Int)) throws {
    let arguments = [page, "--size", "\(size.columns)x\(size.rows)"]
    let result = try show(arguments + ["--format", "ansi"])
    #expect(ByteOracle.violations(in: result.out) == [])
    var screen = Emulator(columns: size.columns + 2, rows: size.rows + 2)
    screen.feed(Array(result.text.replacing("\n", with: "\r\n").utf8))
    let plain = try show(arguments).text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(
      Array(screen.lines.prefix(size.rows)) == Array((plain + Array(repeating: "", count: size.rows)).prefix(size.rows))
    )
    #expect(screen.pen == Pen())
  }

  @Test("As svg: well-formed, without scripts and links", arguments: pages, [(80, 24)])
  func svg(page: String, size: (columns: Int, rows: Int)) throws {
    let result = try show([page, "--size", "\(size.columns)x\(size.rows)", "--format", "svg"])
    Drawing.expectHarmless(result.out)
  }

  @Test("Tiny and large frames in every format", arguments: ["text", "ansi", "svg"], [(1, 1), (40, 8), (500, 200)])
  func sizes(format: String, size: (columns: Int, rows: Int)) throws {
    let result = try show(["overview", "--size", "\(size.columns)x\(size.rows)", "--format", format])
    switch format {
    case "svg": Drawing.expectHarmless(result.out)
    case "ansi": #expect(ByteOracle.violations(in: result.out) == [])
    default:
      #expect(ShownText.hidden(in: result.out) == [])
      #expect(ShownText.width(result.text) <= size.columns)
    }
  }

  @Test(
    "Keys are pressed first",
    arguments: [
      ("8", "[8数据"), ("2", "[2区县]"), ("4 q", "[1总览]"), ("F1", "╭─ 帮助"), ("?", "╭─ 帮助"), ("F2", "╭─ 页面"), ("F3", "查找:"),
      ("/ 浦 东", "浦东"), ("/ p d", "pd"), ("F4 p d", "筛选: pd"), ("F6", "╭─ 排序"), ("F7", "╭─ 回溯"), ("F8", "╭─ 导出"),
      ("F9", "╭─ 菜单"),
      ("Ctrl-P", "╭─ 菜单"), (":", "╭─ 菜单"), ("q", "╭─ 退出"), ("F10", "╭─ 退出"), ("j j Enter", "[2区县]"), ("Z", "暂停"),
      ("<", "2026-11-19"),
      ("G Enter", "[2区县]"), ("i", "溯源"), ("i", "= "), ("i Enter", "计入行数"), ("2 i Enter Esc", "来源文件"), ("4 i", "总分"),
      ("5 i", "批复"), ("PgDn PgUp Home End Up Down Left Right Tab Space Backspace Esc", "[1总览]"),
      ("F2 Esc", "[1总览]"),
    ])
  func keys(keys: String, expected: String) throws {
    let text = try show(["overview", "--size", "80x24", "--keys", keys]).text
    #expect(text.contains(expected), "\(keys):\n\(text)")
  }

  @Test("A district by code, name, short name, former code or pinyin", arguments: ["310115", "浦东新区", "浦东", "pudong"])
  func district(name: String) throws {
    // The first line tells the time.
    let named = try show(["district", "--district", name]).text.split(separator: "\n").dropFirst()
    #expect(named == (try show(["district", "--district", "310115"]).text.split(separator: "\n").dropFirst()))
    #expect(named.contains { $0.contains("浦东") })
  }

  @Test("In English there are English words")
  func english() throws {
    let text = try show(["overview", "--lang", "en"]).text
    #expect(text.contains("Overview"))
    #expect(text.contains("Pudong"))
    #expect(text.unicodeScalars.allSatisfy { $0.value < 0x2e80 }, "\(text)")
  }

  @Test("In ASCII there is nothing but ASCII around the words")
  func ascii() throws {
    let text = try show(["overview", "--lang", "en", "--glyphs", "ascii"]).text
    #expect(text.utf8.allSatisfy { $0 < 0x80 }, "\(text)")
  }

  @Test("NO_COLOR and --color never: looks, but no colours")
  func noColor() throws {
    let sample = try #require(Folder.smallSample)
    let command = ["show", "overview", "--format", "ansi", "--data", sample.path]
    let runs = [
      try Jineng.run(command, in: Home(), environment: ["NO_COLOR": "1"], expecting: 0),
      try Jineng.run(command + ["--color", "never"], in: Home(), expecting: 0),
    ]
    for run in runs { #expect(colours(run.text) == [], "\(colours(run.text))") }
    #expect(colours(try Jineng.run(command, in: Home(), expecting: 0).text) != [])
    let asked = try Jineng.run(command + ["--color", "true"], in: Home(), environment: ["NO_COLOR": "1"], expecting: 0)
    #expect(colours(asked.text) != [])
  }

  /// Parameters of looks that are colours.
  private func colours(_ text: String) -> [String] {
    text.matches(of: /\u{1b}\[([0-9;]*)m/).map { String($0.1) }.filter { parameters in
      parameters.split(separator: ";").compactMap { Int($0) }.contains {
        (30...38).contains($0) || (40...48).contains($0) || $0 >= 90
      }
    }
  }
}

/// An SVG drawing, judged as a browser would read it.
enum Drawing {
  static func expectHarmless(_ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) {
    let reader = Reader()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError))", sourceLocation: sourceLocation)
    #expect(reader.elements.contains("svg"), sourceLocation: sourceLocation)
    #expect(reader.harmful == [], sourceLocation: sourceLocation)
    #expect(ShownText.hidden(in: bytes) == [], sourceLocation: sourceLocation)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(!text.contains("<!DOCTYPE") && !text.contains("<!ENTITY"), sourceLocation: sourceLocation)
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var elements: Set<String> = []
    var harmful: [String] = []
    private static let forbidden: Set<String> = [
      "script", "a", "image", "use", "foreignObject", "iframe", "animate", "set",
    ]

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      elements.insert(name)
      if Reader.forbidden.contains(name) { harmful.append(name) }
      for (key, value) in attributes {
        let isLink = key.lowercased().hasSuffix("href") || key.lowercased().hasPrefix("on")
        if isLink || value.contains("javascript:") || value.contains("url(") {
          harmful.append("\(name) \(key)=\(value)")
        }
      }
    }
  }
}
