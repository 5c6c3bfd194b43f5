import Glibc
import Policy
import Testing

@testable import Sample

/// The files of a sample: their bytes, headers, sizes and what must not be in them.
@Suite struct SampleFilesTests {
  @Test func theSameOptionsGiveTheSameBytes() throws {
    let options = SampleOptions(seed: 5, rows: 6000)
    let first = try SampleDirectory.with(options) { try $0.files() }
    let second = try SampleDirectory.with(options) { try $0.files() }
    #expect(first.count > 200)
    #expect(first == second)
    let other = try SampleDirectory.with(SampleOptions(seed: 6, rows: 6000)) { try $0.files() }
    #expect(other[SampleWriter.marker] == first[SampleWriter.marker])
    let changed = first.filter { other[$0.key] != $0.value }.count
    #expect(changed > first.count / 2)
  }

  @Test(arguments: [0, 1, 700, 5000, 24_001])
  func asManyRowsAsAsked(_ rows: Int) throws {
    let plan = try Plan.builtIn()
    try SampleDirectory.with(SampleOptions(rows: rows)) { directory in
      let good = try directory.counts(plan: plan).good
      #expect(good.count == rows)
    }
  }

  @Test func moreRowsAreSmallerPartsOfTheSameTotals() throws {
    let plan = try Plan.builtIn()
    func total(_ rows: Int?) throws -> Int64 {
      try SampleDirectory.with(SampleOptions(rows: rows)) { directory in
        return try directory.counts(plan: plan).good.filter { $0.item.rawValue == "M01.01" }
          .reduce(0) { $0 + $1.count }
      }
    }
    #expect(try total(8000) == total(30_000))
  }

  @Test func withoutAskingTheYearHasAboutOneRowForEachClass() throws {
    let plan = try Plan.builtIn()
    try SampleDirectory.with { directory in
      let count = try directory.counts(plan: plan).good.count
      #expect((12_000...24_000).contains(count))
    }
  }

  @Test func aSmallerSampleInTheSamePlaceLeavesNothingBehind() throws {
    let plan = try Plan.builtIn()
    try SampleDirectory.with(SampleOptions(rows: 9000)) { directory in
      let early = try #require(Day(iso: "2026-05-15"))
      try SampleWriter(plan: plan, options: SampleOptions(rows: 800, through: early)).write(to: directory.path)
      let counts = try directory.counts(plan: plan).good
      #expect(counts.count == 800)
      #expect(counts.allSatisfy { $0.day <= early })
      let alone = try SampleDirectory.with(SampleOptions(rows: 800, through: early)) { try $0.files() }
      #expect(try directory.files() == alone)
    }
  }

