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

  /// Whether a sheet is read to its end before its header is decided makes no difference.
  @Test func lookingAheadChangesNothing() {
    var random = SeededGenerator(10)
    var isHeaderOther = 0
    for round in 0..<600 {
      let sheets = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        var line = 0
        let rows = (0..<Int.random(in: 0...14, using: &random)).map { _ in
          line += random.chance(1, of: 4) ? Int.random(in: 1...4, using: &random) : 1
          let cells = (0..<4).map { _ in
            ["<c/>", "<c t=\"str\"><v>id</v></c>", "<c t=\"str\"><v>day</v></c>", "<c><v>\(line)</v></c>"]
              .randomElement(
                using: &random) ?? ""
          }
          return "<row r=\"\(line)\">\(cells.joined())</row>"
        }
        let ranges = (0..<Int.random(in: 0...3, using: &random)).map { _ in
          let (row, column) = (Int.random(in: 1...11, using: &random), Int.random(in: 0...3, using: &random))
          let (down, right) = (Int.random(in: 0...3, using: &random), Int.random(in: 0...2, using: &random))
          let corners = (WrittenBook.column(column), WrittenBook.column(column + right))
          return "<mergeCell ref=\"\(corners.0)\(row):\(corners.1)\(row + down)\"/>"
        }
        return WrittenBook.Sheet(
          "<sheetData>\(rows.joined())</sheetData><mergeCells>\(ranges.joined())</mergeCells>",
          state: random.chance(1, of: 5) ? "hidden" : nil)
      }
      let bytes = WrittenBook(sheets: sheets).bytes
      func fits(_ row: Row) -> Bool {
        let fields = row.fields.indices.map(row.string)
        return fields.contains("id") && fields.contains("day")
      }
      #expect(ReadBook(bytes, fits: fits) == ReadBook(bytes, looksAhead: true, fits: fits), "round \(round)")
      if let reader = try? WorkbookReader(BytesInMemory(bytes), looksAhead: false, fits: fits) {
        var row = Row()
        while reader.next(&row) {}
        if reader.isHeaderOther { isHeaderOther += 1 }
      }
    }
    // The way back must have been taken now and then for this to mean anything.
    #expect(isHeaderOther > 10)
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
