import Policy
import Testing

@Suite struct SuggestedSplitTests {
  @Test func `650,000 over the sixteen districts by residents`() {
    let expected: [Int64] = [
      13_192, 28_809, 17_960, 24_354, 32_725, 17_818, 31_440, 71_414, 59_330, 49_541, 151_628, 21_288, 51_337, 33_747,
      29_863, 15_554,
    ]
    #expect(SuggestedSplit.shares(of: 650_000, among: sixteen) == expected)
    #expect(expected.reduce(0, +) == 650_000)
  }

  @Test func `equal remainders go to the lower code, wherever it stands`() {
    let equal = ["310115", "310104", "310101"].map { district($0, $0, 7) }
    #expect(SuggestedSplit.shares(of: 4, among: equal) == [1, 1, 2])
    #expect(SuggestedSplit.shares(of: 5, among: equal) == [1, 2, 2])
    #expect(SuggestedSplit.shares(of: 6, among: equal) == [2, 2, 2])
  }

  @Test func `unknown, zero and negative populations weigh nothing`() {
    let districts = [district("1", "a", nil), district("2", "b", 0), district("3", "c", -5), district("4", "d", 1)]
    #expect(SuggestedSplit.shares(of: 9, among: districts) == [0, 0, 0, 9])
    #expect(SuggestedSplit.shares(of: 9, among: Array(districts.prefix(3))) == nil)
    #expect(SuggestedSplit.shares(of: 9, among: []) == nil)
    #expect(SuggestedSplit.shares(of: -9, among: districts) == nil)
    #expect(SuggestedSplit.shares(of: 0, among: districts) == [0, 0, 0, 0])
  }

  @Test func `shares sum to the target and stay within one of their quota`() throws {
    var numbers = Numbers(seed: 3)
    for _ in 0..<500 {
      let districts = (0..<Int.random(in: 1...20, using: &numbers)).map {
        district("\(100 + $0)", "", Int64.random(in: 0...6_000_000, using: &numbers))
      }
      let total = districts.reduce(0) { $0 + ($1.population ?? 0) }
      guard total > 0 else { continue }
      let target = Int64.random(in: 0...1_000_000, using: &numbers)
      let shares = try #require(SuggestedSplit.shares(of: target, among: districts))
      #expect(shares.reduce(0, +) == target)
      for (share, district) in zip(shares, districts) {
        let low = target * (district.population ?? 0) / total
        #expect(share == low || share == low + 1)
      }
    }
  }

  @Test func `extreme populations and targets do not trap`() throws {
    let districts = (0..<16).map { district("\(100 + $0)", "", Int64.max) }
    let shares = try #require(SuggestedSplit.shares(of: .max, among: districts))
    #expect(shares.reduce(Int128(0)) { $0 + Int128($1) } == Int128(Int64.max))
  }
}

@Suite struct TargetsTests {
  private func targets(
    _ items: [Item], edit: (inout Facts) -> Void = { _ in }
  ) throws -> (city: Target, districts: [Target]) {
    let plan = try plan(measures: [items])
    var facts = facts(of: plan)
    edit(&facts)
    let targets = Targets(plan: plan, facts: facts)
    let item = try #require(plan.countedItems.first)
    return (targets.city(item), three.map { targets.district($0.code, item) })
  }

  @Test func `without any row the plan's target is split by residents`() throws {
    let result = try targets([item("M01.01", target: 60, split: true)])
    #expect(result.city == Target(value: 60, source: .plan))
    #expect(result.districts == [10, 20, 30].map { Target(value: $0, source: .suggested) })
  }

  @Test func `an item that is not split, or has no target, gives the districts none`() throws {
    #expect(try targets([item("M01.01", target: 60)]).districts == [.none, .none, .none])
    let bare = try targets([item("M01.01", split: true)])
    #expect(bare.city == .none)
    #expect(bare.districts == [.none, .none, .none])
  }

  @Test func `rows for some districts leave the others without one`() throws {
    let result = try targets([item("M01.01", target: 60, split: true)]) { $0.target(7, for: xuhui) }
    #expect(result.city == Target(value: 60, source: .plan))
    #expect(result.districts == [.none, Target(value: 7, source: .file), .none])
  }

  @Test func `the city's own row overrides the plan and ends the suggestion`() throws {
    let result = try targets([item("M01.01", target: 60, split: true)]) { $0.target(90, for: city) }
    #expect(result.city == Target(value: 90, source: .file))
    #expect(result.districts == [.none, .none, .none])
  }

  @Test func `a row of another item changes nothing`() throws {
    let result = try targets([item("M01.01", target: 60, split: true), item("M01.02")]) {
      $0.target(90, ItemID(rawValue: "M01.02"), for: city)
    }
    #expect(result.districts.map(\.source) == [.suggested, .suggested, .suggested])
  }

  @Test func `a target of zero is a target`() throws {
    let result = try targets([item("M01.01", target: 60, split: true)]) { $0.target(0, for: pudong) }
    #expect(result.districts.last == Target(value: 0, source: .file))
  }
}