  @Test func anotherDirectoryIsNeverTouched() throws {
    let plan = try Plan.builtIn()
    let directory = try SampleDirectory.make()
    defer { directory.remove() }
    let file = open(directory.path + "/real.csv", O_WRONLY | O_CREAT, 0o644)
    close(file)
    #expect(throws: SampleError.notASample(path: directory.path)) {
      try SampleWriter(plan: plan).write(to: directory.path)
    }
    #expect(try Array(directory.files().keys) == ["real.csv"])
  }

  @Test func aPlaceThatCannotBeWrittenSaysWhichAndWhy() throws {
    let plan = try Plan.builtIn()
    #expect(throws: SampleError.cannotWrite(path: "/proc/none", code: ENOENT)) {
      try SampleWriter(plan: plan).write(to: "/proc/none/sample")
    }
  }

  @Test func targetsAddUpToTheCitys() throws {
    let plan = try Plan.builtIn()
    try SampleDirectory.with(SampleOptions(seed: 11, rows: 100)) { directory in
      var sums: [String: Int64] = [:]
      for row in try directory.rows(of: "targets") {
        sums[row.value("指标"), default: 0] += try #require(Int64(row.value("目标")))
        #expect(!row.value("责任单位").isEmpty)
      }
      for item in plan.countedItems where item.split {
        if let target = item.target { #expect(sums[item.id.rawValue] == target) }
      }
      #expect(sums.count > 3)
      #expect(sums.count < plan.countedItems.count)
    }
  }

  @Test func everyHeaderIsOneOfItsTables() throws {
    let tables: [String: (required: [String], optional: [String])] = [
      "targets": (["区", "指标", "目标"], ["责任单位"]),
      "milestones": (["指标"], ["区", "期限", "完成日期", "备注"]),
      "registers": (["指标", "编号", "环节", "日期"], ["区", "名称"]),
      "institutions": (["编号", "名称", "区"], ["类别", "许可有效期"]),
      "scores": (["培训机构", "日期", "维度", "得分"], ["依据"]),
      "findings": (["机构", "日期", "类型"], ["一票否决", "销号日期", "备注"]),
      "bases": (["编号", "名称", "区"], ["级别", "依托单位", "类别", "认定日期"]),
      "projects": (["编号", "基地", "名称", "立项日期", "批复金额"], ["方向", "计划验收日期"]),
      "project_events": (["项目", "日期", "节点"], []),
      "payments": (["项目", "日期", "批次", "金额"], []),
      "spending": (["项目", "日期", "科目", "金额"], []),
    ]
    let details = ["institution", "occupation", "level", "kind", "group", "field", "mode"]
    let chinese = ["日期", "区", "指标", "人次", "培训机构", "工种", "等级", "培训类型", "培训对象", "重点领域", "培训方式"]
    try SampleDirectory.with(SampleOptions(rows: 6000)) { directory in
      for (table, columns) in tables {
        let headers = try directory.headers(of: table).map { $0.map(SampleText.plainHeader) }
        #expect(!headers.isEmpty, "\(table)")
        for header in headers {
          #expect(Set(columns.required).isSubset(of: header), "\(table)")
          #expect(Set(header).isSubset(of: columns.required + columns.optional), "\(table)")
        }
      }
      var strange: [String] = []
      for header in try directory.headers(of: "progress").map({ $0.map(SampleText.plainHeader) }) {
        let known = header.contains("date") ? ["date", "district", "item", "count"] + details : chinese
        #expect(Set(known).isSubset(of: header))
        strange += header.filter { !known.contains($0) }
      }
      #expect(strange.sorted() == ["录入批次", "手机号"])
    }
  }

  @Test func filesComeInEveryEncoding() throws {
    try SampleDirectory.with(SampleOptions(rows: 6000)) { directory in
      let files = try directory.files().filter { $0.key.hasPrefix("progress/") }
      let text = files.values.filter { String(validating: $0, as: UTF8.self) != nil }
      let wide = files.values.filter { $0.starts(with: [0xFF, 0xFE]) }.count
      let marked = text.filter { $0.starts(with: [0xEF, 0xBB, 0xBF]) }.count
      let returns = text.filter { $0.contains(0x0D) }.count
      let tabbed = files.keys.filter { $0.hasSuffix(".tsv") }.count
      #expect(wide == 3)
      #expect(marked > 10)
      #expect(returns > 10)
      #expect(tabbed > 5)
      #expect(files.count - text.count > 20)
    }
  }

  @Test func nothingLooksLikeAPerson() throws {
    let plan = try Plan.builtIn()
    let people = Set(plan.items.filter(\.people).map(\.id.rawValue))
    try SampleDirectory.with(SampleOptions(rows: 6000)) { directory in
      for row in try directory.rows(of: "registers") where people.contains(row.value("指标")) {
        #expect(row.value("名称").isEmpty)
      }
      for table in ["progress", "institutions", "scores", "findings", "bases", "projects", "milestones", "registers"] {
        for row in try directory.rows(of: table) {
          // Eleven digits in a row would be a phone, more an identity or a bank card.
          for field in row.fields where field.utf8.count >= 11 && field != "13000000000" {
            let longest = field.split { !$0.isNumber }.map(\.utf8.count).max() ?? 0
            #expect(longest < 11, "\(row.path): \(field)")
          }
        }
      }
    }
  }

  @Test(arguments: ["1999-01-01", "2026-03-01", "2099-01-01"])
  func anyLastDayWorks(_ date: String) throws {
    let plan = try Plan.builtIn()
    let day = try #require(Day(iso: date))
    try SampleDirectory.with(SampleOptions(rows: 5001, through: day)) { directory in
      let last = max(plan.periodStart, min(day, plan.periodEnd))
      let good = try directory.counts(plan: plan).good
      #expect(good.allSatisfy { $0.day <= last })
    }
  }
}
