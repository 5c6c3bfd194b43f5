import Testing

@testable import Sample

@Suite struct RandomTests {
  @Test func theSameSeedAndPurposeGiveTheSameNumbers() {
    var one = SampleRandom(seed: 7, "a", "b")
    var two = SampleRandom(seed: 7, "a", "b")
    for _ in 0..<100 { #expect(one.next() == two.next()) }
  }

  @Test(arguments: [("a", "bc"), ("ab", "d"), ("", "abc")])
  func otherPurposesGiveOtherNumbers(_ purpose: (String, String)) {
    var one = SampleRandom(seed: 7, "ab", "c")
    var two = SampleRandom(seed: 7, purpose.0, purpose.1)
    #expect(one.next() != two.next())
  }

  @Test func everyDrawStaysInItsRange() {
    var random = SampleRandom(seed: 1, "range")
    for _ in 0..<5000 {
      #expect((0..<1).contains(random.unit()))
      #expect((0..<7).contains(random.below(7)))
      #expect((3...5).contains(random.whole(3, 5)))
      #expect([0, 2].contains(random.index(weights: [1, 0, 2])))
    }
  }

  @Test func emptyRangesDoNotTrap() {
    var random = SampleRandom(seed: 1, "edge")
    #expect(random.below(0) == 0)
    #expect(random.below(-3) == 0)
    #expect(random.whole(5, 3) == 5)
    #expect(random.index(weights: []) == 0)
    #expect(random.index(weights: [0, 0]) == 1)
    #expect(random.pick([Int]()) == nil)
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
