import Policy
import Screen
import Tabular
import Testing

@testable import Console
@testable import Records

@Suite("Why a file cannot be read, in both languages")
struct ReasonWordsTests {
  private static let faults: [WorkbookFault] =
    [
      .notAWorkbook, .protectedOrOld, .encryptedEntry("a"), .unsafeName("a"), .duplicateEntry("a"), .symbolicLink("a"),
      .unknownPacking("a"), .damaged("a"), .missingPart("a"), .malformed("a"), .documentType("a"),
      .impossibleCell(row: 7), .missingText(row: 7), .noVisibleSheet,
    ] + WorkbookLimit.allCases.map { .tooMuch($0) }

  private static let reasons: [String] =
    faults.map(\.description)
    + [ReadFault.notRegular, .outside, .unstable, .cancelled, .tooLarge, ReadFault(errno: 40)].map(\.reason)

  @Test("every reason of ours is Chinese on the Chinese side and as it is on the English one")
  func whole() {
    for reason in Self.reasons {
      let chinese = ReasonWords.text(reason, .zh)
      #expect(chinese.unicodeScalars.contains(where: Wordings.isChinese), "\(reason)")
      #expect(ReasonWords.text(reason, .en) == reason)
      #expect(!reason.unicodeScalars.contains(where: Wordings.isChinese), "\(reason)")
    }
  }

  @Test("no two reasons are told alike")
  func distinct() {
    #expect(Set(Self.reasons.map { ReasonWords.text($0, .zh) }).count == Set(Self.reasons).count)
  }

  @Test("what stands behind a reason is kept, and what the system says stays as it is")
  func tails() {
    #expect(ReasonWords.text("damaged: xl/a: b.xml", .zh) == "已损坏，请重新报送：xl/a: b.xml")
    #expect(ReasonWords.text("Permission denied", .zh) == "Permission denied")
    #expect(ReasonWords.text("x: y", .zh) == "x: y")
  }

  @Test("a message tells it in the user's language, and other details are left alone")
  func messages() {
    let file = Problem(path: "a.xlsx", code: .unreadable, detail: "no visible sheet")
    #expect(ProblemWords.message(file, .zh).contains("没有可见的工作表"))
    #expect(ProblemWords.message(file, .en).contains("no visible sheet"))
    let cell = Problem(path: "a.csv", line: 2, column: "b", code: .badDate, detail: "damaged")
    #expect(ProblemWords.message(cell, .zh).contains("damaged"))
  }
}
