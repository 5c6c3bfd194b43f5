import Console
import Policy
import Screen
import Testing

@Suite("The wall display is locked")
struct KioskLockTests {
  private static let keys: [Key] =
    ActionTable.all.flatMap(\.keys) + [
      .control("c"), .control("z"), .delete, .backspace, .click(Point(column: 1, row: 1)), .wheel(3),
      .paste("\u{1b}[200~rm -rf\rq y d d"), .enter, .escape, .character("y"),
    ]

  @Test("no key changes anything, and none has an effect")
  func keys() throws {
    var wall = Wall(try SampleYear.loaded())
    let before = wall.frame
    for key in KioskLockTests.keys { wall.send(.keyPressed(key)) }
    // Nor do they through the console behind.
    for key in KioskLockTests.keys { wall.send(.console(.keyPressed(key))) }
    #expect(wall.effects.isEmpty)
    #expect(wall.frame == before)
  }

  @Test("the phrase ends it; what is typed is never shown")
  func phrase() throws {
    var wall = Wall(try SampleYear.loaded(), 120, 36, KioskSettings(canUnlock: true))
    wall.type("secret Phrase")
    #expect(wall.text.contains("解锁口令: *************"))
    #expect(!wall.text.contains("secret"))
    wall.send(.keyPressed(.enter))
    #expect(wall.effects == [.check(phrase: "secret Phrase")])
    wall.send(.phraseChecked(true))
    #expect(wall.effects.last == .quit)
  }

  @Test("a wrong phrase is told; after five of them no more is taken for a minute")
  func wrong() throws {
    var wall = Wall(try SampleYear.loaded(), 120, 36, KioskSettings(canUnlock: true))
    for _ in 0..<5 {
      wall.type("no")
      wall.send(.keyPressed(.enter))
      wall.send(.phraseChecked(false))
    }
    #expect(wall.text.contains("口令不对"))
    #expect(wall.effects.count == 5)
    wall.type("no")
    wall.send(.keyPressed(.enter))
    #expect(wall.effects.count == 5)
    wall.wait(61)
    wall.type("yes")
    wall.send(.keyPressed(.enter))
    #expect(wall.effects.last == .check(phrase: "yes"))
  }

  @Test("what somebody began to type goes away; Escape and Backspace take it back; pasted text is none")
  func forgotten() throws {
    var wall = Wall(try SampleYear.loaded(), 120, 36, KioskSettings(canUnlock: true))
    wall.type("ab")
    wall.send(.keyPressed(.backspace))
    #expect(wall.state.typed == "a")
    wall.send(.keyPressed(.escape))
    #expect(wall.state.typed == nil)
    wall.send(.keyPressed(.paste("abc")))
    #expect(wall.state.typed == nil)
    wall.type(String(repeating: "x", count: 5_000))
    #expect((wall.state.typed?.count ?? 0) <= 128)
    wall.wait(16)
    #expect(wall.state.typed == nil)
    #expect(wall.effects.isEmpty)
  }

  @Test("the public display shows no case, no handler and no file; the other shows where cases stand")
  func publicly() throws {
    let loaded = try SampleYear.changed { $0.outage = "progress/secret.csv: gone" }
    var docket = KeptDocket(following: loaded)
    let number = try #require(docket.ledger.state.cases.first { $0.isLive }?.number)
    _ = docket.act("甲组", CaseOrder(caseNumber: number, request: .acknowledge), loaded)
    for isPublic in [true, false] {
      var wall = Wall(loaded, 120, 36, KioskSettings(pages: [.district], rotation: 1, isPublic: isPublic))
      wall.send(.console(docket.event))
      var all = ""
      for _ in 0..<8 {
        all += wall.text
        wall.wait(1)
      }
      #expect(all.contains("待签收") != isPublic)
      #expect(all.contains("secret.csv") != isPublic)
      #expect(all.contains("公开版") == isPublic)
      #expect(!all.contains("甲组"))
      #expect((wall.state.console.triage.docket == nil) == isPublic)
    }
  }
}
