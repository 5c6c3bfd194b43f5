import Policy
import Testing

@Suite struct SendingTests {
  private func tally(_ rows: Int, refused: Int = 0) -> SendingTally {
    var tally = SendingTally()
    tally.files = 1
    tally.rows = rows
    tally.refused = refused
    tally.refusedOwn = refused
    tally.errors = refused
    return tally
  }

  private func verdict(_ tally: SendingTally) -> SendingVerdict { SendingVerdict(tally, isSilent: false) }

  @Test func `one row in a hundred refused is fair, five are poor, and a little less is not`() {
    #expect(verdict(tally(100)) == .good)
    #expect(verdict(tally(100, refused: 1)) == .good)
    #expect(verdict(tally(99, refused: 1)) == .fair)
    #expect(verdict(tally(96, refused: 5)) == .fair)
    #expect(verdict(tally(95, refused: 5)) == .poor)
    #expect(verdict(tally(0, refused: 5)) == .poor)
  }

  @Test func `a silent district is silent however well it sent`() {
    #expect(SendingVerdict(tally(100), isSilent: true) == .silent)
    #expect(SendingVerdict(tally(0, refused: 9), isSilent: true) == .silent)
  }

  @Test func `a file of which nothing can be used is poor, an error of a column fair`() {
    var lost = tally(1_000_000)
    lost.refusedFiles = 1
    #expect(verdict(lost) == .poor)
    var column = tally(1_000_000)
    column.fileErrors = 1
    #expect(verdict(column) == .fair)
  }

  @Test func `errors in a file of many districts are fair, having sent nothing else`() {
    var common = SendingTally()
    #expect(verdict(common) == .good)
    common.errors = 1
    common.refused = 1
    #expect(verdict(common) == .fair)
    #expect(common.refusedShare == nil)
  }

  @Test func `many refused rows in files of many districts are fair, never poor`() {
    var both = tally(100)
    both.refused = 1
    #expect(verdict(both) == .good)
    both.refused = 2
    #expect(verdict(both) == .fair)
    both.refused = 25_000
    #expect(verdict(both) == .fair)
    #expect(both.refusedShare == 0)
  }

  @Test func `the share is of the rows of its own files`() {
    #expect(tally(75, refused: 25).refusedShare == 0.25)
    #expect(tally(10).refusedShare == 0)
    #expect(SendingTally().refusedShare == nil)
  }

  @Test func `the word is that of exact arithmetic, for any numbers`() {
    var numbers = Numbers(seed: 7)
    for _ in 0..<2_000 {
      let size = [10, 1_000, 1 << 40].randomElement(using: &numbers) ?? 10
      let rows = Int.random(in: 0...size, using: &numbers)
      let refused = Int.random(in: 0...max(1, rows / 15), using: &numbers)
      let share = (Int128(refused) * 100, Int128(rows) + Int128(refused))
      let expected: SendingVerdict =
        refused > 0 && share.0 >= share.1 * 5 ? .poor : refused > 0 && share.0 >= share.1 ? .fair : .good
      #expect(verdict(tally(rows, refused: refused)) == expected, "\(refused) of \(rows)")
    }
  }

  @Test func `more refused rows are never better, more good rows never worse`() {
    var numbers = Numbers(seed: 8)
    for _ in 0..<1_000 {
      let (rows, refused) = (Int.random(in: 0...400, using: &numbers), Int.random(in: 0...30, using: &numbers))
      let now = verdict(tally(rows, refused: refused)).urgency
      #expect(verdict(tally(rows, refused: refused + 1)).urgency <= now)
      #expect(verdict(tally(rows + 1, refused: refused)).urgency >= now)
    }
  }

  @Test func `numbers at the end of their range do not trap`() {
    #expect(verdict(tally(.max, refused: .max)) == .poor)
    #expect(verdict(tally(.max, refused: 1)) != .poor)
  }

  @Test func `urgency goes from the worst to the best`() {
    #expect(SendingVerdict.allCases.sorted { $0.urgency < $1.urgency } == [.silent, .poor, .fair, .good])
  }
}
