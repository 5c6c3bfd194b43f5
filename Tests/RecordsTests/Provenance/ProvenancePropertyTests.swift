import Policy
import Testing

@testable import Records

/// What the files give to a figure is the figure, and their rows, read again, give the same.
@Suite struct ProvenancePropertyTests {
  /// Directories that change at random, with all tables, all forms of files and rows of every kind of mistake.
  @Test(arguments: [11, 12, 13] as [UInt64]) func partsSumToTheFigure(_ seed: UInt64) throws {
    let history = try History(seed: seed, isYoung: false)
    for step in 0..<6 {
      if step > 0 {
        try history.step()
        try history.follow()
      }
      let plan = history.snapshot.plan
      let day = plan.periodStart + history.random.number(0..<plan.periodDays)
      for asOf in [plan.periodEnd, day] {
        let mistakes = FigureSums(history.reader, history.snapshot, asOf: asOf).mistakes(&history.random)
        guard mistakes.isEmpty else {
          Issue.record("seed \(seed), step \(step), as of \(asOf.iso): \(mistakes.prefix(5))\n\(history.log)")
          return
        }
      }
    }
  }

  @Test(arguments: [21, 22] as [UInt64]) func rowsReadAgainGiveWhatTheFileGives(_ seed: UInt64) throws {
    let history = try History(seed: seed, isYoung: false)
    for _ in 0..<3 {
      try history.step()
      try history.follow()
      let sums = FigureSums(history.reader, history.snapshot, asOf: history.snapshot.plan.periodEnd - 40)
      for figure in sums.figures where history.random.chance(1, of: 20) {
        for file in sums.trace(figure).files where file.stale == nil {
          let request = SourceRowsRequest(figure: figure, path: file.path, asOf: sums.board.asOf, limit: .max)
          let rows = try history.reader.sourceRows(request)
          let counting = rows.rows.count { $0.standing == .counts }
          #expect(!rows.isChanged, "\(figure) \(file.path)")
          #expect(rows.total == rows.rows.count && rows.counting == counting, "\(figure) \(file.path)")
          if let count = file.rows { #expect(rows.counting == count, "seed \(seed) \(figure) \(file.path)") }
          // Of an institution's rows those that cancel out are not kept as sums, but are there to be read.
          if let value = file.value { #expect(rows.value == value, "seed \(seed) \(figure) \(file.path)") }
        }
      }
    }
  }

  @Test(arguments: [31, 33, 35] as [UInt64]) func theVersionBeforeIsWhatTheFileGaveBefore(_ seed: UInt64) throws {
    let history = try History(seed: seed, isYoung: false)
    var seen = 0
    for _ in 0..<5 {
      let before = FigureSums(history.reader, history.snapshot, asOf: history.snapshot.plan.periodEnd)
      let given = Dictionary(
        before.figures.filter { _ in history.random.chance(1, of: 6) }.map { ($0, before.trace($0)) },
        uniquingKeysWith: { first, _ in first })
      let place = try #require(history.files.firstIndex { $0.shape.name == "progress" })
      let path = history.files[place].path
      let size = history.snapshot.report(path)?.size
      try history.append(place)
      try history.follow()
      guard history.snapshot.report(path)?.size != size else { continue }
      let after = FigureSums(history.reader, history.snapshot, asOf: before.board.asOf)
      for figure in given.keys {
        guard let file = after.trace(figure).files.first(where: { $0.path == path }), file.table == "progress" else {
          continue
        }
        let earlier = given[figure]?.files.first { $0.path == path }
        #expect(file.previous == earlier?.value ?? .count(0), "seed \(seed) \(figure)")
        seen += 1
      }
    }
    #expect(seen > 0)
  }
}
