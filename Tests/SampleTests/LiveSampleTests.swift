import Policy
import Testing

@testable import Sample

@Suite struct LiveSampleTests {
  @Test func theSameOptionsDropTheSameFiles() throws {
    let plan = try Plan.builtIn()
    var one = LiveSample(plan: plan)
    var two = LiveSample(plan: plan)
    var other = LiveSample(plan: plan, options: SampleOptions(seed: 3))
    var differs = false
    for step in 0..<50 {
      let day = SampleOptions.referenceDay + step / 10
      let dropped = one.next(on: day)
      let file = try #require(dropped)
      let same = two.next(on: day)
      #expect(file == same)
      if other.next(on: day) != file { differs = true }
    }
    #expect(differs)
  }

  @Test func filesGrowAtTheirEndAndHoldGoodRowsOfTheDay() throws {
    let plan = try Plan.builtIn()
    var live = LiveSample(plan: plan)
    var held: [String: [UInt8]] = [:]
    var today = 0
    var zero = 0
    var corrections = 0
    var refused = 0
    for _ in 0..<300 {
      let dropped = live.next(on: SampleOptions.referenceDay)
      let file = try #require(dropped)
      #expect(file.path.hasPrefix("progress/"))
      #expect(file.path.hasSuffix(".csv"))
      let before = held[file.path] ?? []
      #expect(file.bytes.starts(with: before))
      #expect(file.bytes.count > before.count)
      #expect(file.bytes.last == 0x0A)
      held[file.path] = file.bytes
    }
    for bytes in held.values {
      let lines = SampleText.lines(try SampleText.decoded(bytes), tabs: false)
      #expect(lines.first == FileStyle(district: "").header)
      #expect(lines.allSatisfy { $0.count == lines.first?.count })
      for line in lines.dropFirst() {
        let count = try #require(Int(line[3]))
        if SampleText.day(line[0]) == nil { refused += 1 }
        if count == 0 { zero += 1 } else if count < 0 { corrections += 1 }
        if line[0] == SampleOptions.referenceDay.iso { today += 1 }
      }
    }
    #expect(today > 500)
    #expect(zero > 10)
    #expect(corrections > 10)
    #expect(refused > 10)
  }

  @Test func rowsStayInsideThePeriod() throws {
    let plan = try Plan.builtIn()
    var live = LiveSample(plan: plan)
    for _ in 0..<100 {
      let dropped = live.next(on: Day(number: .max))
      let file = try #require(dropped)
      for line in SampleText.lines(try SampleText.decoded(file.bytes), tabs: false).dropFirst() {
        guard let day = SampleText.day(line[0]) else { continue }
        #expect(day >= plan.periodStart)
        #expect(day <= plan.periodEnd)
      }
    }
  }

  @Test func aPlanWithoutDistrictsDropsNothing() throws {
    var plan = try Plan.builtIn()
    plan.districts = []
    var live = LiveSample(plan: plan)
    let file = live.next(on: SampleOptions.referenceDay)
    #expect(file == nil)
  }

  @Test func aPlanWithoutDistrictsStillMakesAnEmptySample() throws {
    var plan = try Plan.builtIn()
    plan.districts = []
    plan.measures = []
    plan.closing = []
    plan.rubric.dimensions = []
    plan.funding.costLines = []
    plan.funding.tiers = []
    plan.funding.baseLevels = []
    let directory = try SampleDirectory.make()
    defer { directory.remove() }
    try SampleWriter(plan: plan).write(to: directory.path)
    #expect(try directory.files()[SampleWriter.marker] != nil)
  }
}
