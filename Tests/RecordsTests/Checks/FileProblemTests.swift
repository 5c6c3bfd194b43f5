import Policy
import Testing

@testable import Records

/// Problems of whole files and columns.
@Suite struct FileProblemTests {
  @Test func eachMissingColumnIsTold() throws {
    let read = try snapshot(["progress.csv": "date,人次,姓名\n2026-03-05,5,x\n"])
    #expect(read.told == ["progress.csv:1 missing-column -", "progress.csv:1 missing-column -"])
    #expect(read.problems.map(\.detail) == ["区县 district", "指标 item"])
    #expect(read.report("progress.csv")?.rows == 0)
    #expect(read.report("progress.csv")?.rejected == 0)
  }

  @Test(arguments: ["", "\n\n", "\u{FEFF}", "\u{FEFF}\r\n"]) func aFileWithoutHeaderIsEmpty(_ text: String) throws {
    #expect(try snapshot(["progress.csv": text]).told == ["progress.csv:- empty-file -"])
  }

  @Test func aHeaderAloneIsFine() throws {
    let read = try snapshot(["progress.csv": "date,district,item"])
    #expect(read.told == [])
    #expect(read.report("progress.csv")?.encoding == "utf-8")
  }

  @Test func unknownColumnsAreToldOnceEach() throws {
    let read = try snapshot([
      "progress.csv": "date,区,item,人次,数量,颜色,,\n2026-03-05,浦东,M01.01,5,7,红,,\n"
    ])
    #expect(
      read.told == [
        "progress.csv:- unknown-column 数量", "progress.csv:- unknown-column 颜色", "progress.csv:- unknown-column ",
      ])
    #expect(read.actual("310115", "M01.01") == 5)
  }

  @Test(arguments: [
    " DATE ", "ｄａｔｅ", "日期（必填）", "日期 (yyyy-mm-dd)", "Date(x)",
  ]) func headersMatchAsPeopleWriteThem(_ header: String) throws {
    let read = try snapshot(["progress.csv": "\(header),所属区,指标\n2026-03-05,浦东,M01.01\n"])
    #expect(read.told == [])
    #expect(read.actual("310115", "M01.01") == 1)
  }

  @Test func otherFilesAreNoted() throws {
    let directory = try DataDirectory([
      "readme.txt": "x", "progress/readme.md": "x", "archive/progress.csv": "x", "Progress.csv": "date\n",
      ".hidden": "x", "progress/~$a.csv": "x", "progress/a.csv.tmp": "x", "progress/.b.csv": "x",
      "progress/c.csv~": "x",
      "progress/d.csv.part": "x", "progress/e.swp": "x", "progress/.git/f.csv": "x",
    ])
    let read = try directory.read()
    #expect(
      read.told == [
        "Progress.csv:- unknown-table -", "archive:- unknown-table -", "progress/readme.md:- unknown-table -",
        "readme.txt:- unknown-table -",
      ])
    #expect(read.files.isEmpty)
  }

  @Test func oldWorkbooksAreNotedWithWhatToDo() throws {
    let read = try DataDirectory(["progress/三月.XLS": "x", "progress.xls": "x", "progress/a.xlsm": "x"]).read()
    let details = Dictionary(grouping: read.problems, by: \.path).mapValues { $0.map(\.detail) }
    #expect(details["progress/三月.XLS"] == ["an old XLS workbook: save it as XLSX"])
    #expect(details["progress.xls"] == ["an old XLS workbook: save it as XLSX"])
    #expect(details["progress/a.xlsm"] == [nil])
  }

  @Test func tablesAreFilesAndFoldersInBothLanguages() throws {
    let row = "date,district,item,count\n2026-03-05,浦东,M01.01,"
    let read = try snapshot([
      "progress.CSV": row + "1\n", "progress/a/b/c.csv": row + "10\n", "进度/x.csv": row + "100\n",
      "进度.tsv": row.replacing(",", with: "\t") + "1000\n",
    ])
    #expect(read.told == [])
    #expect(read.files.map(\.path) == ["progress.CSV", "progress/a/b/c.csv", "进度.tsv", "进度/x.csv"])
    #expect(Set(read.files.map(\.table)) == ["progress"])
    #expect(read.actual("310115", "M01.01") == 1111)
  }

  @Test func aWorkbookIsNamedAsUnreadable() throws {
    #expect(try snapshot(["progress/a.xlsx": "PK"]).told == ["progress/a.xlsx:- unreadable -"])
  }
}
