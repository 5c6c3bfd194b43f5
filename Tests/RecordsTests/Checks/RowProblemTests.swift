import Policy
import Testing

@testable import Records

/// One refused row per kind of mistake, beside a good row that must count all the same.
@Suite struct RowProblemTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var file: String
    var text: String
    var told: [String]
    var rows: Int
    var others: [String: String] = [:]

    var testDescription: String { name }
  }

  static let progress = "date,district,item,人次,institution\n2026-03-05,310115,M01.01,5,\n"
  static let support = [
    "institutions.csv": "id,name,district\nI1,一号学校,浦东\n",
    "bases.csv": "id,name,district\nB1,一号基地,310101\n",
    "projects.csv": "id,base,name,approved_on,amount\nP1,B1,项目,2026-02-01,500\n",
  ]

  static func refused(_ name: String, _ row: String, _ code: String, _ column: String) -> Case {
    Case(
      name: name, file: "progress.csv", text: progress + row + "\n", told: ["progress.csv:3 \(code) \(column)"], rows: 1
    )
  }

  static func supported(
    _ file: String, _ header: String, good: String, bad: String, _ code: String, _ column: String
  ) -> Case {
    Case(
      name: "\(file) \(bad)", file: file + ".csv", text: "\(header)\n\(good)\n\(bad)\n",
      told: ["\(file).csv:3 \(code) \(column)"], rows: 1,
      others: file == "districts" ? [:] : support.filter { $0.key != file + ".csv" })
  }

  static let cases: [Case] = [
    refused("no date", ",310115,M01.01,5,", "missing-value", "date"),
    refused("no such day", "2026-02-30,310115,M01.01,5,", "bad-date", "date"),
    refused("a time", "2026-02-03 10:00,310115,M01.01,5,", "bad-date", "date"),
    refused("before the period", "2025-12-31,310115,M01.01,5,", "out-of-period", "date"),
    refused("after the period", "2027-01-01,310115,M01.01,5,", "out-of-period", "date"),
    refused("no district", "2026-03-05,,M01.01,5,", "missing-value", "district"),
    refused("another district", "2026-03-05,310199,M01.01,5,", "unknown-district", "district"),
    refused("another item", "2026-03-05,310115,M99.01,5,", "unknown-item", "item"),
    refused("a register item", "2026-03-05,310115,M01.04,5,", "unknown-item", "item"),
    refused("a duty", "2026-03-05,310115,D00.01,5,", "unknown-item", "item"),
    refused("no count", "2026-03-05,310115,M01.01,,", "missing-value", "人次"),
    refused("a word", "2026-03-05,310115,M01.01,五,", "bad-number", "人次"),
    refused("half a person", "2026-03-05,310115,M01.01,1.5,", "bad-number", "人次"),
    refused("too many", "2026-03-05,310115,M01.01,1000000000001,", "overflow", "人次"),
    refused("fewer fields", "2026-03-05,310115,M01.01,5", "ragged-row", "-"),
    refused("more fields", "2026-03-05,310115,M01.01,5,,", "ragged-row", "-"),
    refused("the first fault is told", "2026-02-30,nowhere,M99,x,", "bad-date", "date"),
    refused("an open quote", "2026-03-05,310115,M01.01,5,\"x", "unterminated-quote", "-"),
    refused(
      "a huge field", "2026-03-05,310115,M01.01,5," + String(repeating: "x", count: 65_537), "field-too-large", "-"),
    supported("targets", "区,事项,目标", good: "310115,M01.02,5", bad: "310101,M01.02,-1", "bad-number", "目标"),
    supported("targets", "区,事项,目标", good: "310115,M01.02,5", bad: "310101,M01.02,1.5", "bad-number", "目标"),
    supported("targets", "区,事项,目标", good: "310115,M01.02,5", bad: "浦东,重点领域培训,6", "duplicate-key", "-"),
    supported("calendar", "日期,类型", good: "2026-05-01,放假", bad: "2026-05-02,休息", "bad-value", "类型"),
    supported("calendar", "date,kind", good: "2026-05-01,holiday", bad: "2026/5/1,workday", "duplicate-key", "-"),
    supported("calendar", "date,kind", good: "2026-05-01,holiday", bad: "1999-12-31,workday", "out-of-period", "date"),
    supported("districts", "代码,名称,tile_row", good: "1,一区,0", bad: "2,二区,-1", "bad-number", "tile_row"),
    supported("districts", "代码,名称", good: "1,一区", bad: "1,二区", "duplicate-key", "-"),
    supported("districts", "代码,名称", good: "1,一区", bad: "310000,全市", "duplicate-key", "-"),
    supported(
      "milestones", "item,district,done", good: "M01.06,,", bad: "D00.01,,2026-05-01", "missing-value", "district"),
    supported("milestones", "item,done", good: "M01.06,", bad: "D00.01,2026-05-01", "missing-value", "-"),
    supported("milestones", "item,due", good: "M01.06,", bad: "M01.06,2026-12-31", "duplicate-key", "-"),
    supported("milestones", "item,due", good: "M01.06,", bad: "M01.01,2026-12-31", "unknown-item", "item"),
    supported(
      "registers", "item,entry,stage,date", good: "M01.04,a,会商,2026-03-01", bad: "M01.04,a,公布,2026-03-02",
      "unknown-stage", "stage"),
    supported(
      "registers", "item,entry,stage,date", good: "M01.04,a,会商,2026-03-01", bad: "M01.04,,会商,2026-03-02",
      "missing-value", "entry"),
    supported("institutions", "id,name,district", good: "I1,甲,浦东", bad: "I1,乙,浦东", "duplicate-key", "-"),
    supported(
      "scores", "institution,date,dimension,score", good: "I1,2026-03-01,培训成效,25", bad: "I1,2026-03-01,培训成效,25.01",
      "bad-number", "score"),
    supported(
      "scores", "institution,date,dimension,score", good: "I1,2026-03-01,培训成效,0", bad: "I1,2026-03-01,培训成效,1.001",
      "bad-number", "score"),
    supported(
      "scores", "institution,date,dimension,score", good: "I1,2026-03-01,培训成效,0", bad: "I1,2026-03-01,颜值,1",
      "unknown-dimension", "dimension"),
    supported(
      "scores", "institution,date,dimension,score", good: "I1,2026-03-01,培训成效,0", bad: "I2,2026-99-01,颜值,1",
      "unknown-reference", "institution"),
    supported(
      "scores", "date,dimension,score,institution", good: "2026-03-01,培训成效,0,I1", bad: "2026-99-01,颜值,1,I2",
      "unknown-reference", "institution"),
    supported(
      "scores", "institution,date,dimension,score", good: "I1,2026-03-01,培训成效,0", bad: "I1,2026-99-01,颜值,1", "bad-date",
      "date"),
    supported(
      "findings", "institution,date,kind,veto", good: "I1,2026-03-01,虚假培训,YES", bad: "I1,2026-03-01,虚假培训,对",
      "bad-value", "veto"),
    supported("bases", "id,name,district,level", good: "B1,甲,浦东,市级", bad: "B2,乙,浦东,区级", "bad-value", "level"),
    supported(
      "projects", "id,base,name,approved_on,amount", good: "P1,B1,甲,2026-02-01,500万", bad: "P2,B1,乙,2026-02-01,0",
      "bad-number", "amount"),
    supported(
      "projects", "id,base,name,approved_on,amount", good: "P1,B1,甲,2026-02-01,500万元", bad: "P2,B9,乙,2026-02-01,0",
      "unknown-reference", "base"),
    supported(
      "projects", "id,base,name,approved_on,amount", good: "P1,B1,甲,2026-02-01,0.01", bad: "P1,B1,乙,2026-02-01,5",
      "duplicate-key", "-"),
    supported(
      "project_events", "project,date,event", good: "P1,2026-03-01,acceptance", bad: "P1,2026-03-01,剪彩",
      "unknown-event", "event"),
    supported(
      "payments", "project,date,tranche,amount", good: "P1,2026-03-01,绩效拨付(第一年),-5", bad: "P1,2026-03-01,尾款,5",
      "unknown-tranche", "tranche"),
    supported(
      "payments", "project,date,tranche,amount", good: "P1,2026-03-01,绩效拨付（第三年）,5.25",
      bad: "P1,2026-03-01,approval,5.001", "bad-number", "amount"),
    supported(
      "spending", "project,date,line,amount", good: "P1,2026-03-01,技能评价,5", bad: "P1,2026-03-01,吃饭,5",
      "unknown-cost-line", "line"),
  ]

  @Test(arguments: cases) func onlyTheBadRowIsRefused(_ example: Case) throws {
    let read = try snapshot(example.others.merging([example.file: example.text]) { $1 })
    #expect(read.told.filter { !$0.contains("targets-do-not-add-up") } == example.told)
    #expect(read.report(example.file)?.rows == example.rows)
    #expect(read.report(example.file)?.rejected == 1)
  }

  @Test func bytesThatAreNotTextRefuseTheirRowAlone() throws {
    let directory = try DataDirectory()
    let good = Array("2026-03-05,浦东,M01.01,5\n".utf8)
    try directory.write(
      "progress.csv",
      Array("date,district,item,count\n".utf8) + good + [0x32, 0xFF, 0x2C, 0x2C, 0x2C, 0x0A] + good)
    let read = try directory.read()
    #expect(read.told == ["progress.csv:3 invalid-encoding -"])
    #expect(read.actual("310115", "M01.01") == 10)
  }
}
