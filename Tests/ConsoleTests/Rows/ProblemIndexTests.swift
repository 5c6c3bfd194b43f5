import Console
import Policy
import Testing

@Suite("Problems in groups")
struct ProblemIndexTests {
  private func problems(_ count: Int, seed: UInt64) -> [Problem] {
    var generator = Seeded(seed)
    return (0..<count).map { index in
      Problem(
        path: "f\(index / 7).csv", line: index + 2,
        code: ProblemCode.allCases.randomElement(using: &generator) ?? .badDate,
        district: [SmallYear.pudong, SmallYear.jingan, nil].randomElement(using: &generator) ?? nil)
    }
  }

  @Test("every grouping holds each problem once, and its counts are right", arguments: 1...20 as ClosedRange<UInt64>)
  func partition(_ seed: UInt64) throws {
    let all = problems(Int(seed) * 11 - 11, seed: seed)
    let loaded = try SmallYear.loaded(problems: all)
    let index = loaded.problems
    #expect(index.inOrder.sorted() == Array(all.indices))
    #expect(index.inOrder.map { all[$0].code.severity } == index.inOrder.map { all[$0].code.severity }.sorted())
    for grouping in [ProblemIndex.Grouping.code, .district, .file] {
      let groups = index.groups(by: grouping)
      #expect(groups.flatMap(\.problems).sorted() == Array(all.indices))
      #expect(Set(groups.map(\.row)).count == groups.count)
      #expect(groups.map(\.counts.errors) == groups.map(\.counts.errors).sorted(by: >))
      for group in groups {
        #expect(index.group(row: group.row)?.problems == group.problems)
        #expect(group.counts.errors == group.problems.count { all[$0].code.severity == .error })
        #expect(group.counts.warnings == group.problems.count { all[$0].code.severity == .warning })
        #expect(group.counts.notices == group.problems.count { all[$0].code.severity == .notice })
        #expect(group.codes.reduce(0) { $0 + $1.count } == group.problems.count)
        for place in group.problems {
          switch group.key {
          case .code(let code): #expect(all[place].code == code)
          case .district(let district): #expect(loaded.attribution.problems[place] == district)
          case .file(let path): #expect(all[place].path == path)
          }
        }
      }
    }
    #expect(index.counts.errors == all.count { $0.code.severity == .error })
  }

  @Test("a filter finds what a plain look at every text finds")
  func filter() throws {
    let all = problems(300, seed: 3)
    var session = Session(try SmallYear.loaded(problems: all), .data)
    try session.press("Tab s Down Down Down Enter")
    #expect(session.state.rows(of: .problems).count == 300)
    for query in ["f3", "bad", "日期", "静安", "jingan", "310115", "无法归属", "zzz"] {
      session.state.lists[.problems, default: ListState()].filter = query
      let expected = session.state.loaded?.problems.inOrder.filter { place in
        let problem = all[place]
        let owner = session.state.loaded?.attribution.problems[place]
        let names = owner == SmallYear.pudong ? ["310115"] : owner == SmallYear.jingan ? ["静安", "jingan"] : ["无法归属"]
        return ([problem.path, problem.code.rawValue, ProblemWords.short(problem.code).zh] + names).contains {
          $0.contains(query)
        }
      }
      #expect(session.state.rows(of: .problems) == expected?.map(String.init), "\(query)")
    }
  }

  @Test("a hundred thousand problems are all listed, and every one can be reached")
  func many() throws {
    let all = problems(100_000, seed: 9)
    var session = Session(try SmallYear.loaded(problems: all), .data)
    try session.press("Tab s Down Down Down Enter G")
    let last = try #require(session.state.loaded?.problems.inOrder.last)
    #expect(session.selected == String(last))
    #expect(session.text.contains("100000/100000"))
    try session.press("PgUp Up Enter")
    #expect(session.text.contains("归属"))
  }
}
