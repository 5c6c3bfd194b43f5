import Policy
import Screen
import Testing

@testable import Console

@Suite("What colours the map")
struct MapScaleTests {
  private static let training = ItemID(rawValue: "M01.01")

  private static func scale(_ measure: MapMeasure, _ item: ItemID? = nil, _ loaded: Loaded) -> MapScale {
    var map = MapState()
    map.measure = measure
    map.item = item
    return MapScale(map, loaded, .zh)
  }

  @Test("every measure sorts every district into one class, and the ranking goes from the worst class to the best")
  func whole() throws {
    let loaded = try SampleYear.loaded()
    let items: [ItemID?] = [nil] + loaded.board.city.map(\.id)
    for measure in MapMeasure.allCases {
      for item in items {
        let scale = Self.scale(measure, item, loaded)
        #expect(scale.counts.reduce(0, +) == loaded.board.districts.count)
        #expect(scale.ranking.sorted() == Array(loaded.board.districts.indices))
        let ranked = scale.ranking.filter { scale.readings[$0].value != nil }
        #expect(ranked.map { scale.readings[$0].band } == ranked.map { scale.readings[$0].band }.sorted())
        #expect(scale.ranking.prefix(ranked.count) == ranked[...])
        let places = ranked.compactMap { scale.rank(of: $0)?.rank }
        #expect(places == places.sorted(by: >))
        #expect(ranked.isEmpty || places.last == 1)
      }
    }
  }

  @Test("classes are told apart by mark and word, marks take two cells, in both languages")
  func told() throws {
    let loaded = try SampleYear.loaded()
    let widths = DisplayWidth()
    for measure in MapMeasure.allCases {
      let classes = Self.scale(measure, Self.training, loaded).classes
      #expect(classes.allSatisfy { widths.width(of: $0.mark) == 2 })
      for language in Language.allCases {
        #expect(Set(classes.map { $0.mark.string + language($0.word).string }).count == classes.count)
        #expect(Set(classes.map { language($0.word) }).count == classes.count)
      }
    }
  }

  @Test("a district's own status is the board's, and its figure the worst item's lead or the days of silence")
  func own() throws {
    let loaded = try SampleYear.loaded()
    let scale = Self.scale(.status, nil, loaded)
    for (index, district) in loaded.board.districts.enumerated() {
      #expect(scale.band(index)?.word == district.status.word.phrase)
      let expected =
        district.status == .silent
        ? district.latest.map { "\(loaded.board.asOf - $0)天" } : Format.lead(district.worstItem?.lead)
      #expect(scale.readings[index].figure.string == expected)
    }
  }

  @Test("the lead's classes are the plan's bounds, also of a silent district")
  func lead() throws {
    let loaded = try SampleYear.loaded()
    let scale = Self.scale(.lead, Self.training, loaded)
    for (index, district) in loaded.board.districts.enumerated() {
      let item = try #require(district.items.first { $0.id == Self.training })
      let lead = try #require(item.lead)
      let expected = lead >= 0 ? 3 : lead >= -5 ? 2 : lead >= -10 ? 1 : 0
      #expect(scale.readings[index].band == expected, "\(district.district.short) \(lead)")
    }
  }

  @Test("attainment stands against the pace and the city; grades, money and flags against the city")
  func city() throws {
    let loaded = try SampleYear.loaded()
    let board = loaded.board
    let whole = try #require(board.city.first { $0.id == Self.training }?.attainment)
    let attainment = Self.scale(.attainment, Self.training, loaded)
    let flags = Self.scale(.flags, nil, loaded)
    let mean = Double(board.districts.reduce(0) { $0 + $1.funding.flags }) / Double(board.districts.count)
    for (index, district) in board.districts.enumerated() {
      let ratio = try #require(district.items.first { $0.id == Self.training }?.attainment)
      #expect(
        attainment.readings[index].band == (ratio >= 1 ? 3 : ratio >= board.pace.ratio ? 2 : ratio >= whole ? 1 : 0))
      let count = district.funding.flags
      #expect(flags.readings[index].band == (count == 0 ? 2 : Double(count) > mean ? 0 : 1))
    }
  }

  @Test("an item that no district has a target for is coloured by its count")
  func untargeted() throws {
    let loaded = try SampleYear.loaded()
    let free = try #require(
      loaded.board.city.first { item in
        loaded.board.districts.allSatisfy { $0.items.first { $0.id == item.id }?.target == nil }
      })
    for measure in [MapMeasure.status, .attainment, .lead, .forecast] {
      #expect(Self.scale(measure, free.id, loaded).measure == .count)
    }
    #expect(Self.scale(.status, Self.training, loaded).measure == .status)
    #expect(Self.scale(.status, ItemID(rawValue: "gone"), loaded).item == nil)
  }

  @Test("a forecast is safe from 0.9 on and at risk below 0.5; without one nothing is said")
  func forecast() throws {
    var loaded = try SmallYear.loaded()
    let chances = [0.49, 0.5, 0.899, 0.9, 1]
    for index in loaded.board.districts.indices {
      for item in loaded.board.districts[index].items.indices {
        let own = index < chances.count && loaded.board.districts[index].items[item].id == Self.training
        loaded.board.districts[index].items[item].forecast =
          own ? Forecast(p10: 1, p50: 2, p90: 3, probability: chances[index]) : nil
      }
    }
    for item in [Self.training, nil] {
      let scale = Self.scale(.forecast, item, loaded)
      #expect(scale.readings.prefix(6).map(\.band) == [0, 1, 1, 2, 2, 3])
      #expect(scale.readings.prefix(6).map(\.figure.string) == ["49%", "50%", "90%", "90%", ">99%", "--"])
    }
  }

  @Test("silence is told by days: never, over the plan's bound, over half of it, or reporting")
  func silence() throws {
    var loaded = try SmallYear.loaded()
    let days: [Int?] = [nil, 11, 10, 6, 5, 0]
    for (index, days) in days.enumerated() {
      loaded.board.districts[index].latest = days.map { loaded.board.asOf - $0 }
    }
    let scale = Self.scale(.silence, nil, loaded)
    #expect(scale.readings.prefix(6).map(\.band) == [0, 1, 2, 2, 3, 3])
    #expect(scale.readings[0].figure.string == "--")
    #expect(scale.ranking.prefix(1) == [0])
  }

  @Test("going through the items comes back to the districts' own status")
  func items() throws {
    var session = Session(try SampleYear.loaded(), .map)
    let count = session.state.loaded?.board.city.count ?? 0
    var seen: Set<ItemID?> = []
    for _ in 0...count {
      #expect(seen.insert(session.state.map.item).inserted)
      session.press(.tab)
    }
    #expect(session.state.map.item == nil)
    session.press(.backTab)
    #expect(session.state.map.item != nil)
  }
}
