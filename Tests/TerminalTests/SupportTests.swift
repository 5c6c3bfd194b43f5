import PseudoTerminal
import Testing

/// The judges are judged too.
struct SupportTests {
  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test(
    "The oracle catches what may steer a terminal",
    arguments: [
      "\u{1b}]0;title\u{07}", "\u{1b}]52;c;AA==\u{07}", "\u{1b}[6n", "\u{1b}[>0q", "\u{1b}[?47h", "\u{1b}[21t",
      "\u{1b}P$qm\u{1b}\\",
      "\u{1b}c", "\u{1b}#8", "\u{1b}(A", "\u{07}", "\u{00}", "\u{7f}", "\u{9b}31m", "\u{202e}x", "\u{200b}",
      "\u{e0041}",
      "\u{1b}[1", "\u{1b}", "\u{1b}[1 q", "\u{1b}[<1m",
    ])
  func oracleCatches(text: String) { #expect(!ByteOracle.violations(in: bytes(text)).isEmpty) }

  @Test("The oracle lets drawing pass, and knows canaries and broken text")
  func oraclePasses() {
    let drawing =
      "\u{1b}[?1049h\u{1b}[22;0;0t\u{1b}(B\u{1b}[m\u{1b}[1;38;2;1;2;3m浦东\u{1b}[K\r\n\u{1b}[5b\u{1b}=\u{1b}[?25l"
    #expect(ByteOracle.violations(in: bytes(drawing)) == [])
    #expect(ByteOracle.violations(in: bytes("\u{1b}[7777m"), canaries: ["7777"]).count == 1)
    #expect(ByteOracle.violations(in: [0x61, 0xe6, 0xb5]).count == 1)
  }

  @Test("The emulator places, overwrites halves, repeats, scrolls and erases as xterm does")
  func emulator() {
    var screen = Emulator(columns: 8, rows: 3)
    screen.feed(bytes("浦东\u{1b}[1;2Hx"))
    #expect(screen.line(0) == " x东")
    #expect(screen.isWhole)
    screen.feed(bytes("\u{1b}[2;1Ha\u{1b}[3b\u{1b}[3;1Hlast\n"))
    #expect(screen.lines == ["aaaa", "last", ""])
    screen.feed(bytes("\u{1b}[2;3H\u{1b}[1K\u{1b}[1;2H\u{1b}[2P\u{1b}[@"))
    #expect(screen.lines == ["a a", "   t", ""])
    screen.feed(bytes("\u{1b}[3;7H东京"))
    #expect(screen.lines == ["   t", "      东", "京"])
    screen.feed(bytes("\u{1b}[31;1mr\u{1b}[0m\u{1b}[?1049h\u{1b}[?1000h"))
    #expect(screen.isAlternate)
    #expect(screen.lines == ["", "", ""])
    screen.feed(bytes("\u{1b}[?1049l\u{1b}[?1000l"))
    #expect(screen[2, 2].pen.foreground == .indexed(1))
    #expect(screen.modes.isEmpty)
    #expect(screen.unknown == [])
  }
}
