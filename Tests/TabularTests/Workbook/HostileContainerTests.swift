import Testing
import WrittenWorkbooks

@testable import Tabular

/// Containers that lie, are cut short, or are no containers.
struct HostileContainerTests {
  private static let book = WrittenBook.table(
    ["b"], (1...40).map { "<row><c><v>\($0)</v></c><c t=\"s\"><v>0</v></c></row>" }.joined(),
    texts: "<si><t>一</t></si>")
  private static let expected = ReadBook(book)
  private static let sheet = "xl/worksheets/sheet1.xml"

  private static func fault(_ change: (inout [ZipEntry]) -> Void) -> WorkbookFault? {
    ReadBook(book.bytes(change)).fault
  }

  /// Changes the sheet's entry.
  private static func sheetFault(_ change: (inout ZipEntry) -> Void) -> WorkbookFault? {
    fault { entries in
      for place in entries.indices where entries[place].name == sheet { change(&entries[place]) }
    }
  }

  @Test func whatIsNoContainerIsNoWorkbook() {
    for bytes in [[], [0x50], Array("PK".utf8), Array("id,b\n1,2\n".utf8), [0x50, 0x4B, 0x05, 0x06]] {
      #expect(ReadBook(bytes).fault == .notAWorkbook)
    }
    #expect(ReadBook(Array("PK\u{3}\u{4}".utf8)).fault == .damaged("ZIP"))
    #expect(ReadBook(Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 0, count: 70_000)).fault == .damaged("ZIP"))
  }

