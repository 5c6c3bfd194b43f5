import Policy
import Testing

@Suite struct StatusTests {
  /// A fifth of the period, where 5 and 10 points behind are whole numbers of a target of 20 or 1,000.
  private let fifth = Pace(elapsed: 73, total: 365)

  private func status(_ actual: Int64, of target: Int64?, silent: Bool = false) -> Status {
    Status(actual: actual, target: target, pace: fifth, thresholds: .standard, silent: silent)
  }

  @Test func `the bounds at 5 and 10 points belong to the better status`() {
    #expect(status(3, of: 20) == .onPace)
    #expect(status(150, of: 1000) == .onPace)
    #expect(status(149, of: 1000) == .watch)
    #expect(status(2, of: 20) == .watch)
    #expect(status(100, of: 1000) == .watch)
    #expect(status(99, of: 1000) == .lagging)
  }

  @Test func `yellow of Yinchuan holds both of its ends`() {
    let pace = Pace(elapsed: 146, total: 365)
    func status(_ actual: Int64) -> Status {
      Status(actual: actual, target: 1000, pace: pace, thresholds: .yinchuan)
    }
    #expect(status(301) == .onPace)
    #expect(status(300) == .watch)
    #expect(status(100) == .watch)
    #expect(status(99) == .lagging)
  }

  @Test func `no target comes before all, done before silence, silence before the lead`() {
    #expect(status(5, of: nil, silent: true) == .noTarget)
    #expect(status(20, of: 20, silent: true) == .done)
    #expect(status(19, of: 20, silent: true) == .silent)
    #expect(status(0, of: 20, silent: true) == .silent)
    #expect(status(19, of: 20) == .onPace)
  }

  @Test func `a target of zero is met from the start, even below zero`() {
    #expect(status(0, of: 0) == .done)
    #expect(status(-3, of: 0) == .done)
    #expect(status(-3, of: 0, silent: true) == .done)
  }

  @Test func `a district is as bad as the worst of its items`() {
    let order: [Status] = [.lagging, .watch, .onPace, .done, .noTarget]
    for (index, worst) in order.enumerated() {
      #expect(Status(silent: false, items: order[index...].reversed()) == worst)
      #expect(Status(silent: true, items: order[index...]) == .silent)
    }
    #expect(Status(silent: false, items: [Status]()) == .noTarget)
  }

  @Test func `more counted is never worse`() {
    let order: [Status] = [.lagging, .watch, .onPace, .done]
    var numbers = Numbers(seed: 2)
    for thresholds in [Thresholds.standard, .yinchuan] {
      for _ in 0..<200 {
        let target = Int64.random(in: 1...300, using: &numbers)
        let pace = Pace(elapsed: Int.random(in: 1...365, using: &numbers), total: 365)
        let ranks = (-5...target + 5).map { actual in
          order.firstIndex(of: Status(actual: actual, target: target, pace: pace, thresholds: thresholds)) ?? -1
        }
        #expect(ranks == ranks.sorted())
        #expect(ranks.last == 3)
        #expect(ranks.first != -1)
      }
    }
  }
}
