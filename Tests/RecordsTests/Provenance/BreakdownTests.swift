import Policy
import Testing

@testable import Records

/// What rows brought by value and month, against counting them one by one.
@Suite struct BreakdownTests {
  static let pudong = DistrictCode(rawValue: "310115")
  static let city = DistrictCode(rawValue: "310000")
  static let item = ItemID(rawValue: "M01.01")

  static let header = ["date", "district", "item", "count", "institution", "occupation", "group"]

  /// A row as a file has it.
  struct Row {
    var day: Day
    var district: DistrictCode
    var item = BreakdownTests.item
    var count: Int64
    var institution = ""
    var occupation = ""
    var group = ""

    var cells: [String] {
      [day.iso, district.rawValue, item.rawValue, String(count), institution, occupation, group]
    }

    static func random(_ random: inout SeededGenerator, _ plan: Plan) -> Row {
      let items = plan.countedItems
      return Row(
        day: plan.periodStart + random.number(0..<plan.periodDays),
        district: random.pick([plan.cityCode, plan.districts[0].code, BreakdownTests.pudong]),
        item: random.chance(1, of: 3) ? items[1].id : BreakdownTests.item,
        count: Int64.random(in: -20...200, using: &random), institution: random.pick(["", "I1", "I2", "城北学校"]),
        occupation: random.pick(["", "电工", "育婴员"]), group: random.pick(["", "企业职工", "农民工"]))
    }
  }

  /// The naive count.
  static func counted(
    _ rows: [Row], _ item: ItemID, _ district: DistrictCode, _ asOf: Day, _ plan: Plan
  ) -> Breakdown {
    let months = PeriodMonths(plan: plan)
    var breakdown = Breakdown(item: item, district: district, asOf: asOf, months: months.count)
    func add(_ count: Int64, _ text: String, _ month: Int, _ sums: inout [String: [Int64]]) {
      guard !text.isEmpty else { return }
      sums[text, default: Array(repeating: 0, count: months.count)][month] += count
    }
    for row in rows
    where row.item == item && row.day <= asOf && (district == plan.cityCode || row.district == district) {
      guard let month = months.index(of: row.day) else { continue }
      breakdown.totals[month] += row.count
      add(row.count, row.institution, month, &breakdown.institutions)
      add(row.count, row.occupation, month, &breakdown.occupations)
      add(row.count, row.group, month, &breakdown.groups)
    }
    // A value whose sums are all zero says nothing.
    for keys in [\Breakdown.institutions, \.occupations, \.groups] as [WritableKeyPath<Breakdown, [String: [Int64]]>] {
      breakdown[keyPath: keys] = breakdown[keyPath: keys].filter { $0.value.contains { $0 != 0 } }
    }
    return breakdown
  }

  /// The same, with sums that cancelled out left away.
  static func whole(_ breakdown: Breakdown?) -> Breakdown? {
    guard var breakdown else { return nil }
    for keys in [\Breakdown.institutions, \.occupations, \.groups] as [WritableKeyPath<Breakdown, [String: [Int64]]>] {
      breakdown[keyPath: keys] = breakdown[keyPath: keys].filter { $0.value.contains { $0 != 0 } }
    }
    return breakdown
  }

  // MARK: Against a naive count

  @Test(arguments: [1, 2, 3] as [UInt64]) func everyDayIsExact(_ seed: UInt64) throws {
    var random = SeededGenerator(seed)
    let plan = try Plan.builtIn()
    let directory = try DataDirectory()
    var rows: [Row] = []
    for (place, form) in [WrittenForm.utf8, .gb18030, .workbook, .typedWorkbook, .tabs].enumerated() {
      let own = (0..<random.number(1..<150)).map { _ in Row.random(&random, plan) }
      rows += own
      try directory.write("progress/\(place).\(form.fileExtension)", form.bytes([Self.header] + own.map(\.cells)))
    }
    let reader = directory.reader
    _ = try reader.read()
    var days = [plan.periodEnd, plan.periodStart, plan.periodStart - 1]
    for _ in 0..<12 { days.append(plan.periodStart + random.number(0..<plan.periodDays)) }
    for day in days {
      for (item, place) in [(Self.item, Self.pudong), (Self.item, Self.city), (plan.countedItems[1].id, Self.pudong)] {
        let found = Self.whole(reader.breakdown(of: item, in: place, asOf: day))
        #expect(found == Self.counted(rows, item, place, day, plan), "seed \(seed), \(item) in \(place), \(day.iso)")
      }
    }
  }

