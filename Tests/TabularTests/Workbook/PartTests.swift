import Testing
import WrittenWorkbooks

@testable import Tabular

/// The parts of a workbook in every way in which they may be named and written.
struct PartTests {
  private static let plain = WrittenBook.table(
    ["b"], "<row><c t=\"s\"><v>0</v></c><c s=\"1\"><v>46086</v></c></row>", texts: "<si><t>一</t></si>",
    styles: WrittenBook.styles([0, 14]))
  private static let expected = ReadBook(plain)

  /// The workbook with one part's text replaced.
  private static func changed(_ part: String, _ change: (String) -> [UInt8]) -> ReadBook {
    ReadBook(
      plain.bytes { entries in
        guard let place = entries.firstIndex(where: { $0.name == part }) else { return }
        entries[place] = ZipEntry(part, change(String(decoding: entries[place].packed, as: UTF8.self)))
      })
  }

  private static func renamed(_ part: String, _ name: String, links: String, _ link: (String, String)) -> ReadBook {
    ReadBook(
      plain.bytes { entries in
        for place in entries.indices {
          if entries[place].name == links {
            let text = String(decoding: entries[place].packed, as: UTF8.self)
            entries[place] = ZipEntry(links, text.replacing("\"\(link.0)\"", with: "\"\(link.1)\""))
          }
          if entries[place].name == part { entries[place].name = name }
        }
      })
  }

  @Test func thePlainWorkbookIsRead() {
    #expect(Self.expected.cells == [["一", "2026-03-05"]])
    #expect(Self.expected.fault == nil)
  }

