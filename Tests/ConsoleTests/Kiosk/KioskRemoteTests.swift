import Console
import Policy
import Screen
import Testing

@Suite("kiosk.cmd tells the wall display what to show")
struct KioskRemoteTests {
  @Test("a page, a hold and a message; comments and empty lines say nothing")
  func reading() {
    let remote = KioskRemote("# note\n\npage map\r\n hold 10m\nmessage 今天 15:00 会商\n", today: Clock.today)
    #expect(remote.page == .map)
    #expect(remote.hold == .seconds(600))
    #expect(remote.message == "今天 15:00 会商")
    #expect(remote.badLines == [])
  }

  @Test(
    "times of a hold",
    arguments: [
      ("hold", KioskRemote.Hold.whileAsked), ("hold 90", .seconds(90)), ("hold 90s", .seconds(90)),
      ("hold 2h", .seconds(7_200)), ("hold 24h", .seconds(86_400)), ("hold 99h", .seconds(86_400)),
    ])
  func holds(line: String, hold: KioskRemote.Hold) {
    #expect(KioskRemote(line, today: Clock.today).hold == hold)
  }

  @Test(
    "lines that mean nothing are told by their number",
    arguments: [
      "page", "page triage", "hold 0", "hold -5", "hold 5x", "hold 1.5h", "message", "message 13812345678", "quit",
      "page map extra", "message a\u{1b}[2Jb",
    ])
  func badLines(line: String) {
    let remote = KioskRemote("page overview\n" + line, today: Clock.today)
    #expect(remote.badLines == [2])
    #expect(remote.page == .overview)
  }

  @Test("any bytes at all: nothing traps, a message is never longer than it may be")
  func anyText() {
    var random = Seeded(7)
    for _ in 0..<2_000 {
      let words = ["page ", "hold ", "message ", "map", "9", "h", "\n", "\u{1b}[31m", "浦东", " ", "\t", "#", "\u{202e}"]
      let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
      let remote = KioskRemote(text.joined(), today: Clock.today)
      #expect((remote.message?.string.count ?? 0) <= KioskRemote.longestMessage)
    }
  }

  @Test("it turns to the page, stays while asked, shows the message, and goes on when the file is gone")
  func obeying() throws {
    var wall = Wall(try SampleYear.loaded(), 120, 36, KioskSettings(rotation: 5))
    wall.send(.commanded(KioskRemote("page measures\nhold\nmessage 会商推迟到四点", today: Clock.today)))
    #expect(wall.state.page == .measures)
    #expect(wall.text.contains("会商推迟到四点"))
    #expect(wall.text.contains("停留"))
    wall.wait(120)
    #expect(wall.state.page == .measures)
    wall.send(.commanded(nil))
    #expect(!wall.text.contains("会商推迟到四点"))
    wall.wait(5)
    #expect(wall.state.page == .district)
  }

  @Test("a hold with a time ends by itself, and the page then has its time again")
  func ends() throws {
    var wall = Wall(try SampleYear.loaded(), 120, 36, KioskSettings(rotation: 5))
    wall.send(.commanded(KioskRemote("page map\nhold 20", today: Clock.today)))
    wall.wait(20)
    #expect(wall.state.page == .map)
    wall.wait(5)
    #expect(wall.state.page == .ranking)
  }

  @Test("a page that this display does not show is not turned to; a bad line is told, but not in public")
  func unknown() throws {
    let remote = KioskRemote("page map\nnonsense", today: Clock.today)
    for isPublic in [false, true] {
      var wall = Wall(
        try SampleYear.loaded(), 120, 36, KioskSettings(pages: [.overview, .measures], isPublic: isPublic))
      wall.send(.commanded(remote))
      #expect(wall.state.page == .overview)
      #expect(wall.text.contains("kiosk.cmd 第 2 行") != isPublic)
    }
  }
}