  @Test func whatIsAppendedIsInIt() throws {
    let plan = try Plan.builtIn()
    var random = SeededGenerator(5)
    let directory = try DataDirectory()
    func lines(_ rows: [Row]) -> [UInt8] { WrittenForm.utf8.bytes(rows.map(\.cells)) }
    var rows = (0..<200).map { _ in Row.random(&random, plan) }
    try directory.write("progress.csv", WrittenForm.utf8.bytes([Self.header] + rows.map(\.cells)))
    let reader = DirectoryReader(DirectorySource(root: directory.path), for: .watching)
    var moment = ClockReading(uptime: 1, wall: ClockReading.now.wall + 3600)
    _ = try reader.read(at: moment)
    let more = (0..<100).map { _ in Row.random(&random, plan) }
    try directory.write("progress.csv", lines(more), append: true)
    rows += more
    for _ in 0..<3 {
      moment.uptime += 500_000_000
      moment.wall += 0.5
      _ = reader.look(moment, .rescan)
    }
    for day in [plan.periodEnd, plan.periodStart + 100] {
      let found = Self.whole(reader.breakdown(of: Self.item, in: Self.pudong, asOf: day))
      #expect(found == Self.counted(rows, Self.item, Self.pudong, day, plan))
    }
  }

  // MARK: Examples

  static let text = """
    date,district,item,count,institution,occupation,group
    2026-02-03,浦东,M01.01,7,I1,电工,农民工
    2026-03-05,浦东,M01.01,5,I1,电工,
    2026-03-20,浦东,M01.01,11,I2,电工,
    2026-03-20,浦东,M01.01,x,I2,电工,
    2026-03-21,黄浦,M01.01,100,I2,电工,

    """

  private func opened(_ files: [String: String]) throws -> (DataDirectory, DirectoryReader) {
    let directory = try DataDirectory(files)
    let reader = directory.reader
    _ = try reader.read()
    return (directory, reader)
  }

  private func march(_ day: Int) throws -> Day { try #require(Day(year: 2026, month: 3, day: day)) }

  @Test func beforeAnythingIsReadThereIsNone() throws {
    let directory = try DataDirectory()
    #expect(directory.reader.breakdown(of: Self.item, in: Self.pudong, asOf: try march(1)) == nil)
  }

  @Test func filesThatNeedNotBeReadAreNotOpened() throws {
    let (directory, reader) = try opened(["progress.csv": Self.text])
    directory.remove("progress.csv")
    let april = try #require(Day(iso: "2026-04-10"))
    let found = try #require(reader.breakdown(of: Self.item, in: Self.pudong, asOf: april))
    #expect(found.institutions.mapValues { $0[2] } == ["I1": 5, "I2": 11])
    #expect(found.undivided == 0 && found.unread == [])
    // Of March there are only later rows.
    let before = try #require(reader.breakdown(of: Self.item, in: Self.pudong, asOf: try march(4)))
    #expect(before.institutions.mapValues { $0.reduce(0, +) } == ["I1": 7])
    #expect(before.unread == [])
  }

  @Test func aFileThatIsGoneLeavesItsMonthUndivided() throws {
    let (directory, reader) = try opened(["progress.csv": Self.text])
    directory.remove("progress.csv")
    let found = try #require(reader.breakdown(of: Self.item, in: Self.pudong, asOf: try march(10)))
    #expect(found.totals[1...2] == [7, 5])
    #expect(found.institutions.mapValues { $0.reduce(0, +) } == ["I1": 7])
    #expect(found.undivided == 5)
    #expect(found.unread == ["progress.csv"])
  }

  @Test func aFileThatChangedLeavesItsMonthUndivided() throws {
    let (directory, reader) = try opened(["progress/a.csv": Self.text, "progress/b.csv": Self.text])
    try directory.write("progress/a.csv", Self.text.replacing("2026-03-05,浦东,M01.01,5", with: "2026-03-05,浦东,M01.01,6"))
    directory.setModified("progress/a.csv", 1_700_000_000)
    let found = try #require(reader.breakdown(of: Self.item, in: Self.pudong, asOf: try march(10)))
    #expect(found.undivided == 5)
    #expect(found.unread == ["progress/a.csv"])
    #expect(found.institutions["I1"]?[2] == 5)
  }

  @Test func nobodyWaitsForever() throws {
    let row = "2026-03-05,浦东,M01.01,1,I1,电工,\n"
    let last = "2026-03-25,浦东,M01.01,1,I1,电工,\n"
    let text = Self.header.joined(separator: ",") + "\n" + String(repeating: row, count: 20_000) + last
    let (directory, reader) = try opened(["progress.csv": text])
    var asked = 0
    let found = reader.breakdown(of: Self.item, in: Self.pudong, asOf: try march(10)) {
      asked += 1
      return asked == 3
    }
    #expect(found == nil)
    #expect(asked == 3)
    let whole = reader.breakdown(of: Self.item, in: Self.pudong, asOf: try march(10))
    #expect(whole?.institutions["I1"]?[2] == 20_000 && whole?.unread == [])
    directory.remove("progress.csv")
  }

  @Test func whatLooksPersonalIsNotTold() throws {
    let text =
      Self.header.joined(separator: ",") + "\n" + """
        2026-03-05,浦东,M01.01,3,张某 13800138000,电工,
        2026-03-06,浦东,M01.01,4,李某 13900139000,电工,

        """
    let (_, reader) = try opened(["progress.csv": text])
    let found = try #require(reader.breakdown(of: Self.item, in: Self.pudong, asOf: try march(31)))
    #expect(found.institutions.mapValues { $0[2] } == ["***": 7])
  }
}
