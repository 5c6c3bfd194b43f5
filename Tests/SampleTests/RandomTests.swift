import Testing

@testable import Sample

@Suite struct RandomTests {
  @Test func theSameSeedAndPurposeGiveTheSameNumbers() {
    var one = SampleRandom(seed: 7, "a", "b")
    var two = SampleRandom(seed: 7, "a", "b")
    let first = (0..<100).map { _ in one.next() }
    let second = (0..<100).map { _ in two.next() }
    #expect(first == second)
  }

  @Test(arguments: [("a", "bc"), ("ab", "d"), ("", "abc")])
  func otherPurposesGiveOtherNumbers(_ purpose: (String, String)) {
    var one = SampleRandom(seed: 7, "ab", "c")
    var two = SampleRandom(seed: 7, purpose.0, purpose.1)
    let first = one.next()
    let second = two.next()
    #expect(first != second)
  }

  @Test func everyDrawStaysInItsRange() {
    var random = SampleRandom(seed: 1, "range")
    for _ in 0..<5000 {
      let (unit, below) = (random.unit(), random.below(7))
      let (whole, index) = (random.whole(3, 5), random.index(weights: [1, 0, 2]))
      #expect((0..<1).contains(unit))
      #expect((0..<7).contains(below))
      #expect((3...5).contains(whole))
      #expect([0, 2].contains(index))
    }
  }

  @Test func emptyRangesDoNotTrap() {
    var random = SampleRandom(seed: 1, "edge")
    let belows = [random.below(0), random.below(-3)]
    let whole = random.whole(5, 3)
    let indices = [random.index(weights: []), random.index(weights: [0, 0])]
    let picked = random.pick([Int]())
    #expect(belows == [0, 0])
    #expect(whole == 5)
    #expect(indices == [0, 1])
    #expect(picked == nil)
  }
}

@Suite struct ApportionTests {
  @Test func partsAddUpAndFollowTheWeights() {
    var random = SampleRandom(seed: 3, "apportion")
    for _ in 0..<300 {
      let weights = (0..<random.whole(1, 20)).map { _ in random.chance(0.2) ? 0 : random.real(0, 9) }
      let total = Int64(random.below(100_000))
      let parts = apportion(total, weights: weights)
      let sum = weights.reduce(0, +)
      #expect(parts.reduce(0, +) == (sum > 0 ? total : 0))
      for (part, weight) in zip(parts, weights) where sum > 0 {
        #expect(abs(Double(part) - Double(total) * weight / sum) <= 1)
      }
    }
  }

  @Test func whatCannotBeSplitGivesNothing() {
    #expect(apportion(10, weights: []).isEmpty)
    #expect(apportion(10, weights: [0, 0]) == [0, 0])
    #expect(apportion(-5, weights: [1, 2]) == [0, 0])
    #expect(apportion(5, weights: [.nan, .infinity, 1]) == [0, 0, 5])
  }

  @Test func tiesGoToTheLowerIndex() { #expect(apportion(1, weights: [1, 1, 1]) == [1, 0, 0]) }
}
