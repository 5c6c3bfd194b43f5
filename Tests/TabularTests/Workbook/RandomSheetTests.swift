import Testing
import WrittenWorkbooks

@testable import Tabular

/// Properties that hold whatever the sheet.
struct RandomSheetTests {
  /// Texts written in any way in which a cell can hold them come back as they were, where they were.
  @Test func whatIsWrittenIsReadBack() {
    var random = SeededGenerator(2_026)
    let alphabet = ["a", "7", "区", "é", "😀", "<", "&", "\"", "'", "\n", "\r", "_x0041_", "]]>", "  ", "=1+1", "𠀀"]
    for round in 0..<300 {
      let width = Int.random(in: 1...30, using: &random)
      var rows = ""
      var texts = ""
      var textCount = 0
      var written: [ReadRow] = []
      var line = 1
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        let skipped = Int.random(in: 0...3, using: &random)
        line += 1 + skipped
        var fields = [String](repeating: "", count: width)
        var cells = ""
        var isGap = false
        for column in 0..<width {
          guard random.chance(2, of: 3) else {
            isGap = true
            continue
          }
          let count = Int.random(in: 1...6, using: &random)
          let text = "x" + (0..<count).map { _ in alphabet.randomElement(using: &random) ?? "" }.joined() + "x"
          fields[column] = text
          let place = isGap || random.chance(1, of: 2) ? " r=\"\(WrittenBook.column(column))\(line)\"" : ""
          isGap = false
          let xml = WrittenBook.escaped(text.replacing("_x0041_", with: "_x005F_x0041_"))
          switch Int.random(in: 0..<4, using: &random) {
          case 0: cells += "<c\(place) t=\"str\"><v>\(xml)</v></c>"
          case 1: cells += "<c\(place) t=\"inlineStr\"><is><t>\(xml)</t></is></c>"
          case 2: cells += "<c\(place) t=\"inlineStr\"><is><r><t>x</t></r><r><t>\(xml.dropFirst())</t></r></is></c>"
          default:
            cells += "<c\(place) t=\"s\"><v>\(textCount)</v></c>"
            texts += "<si><t>\(xml)</t></si>"
            textCount += 1
          }
        }
        rows += "<row\(skipped > 0 || random.chance(1, of: 2) ? " r=\"\(line)\"" : "")>\(cells)</row>"
        if fields.contains(where: { !$0.isEmpty }) { written.append(ReadRow(line, fields)) }
      }
      let names = (1..<width).map { "h\($0)" }
      let read = ReadBook(.table(names, rows, texts: texts))
      #expect(read.rows == written, "round \(round)")
      #expect(read.fault == nil, "round \(round)")
    }
  }

  /// The decimal of a number is one that reads as the same number, without exponent or idle zeros, and no longer than
  /// the shortest that does.
  @Test func decimalsAreShortestAndExact() {
    var random = SeededGenerator(754)
    for _ in 0..<20_000 {
      let number: Double =
        switch Int.random(in: 0..<4, using: &random) {
        case 0: Double(Int.random(in: -1_000_000...1_000_000, using: &random))
        case 1: Double(Int.random(in: -1_000_000...1_000_000, using: &random)) / 100
        case 2: Double.random(in: -1...1, using: &random)
        default: Double(bitPattern: UInt64.random(in: .min ... .max, using: &random))
        }
      guard number.isFinite, number.magnitude < 1e100, number.magnitude > 1e-100 || number == 0 else { continue }
      let text = String(decoding: ShortestDecimal.text(Array(number.description.utf8)), as: UTF8.self)
      #expect(Double(text) == number, "\(number)")
      #expect(!text.contains("e") && !text.contains("E"), "\(text)")
      #expect(!text.contains(".") || text.last != "0", "\(text)")
      let digits = text.filter(\.isNumber).drop { $0 == "0" }
      let shortest = number.description.prefix { $0 != "e" }.filter(\.isNumber).drop { $0 == "0" }
      func significant(_ digits: Substring) -> Int {
        var digits = digits
        while digits.last == "0" { digits.removeLast() }
        return digits.count
      }
      #expect(significant(digits[...]) == significant(shortest[...]), "\(text) for \(number)")
    }
  }

  /// What a spreadsheet writes of a decimal, seventeen digits of the binary number, comes back as that decimal.
  @Test func decimalsOfTwoPlacesSurviveTheirBinaryForm() {
    for hundredths in stride(from: -2_000_000, through: 2_000_000, by: 37) {
      let sign = hundredths < 0 ? "-" : ""
      let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
      var decimal = "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
      while decimal.hasSuffix("0") { decimal.removeLast() }
      if decimal.hasSuffix(".") { decimal.removeLast() }
      let number = Double(hundredths) / 100
      #expect(String(decoding: ShortestDecimal.text(number), as: UTF8.self) == decimal)
    }
  }
}
