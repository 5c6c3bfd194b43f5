import Policy
import Testing

@Suite struct CountedOperandsTests {
  /// 900 to reach, split over residents 1 : 2 : 3; counts around 20 November.
  private func operands(
    of place: DistrictCode, target: Int64? = nil, asOf iso: String = "2026-11-20"
  ) throws -> (operands: CountedOperands, progress: ItemProgress, board: Board) {
    let plan = try plan(measures: [[item("M01.01", target: 900, split: true)]])
    var facts = facts(of: plan)
    facts.count(100, in: pudong, on: try day("2026-03-02"))
    facts.count(7, in: pudong, on: try day("2026-11-15"))
    facts.count(5, in: pudong, on: try day("2026-11-16"))
    facts.count(-2, in: pudong, on: try day("2026-11-20"))
    facts.count(50, in: pudong, on: try day("2026-11-21"))
    facts.count(11, in: huangpu, on: try day("2026-11-19"))
    facts.count(1, in: city, on: try day("2026-11-19"))
    if let target { facts.target(target, for: place) }
    let board = Board(plan: plan, facts: facts, asOf: try day(iso))
    let progress = try #require(board.progress(training, place, city: city))
    let operands = CountedOperands(plan: plan, facts: facts, board: board, progress: progress, district: place)
    return (operands, progress, board)
  }

  @Test func `windows hold the counts that the rates divide`() throws {
    let (operands, progress, _) = try operands(of: pudong)
    // From Monday the 16th on: what came on the Sunday before is in the window of 20 alone.
    #expect(operands.recent5.first == (try day("2026-11-16")))
    #expect(operands.recent5.counted == 3)
    #expect(operands.recent20.counted == 10)
    #expect(Double(operands.recent5.counted) / Double(operands.recent5.days) == progress.recent5)
    #expect(Double(operands.recent20.counted) / Double(operands.recent20.days) == progress.recent20)
    #expect(operands.recent20.last == (try day("2026-11-20")))
  }

  @Test func `the city's are of all districts and its own`() throws {
    let (operands, progress, _) = try operands(of: city)
    #expect(operands.recent5.counted == 15)
    #expect(progress.actual == 122)
    #expect(operands.short == 778)
    #expect(operands.share == nil)
  }

  @Test func `pace and what is left are the board's`() throws {
    let (operands, progress, board) = try operands(of: pudong)
    #expect((operands.elapsed, operands.days, operands.workingDaysLeft) == (324, 365, board.workingDaysLeft))
    #expect(operands.short == 340)
    #expect(Double(operands.short) / Double(operands.workingDaysLeft) == progress.required)
  }

  @Test func `a suggested target has its share, a given one none`() throws {
    let suggested = try operands(of: pudong)
    #expect(suggested.progress.target == 450)
    #expect(suggested.operands.share == CountedOperands.Share(target: 900, residents: 3, all: 6))
    #expect(try operands(of: pudong, target: 50).operands.share == nil)
  }

  @Test func `a target that is met, or of 0, leaves nothing to do`() throws {
    #expect(try operands(of: pudong, target: 110).operands.short == 0)
    #expect(try operands(of: pudong, target: 0).operands.short == 0)
  }

  @Test func `a place that is none has no progress`() throws {
    let board = try operands(of: pudong).board
    #expect(board.progress(training, DistrictCode(rawValue: "999999"), city: city) == nil)
    #expect(board.progress(ItemID(rawValue: "M99.99"), pudong, city: city) == nil)
  }
}
