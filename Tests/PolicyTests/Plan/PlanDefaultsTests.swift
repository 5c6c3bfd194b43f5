import Policy
import Testing

@Suite("What a plan leaves open is filled")
struct PlanDefaultsTests {
  /// A plan of measures alone; `head` and `tail` add to it.
  private func bare(
    city: String = "330200", year: Int = 2027, item: String = "kind = \"counted\"", tail: String = ""
  ) throws -> Plan {
    try Plan(
      toml: """
        [plan]
        year = \(year)
        city_code = "\(city)"
        title_zh = "方案"
        [[section]]
        number = 1
        title_zh = "章"
        [[measure]]
        number = 1
        section = 1
        title_zh = "措施"
        [[measure.item]]
        id = "M01.01"
        label_zh = "“互联网+”职业技能培训"
        label_en = "Internet Plus training"
        \(item)
        \(tail)
        """, file: "plan.toml")
  }

  @Test("Period, names and the fields of an item")
  func itemDefaults() throws {
    let plan = try bare()
    #expect([plan.periodStart.iso, plan.periodEnd.iso] == ["2027-01-01", "2027-12-31"])
    #expect(plan.cityName.zh == "市本级")
    #expect(plan.document.title.en == "方案")
    let item = try #require(plan.items.first)
    #expect(item.split == false)
    #expect(item.level == .both)
    #expect(item.target == nil)
    #expect(item.unit.isEmpty)
    #expect(item.basis == .plan)
    #expect(item.short.zh == "互联网+职")
    #expect(item.short.en == "Internet P")
    #expect(plan.closing.isEmpty)
  }

  @Test("Thresholds, rubric and funding are the built-in ones")
  func judgement() throws {
    let plan = try bare()
    let standard = try Plan.builtIn()
    #expect(plan.thresholds == .standard)
    #expect(plan.rubric == standard.rubric)
    #expect(plan.funding == standard.funding)
  }

  @Test("Another city has no districts until it brings them, the built-in city has its own")
  func districts() throws {
    #expect(try bare().districts.isEmpty)
    #expect(try bare(city: "310000").districts == (try Plan.builtIn()).districts)
    #expect(try bare(city: "310000", tail: "[[district]]\ncode = \"1\"\nname = \"甲\"").districts.map(\.name) == ["甲"])
  }

  @Test("Another year has no holidays until it brings them, the built-in year has its own")
  func calendar() throws {
    #expect(try bare().calendar.isEmpty)
    #expect(try bare(year: 2026).calendar.count == 39)
    let own = try bare(year: 2026, tail: "[[calendar]]\ndate = 2026-05-01\nkind = \"workday\"")
    #expect(own.calendar.map(\.day.iso) == ["2026-05-01"])
    #expect(own.calendar.map(\.kind) == [.workday])
  }

  @Test("The base item carries tiers and cap where [funding] is silent")
  func baseItem() throws {
    let item = "kind = \"base\"\ntiers_wan = [200, 50.5]\nmax_projects_per_base_year = 2\nbase_levels_zh = [\"省级\"]"
    let plan = try bare(item: item)
    #expect(plan.funding.tiers.map(\.text) == ["200.00", "50.50"])
    #expect(plan.funding.maxProjectsPerBaseYear == 2)
    #expect(plan.funding.baseLevels == ["省级"])
    #expect(plan.funding.costLines.count == 9)
    let both = try bare(item: item, tail: "[funding]\ntiers_wan = [80]\nidle_after_months = 12")
    #expect(both.funding.tiers.map(\.text) == ["80.00"])
    #expect(both.funding.maxProjectsPerBaseYear == 2)
    #expect(both.funding.idleAfterMonths == 12)
    #expect(both.funding.evaluationGraceDays == 90)
  }

  @Test("A preset is where the thresholds begin, and single values replace its own")
  func presets() throws {
    #expect(try bare(tail: "[thresholds]\npreset = \"yinchuan\"").thresholds == .yinchuan)
    let mixed = try bare(tail: "[thresholds]\npreset = \"yinchuan\"\nwatch = -20\nstuck_after_days = 90").thresholds
    #expect(mixed.onPace == Thresholds.yinchuan.onPace)
    #expect(mixed.watch == Thresholds.Bound(lead: PercentagePoints(hundredths: -2000), inclusive: true))
    #expect(mixed.stuckAfterDays == 90)
    let fine = try bare(tail: "[thresholds]\non_pace = -2.25\non_pace_inclusive = false").thresholds
    #expect(fine.onPace == Thresholds.Bound(lead: PercentagePoints(hundredths: -225), inclusive: false))
  }

  @Test("A rubric may replace its dimensions and keep the floors")
  func rubric() throws {
    let plan = try bare(tail: "[rubric]\ndimensions = [{ name_zh = \"总评\", name_en = \"Overall\", points = 100 }]")
    #expect(plan.rubric.dimensions == [Rubric.Dimension(name: Bilingual(zh: "总评", en: "Overall"), points: 100)])
    #expect(plan.rubric.floorA == 9000)
    let floors = try bare(tail: "[rubric]\nfloors = { A = 85.5, B = 70, C = 70 }").rubric
    #expect([floors.floorA, floors.floorB, floors.floorC] == [8550, 7000, 7000])
    #expect(floors.dimensions.count == 5)
  }

  @Test("A district's short name drops the word for its rank")
  func shortDistricts() throws {
    let names = ["浦东新区", "鄞州区", "海盐县", "慈溪市", "东区", "新区", "示范区"]
    let tail = names.enumerated().map { "[[district]]\ncode = \"\($0)\"\nname = \"\($1)\"" }.joined(separator: "\n")
    #expect(try bare(tail: tail).districts.map(\.short) == ["浦东", "鄞州", "海盐", "慈溪", "东区", "新区", "示范"])
  }

  @Test("An earlier year's profile is twelve shares that end with all")
  func profile() throws {
    func item(_ shares: String, kind: String = "counted") throws -> Item? {
      let text = "kind = \"\(kind)\"\nprofile = \(shares)\nprofile_source = \"年报\""
      return try bare(item: kind == "milestone" ? text + "\ndue = 2027-06-30" : text).items.first
    }
    let shares = "[5, 10, 20.5, 30, 40, 50, 60, 65, 70, 80, 90, 100]"
    #expect(try item(shares)?.profile == [0.05, 0.1, 0.205, 0.3, 0.4, 0.5, 0.6, 0.65, 0.7, 0.8, 0.9, 1])
    #expect(try item(shares, kind: "milestone")?.profile == nil)
    #expect(try bare().items.first?.profile == nil)
    for bad in [
      "[]", "[50, 100]", "[5, 10, 9, 30, 40, 50, 60, 65, 70, 80, 90, 100]",
      "[5, 10, 20, 30, 40, 50, 60, 65, 70, 80, 90, 99]",
    ] {
      let error = #expect(throws: PlanError.self) { try item(bad) }
      #expect(error?.faults.map(\.reason) == [bad == "[]" ? .empty : .profileOutOfOrder])
    }
  }
}
