import Policy
import Testing

@Suite struct AttainmentTests {
  @Test func `ratio and lead of a worked example`() throws {
    // 562,165 of 650,000 on day 324 of 365: 86.49 % against 88.77 %.
    let attainment = try #require(
      Attainment(actual: 562_165, target: 650_000, pace: Pace(elapsed: 324, total: 365)))
    #expect(attainment.ratio == 562_165.0 / 650_000)
    #expect((attainment.lead * 10).rounded() == -23)
    let naive: Double = (Double(562_165) / 650_000 - Double(324) / 365) * 100
    #expect(abs(attainment.lead - naive) < 1e-9)
  }

  @Test func `no target and a target of zero have none`() {
    let pace = Pace(elapsed: 73, total: 365)
    #expect(Attainment(actual: 5, target: nil, pace: pace) == nil)
    #expect(Attainment(actual: 5, target: 0, pace: pace) == nil)
    #expect(Attainment(actual: 5, target: -1, pace: pace) == nil)
  }

  @Test func `a bound itself belongs to the better side only where it is inclusive`() throws {
    // Day 73 of 365 is a fifth; 3 of 20 is exactly 5 points behind, where binary fractions say a little more.
    let attainment = try #require(Attainment(actual: 3, target: 20, pace: Pace(elapsed: 73, total: 365)))
    let lead = PercentagePoints(hundredths: -500)
    #expect(attainment.reaches(Thresholds.Bound(lead: lead, inclusive: true)))
    #expect(!attainment.reaches(Thresholds.Bound(lead: lead, inclusive: false)))
    let naive: Double = (Double(3) / 20 - Double(73) / 365) * 100
    #expect(naive < -5)
    #expect(attainment.lead == -5)
  }

  @Test func `a hundredth of a point decides`() throws {
    // 9,949 of 10,000 against the whole: 0.51 points behind.
    let attainment = try #require(Attainment(actual: 9949, target: 10_000, pace: Pace(elapsed: 365, total: 365)))
    #expect(attainment.reaches(Thresholds.Bound(lead: PercentagePoints(hundredths: -51), inclusive: true)))
    #expect(!attainment.reaches(Thresholds.Bound(lead: PercentagePoints(hundredths: -50), inclusive: true)))
  }

  @Test func `it agrees with fractions away from the bound`() throws {
    var numbers = Numbers(seed: 1)
    for _ in 0..<2000 {
      let target = Int64.random(in: 1...1_000_000, using: &numbers)
      let actual = Int64.random(in: -1000...1_500_000, using: &numbers)
      let hundredths = Int64.random(in: -4000...2000, using: &numbers)
      let pace = Pace(elapsed: Int.random(in: 1...365, using: &numbers), total: 365)
      let attainment = try #require(Attainment(actual: actual, target: target, pace: pace))
      let naive = (Double(actual) / Double(target) - pace.ratio) * 100
      guard abs(naive - Double(hundredths) / 100) > 1e-6 else { continue }
      let bound = Thresholds.Bound(lead: PercentagePoints(hundredths: hundredths), inclusive: true)
      #expect(attainment.reaches(bound) == (naive > Double(hundredths) / 100))
      #expect(abs(attainment.lead - naive) <= 1e-9 * max(1, abs(naive)))
    }
  }

  @Test(arguments: [1, Int64.max], [Int64.min, 0, Int64.max])
  func `extreme figures do not trap`(target: Int64, lead: Int64) throws {
    let whole = Pace(elapsed: 3_652_059, total: 3_652_059)
    let bound = Thresholds.Bound(lead: PercentagePoints(hundredths: lead), inclusive: true)
    let met = try #require(Attainment(actual: target, target: target, pace: whole))
    #expect(met.reaches(bound) == (lead <= 0))
    #expect(met.lead == 0)
    let least = try #require(Attainment(actual: .min, target: target, pace: whole))
    #expect(least.reaches(bound) == (lead == .min && target == .max))
    #expect(least.lead.isFinite && least.lead <= -200)
    let most = try #require(Attainment(actual: .max, target: target, pace: whole))
    #expect(most.reaches(bound) == (lead <= 0 || target == 1))
  }
}
