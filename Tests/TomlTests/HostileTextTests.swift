import Testing
import Toml

@Suite("Texts that mean harm")
struct HostileTextTests {
  private func error(_ text: String) -> TomlError? {
    do {
      _ = try TomlDocument(text)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "Broken syntax is told with line and column",
    arguments: [
      ("a = 1\nb = \"x\nc = 2", 2), ("a = 1\n\n[t\n", 3), ("a = 1\na = 2", 2), ("x = 2026-02-30", 1), ("= 1", 1),
      ("a = [1, 2\n", 1), ("a = 99999999999999999999", 1), ("a b = 1", 1), ("[a]\nx=1\n[a]\n", 3), ("a = \"\\q\"", 1),
    ])
  func syntax(_ text: String, _ line: Int) {
    guard let error = error(text), case .syntax(let reason) = error.found else {
      Issue.record("expected a syntax error")
      return
    }
    #expect(error.place.line == line, "\(error)")
    #expect(error.place.column >= 1)
    #expect(error.expected == .document)
    #expect(!reason.isEmpty)
  }

  @Test("A NUL would hide the rest of the text: it is refused, plain or escaped")
  func nul() {
    #expect(error("a = 1\n浦\0 = 2")?.found == .nul)
    #expect(error("a = 1\n浦\0 = 2")?.place == at(2, 2))
    #expect(error(#"a = "x\u0000y""#)?.found == .nul)
    #expect(error(#"a = "x\u0000y""#)?.place == at(1, 7))
    #expect(error(#"a = ["""x\U00000000"""]"#)?.found == .nul)
    #expect(error(#""k\u0000" = 1"#)?.found == .nul)
    #expect(error(#"a = 'x\u0000y'"#) == nil)
    #expect(error(#"a = "x\\u0000y""#) == nil)
  }

  @Test("Deep nesting is refused before it can exhaust the stack", arguments: [65, 1000, 200_000])
  func deep(_ depth: Int) {
    let texts = [
      "a = " + String(repeating: "[", count: depth) + String(repeating: "]", count: depth),
      "a = " + String(repeating: "{b=", count: depth) + "1" + String(repeating: "}", count: depth),
      "[" + String(repeating: "a.", count: depth) + "b]\nx = 1",
      "[[" + String(repeating: "a.", count: depth) + "b]]\nx = 1",
      String(repeating: "a.", count: depth) + "b = 1",
    ]
    for text in texts { #expect(error(text)?.found == .tooDeep) }
  }

  @Test("Nesting that people write is accepted")
  func shallow() throws {
    let depth = TomlDocument.deepest - 2
    let text = "a = " + String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    #expect(error(text) == nil)
    #expect(error("[" + String(repeating: "a.", count: depth) + "b]\nx = 1") == nil)
  }

  @Test("Headers that go ever deeper are refused too")
  func stairs() {
    var path = "a"
    var text = ""
    for _ in 0..<60 {
      path += ".a"
      text += "[" + path + "]\n"
    }
    #expect(error(text) == nil)
    #expect(
      error(text + "[" + path + String(repeating: ".a", count: 60) + "]\nb.b.b.b.b.b = [[[[[[[[1]]]]]]]]")?.found
        == .tooDeep)
  }

  @Test("Too large a text is refused unread")
  func large() {
    let text = "a = 1 #" + String(repeating: "x", count: TomlDocument.largest)
    #expect(error(text)?.found == .tooLarge)
  }

  @Test("A line with very many keys is read in good time")
  func longLine() throws {
    let text = "a = [" + String(repeating: "{ b = 1 }, ", count: 50_000) + "]"
    let tables = try root(text).tables("a")
    #expect(tables.count == 50_000)
    #expect(tables.last?.place == at(1, 6 + 49_999 * 11))
  }

  @Test("Whatever byte is lost, doubled or changed: an answer, and places inside the text", arguments: 0..<40)
  func mutations(_ seed: Int) throws {
    var random = Lehmer(seed: UInt64(seed) + 1)
    let original = Array(Self.sample.utf8)
    for _ in 0..<100 {
      var bytes = original
      for _ in 0...random.below(3) {
        let index = random.below(bytes.count)
        switch random.below(4) {
        case 0: bytes.remove(at: index)
        case 1: bytes.insert(bytes[index], at: index)
        case 2: bytes[index] = Self.alphabet[random.below(Self.alphabet.count)]
        default: bytes.removeSubrange(index..<min(bytes.count, index + random.below(12)))
        }
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let lines = text.utf8.reduce(1) { $0 + ($1 == 10 ? 1 : 0) }
      do {
        for key in try TomlDocument(text).root.unknownKeys() {
          #expect((1...lines).contains(key.place.line), "\(text)")
        }
      } catch {
        #expect((1...lines).contains(error.place.line), "\(error) in \(text)")
        #expect(error.place.column >= 1)
      }
    }
  }

  private static let alphabet = Array("[]{}=.,\"'#\n\r\t \\0-+:TZe_浦".utf8)

  private static let sample = """
    # 计划
    a.b = "x\\u6D66\\"y" # end
    'q r' = [1, -2.5e3, 1979-05-27 07:32:00, [true], { k = 'v', m.n = \"\"" t \"\"" }]
    [[m]]
    n = '''
    lines ]'''
    [[m.i]]
    z = 0xFF
    [t."x y"]
    d = 2026-03-30
    """
}

/// A small generator with a fixed sequence, so that a failure can be seen again.
private struct Lehmer {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(1, limit)))
  }
}
