import Policy
import Testing

@testable import Records

/// Whose a refused row is: what it names itself, where that can be read.
@Suite struct ProblemDistrictTests {
  private static let header = "date,district,item,count\n2026-03-05,310115,M01.01,5\n"

  @Test(
    "a refused row keeps the district it names",
    arguments: [
      ("2026-02-30,310115,M01.01,5", "310115"), ("2026-02-30,浦东,M01.01,5", "310115"),
      ("2026-03-05,浦东新区,M99.01,5", "310115"), ("2026-03-05,310101,M01.01,x", "310101"),
      ("2026-03-05,310000,M01.01,", "310000"), ("2026-03-05,310101,M01.01,1000000000001", "310101"),
      ("2026-03-05,310199,M01.01,5", nil), ("2026-02-30,somewhere,M01.01,5", nil), ("2026-02-30,,M01.01,5", nil),
      ("2026-03-05,310115,M01.01", nil), ("2026-03-05,310115,M01.01,\"5", nil),
    ])
  func progress(_ row: String, _ district: String?) throws {
    let snapshot = try snapshot(["progress.csv": Self.header + row + "\n"])
    #expect(snapshot.problems.count == 1)
    #expect(snapshot.problems.first?.district?.rawValue == district)
  }

  @Test func otherTables() throws {
    let snapshot = try snapshot([
      "targets.csv": "district,item,target\n310115,M01.02,5\n浦东,M01.02,6\n310101,M01.02,-1\n",
      "institutions.csv": "id,name,district\nI1,甲,浦东\nI1,乙,黄浦\n,丙,徐汇\n",
      "milestones.csv": "item,district,done\nM01.06,静安,2025-12-01\n",
    ])
    #expect(
      snapshot.problems.map { "\($0.path):\($0.line ?? 0) \($0.district?.rawValue ?? "-")" } == [
        "institutions.csv:3 310101", "institutions.csv:4 310104", "milestones.csv:2 310106", "targets.csv:3 310115",
        "targets.csv:4 310101",
      ])
  }

  @Test func aMovedFileKeepsWhoseItsProblemsAre() throws {
    let directory = try DataDirectory(["progress/a.csv": Self.header + "2026-02-30,310101,M01.01,5\n"])
    let reader = directory.reader
    #expect(try reader.read().problems.map(\.district?.rawValue) == ["310101"])
    directory.rename("progress/a.csv", to: "progress/b.csv")
    let later = try reader.read()
    #expect(later.problems.map(\.path) == ["progress/b.csv"])
    #expect(later.problems.map(\.district?.rawValue) == ["310101"])
  }

  @Test func aWholeDirectoryIsAttributed() throws {
    let snapshot = try snapshot([
      "progress/p.csv": Self.header + "2026-02-30,310115,M01.01,5\nragged\n",
      "progress/both.csv": Self.header + "2026-03-05,310101,M01.01,5\n2026-02-30,310101,M01.01,5\nragged\n",
    ])
    let attribution = Attribution(files: snapshot.files, problems: snapshot.problems)
    #expect(attribution.problems.map { $0?.rawValue } == ["310101", nil, "310115", "310115"])
    #expect(attribution.tallies[DistrictCode(rawValue: "310115")]?.refusedOwn == 2)
  }
}
