import Testing
import WrittenWorkbooks

@testable import Tabular

/// Parts whose checksum is right and whose XML is anything.
struct HostileXMLTests {
  private static let book: WrittenBook = {
    var book = WrittenBook.table(
      ["b", "c"],
      (2...12).map { line in
        "<row r=\"\(line)\"><c r=\"A\(line)\" t=\"s\"><v>\(line % 3)</v></c><c r=\"B\(line)\" s=\"1\"><v>46086</v></c>"
          + "<c r=\"C\(line)\" t=\"inlineStr\"><is><r><t>区</t></r><rPh><t>く</t></rPh></is></c></row>"
      }.joined(), texts: "<si><t>一</t></si><si><r><t>二</t></r></si><si><t>_x0041_</t></si>",
      styles: WrittenBook.styles([0, 176], own: [176: "yyyy\\-mm"]))
    book.sheets[0].xml += "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/></mergeCells>"
    return book
  }()

  /// Whatever becomes of the text of a part, reading ends, with rows or with a reason.
  @Test func anySoupOfXMLEnds() {
    var random = SeededGenerator(67)
    let entries = Self.book.entries
    let pieces = [
      "<", ">", "/>", "</", "<c>", "</c>", "<row>", "</row>", "<v>", "</v>", "<is>", "<t>", "<r>", "\"", "'", "=", "&",
      "&#0;",
      "&#x110000;", "&lt;", "<!--", "-->", "<![CDATA[", "]]>", "<?xml?>", "<!DOCTYPE a>", " r=\"XFD1048576\"",
      " t=\"s\"",
      " s=\"4294967296\"", "A1:XFD1048576", "99999999999999999999", "-1", "\u{0}", "\u{FEFF}", "区", "_xD83D_",
      "xmlns=\"x\"", "x:",
    ]
    var counts = (rows: 0, faults: 0)
    for _ in 0..<4_000 {
      var entries = entries
      let place = Int.random(in: 1..<entries.count, using: &random)
      var text = entries[place].packed
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let start = Int.random(in: 0...text.count, using: &random)
        let end = min(text.count, start + Int.random(in: 0...12, using: &random))
        switch Int.random(in: 0..<4, using: &random) {
        case 0: text.replaceSubrange(start..<end, with: Array((pieces.randomElement(using: &random) ?? "").utf8))
        case 1: text.removeSubrange(start..<end)
        case 2: text.insert(contentsOf: text[start..<end], at: Int.random(in: 0...text.count, using: &random))
        default: if start < text.count { text[start] = UInt8.random(in: .min ... .max, using: &random) }
        }
      }
      entries[place] = ZipEntry(entries[place].name, text)
      let read = ReadBook(ZipArchive.bytes(entries))
      #expect(read.rows.allSatisfy { $0.fault != nil || $0.fields.count >= read.header.fields.count })
      if read.fault == nil { counts.rows += 1 } else { counts.faults += 1 }
    }
    #expect(counts.rows > 200 && counts.faults > 200)
  }

  /// A part cut anywhere is not well-formed, or lacks what another one names: it never passes for a shorter sheet.
  @Test func aCutSheetIsRefused() {
    let entries = Self.book.entries
    guard let place = entries.firstIndex(where: { $0.name.hasSuffix("sheet1.xml") }) else { return }
    let whole = entries[place].packed
    for length in 0..<whole.count {
      var entries = entries
      entries[place] = ZipEntry(entries[place].name, Array(whole[..<length]))
      #expect(ReadBook(ZipArchive.bytes(entries)).fault == .malformed("xl/worksheets/sheet1.xml"), "\(length)")
    }
  }
}
