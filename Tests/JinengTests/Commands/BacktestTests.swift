import Testing

/// `jineng backtest`.
@Suite struct BacktestTests {
  private static let score = Shape.object([
    "forecasts": .whole, "coverage": .optional(.number), "error_over_days": .optional(.number),
    "error_over_working_days": .optional(.number),
  ])
  private static let shape = Shape.object([
    "schema": .constant("jineng.backtest/1"),
    "source": .word(["made-up", "history"]),
    "rows": .list(
      .object([
        "name": .string,
        "quarters": .list(.object(["share": .number, "districts": score, "city": score])),
      ])),
  ])

  @Test func `made-up years: a row for each process and one for all, three points each`() throws {
    let home = try Home()
    let result = try Jineng.run(["backtest", "--years", "1", "--format", "json"], in: home, expecting: 0)
    let report = try JSON.object(result.out)
    #expect(BacktestTests.shape.faults(report) == [])
    #expect(report["source"] as? String == "made-up")
    let rows = JSON.objects(report["rows"])
    #expect(rows.last?["name"] as? String == "all")
    #expect(rows.allSatisfy { JSON.objects($0["quarters"]).count == 3 })
  }

  @Test func `a directory's history: a row for each item with counts`() throws {
    let home = try Home()
    try home.data.write("progress/a.csv", Records.file(100, 20))
    let arguments = ["backtest", "--data", home.data.path, "--as-of", "2026-12-31"]
    let result = try Jineng.run(arguments + ["--format", "json"], in: home, expecting: 0)
    let report = try JSON.object(result.out)
    #expect(BacktestTests.shape.faults(report) == [])
    #expect(report["source"] as? String == "history")
    #expect(JSON.objects(report["rows"]).map { $0["name"] as? String } == ["M01.01", "all"])
    let table = try Jineng.run(arguments + ["--lang", "en"], in: home, expecting: 0)
    #expect(table.text.contains("M01.01"))
    #expect(table.text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func `no years are no backtest`() throws {
    let home = try Home()
    _ = try Jineng.run(["backtest", "--years", "0"], in: home, expecting: 2)
  }
}
