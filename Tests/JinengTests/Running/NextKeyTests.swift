import Foundation
import PseudoTerminal
import Testing

extension InTerminal {
  /// Keys whose pictures were worked out before they came.
  @Suite(.serialized) struct NextKeyTests {
    /// Held keys, pages to and fro, and keys that are not the expected ones.
    private static let walks = [
      "jjjjjjjjjjjjkkkkkkjjj", "4141414jjjjkj1212121]]", "4jjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjkkkkkkkk",
      "2]]]]][]][[[jjkk1",
      "6jjjjlhjjkkk8jjkk5jjjkk-----", "1jj4jj1jj4kk1kk4jj",
    ]

    @Test("What stands on the screen is the state's picture")
    func same() throws {
      let sample = try #require(Folder.sample)
      let home = try Home()
      let log = home.path + "/console.log"
      let terminal = try RunningConsole.start(
        ["--data", sample.path, "--log", log], in: home, columns: 130, rows: 38)
      for (turn, walk) in Self.walks.enumerated() {
        for key in walk {
          terminal.send(String(key))
          // Time to show it, and to work the next one out.
          #expect(terminal.waitForSilence(seconds: 0.012))
        }
        expectPicture(terminal, walk)
        // A window of another size while a picture is prepared, and keys that come at once.
        terminal.resize(columns: 129 - turn * 9, rows: 38 - turn * 2)
        terminal.send("jjj")
        expectPicture(terminal, walk + ", resized")
      }
      terminal.quit()
      #expect(ByteOracle.violations(in: terminal.output) == [])
      // That many keys of 150 had been drawn before they came.
      let told = try String(contentsOfFile: log, encoding: .utf8).firstMatch(of: /(\d+) keys drawn ahead/)
      let count = try #require(told.flatMap { Int($0.1) })
      #expect(count > 20)
    }

    /// Drawn anew, the screen is the same.
    private func expectPicture(_ terminal: PseudoTerminal, _ place: String) {
      #expect(terminal.waitForSilence(seconds: 0.15))
      let (before, start) = (terminal.screen.lines, Date().timeIntervalSince1970)
      terminal.send("\u{0c}")
      #expect(terminal.waitForSilence(seconds: 0.15))
      // A minute that begins in between, or has just begun, changes the clock.
      guard Int((start - 1) / 60) == Int(Date().timeIntervalSince1970 / 60) else { return }
      let wrong = zip(before, terminal.screen.lines).filter { $0 != $1 }
      #expect(wrong.isEmpty, "\(place)")
    }
  }
}
