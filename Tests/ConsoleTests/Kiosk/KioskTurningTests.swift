import Console
import Policy
import Screen
import Testing

@Suite("The wall display turns its pages")
struct KioskTurningTests {
  @Test("every page in turn, each for its time, and then from the beginning")
  func turning() throws {
    var wall = Wall(try SampleYear.loaded(), 120, 36, KioskSettings(rotation: 10))
    var seen: [KioskPage] = []
    for _ in 0..<6 {
      seen.append(wall.state.page)
      wall.wait(10)
    }
    #expect(seen == KioskPage.allCases + [.overview])
    #expect(wall.state.round == 1)
  }

  @Test("only the pages that were asked for, in their order")
  func chosen() throws {
    let pages = try #require(KioskPage.list("measures, map"))
    var wall = Wall(try SampleYear.loaded(), 120, 36, KioskSettings(pages: pages, rotation: 5))
    #expect(wall.state.page == .measures)
    wall.wait(5)
    #expect(wall.state.page == .map)
    wall.wait(5)
    #expect(wall.state.page == .measures)
    #expect(KioskPage.list("measures,nonsense") == nil)
    #expect(KioskPage.list("") == nil)
  }

  @Test("a later round shows another item and another district")
  func rounds() throws {
    let loaded = try SampleYear.loaded()
    for page in [KioskPage.map, .ranking, .district] {
      var wall = Wall(loaded, 120, 36, KioskSettings(pages: [page], rotation: 2))
      let first = wall.text
      wall.wait(2)
      #expect(wall.text != first, "\(page)")
    }
  }

  @Test("the countdown goes down, and the sign of life comes and goes")
  func countdown() throws {
    var wall = Wall(try SampleYear.loaded(), 120, 36, KioskSettings(rotation: 10))
    #expect(wall.text.contains("10 秒"))
    let before = wall.frame
    wall.wait(1)
    #expect(wall.text.contains(" 9 秒"))
    #expect(wall.frame != before)
    #expect(wall.state.secondsToNextTick <= 1)
  }

  @Test("a machine that slept for a day does not rush through the pages")
  func slept() throws {
    var wall = Wall(try SampleYear.loaded(), 120, 36, KioskSettings(rotation: 10))
    wall.send(.ticked(now: Clock.now + 86_400, uptime: 86_400))
    #expect(wall.state.turns == 1)
    wall.send(.ticked(now: Clock.now + 86_400.1, uptime: 86_400.1))
    #expect(wall.state.turns == 1)
    // A clock that goes back turns nothing either.
    wall.send(.ticked(now: Clock.now, uptime: 3))
    #expect(wall.state.turns == 1)
  }

  @Test("midnight in Shanghai asks for the board of the new day, once")
  func midnight() throws {
    var wall = Wall(try SampleYear.loaded())
    wall.send(.ticked(now: Clock.now + 9 * 3_600, uptime: 100))
    #expect(wall.effects.contains(.computeToday))
  }

  @Test("the picture moves by at most a cell, another way each minute, and comes back")
  func drift() throws {
    var wall = Wall(try SampleYear.loaded(), 80, 24, KioskSettings(pages: [.overview]))
    var places: [Point] = []
    for _ in 0..<5 {
      places.append(wall.state.drift)
      #expect(faults(of: wall.frame, size: Size(columns: 80, rows: 24)) == [])
      wall.wait(60)
    }
    #expect(Set(places).count == 4)
    #expect(places[0] == places[4])
    #expect(places.allSatisfy { (0...1).contains($0.column) && (0...1).contains($0.row) })
  }

  @Test(
    "night is by the clock in Shanghai",
    arguments: [
      ("22-6", 23, true), ("22-6", 5, true), ("22-6", 6, false), ("22-6", 12, false), ("1-5", 0, false),
      ("1-5", 4, true),
    ])
  func night(hours: String, hour: Int, isNight: Bool) throws {
    var wall = Wall(nil, 80, 24, KioskSettings(night: NightHours(hours)))
    #expect(NightHours(hours) != nil)
    // Clock.now is 15:42.
    wall.send(.ticked(now: Clock.now + Double((hour - 15 + 24) % 24) * 3_600, uptime: 1))
    #expect(wall.state.isNight == isNight)
  }

  @Test("hours that are none", arguments: ["", "22", "22-", "24-6", "a-b", "22-25", "-1-5"])
  func noHours(text: String) { #expect(NightHours(text) == nil) }

  @Test("what cannot be a time for a page is held in bounds", arguments: [0.0, -5, .nan, .infinity, 1e9])
  func badRotation(seconds: Double) {
    let kiosk = KioskSettings(pages: [], rotation: seconds)
    #expect((1...86_400).contains(kiosk.rotation))
    #expect(kiosk.pages == KioskPage.allCases)
  }
}
