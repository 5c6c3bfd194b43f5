import Policy
import Testing

@Suite struct AttributionTests {
  private func file(
    _ path: String, rows: Int = 10, rejected: Int = 0, _ districts: [DistrictCode] = [], modified: Double = 0
  ) -> FileReport {
    FileReport(
      path: path, table: "progress", encoding: "utf-8", rows: rows, rejected: rejected, sha256: nil, size: 1,
      modified: modified, districts: districts)
  }

  private func refused(_ path: String, line: Int = 2, _ district: DistrictCode? = nil) -> Problem {
    Problem(path: path, line: line, column: "date", code: .badDate, district: district)
  }

  @Test func `a refused row is of the district it names, else of the file's one district, else of nobody`() {
    let attribution = Attribution(
      files: [
        file("own.csv", rejected: 2, [pudong]), file("common.csv", rejected: 2, [huangpu, pudong]),
      ],
      problems: [
        refused("own.csv", line: 2, huangpu), refused("own.csv", line: 3), refused("common.csv", line: 2, huangpu),
        refused("common.csv", line: 3),
      ])
    #expect(attribution.problems == [huangpu, pudong, huangpu, nil])
    #expect(attribution.files == [pudong, nil])
    #expect(attribution.tallies[pudong]?.refused == 1)
    #expect(attribution.tallies[pudong]?.refusedOwn == 1)
    #expect(attribution.tallies[huangpu]?.refused == 2)
    #expect(attribution.tallies[huangpu]?.refusedOwn == 0)
    #expect(attribution.tallies[nil]?.refused == 1)
    #expect(attribution.tallies[nil]?.rows == 10)
  }

  @Test func `names of folders and files mean nothing`() {
    let attribution = Attribution(
      files: [file("progress/310115/2026-03.csv", rejected: 1, [])], problems: [refused("progress/310115/2026-03.csv")])
    #expect(attribution.problems == [nil])
    #expect(attribution.files == [nil])
  }

  @Test func `a file of which no row is good is of the one district that its refused rows name`() {
    let attribution = Attribution(
      files: [file("a.csv", rows: 0, rejected: 2), file("b.csv", rows: 0, rejected: 2)],
      problems: [
        refused("a.csv", line: 2, pudong), refused("a.csv", line: 3), refused("b.csv", line: 2, pudong),
        refused("b.csv", line: 3, huangpu),
      ])
    #expect(attribution.files == [pudong, nil])
    #expect(attribution.problems == [pudong, pudong, pudong, huangpu])
    #expect(attribution.tallies[pudong]?.refusedFiles == 1)
    #expect(attribution.tallies[pudong]?.refusedOwn == 2)
  }

  @Test func `an error of a column or a whole file is not a refused row`() {
    let attribution = Attribution(
      files: [file("a.csv", rejected: 1, [pudong])],
      problems: [
        Problem(path: "a.csv", column: "手机号", code: .personalData, detail: "9"), refused("a.csv", line: 7),
        Problem(path: "a.csv", code: .unknownColumn),
      ])
    let tally = attribution.tallies[pudong]
    #expect(tally?.fileErrors == 1)
    #expect(tally?.refused == 1)
    #expect(tally?.errors == 2)
    #expect(tally?.notices == 1)
  }

  @Test func `refused rows beyond those listed one by one count for the file's district`() {
    let attribution = Attribution(
      files: [file("a.csv", rows: 100, rejected: 900, [pudong])], problems: [refused("a.csv", pudong)])
    #expect(attribution.tallies[pudong]?.refused == 900)
    #expect(attribution.tallies[pudong]?.refusedShare == 0.9)
  }

  @Test func `a problem of no file is nobody's`() {
    let attribution = Attribution(files: [], problems: [Problem(path: "notes.txt", code: .unknownTable)])
    #expect(attribution.problems == [nil])
    #expect(attribution.tallies[nil]?.notices == 1)
  }

  @Test func `the newest file of a district is told`() {
    let attribution = Attribution(
      files: [file("a.csv", [pudong], modified: 5), file("b.csv", [pudong], modified: 9)], problems: [])
    #expect(attribution.tallies[pudong]?.newest == 9)
    #expect(attribution.tallies[pudong]?.files == 2)
    #expect(attribution.places["b.csv"] == 1)
  }

  @Test func `all lines together are the whole directory, whatever is in it`() {
    var numbers = Numbers(seed: 41)
    let districts = [huangpu, xuhui, pudong]
    for _ in 0..<300 {
      var files: [FileReport] = []
      var problems: [Problem] = []
      for index in 0..<Int.random(in: 0...6, using: &numbers) {
        let listed = Int.random(in: 0...4, using: &numbers)
        let path = "f\(index).csv"
        for line in 0..<listed {
          problems.append(
            refused(path, line: line + 2, Bool.random(using: &numbers) ? districts.randomElement(using: &numbers) : nil)
          )
        }
        for code in [ProblemCode.personalData, .lostRows, .unknownColumn] where Bool.random(using: &numbers) {
          problems.append(Problem(path: path, code: code))
        }
        files.append(
          file(
            path, rows: Int.random(in: 0...9, using: &numbers),
            rejected: listed + Int.random(in: 0...2, using: &numbers),
            districts.filter { _ in Bool.random(using: &numbers) }))
      }
      let attribution = Attribution(files: files, problems: problems)
      let all = attribution.tallies.values
      #expect(all.reduce(0) { $0 + $1.files } == files.count)
      #expect(all.reduce(0) { $0 + $1.rows } == files.reduce(0) { $0 + $1.rows })
      #expect(all.reduce(0) { $0 + $1.refused } == files.reduce(0) { $0 + $1.rejected })
      #expect(all.reduce(0) { $0 + $1.errors } == problems.count { $0.code.severity == .error })
      #expect(all.reduce(0) { $0 + $1.warnings } == problems.count { $0.code.severity == .warning })
      #expect(all.reduce(0) { $0 + $1.notices } == problems.count { $0.code.severity == .notice })
      #expect(all.allSatisfy { $0.refusedOwn <= $0.refused })
      for (problem, owner) in zip(problems, attribution.problems) where problem.district != nil {
        #expect(owner == problem.district)
      }
    }
  }

  @Test func `there is a line for each district, one for the city, and one for nobody where there is need`() throws {
    let plan = try plan(measures: [[item("M01.01", target: 100)]])
    var facts = facts(of: plan)
    facts.count(5, in: pudong, on: try day("2026-03-01"))
    let board = Board(plan: plan, facts: facts, asOf: try day("2026-03-04"))
    let files = [file("p.csv", rows: 100, [pudong])]
    let senders = Attribution(files: files, problems: []).senders(plan: plan, facts: facts, board: board)
    #expect(senders.map(\.district) == [huangpu, xuhui, pudong, city])
    #expect(senders.map(\.verdict) == [.silent, .silent, .good, nil])
    #expect(senders[2].latest == (try day("2026-03-01")))
    #expect(senders[2].daysSince == 3)
    // A district that is no longer in force has no line, yet what it sent is not lost.
    let former = DistrictCode(rawValue: "310108")
    let more = Attribution(files: files + [file("f.csv", rows: 3, [former])], problems: [refused("x.csv")])
      .senders(plan: plan, facts: facts, board: board)
    #expect(more.last?.district == nil)
    #expect(more.last?.tally.rows == 3)
    #expect(more.last?.tally.errors == 1)
    #expect(more.last?.verdict == nil)
  }
}
