import Screen
import Testing

@testable import Terminal

/// What is computed about output without a terminal.
struct OutputTests {
  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

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
