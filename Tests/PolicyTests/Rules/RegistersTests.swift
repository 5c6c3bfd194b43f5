import Policy
import Testing

@Suite struct RegistersTests {
  private let register = item("M05.01", .register, stages: ["征集", "论证", "发布"])

  private func row(_ entry: String, _ stage: Int, _ iso: String, _ district: DistrictCode? = nil) throws -> RegisterRow
  {
    RegisterRow(item: register.id, entry: entry, stage: stage, date: try day(iso), district: district, name: nil)
  }

  private func registers(_ rows: [RegisterRow], asOf: String) throws -> Registers {
    let plan = try plan(measures: [[register]])
    var facts = facts(of: plan)
    facts.registers = rows
    return Registers(plan: plan, facts: facts, asOf: try day(asOf))
  }

  @Test func `entries per stage with the age of the oldest`() throws {
    let rows = [
      try row("a", 0, "2026-01-10"), try row("b", 0, "2026-02-01"), try row("c", 0, "2026-01-05"),
      try row("c", 1, "2026-02-20"), try row("d", 0, "2026-03-02"),
    ]
    let board = try registers(rows, asOf: "2026-03-01").board(register)
    #expect(board.stages.map(\.name) == ["征集", "论证", "发布"])
    #expect(board.stages.map(\.entries) == [2, 1, 0])
    #expect(board.stages.map(\.oldestDays) == [50, 9, nil])
    #expect(board.stuck == 0)
    #expect(board.movedThisMonth == 0)
    #expect(try registers(rows, asOf: "2026-03-02").board(register).movedThisMonth == 1)
  }

  @Test func `one item's registers are those of all`() throws {
    let other = item("M05.02", .register, stages: ["一", "二"])
    let plan = try plan(measures: [[register, other]])
    var facts = facts(of: plan)
    let rows = [try row("a", 0, "2026-01-10"), try row("b", 1, "2026-02-01"), try row("a", 2, "2026-02-20")]
    facts.registers = rows.flatMap { row in
      var second = row
      second.item = other.id
      return [row, second]
    }
    let all = Registers(plan: plan, facts: facts, asOf: try day("2026-03-01"))
    for item in [register, other] {
      let own = Registers(of: item, plan: plan, facts: facts, asOf: try day("2026-03-01"))
      #expect(own.entries(of: item) == all.entries(of: item))
      #expect(own.board(item) == all.board(item))
      #expect(!own.entries(of: item).isEmpty)
    }
  }

  @Test func `sixty days are not stuck, sixty-one are, and the final stage never is`() throws {
    let rows = [try row("a", 0, "2026-01-01"), try row("b", 2, "2026-01-01")]
    #expect(try registers(rows, asOf: "2026-03-02").board(register).stuck == 0)
    #expect(try registers(rows, asOf: "2026-03-03").board(register).stuck == 1)
    #expect(try registers(rows, asOf: "2026-03-03").entries(of: register).map(\.stuck) == [true, false])
  }

  @Test func `the latest date counts, of one date the later stage, of one stage the later row`() throws {
    let rows = [
      try row("a", 1, "2026-02-01", huangpu), try row("a", 0, "2026-02-01", xuhui),
      try row("b", 2, "2026-01-01"), try row("b", 0, "2026-02-01"),
      try row("c", 1, "2026-01-01", huangpu), try row("c", 1, "2026-01-01", pudong),
    ]
    let entries = try registers(rows, asOf: "2026-02-01").entries(of: register)
    #expect(entries.map(\.entry) == ["a", "b", "c"])
    #expect(entries.map(\.stage) == [1, 0, 1])
    #expect(entries.map(\.district) == [huangpu, nil, pudong])
    #expect(entries.map(\.days) == [0, 0, 31])
  }

  @Test func `the same number in two items is two entries`() throws {
    let other = item("M05.02", .register, stages: ["立项"])
    let plan = try plan(measures: [[register, other]])
    var facts = facts(of: plan)
    facts.registers = [
      try row("a", 1, "2026-02-01"),
      RegisterRow(item: other.id, entry: "a", stage: 0, date: try day("2026-03-01"), district: nil, name: nil),
    ]
    let registers = Registers(plan: plan, facts: facts, asOf: try day("2026-03-01"))
    #expect(registers.board(register).stages.map(\.entries) == [0, 1, 0])
    #expect(registers.board(other).stages.map(\.entries) == [1])
  }

  @Test func `a stage that the plan does not have is left out`() throws {
    let board = try registers([try row("a", 9, "2026-02-01"), try row("b", -1, "2026-02-01")], asOf: "2026-02-01")
      .board(register)
    #expect(board.stages.map(\.entries) == [0, 0, 0])
  }

  @Test func `every entry stands in one stage`() throws {
    var numbers = Numbers(seed: 5)
    let start = try day("2026-01-01")
    let rows = (0..<800).map { _ in
      RegisterRow(
        item: register.id, entry: "\(Int.random(in: 0..<90, using: &numbers))",
        stage: Int.random(in: 0..<3, using: &numbers), date: start + Int.random(in: 0..<365, using: &numbers),
        district: nil, name: nil)
    }
    for offset in stride(from: 0, to: 365, by: 30) {
      let board = try registers(rows, asOf: (start + offset).iso).board(register)
      let seen = Set(rows.filter { $0.date <= start + offset }.map(\.entry))
      #expect(board.stages.map(\.entries).reduce(0, +) == seen.count)
    }
  }
}