  @Test func aPasswordIsSaidSo() {
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504)
    #expect(ReadBook(old).fault == .protectedOrOld)
    #expect(WorkbookFault.protectedOrOld.description.contains("password"))
    #expect(Self.sheetFault { $0.flags |= 1 } == .encryptedEntry(Self.sheet))
    #expect(
      Self.fault { entries in
        var other = ZipEntry("other.bin", [1])
        other.flags |= 1
        entries.append(other)
      } == .encryptedEntry("other.bin"))
  }

  @Test(arguments: ["../x", "a/../../x", "/etc/passwd", "C:x", "..\\x", "\\x", "a/.."])
  func namesThatLeadElsewhereRefuseTheWorkbook(_ name: String) {
    #expect(Self.fault { $0.append(ZipEntry(name, "x")) } == .unsafeName(name))
  }

  @Test func twoEntriesOfOneNameRefuseTheWorkbook() {
    #expect(Self.fault { $0.append(ZipEntry("xl/workbook.xml", "<workbook/>")) } == .duplicateEntry("xl/workbook.xml"))
    #expect(Self.fault { $0.append(ZipEntry("XL\\Workbook.XML", "")) } == .duplicateEntry("XL\\Workbook.XML"))
  }

  @Test func aSymbolicLinkRefusesTheWorkbook() {
    #expect(
      Self.fault { entries in
        var link = ZipEntry("link", "/etc/passwd")
        link.attributes = 0o120777 << 16
        entries.append(link)
      } == .symbolicLink("link"))
  }

  @Test func aChecksumOrASizeThatIsWrongIsDamage() {
    #expect(Self.sheetFault { $0.checksum ^= 1 } == .damaged(Self.sheet))
    #expect(Self.sheetFault { $0.size += 1 } == .damaged(Self.sheet))
    #expect(Self.sheetFault { $0.size = 0 } == .damaged(Self.sheet))
    #expect(Self.sheetFault { $0.packedSize = 0x7FFF_FFFF } != nil)
    #expect(Self.sheetFault { $0.packedSize = 10 } != nil)
    #expect(Self.sheetFault { $0.offset = 0 } != nil)
    #expect(Self.sheetFault { $0.offset = 0x7FFF_FFFF } == .damaged(Self.sheet))
    #expect(Self.sheetFault { $0.method = 8 } == .damaged(Self.sheet))
    #expect(Self.sheetFault { $0.method = 12 } == .unknownPacking(Self.sheet))
  }

  @Test func entriesThatShareTheirBytesAreHarmless() {
    // Every entry points to the first one's bytes, which are no workbook.
    #expect(Self.fault { for place in $0.indices { $0[place].offset = 0 } } != nil)
    // A hundred more sheets made of the bytes of one cost what is read of them.
    let read = ReadBook(
      Self.book.bytes { entries in
        guard let sheet = entries.first(where: { $0.name == Self.sheet }) else { return }
        let offset = entries.prefix { $0.name != Self.sheet }.reduce(0) {
          $0 + 30 + $1.name.utf8.count + $1.packed.count
        }
        for number in 2...100 {
          var copy = sheet
          copy.name = "xl/worksheets/sheet\(number).xml"
          copy.offset = offset
          copy.packed = []
          entries.append(copy)
        }
      })
    #expect(read == Self.expected)
  }

  @Test func moreThanTenThousandEntriesRefuseTheWorkbook() {
    let many = Self.fault { entries in for number in 0..<10_000 { entries.append(ZipEntry("e\(number)", [])) } }
    #expect(many == .tooMuch(.entries))
    let most = Self.fault { entries in
      for number in 0..<10_000 - entries.count { entries.append(ZipEntry("e\(number)", [])) }
    }
    #expect(most == nil)
  }

  @Test func aRecordThatClaimsABillionEntriesReservesNothing() {
    let little = ZipArchive.little
    let long =
      little(0x0606_4B50, 4) + little(44, 8) + little(45, 2) + little(45, 2) + little(0, 4) + little(0, 4)
      + little(1_000_000_000, 8) + little(1_000_000_000, 8) + little(46_000_000_000, 8) + little(4, 8)
    let locator = little(0x0706_4B50, 4) + little(0, 4) + little(4, 8) + little(1, 4)
    let end = ZipArchive.end(0xFFFF, directorySize: 0xFFFF_FFFF, offset: 0xFFFF_FFFF)
    let start = Array("PK\u{3}\u{4}".utf8)
    #expect(ReadBook(start + long + locator + end).fault == .tooMuch(.entries))
    #expect(ReadBook(start + end).fault == .tooMuch(.entries))
    #expect(ReadBook(start + ZipArchive.end(60_000, directorySize: 46, offset: 4)).fault == .tooMuch(.entries))
    #expect(ReadBook(start + ZipArchive.end(1, directorySize: 0x7FFF_FFFF, offset: 4)).fault == .tooMuch(.entries))
  }

  @Test func aCutFileGivesNoRows() {
    let whole = Self.book.bytes
    for length in stride(from: 0, to: whole.count, by: 64) {
      let read = ReadBook(Array(whole[..<length]))
      #expect(read.fault != nil, "\(length)")
      #expect(read.rows.isEmpty, "\(length)")
    }
  }

  /// Whatever a bit was flipped to: the same rows, or a reason. Never other rows, since every part has its checksum.
  @Test func flippedBitsGiveTheSameRowsOrAReason() {
    let whole = Self.book.bytes
    for place in whole.indices {
      var bytes = whole
      bytes[place] ^= 1 << UInt8(truncatingIfNeeded: place % 8)
      let read = ReadBook(bytes)
      if read.fault == nil { #expect(read == Self.expected || read.header != Self.expected.header, "\(place)") }
    }
  }

  @Test func anySoupOfBytesEnds() {
    var random = SeededGenerator(13)
    let whole = Self.book.bytes
    for _ in 0..<2_000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...40, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...30, using: &random)))
        case 2: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 20)], at: place)
        default: bytes[place] = [0, 0xFF, 0x7F, 0x80][Int.random(in: 0..<4, using: &random)]
        }
        if bytes.count < 8 { break }
      }
      _ = ReadBook(bytes)
    }
  }
}
