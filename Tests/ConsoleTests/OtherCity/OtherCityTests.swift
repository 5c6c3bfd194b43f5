import Console
import Policy
import Screen
import Testing

@testable import Console

@Suite("The console on another city's plan")
struct OtherCityTests {
  private static let sizes = [(80, 24), (120, 36), (200, 60)]

  @Test("what the sample makes for it is taken, but for the mistakes that it makes on purpose")
  func sample() throws {
    let loaded = try OtherCity.loaded()
    let codes = Set(loaded.snapshot.problems.filter { $0.code.severity == .error }.map(\.code))
    let meant: Set<ProblemCode> = [
      .badDate, .badNumber, .badValue, .duplicateKey, .unknownStage, .unknownReference, .unknownTranche,
    ]
    #expect(codes.isSubset(of: meant), "\(codes.subtracting(meant))")
    #expect(codes.count >= 5)
    let facts = loaded.snapshot.facts
    #expect(facts.districts.count == 40)
    #expect(!facts.milestones.isEmpty && !facts.registers.isEmpty && !facts.institutions.isEmpty)
    #expect(!facts.scores.isEmpty && !facts.findings.isEmpty && !facts.projects.isEmpty && !facts.spending.isEmpty)
    // Every status of a district, some grades and a flag: a picture, not a blank.
    let statuses = Set(loaded.board.districts.map(\.status))
    #expect(statuses.isSuperset(of: [.silent, .lagging, .watch]))
    #expect(Set(loaded.board.institutions.map(\.grade)).isSuperset(of: [.a, .b, .c, .d]))
    #expect(loaded.board.bases.flatMap(\.projects).contains { !$0.flags.isEmpty })
  }

  @Test("every page is whole at three sizes, in both languages and with every set of signs", arguments: Page.allCases)
  func pages(_ page: Page) throws {
    for (columns, rows) in Self.sizes {
      for language in Language.allCases {
        for glyphs in GlyphSet.allCases {
          let session = try OtherCity.session(
            page, columns, rows, settings: ConsoleSettings(language: language, glyphs: glyphs))
          let frame = session.frame
          #expect(faults(of: frame, size: Size(columns: columns, rows: rows)) == [])
          #expect(faults(ofText: frame) == [])
          #expect(try OtherCity.traces(in: session.text) == [], "\(page) \(columns)x\(rows)")
        }
      }
    }
  }

  @Test("nothing that opens over a page speaks of the built-in city", arguments: Page.allCases)
  func overlays(_ page: Page) throws {
    for (columns, rows) in Self.sizes {
      for keys in ["?", ":", "F2", "/", "f", "s", "t", "x", "Enter", "Tab Enter", "i", "G Enter", "q"] {
        var session = try OtherCity.session(page, columns, rows)
        try session.press(keys)
        #expect(faults(of: session.frame, size: session.state.size) == [])
        #expect(try OtherCity.traces(in: session.text) == [], "\(page) \(keys)")
      }
    }
  }

  @Test(
    "a district is found by its name, its pinyin and its initials, as by a name in English alone",
    arguments: [
      ("bs", "880102"), ("baisha", "880102"), ("白沙", "880102"), ("pengshui", "880137"), ("ps", "880137"),
      ("自治县", "880137"), ("riverside", "880138"), ("wa", "880134"),
    ])
  func find(_ typed: String, _ code: String) throws {
    var session = try OtherCity.session(.overview, 80, 24)
    try session.press("/")
    session.type(typed)
    try session.press("Enter")
    #expect(session.selected == code)
    let name = try #require(try OtherCity.loaded().district(DistrictCode(rawValue: code))?.district.short)
    #expect(session.text.contains(name))
  }

  @Test("forty districts scroll in a small window, the city's row stays and the last one is reached")
  func scrolling() throws {
    var session = try OtherCity.session(.overview, 80, 24)
    let city = session.lines.filter { $0.contains("全市") }
    #expect(!city.isEmpty)
    var seen: Set<String> = []
    for _ in 0..<40 {
      if let row = session.selected { seen.insert(row) }
      #expect(session.lines.filter { $0.contains("全市") }.count == city.count)
      try session.press("j")
    }
    #expect(seen.count >= 40)
    try session.press("G")
    let last = try #require(
      session.selected.flatMap { code in
        try? OtherCity.loaded().district(DistrictCode(rawValue: code))
      })
    #expect(session.text.contains(last.district.short))
  }

  @Test("before its year the board is that of the first day, and nothing breaks")
  func before() throws {
    for page in Page.allCases {
      let session = Session(try OtherCity.loaded(), page, 80, 24)
      #expect(faults(of: session.frame, size: Size(columns: 80, rows: 24)) == [])
      #expect(session.state.loaded?.board.asOf == session.state.loaded?.snapshot.plan.periodStart)
    }
  }
}
