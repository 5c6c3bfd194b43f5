import Testing

@testable import Policy

@Suite struct LargestRemainderTests {
  @Test func partsAddUpAndFollowTheirWeights() {
    #expect(LargestRemainder.parts(of: 10, weights: [1, 1, 1]) == [4, 3, 3])
    #expect(LargestRemainder.parts(of: 100, weights: [1, 0, 2]) == [33, 0, 67])
    #expect(LargestRemainder.parts(of: 5, weights: [-3, 2]) == [0, 5])
    #expect(LargestRemainder.parts(of: 0, weights: [1, 2]) == [0, 0])
  }

  @Test func withoutAnyWeightThereAreNoParts() {
    #expect(LargestRemainder.parts(of: 10, weights: []) == nil)
    #expect(LargestRemainder.parts(of: 10, weights: [0, -1]) == nil)
    #expect(LargestRemainder.parts(of: -1, weights: [1]) == nil)
  }

  @Test func weightsOfAnySizeFit() throws {
    let weights: [[Int128]] = [
      [.max, .max, .max], [.max, 1], [Int128(Int64.max) * 9, Int128(Int64.max), 0], [1, Int128(1) << 100],
    ]
    for weights in weights {
      let parts = try #require(LargestRemainder.parts(of: .max, weights: weights))
      #expect(parts.reduce(Int128(0)) { $0 + Int128($1) } == Int128(Int64.max))
      #expect(parts.allSatisfy { $0 >= 0 })
    }
    #expect(LargestRemainder.parts(of: 9, weights: [.max, .max, .max]) == [3, 3, 3])
  }
}
