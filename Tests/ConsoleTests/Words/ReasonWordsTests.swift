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

  @Test("a broken workbook is to be sent again, a closed file is to be opened")
  func remedies() {
    let locked = Problem(path: "a.xlsx", code: .unreadable, detail: WorkbookFault.protectedOrOld.description)
    #expect(
      ProblemWords.message(locked, .zh) == "文件无法读取：请按原因改正后重新报送（工作簿设有密码，或是旧版 XLS：请取消密码并另存为 XLSX）")
    let cut = Problem(path: "a.xlsx", code: .unreadable, detail: WorkbookFault.damaged("ZIP").description)
    #expect(ProblemWords.remedy(cut).en == "put right what the reason says and send it again")
    for reason in ["Permission denied", ReadFault.notRegular.reason, ReadFault.outside.reason] {
      let closed = Problem(path: "a.csv", code: .unreadable, detail: reason)
      #expect(ProblemWords.remedy(closed).en == "check its permissions, links and type")
    }
  }

  @Test("of merged cells in a workbook only the first holds the value, and that is said")
  func mergedCells() {
    let merged = Problem(path: "progress/A.XLSX", line: 3, column: "区", code: .missingValue)
    #expect(ProblemWords.remedy(merged).zh.contains("合并单元格"))
    let plain = Problem(path: "progress/a.csv", line: 3, column: "区", code: .missingValue)
    #expect(ProblemWords.remedy(plain) == ProblemWords.remedy(.missingValue))
  }

  @Test("an old workbook says so, and a column of personal data how many rows fill it")
  func details() {
    let old = Problem(path: "progress/a.xls", code: .unknownTable, detail: "an old XLS workbook: save it as XLSX")
    #expect(ProblemWords.message(old, .zh) == "不属于任何数据表，未采用（旧版 XLS：请另存为 XLSX）")
    let personal = Problem(path: "a.csv", column: "手机号", code: .personalData, detail: "81")
    #expect(ProblemWords.detail(personal, .zh) == "81 行")
    #expect(ProblemWords.detail(personal, .en) == "81 rows")
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
