import Testing

@testable import Policy

@Suite struct GapTests {
  static func pace(_ elapsed: Int, of total: Int = 365) -> Pace { Pace(elapsed: elapsed, total: total) }

  @Test func whatIsAskedIsRoundedUp() throws {
    // 1,000 × 100 ÷ 365 = 273.97…
    let gap = try #require(Gap(target: 1_000, actual: 200, pace: Self.pace(100)))
    #expect(gap.asked == 274)
    #expect(gap.size == 74)
    // A whole share stays what it is.
    #expect(Gap.asked(of: 365, after: 100, of: 365) == 100)
    #expect(Gap.asked(of: 365, after: 0, of: 365) == 0)
    #expect(Gap.asked(of: 7, after: 365, of: 365) == 7)
  }

  @Test func theGapIsAboveZeroExactlyBehindThePace() {
    var numbers = Numbers(seed: 7)
    for _ in 0..<2_000 {
      let target = Int64.random(in: 1...5_000, using: &numbers)
      let pace = Self.pace(Int.random(in: 0...365, using: &numbers))
      let near = target * Int64(pace.elapsed) / 365
      let actual = near + Int64.random(in: -2...2, using: &numbers)
      let lead = Int128(actual) * 365 - Int128(pace.elapsed) * Int128(target)
      #expect(((Gap(target: target, actual: actual, pace: pace)?.size ?? 0) > 0) == (lead < 0))
    }
  }

  @Test func withoutATargetThereIsNoGap() { #expect(Gap(target: nil, actual: 5, pace: Self.pace(10)) == nil) }

  @Test func aTargetOfZeroAsksForNothing() throws {
    let gap = try #require(Gap(target: 0, actual: 5, pace: Self.pace(10)))
    #expect(gap.asked == 0)
    #expect(gap.size == -5)
  }

  @Test func nothingOverflows() throws {
    let most = try #require(Gap(target: .max, actual: .min, pace: Self.pace(365)))
    #expect(most.asked == .max)
    #expect(most.size == .max)
    #expect(Gap.asked(of: .max, after: .max, of: 0) == .max)
    #expect(Gap.asked(of: -5, after: 3, of: 9) == 0)
  }
}
