import Testing

@testable import Tabular

struct PropertyTests {
  /// Any soup of the bytes that matter reads as the plain statement of the rules has it.
  @Test(arguments: [1, 3, 8, 20, RowScanner.standardFieldLimit])
  func readsAsThePlainRulesSay(_ fieldLimit: Int) {
    var random = SeededGenerator(UInt64(fieldLimit))
    let pieces = [
      "\"", "\"", "\"\"", ",", ",", "\n", "\r", "\r\n", "a", "bc", " ", "\t", "区", "\u{3000}", "\u{A0}", "\"\n", ",\"",
      "0123456789",
    ].map { Array($0.utf8) }
    for _ in 0..<4_000 {
      // A line of sound text first keeps the encoding UTF-8 whatever follows.
      var bytes = Array("区\n区\n区\n区\n".utf8)
      for _ in 0..<Int.random(in: 0...40, using: &random) {
        bytes.append(contentsOf: pieces.randomElement(using: &random) ?? [])
        if random.chance(1, of: 200) { bytes.append(0xE5) }
      }
      let delimiter: UInt8 = random.chance(1, of: 4) ? .tab : .comma
      let expected = PlainReader(bytes: bytes, delimiter: delimiter, limit: fieldLimit).rows()
      let found = readAll(bytes, delimiter: delimiter, fieldLimit: fieldLimit)
      #expect(found == expected, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
  }

  /// Fields written with any quoting and any line ends come back as they were, on the right lines.
  @Test func whatIsWrittenIsReadBack() {
    var random = SeededGenerator(2_026)
    let alphabet = ["a", "7", "\"", ",", "\t", "\n", "\r", "\r\n", "区", "é", "😀", ";", "'", " x", "𠀀y", "-"]
    for round in 0..<600 {
      let delimiter = round % 2 == 0 ? "," : "\t"
      var text = ""
      var written: [[String]] = []
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        if random.chance(1, of: 8) {
          text += "\n"
          continue
        }
        let fields = (0..<Int.random(in: 1...5, using: &random)).map { _ in
          let length = Int.random(in: 0...6, using: &random)
          return "<" + (0..<length).map { _ in alphabet.randomElement(using: &random) ?? "" }.joined() + ">"
        }
        text += fields.map { quoted($0, delimiter: delimiter, always: random.chance(1, of: 3)) }.joined(
          separator: delimiter)
        text += ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
        written.append(fields)
      }
      let rows = readAll(text, delimiter: delimiter == "," ? .comma : .tab)
      #expect(rows.map(\.fields) == written, "\(text.debugDescription)")
      #expect(rows.map(\.line) == firstLines(of: text), "\(text.debugDescription)")
    }
  }

  private func quoted(_ field: String, delimiter: String, always: Bool) -> String {
    let special: Set<Unicode.Scalar> = ["\"", "\r", "\n", ",", "\t"]
    guard always || field.unicodeScalars.contains(where: special.contains) else { return field }
    return "\"" + field.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }

  /// The lines on which records begin, in a text in which every quote quotes.
  private func firstLines(of text: String) -> [Int] {
    var lines: [Int] = []
    var line = 1
    var isFresh = true
    var isQuoted = false
    let bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() {
      let isLineEnd = byte == 0x0A || byte == 0x0D
      if isFresh, !isLineEnd {
        lines.append(line)
        isFresh = false
      }
      if byte == 0x22 { isQuoted.toggle() }
      if byte == 0x0A || (byte == 0x0D && bytes.dropFirst(index + 1).first != 0x0A) { line += 1 }
      if isLineEnd, !isQuoted { isFresh = true }
    }
    return lines
  }

  /// A file cut anywhere reads without a trap, and every row but the last is as before.
  @Test func cutAnywhereOnlyTheLastRowChanges() {
    let text = "区县,人次\r\n浦东,\"1,2\"\n\"a\n\"\"b\"\"\",c\r\rx😀,\"y\"z\n,\n\u{3000}m ,\"n\"\r\n"
    let encodings: [[UInt8]] = [
      Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), utf16(text, bigEndian: true),
      utf16(text, bigEndian: false),
    ]
    for bytes in encodings {
      let whole = readAll(bytes)
      #expect(whole.count == 6)
      for length in bytes.indices {
        let rows = readAll(Array(bytes[..<length]))
        guard rows.count > 1 else { continue }
        #expect(rows.dropLast() == whole.prefix(rows.count - 1))
      }
    }
  }

  @Test func randomBytesNeverTrap() {
    var random = SeededGenerator(99)
    for round in 0..<3_000 {
      var bytes = (0..<Int.random(in: 0...400, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      switch round % 5 {
      case 0: bytes.insert(contentsOf: [0xFF, 0xFE], at: 0)
      case 1: bytes.insert(contentsOf: [0xFE, 0xFF], at: 0)
      case 2: bytes.insert(contentsOf: [0xEF, 0xBB, 0xBF], at: 0)
      default: break
      }
      let rows = readAll(bytes, fieldLimit: 64)
      #expect(rows.count <= bytes.count)
      #expect(zip(rows, rows.dropFirst()).allSatisfy { $0.line < $1.line })
    }
  }
}
