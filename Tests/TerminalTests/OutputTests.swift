import Screen
import Testing

@testable import Terminal

/// What is computed about output without a terminal.
struct OutputTests {
  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test("A colour has one number, and a number one colour")
  func directColor() {
    var direct = DirectColor()
    let red = direct.number(for: ThemeColor.RGB(red: 255, green: 1, blue: 2))
    #expect(direct.number(for: ThemeColor.RGB(red: 255, green: 1, blue: 2)) == red)
    #expect(red >= 16)
    #expect(direct.color(red) == ThemeColor.RGB(red: 255, green: 1, blue: 2) && direct.color(red &+ 1) == nil)
  }

  @Test("More colours than numbers: the nearest of the usual palette")
  func manyColors() {
    var direct = DirectColor()
    for green in 0..<UInt8(255) { _ = direct.number(for: ThemeColor.RGB(red: 0, green: green, blue: 9)) }
    #expect(direct.number(for: ThemeColor.RGB(red: 255, green: 0, blue: 0)) == 196)
  }

  private static func pen(_ green: UInt8, bold: Bool = false) -> Rendition {
    Rendition(
      ResolvedLook(
        foreground: .rgb(ThemeColor.RGB(red: 0, green: green, blue: 9)), background: .indexed(236), bold: bold))
  }

  @Test("A pen has one number, and a number one pen, as long as there are any")
  func penNumbers() {
    var pens = PenNumbers()
    let first = pens.number(for: Self.pen(1))
    #expect(first == 16 && pens.number(for: Self.pen(1)) == first)
    #expect(pens.number(for: Self.pen(1, bold: true)) == 17)
    #expect(pens.pen(16) == Self.pen(1) && pens.pen(17) == Self.pen(1, bold: true) && pens.pen(18) == nil)
    for green in 2..<UInt8(240) { #expect(pens.number(for: Self.pen(green)) != nil) }
    #expect(pens.number(for: Self.pen(250)) == nil && pens.number(for: Self.pen(1)) == 16)
  }

  @Test("Numbers stand for pens where a description lets them be found again")
  func penNumbersFit() {
    func fit(_ foreground: String, _ original: String = "\u{1b}[39;49m", noColorVideo: Int = -1) -> Bool {
      PenNumbers.fit(noColorVideo: noColorVideo) { ["setaf": bytes(foreground), "op": bytes(original)][$0] }
    }
    let xterm = "\u{1b}[%?%p1%{8}%<%t3%p1%d%e%p1%{16}%<%t9%p1%{8}%-%d%e38;5;%p1%d%;m"
    #expect(fit(xterm) && fit(xterm, "\u{1b}[0m") && fit(xterm, noColorVideo: 16))
    #expect(fit("\u{1b}[%?%p1%{8}%<%t3%p1%d%e%p1%{16}%<%t9%p1%{8}%-%d%e38:5:%p1%d%;m"))
    // PuTTY's: ncurses would turn the colours around by itself.
    #expect(!fit(xterm, noColorVideo: 22))
    #expect(!fit("\u{1b}[3%p1%dm"))
    #expect(!fit("\u{1b}[38;5;%p1%dm", "\u{1b}]R"))
    #expect(!PenNumbers.fit(noColorVideo: -1) { _ in nil })
  }

  @Test("Base64 as RFC 4648 section 10 has it")
  func base64() {
    let known = ["": "", "f": "Zg==", "fo": "Zm8=", "foo": "Zm9v", "foob": "Zm9vYg==", "foobar": "Zm9vYmFy"]
    for (plain, coded) in known { #expect(Base64.encode(bytes(plain)) == bytes(coded)) }
  }

  @Test("What gives an xterm back")
  func restore() {
    let strings = [
      "cup": "\u{1b}[%i%p1%d;%p2%dH", "sgr0": "\u{1b}(B\u{1b}[m", "rmkx": "\u{1b}[?1l\u{1b}>", "kmous": "\u{1b}[<",
      "cnorm": "\u{1b}[?12l\u{1b}[?25h", "rmcup": "\u{1b}[?1049l", "csr": "\u{1b}[%i%p1%d;%p2%dr",
    ]
    let modes = TerminalModes { strings[$0].map { Array($0.utf8) } }
    let restore = String(decoding: modes.restore, as: UTF8.self)
    for part in [
      "(B\u{1b}[m", "?1l", "?25h", "?1000l", "?1002l", "?1003l", "?1004l", "?1006l", "?2004l", "?2026l", "?1049l",
    ] {
      #expect(restore.contains(part), "\(part)")
    }
    #expect(modes.restore.count < 1024)
    #expect(modes.isXtermLike)
  }

  @Test("Delays in old descriptions are not text")
  func padding() {
    #expect(TerminalModes.withoutPadding(bytes("\u{1b}[m\u{0f}$<2>x$<5/>")) == bytes("\u{1b}[m\u{0f}x"))
    #expect(TerminalModes.withoutPadding(bytes("$<")) == bytes("$<"))
    #expect(TerminalModes.withoutPadding(bytes("$1")) == bytes("$1"))
  }

  @Test("Nothing that could steer the terminal passes as a character")
  func harmless() {
    for value in [0, 0x1b, 0x7f, 0x9b, 0x202e, 0x200b, 0xfeff, 0xe0041] as [UInt32] {
      #expect(Painter.harmless(value, asciiOnly: false) == 0x3f)
    }
    #expect(Painter.harmless(0x6d66, asciiOnly: false) == 0x6d66)
    #expect(Painter.harmless(0x6d66, asciiOnly: true) == 0x3f)
  }

  @Test("An environment variable is shown without its tricks")
  func printable() {
    #expect(TerminalError.printable("a\u{1b}[2Jb") == "a?[2Jb")
    #expect(TerminalError.printable(String(repeating: "x", count: 50)).count == 41)
  }
}
