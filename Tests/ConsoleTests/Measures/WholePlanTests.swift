import Console
import Foundation
import Policy
import Screen
import Testing

/// Nothing of the plan may be without a place on the screen: this walks it and looks at each.
@Suite("The whole plan on the measures page")
struct WholePlanTests {
  @Test(
    "every item and duty is found by its id from the overview, and shown as its kind asks", arguments: Language.allCases
  )
  func rendering(_ language: Language) throws {
    let loaded = try SampleYear.loaded()
    let plan = loaded.snapshot.plan
    #expect(plan.items.count == 87 && plan.closing.count == 4)
    let start = Session(loaded, .overview, 150, 46, settings: ConsoleSettings(language: language))
    for item in plan.items + plan.closing {
      var session = start
      session.press(.character("/"))
      session.press(.paste(item.id.rawValue))
      session.press(.enter)
      #expect(session.state.page == .measures && session.selected == item.id.rawValue, "\(item.id) is not found")
      let text = session.text
      let name = language == .zh ? item.label.zh : item.label.en
      // Once in the tree, once as the title of the details.
      #expect(text.components(of: item.id.rawValue) >= 2, "\(item.id) is not shown")
      #expect(text.contains(SafeText(name).string), "\(item.id) has no name")
      #expect(text.contains(language(item.kind.word).string), "\(item.id) has no kind")
      #expect(text.contains(language(item.basis.word).string), "\(item.id) has no basis")
      for expected in try content(of: item, loaded, language) {
        #expect(text.contains(expected), "\(item.id) lacks \(expected)")
      }
    }
  }

  /// What must be seen of an item of its kind.
  private func content(of item: Item, _ loaded: Loaded, _ language: Language) throws -> [String] {
    let board = loaded.board
    switch item.kind {
    case .counted:
      let progress = try #require(board.city.first { $0.id == item.id })
      var texts = [Format.count(progress.actual), language(progress.status.word).string, Format.rate(progress.recent5)]
      if let target = progress.target {
        texts += [Format.count(target), Format.percent(progress.attainment) + "%", Format.lead(progress.lead)]
      } else {
        texts.append(language(MeasureWord.noTarget).string)
      }
      if item.split { texts += board.districts.map { $0.district.shortName(language).string } }
      return texts + item.baselines.map { SafeText($0.source).string.prefix(12).description }
    case .milestone:
      let milestones = board.measures.flatMap(\.items).compactMap { entry -> MilestoneBoard? in
        if case .milestone(let milestone) = entry { milestone } else { nil }
      }
      let milestone = try #require((milestones + board.closing).first { $0.id == item.id })
      var texts = [language(milestone.city.status.word).string, language(MeasureWord.today).string]
      texts += [milestone.city.due?.iso, milestone.city.done?.iso].compactMap { $0 }
      texts += milestone.districts.map { language($0.state.status.word).string }
      if item.split { texts += board.districts.map { $0.district.shortName(language).string } }
      let rows = loaded.snapshot.facts.milestones.filter { $0.item == item.id && $0.district == nil }
      if rows.count > 1 { texts += rows.compactMap { $0.due?.monthDay } }
      if language == .zh { texts += item.steps }
      return texts
    case .register:
      let registers = board.measures.flatMap(\.items).compactMap { entry -> RegisterBoard? in
        if case .register(let register) = entry, register.id == item.id { register } else { nil }
      }
      let register = try #require(registers.first)
      let entries = Registers(plan: loaded.snapshot.plan, facts: loaded.snapshot.facts, asOf: board.asOf)
        .entries(of: item)
      let stuck = entries.filter(\.stuck)
      var texts = register.stages.map { SafeText($0.name).string } + stuck.map(\.entry)
      texts += entries.filter(\.stuck).map { String($0.days) }
      texts += register.stages.compactMap { stage in
        stage.oldestDays.map { MeasureWord.oldest.phrase.text(language, number: $0).string }
      }
      texts += [
        "\(language(MeasureWord.entries).string) \(entries.count)",
        "\(language(MeasureWord.stuck).string) \(stuck.count)",
      ]
      if item.people { texts.append(language(MeasureWord.people).string) }
      return texts
    case .institution:
      return [language(MeasureWord.opensInstitutions).string, "\(board.institutions.count { $0.grade == .d })"]
    case .base:
      let flags = board.bases.reduce(0) { $0 + $1.funding.flags }
      return [language(MeasureWord.opensBases).string, "\(language(MeasureWord.flags).string) \(flags)"]
    }
  }

  @Test("every section, measure, item and duty is reached by the arrow keys alone")
  func reached() throws {
    let loaded = try SampleYear.loaded()
    let plan = loaded.snapshot.plan
    var session = Session(loaded, .measures, 80, 24)
    var seen: Set<String> = []
    while let row = session.selected, seen.insert(row).inserted {
      if row.hasPrefix("#") { session.press(.right) }
      session.press(.down)
    }
    let items = Set((plan.items + plan.closing).map(\.id.rawValue))
    #expect(items.isSubset(of: seen))
    #expect(seen.count == items.count + plan.measures.count + plan.sections.count + 1)
  }

  @Test("what every measure is about is told in both languages, in a sentence or two")
  func summaries() throws {
    let loaded = try SampleYear.loaded()
    for language in Language.allCases {
      var session = Session(loaded, .measures, 140, 30, settings: ConsoleSettings(language: language))
      for measure in loaded.snapshot.plan.measures {
        let summary = try #require(measure.summary)
        let text = language == .zh ? summary.zh : summary.en
        #expect((20...240).contains(text.count), "\(measure.number)")
        session.state.lists[.measures, default: ListState()].selected = "#\(measure.number)"
        session.send(.resized(session.state.size))
        // It may wrap: its beginning is enough.
        #expect(session.text.contains(text.prefix(24)), "\(measure.number)")
        #expect(session.text.contains(measure.ordinal), "\(measure.number)")
      }
    }
  }

  @Test("another city's plan is shown whole, and no window is too small for it")
  func otherCity() throws {
    let data = Recorded.root.appending(path: "Scenarios/another-citys-plan-of-forty-districts-and-seven-measures/data")
    let loaded = try Directories.read(data.path())
    for size in [Size(columns: 40, rows: 8), Size(columns: 80, rows: 24), Size(columns: 130, rows: 40)] {
      var session = Session(loaded, .measures, size.columns, size.rows)
      var seen: Set<String> = []
      while let row = session.selected, seen.insert(row).inserted {
        if row.hasPrefix("#") { session.press(.right) }
        #expect(faults(of: session.frame, size: size) == [], "\(row)")
        session.press(.down)
      }
      #expect(seen.isSuperset(of: loaded.snapshot.plan.items.map(\.id.rawValue)))
    }
  }
}

extension String {
  /// How often a text stands in it.
  fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
