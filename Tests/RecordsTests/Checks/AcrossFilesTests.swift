import Policy
import Testing

@testable import Records

/// What is decided over several files: keys, references, order, sums.
@Suite struct AcrossFilesTests {
  @Test func theFirstOfAKeyCountsInPathThenLineOrder() throws {
    let read = try snapshot([
      "institutions/b.csv": "id,name,district\nI1,乙,浦东\nI2,丙,浦东\n", "institutions.csv": "id,name,district\nI2,甲,浦东\n",
      "institutions/a.csv": "id,name,district\nI1,丁,nowhere\nI1,戊,浦东\n",
    ])
    #expect(
      read.told == [
        "institutions/a.csv:2 unknown-district district", "institutions/b.csv:2 duplicate-key -",
        "institutions/b.csv:3 duplicate-key -",
      ])
    #expect(read.facts.institutions.map(\.name) == ["戊", "甲"])
    #expect(read.report("institutions/b.csv")?.rejected == 2)
    #expect(read.report("institutions/b.csv")?.rows == 0)
  }

  @Test func aSecondRowOfAKeyIsToldWithThePlaceOfTheFirst() throws {
    let read = try snapshot([
      "targets/a.csv": "district,item,target\n310115,M01.02,5\n",
      "targets/b.csv": "区,指标,目标\n310101,M01.02,7\n浦东,重点领域培训,6\n",
      "milestones.csv": "item,done\nM01.06,\nM01.06,2026-05-01\n",
      "calendar.csv": "date,kind\n2026-05-01,holiday\n2026-05-01,workday\n",
      "districts.csv": "code,name\n310101,黄浦区\n310115,浦东新区\n310000,全市\n",
    ])
    #expect(
      read.told == [
        "calendar.csv:3 duplicate-key -", "districts.csv:4 duplicate-key -", "milestones.csv:3 duplicate-key -",
        "targets/b.csv:3 duplicate-key -",
      ])
    let first: [Problem.More?] = [
      .first(path: "calendar.csv", line: 2), nil, .first(path: "milestones.csv", line: 2),
      .first(path: "targets/a.csv", line: 2),
    ]
    #expect(read.problems.map(\.more) == first)
    #expect(read.problems.map(\.detail) == ["2026-05-01", "310000", "M01.06  2026-12-31", "310115 M01.02"])
    let pudong = TargetKey(district: DistrictCode(rawValue: "310115"), item: ItemID(rawValue: "M01.02"))
    #expect(read.facts.targets[pudong]?.target == 5)
  }

  @Test func aRefusedRowIsNoReference() throws {
    let read = try snapshot([
      "bases.csv": "id,name,district\nB1,甲,浦东\nB2,乙,nowhere\n",
      "projects.csv": "id,base,name,approved_on,amount\nP1,B2,甲,2026-02-01,500\nP1,B1,乙,2026-02-01,300\n",
      "payments.csv": "project,date,tranche,amount\nP1,2026-02-02,立项拨付,100\nP2,2026-02-02,立项拨付,100\n,2026-02-02,x,1\n",
    ])
    #expect(
      read.told == [
        "bases.csv:3 unknown-district district", "payments.csv:3 unknown-reference project",
        "payments.csv:4 missing-value project", "projects.csv:2 unknown-reference base",
      ])
    #expect(read.facts.projects.map(\.name) == ["乙"])
    #expect(read.facts.payments.map(\.amount.hundredths) == [10_000])
  }

  @Test func targetsThatDoNotAddUpAreToldOnTheFirstPath() throws {
    let read = try snapshot([
      "targets/b.csv": "district,item,target\n浦东,M01.01,1\n310101,M02.01,60000\n市本级,M03.01,5\n浦东,M03.01,5\n",
      "targets/a.csv": "district,item,target\n310000,M01.01,3\n310000,M16.01,30\n",
      "targets.csv": "district,item,target\n浦东,M01.02,9\n",
    ])
    #expect(read.told == ["targets/a.csv:- targets-do-not-add-up -"])
    #expect(read.problems.first?.detail == "M01.01 1 ≠ 3")
    #expect(read.facts.targets.count == 7)
  }

  @Test func registersGoForward() throws {
    let read = try snapshot([
      "registers/a.csv":
        "item,entry,stage,date\nM01.04,1,印发,2026-03-01\nM01.04,2,印发,2026-03-01\nM01.04,1,会商,2026-02-01\n",
      "registers/b.csv":
        "item,entry,环节,date\nM01.04,1,拟订,2026-04-01\nM01.04,2,会商,2026-03-01\nM01.05,1,岗位需求,2026-05-01\n",
    ])
    #expect(read.told == ["registers/b.csv:2 out-of-order -"])
    #expect(read.problems.first?.detail == "印发 → 拟订")
    #expect(read.facts.registers.count == 6)
  }

  @Test func thingsThatHappenedTooEarlyAreTold() throws {
    let read = try snapshot([
      "milestones.csv": "item,done,due\nM01.06,2025-12-31,\nM01.07,2026-01-01,\n",
      "bases.csv": "id,name,district\nB1,甲,浦东\n",
      "projects.csv": "id,base,name,approved_on,amount\nP1,B1,乙,2026-02-01,300\n",
      "project_events.csv": "project,date,event\nP1,2026-01-31,验收\nP1,2026-02-01,closed\n",
    ])
    #expect(read.told == ["milestones.csv:2 out-of-order -", "project_events.csv:2 out-of-order -"])
    #expect(read.facts.events.count == 2)
    #expect(read.facts.milestones.count == 2)
  }

  @Test func milestonesAreKeyedByTheirEffectiveDueDay() throws {
    let read = try snapshot([
      "milestones.csv":
        "item,district,due\nM01.06,,\nM01.06,310000,2026-12-31\nM01.06,,2026-11-30\nM01.06,浦东,\nM01.06,310115,2026-12-31\n"
    ])
    #expect(read.told == ["milestones.csv:3 duplicate-key -", "milestones.csv:6 duplicate-key -"])
  }

  @Test func districtsAreKnownByManyNames() throws {
    let names = ["310115", "浦东新区", "浦东", "310119", "\u{3000}浦东 "]
    let read = try snapshot([
      "progress.csv": "date,district,item\n" + names.map { "2026-03-05,\($0),补贴性职业技能培训\n" }.joined()
        + "2026-03-05,310000,M01.01\n2026-03-05,市本级,M01.01\n2026-03-05,310103,M01.01\n2026-03-05,310108,M01.01\n2026-03-05,310230,M01.01\n"
    ])
    #expect(read.told == [])
    #expect(read.actual("310115", "M01.01") == 5)
    #expect(read.actual("310000", "M01.01") == 2)
    #expect(read.actual("310101", "M01.01") == 1)
    #expect(read.actual("310106", "M01.01") == 1)
    #expect(read.actual("310151", "M01.01") == 1)
  }

  @Test func trainedCountsRowsOfTheFirstItemThatNameTheInstitution() throws {
    let read = try snapshot([
      "institutions.csv": "id,name,district\nI1,甲,浦东\n",
      "progress/a.csv":
        "date,district,item,count,institution\n2026-03-05,浦东,M01.01,5,I1\n2026-03-05,浦东,M01.02,7,I1\n2026-03-04,浦东,M01.01,-1,I1\n",
      "progress/b.csv": "date,district,item,count,institution\n2026/3/5,浦东,M01.01,1万,I1\n2026-03-06,浦东,M01.01,5,别人\n",
    ])
    let day = try #require(Day(iso: "2026-03-05"))
    #expect(read.facts.progress.trained(institution: "I1", through: day) == 10_004)
    #expect(read.facts.progress.trained(institution: "I1", through: day - 1) == -1)
    #expect(read.facts.progress.trained(institution: "别人", through: day + 1) == 5)
  }

  @Test func aZeroIsAReport() throws {
    let read = try snapshot(["progress.csv": "date,district,item,count\n2026-03-05,浦东,M01.01,0\n"])
    let place = try #require(read.facts.progress.districts.firstIndex(of: DistrictCode(rawValue: "310115")))
    #expect(read.facts.progress.latest(district: place, through: read.plan.periodEnd)?.iso == "2026-03-05")
  }

  @Test func theCalendarReplacesThePlansWhole() throws {
    let read = try snapshot(["calendar.csv": "date,kind\n2026-03-04,放假\n2026-03-07,Workday\n"])
    let holiday = try #require(Day(iso: "2026-03-04"))
    let national = try #require(Day(iso: "2026-10-01"))
    #expect(!read.facts.calendar.isWorkingDay(holiday))
    #expect(read.facts.calendar.isWorkingDay(holiday + 3))
    #expect(read.facts.calendar.isWorkingDay(national))
    let bad = try snapshot(["calendar.csv": "date,kind\n2026-03-04,x\n"])
    #expect(!bad.facts.calendar.isWorkingDay(national))
  }

  @Test func problemsComeInPathThenLineOrder() throws {
    let read = try snapshot([
      "scores/z.csv":
        "institution,date,dimension,score,x\nI9,2026-03-01,培训成效,1,\nI9,2026-99-01,培训成效,1,\n,2026-03-01,培训成效,1,\n",
      "progress.csv": "date,district,item\nx,x,x\n", "zzz": "", "aaa": "",
    ])
    #expect(
      read.told == [
        "aaa:- unknown-table -", "progress.csv:2 bad-date date", "scores/z.csv:- unknown-column x",
        "scores/z.csv:2 unknown-reference institution", "scores/z.csv:3 unknown-reference institution",
        "scores/z.csv:4 missing-value institution", "zzz:- unknown-table -",
      ])
  }
}
