import Policy
import Testing

@testable import Sample

/// What the sample year looks like on the reference day, for several seeds.
@Suite struct SampleYearTests {
  /// The default sample, written and read once.
  private static let year: Result<Facts, any Error> = Result {
    let plan = try Plan.builtIn()
    return try SampleDirectory.with { try $0.facts(plan: plan) }
  }

  @Test(arguments: [2026, 987_654_321] as [UInt64])
  func districtsShowEveryStatus(_ seed: UInt64) throws {
    let plan = try Plan.builtIn()
    try SampleDirectory.with(SampleOptions(seed: seed)) { directory in
      let board = Board(plan: plan, facts: try directory.facts(plan: plan), asOf: SampleOptions.referenceDay)
      let byStatus = Dictionary(grouping: board.districts, by: \.status).mapValues { $0.map(\.district.short) }
      #expect(byStatus[.silent] == ["金山", "奉贤"])
      #expect(byStatus[.lagging] == ["宝山", "松江", "青浦", "崇明"])
      #expect(byStatus[.watch] == ["普陀", "闵行", "嘉定"])
      #expect(byStatus[.done] == ["长宁", "虹口"])
      #expect(byStatus[.onPace]?.count == 5)

      let training = board.districts.map { district in
        (district.district.short, district.items.first { $0.id.rawValue == "M01.01" }?.status)
      }
      #expect(training.filter { $0.1 == .lagging }.map(\.0) == ["宝山", "青浦"])
      #expect((3...4).contains(training.filter { $0.1 == .watch }.count))
    }
  }

  @Test func theCityFollowsThePublishedYear() throws {
    let plan = try Plan.builtIn()
    let facts = try SampleYearTests.year.get()
    func city(_ item: String, _ date: String) throws -> ItemProgress {
      let board = Board(plan: plan, facts: facts, asOf: try #require(Day(iso: date)))
      return try #require(board.city.first { $0.id.rawValue == item })
    }
    let now = try city("M01.01", "2026-11-20")
    #expect(now.status == .onPace)
    // Shares of a year-end total a little above the target.
    let june = try #require(try city("M01.01", "2026-06-30").attainment)
    let october = try #require(try city("M01.01", "2026-10-31").attainment)
    #expect((0.74...0.84).contains(june))
    #expect((0.91...0.98).contains(october))
    #expect(try city("M02.01", "2026-11-20").status == .watch)
    #expect(try city("M03.01", "2026-11-20").status == .onPace)
    #expect(try city("M16.01", "2026-11-20").actual == 17)
  }

  @Test func everyCountedItemHasRowsAndPartsStayBelowTheWhole() throws {
    let plan = try Plan.builtIn()
    let facts = try SampleYearTests.year.get()
    let totals = facts.progress
    for (index, item) in plan.countedItems.enumerated() {
      let sum = totals.districts.indices.reduce(Int64(0)) { sum, district in
        sum + totals.sum(district: district, item: index, from: plan.periodStart, through: plan.periodEnd)
      }
      #expect(sum > 0, "\(item.id)")
      guard let parent = item.parent, let whole = plan.countedItems.firstIndex(where: { $0.id == parent }) else {
        continue
      }
      for district in totals.districts.indices where totals.districts[district] != plan.cityCode {
        for month in 1...12 {
          let day = plan.periodStart.adding(months: month) - 1
          let part = totals.sum(district: district, item: index, from: plan.periodStart, through: day)
          let all = totals.sum(district: district, item: whole, from: plan.periodStart, through: day)
          #expect(part <= all, "\(item.id) in \(totals.districts[district]) by month \(month)")
        }
      }
    }
  }

  @Test func classesKeepTheirSizeAndOfficesTheirHolidays() throws {
    let plan = try Plan.builtIn()
    let calendar = WorkCalendar(plan.calendar)
    try SampleDirectory.with { directory in
      let (counts, refused) = try directory.counts(plan: plan)
      let classes = counts.filter { $0.item.rawValue == "M01.01" && $0.row.value("培训方式", "mode") == "线下" }
      #expect(classes.count > 7000)
      #expect(classes.allSatisfy { (20...46).contains($0.count) })
      #expect(!counts.contains { !calendar.isWorkingDay($0.day) && calendar.name(of: $0.day) != nil })
      let weekend = counts.filter { $0.day.weekday > 5 }.count
      #expect(weekend * 8 < counts.count)
      #expect(weekend > 0)
      #expect(counts.contains { $0.count == 0 })
      // Corrections are dated in an earlier month than their file.
      for correction in counts where correction.count < 0 {
        let month = correction.day.iso.prefix(7)
        #expect(!correction.row.path.contains(month))
      }
      #expect(counts.contains { $0.count < 0 })
      #expect((10...20).contains(refused))
    }
  }

  @Test func institutionsBasesAndListsShowEveryCase() throws {
    let plan = try Plan.builtIn()
    let facts = try SampleYearTests.year.get()
    let board = Board(plan: plan, facts: facts, asOf: SampleOptions.referenceDay)
    let grades = Dictionary(grouping: board.institutions, by: \.grade).mapValues(\.count)
    let total = board.institutions.count
    #expect(total >= 300)
    let expected: [(Grade, ClosedRange<Int>)] = [
      (.a, 11...20), (.b, 37...50), (.c, 19...31), (.d, 3...10), (.ungraded, 6...14),
    ]
    for (grade, percent) in expected { #expect(percent.contains(100 * (grades[grade] ?? 0) / total), "\(grade)") }
    #expect(board.institutions.contains { $0.capped })
    #expect(board.institutions.contains { $0.expired })

    let projects = board.bases.flatMap(\.projects)
    #expect(board.bases.count >= 60)
    #expect(projects.count >= 100)
    #expect(Set(projects.flatMap(\.flags)) == Set(FundingFlag.allCases))
    #expect(projects.filter { !$0.flags.isEmpty }.count * 6 < projects.count)
    #expect(Set(projects.map(\.stage)) == Set(ProjectStage.allCases))
    #expect(projects.filter { $0.flags.isEmpty }.allSatisfy { plan.funding.tiers.contains($0.project.amount) })

    var milestones: Set<MilestoneStatus> = []
    var stuck = 0
    for case .milestone(let milestone) in board.measures.flatMap(\.items) { milestones.insert(milestone.city.status) }
    for case .register(let register) in board.measures.flatMap(\.items) {
      stuck += register.stuck
      #expect(register.stages.contains { $0.entries > 0 }, "\(register.id)")
    }
    #expect(milestones == Set(MilestoneStatus.allCases))
    #expect((10...90).contains(stuck))
    #expect(board.closing.contains { $0.city.status == .overdue })
    #expect(board.closing.contains { $0.city.status == .done })
    #expect(board.closing.allSatisfy { $0.districts.count == 16 })
  }
}