  @Test(arguments: [
    ("xl/worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml"),
    ("xl/worksheets/sheet1.xml", "./worksheets/../worksheets/sheet1.xml"),
    ("xl/worksheets/sheet1.xml", "../xl/worksheets/sheet1.xml"), ("data/one.xml", "/data/one.xml"),
    ("data/one.xml", "../data/one.xml"), ("xl/Worksheets/SHEET1.xml", "worksheets/sheet1.xml"),
    ("xl\\worksheets\\sheet1.xml", "worksheets/sheet1.xml"), ("one.xml", "../../../one.xml"),
  ])
  func aSheetIsFoundByAnyTarget(_ name: String, _ target: String) {
    let links = "xl/_rels/workbook.xml.rels"
    #expect(
      Self.renamed("xl/worksheets/sheet1.xml", name, links: links, ("worksheets/sheet1.xml", target)) == Self.expected)
  }

  @Test func theWorkbookItselfMayStandAnywhere() {
    let read = ReadBook(
      Self.plain.bytes { entries in
        for place in entries.indices {
          let text = String(decoding: entries[place].packed, as: UTF8.self)
          switch entries[place].name {
          case "_rels/.rels":
            entries[place] = ZipEntry("_rels/.rels", text.replacing("xl/workbook.xml", with: "/b/wb.xml"))
          case "xl/workbook.xml": entries[place].name = "b/wb.xml"
          case "xl/_rels/workbook.xml.rels":
            entries[place] = ZipEntry("b/_rels/wb.xml.rels", text.replacing("Target=\"", with: "Target=\"/xl/"))
          default: break
          }
        }
      })
    #expect(read == Self.expected)
  }

  @Test func theStrictEditionDiffersInNamesOfNamespacesOnly() {
    let strict = Self.plain.bytes { entries in
      for place in entries.indices {
        let text = String(decoding: entries[place].packed, as: UTF8.self)
          .replacing(WrittenBook.main, with: "http://purl.oclc.org/ooxml/spreadsheetml/main")
          .replacing(WrittenBook.office, with: "http://purl.oclc.org/ooxml/officeDocument/relationships")
        entries[place] = ZipEntry(entries[place].name, text)
      }
    }
    #expect(ReadBook(strict) == Self.expected)
  }

  @Test func elementsMayHaveAPrefix() {
    let read = Self.changed("xl/worksheets/sheet1.xml") { text in
      var text = text.replacing("xmlns=", with: "xmlns:x=")
      for name in ["worksheet", "sheetData", "row", "c", "v"] {
        text = text.replacing("</\(name)>", with: "</x:\(name)>").replacing("<\(name)>", with: "<x:\(name)>")
          .replacing("<\(name) ", with: "<x:\(name) ")
      }
      return Array(text.utf8)
    }
    #expect(read == Self.expected)
  }

  @Test func partsMayBeUTF8WithAMarkOrUTF16() {
    for part in ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "_rels/.rels"]
    {
      #expect(Self.changed(part) { [0xEF, 0xBB, 0xBF] + Array($0.utf8) } == Self.expected, "\(part)")
      for bigEndian in [false, true] {
        let read = Self.changed(part) { utf16($0.replacing("UTF-8", with: "UTF-16"), bigEndian: bigEndian) }
        #expect(read == Self.expected, "\(part) \(bigEndian)")
      }
    }
  }

  @Test func anEncodingThatXMLParsersNeedNotKnowIsRefused() {
    let read = Self.changed("xl/worksheets/sheet1.xml") { Array($0.replacing("UTF-8", with: "GBK").utf8) }
    #expect(read.fault == .malformed("xl/worksheets/sheet1.xml"))
  }

  @Test func whatNobodyNeedsMayBeMissing() {
    let bare = WrittenBook.table([], "<row><c><v>7</v></c></row>").bytes { entries in
      entries.removeAll { $0.name == "[Content_Types].xml" || $0.name.hasSuffix(".rels") }
    }
    #expect(ReadBook(bare).cells == [["7"]])
  }

  @Test func aSheetThatIsNamedAndNotThereRefusesTheWorkbook() {
    let gone = Self.plain.bytes { $0.removeAll { $0.name == "xl/worksheets/sheet1.xml" } }
    #expect(ReadBook(gone).fault == .missingPart("xl/worksheets/sheet1.xml"))
    let unlinked = Self.changed("xl/_rels/workbook.xml.rels") { Array($0.replacing("rId1", with: "rId9").utf8) }
    #expect(unlinked.fault == .missingPart("xl/worksheets/sheet1.xml"))
    let outside = Self.changed("xl/_rels/workbook.xml.rels") {
      Array($0.replacing("Target=\"worksheets", with: "TargetMode=\"External\" Target=\"worksheets").utf8)
    }
    #expect(outside.fault == .missingPart("xl/worksheets/sheet1.xml"))
  }

  @Test func aChartIsNoSheet() {
    var book = Self.plain
    book.sheets.insert(WrittenBook.Sheet("<drawing/>"), at: 0)
    let bytes = book.bytes { entries in
      for place in entries.indices where entries[place].name == "xl/_rels/workbook.xml.rels" {
        let text = String(decoding: entries[place].packed, as: UTF8.self)
        let link = "/worksheet\" Target=\"worksheets/sheet1.xml\""
        entries[place] = ZipEntry(
          entries[place].name, text.replacing(link, with: "/chartsheet\" Target=\"worksheets/sheet1.xml\""))
      }
    }
    #expect(ReadBook(bytes) == Self.expected)
  }

  @Test func macrosAndOtherPartsAreNotLookedAt() {
    let read = ReadBook(
      Self.plain.bytes { entries in
        entries.append(ZipEntry("xl/vbaProject.bin", [0xD0, 0xCF, 0x11, 0xE0]))
        entries.append(ZipEntry("xl/drawings/drawing1.xml", "<!DOCTYPE x><not well-formed"))
        entries.append(ZipEntry("xl/media/", []))
      })
    #expect(read == Self.expected)
  }

  @Test func aContainerWithoutAWorkbookIsNone() {
    #expect(ReadBook(ZipArchive.bytes([ZipEntry("a.txt", "a")])).fault == .notAWorkbook)
    #expect(ReadBook(ZipArchive.bytes([ZipEntry("xl/workbook.xml", "<document/>")])).fault == .notAWorkbook)
    #expect(ReadBook(ZipArchive.bytes([])).fault == .notAWorkbook)
  }
}
