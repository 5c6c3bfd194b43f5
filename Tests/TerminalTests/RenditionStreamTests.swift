import PseudoTerminal
import Screen
import Testing

@testable import Terminal

/// Fewer changes of the pen, the same picture.
struct RenditionStreamTests {
  private static let xterm = ["sgr0": "\u{1b}(B\u{1b}[m", "rmul": "\u{1b}[24m"]

  private static func stream(_ strings: [String: String] = xterm) -> RenditionStream {
    RenditionStream { strings[$0].map { Array($0.utf8) } }
  }

  private func rewritten(_ parts: [String], _ strings: [String: String] = xterm) -> [String] {
    var stream = Self.stream(strings)
    return parts.map {
      String(decoding: stream.rewrite(Array($0.utf8), numbers: ColorNumbers()), as: UTF8.self)
        .replacing("\u{1b}", with: "^")
    }
  }

  @Test(
    "What is said again is left out, what shows on no blank waits, several changes become one",
    arguments: [
      // The pen is set for certain at first.
      ("ab", "^[mab"),
      ("\u{1b}[31ma\u{1b}[48;5;236m\u{1b}[31mb", "^[0;31ma^[48;5;236mb"),
      ("\u{1b}[31ma\u{1b}[32m \u{1b}[31mb", "^[0;31ma b"),
      ("\u{1b}[31ma\u{1b}[42m \u{1b}[mb", "^[0;31ma^[42m ^[mb"),
      ("\u{1b}[1ma\u{1b}(B\u{1b}[m \u{1b}(B\u{1b}[1mb", "^[0;1ma^(B b"),
      ("\u{1b}[1;31ma\u{1b}[m\u{1b}[31mb", "^[0;1;31ma^[22mb"),
      ("\u{1b}[1;2ma\u{1b}[22;1mb", "^[0;1;2ma^[0;1mb"),
      ("\u{1b}[7;31ma\u{1b}[32m b", "^[0;7;31ma^[32m b"),
      ("\u{1b}[4;31ma\u{1b}[4;32m b", "^[0;4;31ma^[32m b"),
      ("\u{1b}[38;2;1;2;3ma\u{1b}[97;100mb", "^[0;38;2;1;2;3ma^[97;100mb"),
      // Erasing takes the ground, moving takes nothing, repeating what was drawn.
      ("\u{1b}[31ma\u{1b}[32m\u{1b}[K\u{1b}[41m\u{1b}[K", "^[0;31ma^[K^[41m^[K"),
      ("\u{1b}[31ma\u{1b}[41m\u{1b}[3;4H\r\u{1b}[31ma", "^[0;31ma^[3;4H\r^[41ma"),
      ("\u{1b}[31m-\u{1b}[4b\u{1b}[32m \u{1b}[4b-", "^[0;31m-^[4b ^[4b^[32m-"),
      // A mark on a blank is drawn in the blank's colour.
      ("\u{1b}[31ma\u{1b}[32m \u{301}", "^[0;31ma^[32m \u{301}"),
      ("\u{1b}[31ma\u{1b}[32m \u{1b}[31m浦", "^[0;31ma 浦"),
      // The cursor is kept with the usual pen, and what pen comes back with it is not known.
      ("\u{1b}[31ma\u{1b}7\u{1b}[2;5r\u{1b}8\u{1b}[31mb", "^[0;31ma^[m^7^[2;5r^8^[0;31mb"),
      ("\u{1b}[31ma\u{1b}[41m\u{1b}[?25lb", "^[0;31ma^[?25l^[41mb"),
      ("\u{1b}[31ma\u{1b}[41m\u{1b}[?25hb", "^[0;31ma^[?25h^[41mb"),
      // Another screen may be cleared to the pen's ground when it is entered.
      ("\u{1b}[31ma\u{1b}[41m\u{1b}[?1049hb", "^[0;31ma^[41m^[?1049hb"),
      // Strings of the terminal's own commands are no text.
      ("\u{1b}[31ma\u{1b}[32m\u{1b}]0;title\u{7}b", "^[0;31ma^]0;title\u{7}^[32mb"),
      // Sequences of two bytes stay whole; the Linux console's own end where they end.
      ("\u{1b}[31ma \u{1b}[m\r\u{1b}M", "^[0;31ma \r^M"),
      ("\u{1b}[31ma\u{1b}[41m\u{1b}M", "^[0;31ma^[41m^M"),
      ("\u{1b}]R\u{1b}[31ma\u{1b}]P1ffeedd\u{1b}[32mb", "^]R^[0;31ma^]P1ffeedd^[32mb"),
      // Colours between colons are colours.
      ("\u{1b}[38:5:99ma\u{1b}[38:5:99;1mb\u{1b}[48:2::1:2:3mc", "^[0;38;5;99ma^[1mb^[48;2;1;2;3mc"),
      ("\u{1b}[38:2:1:2:3ma\u{1b}[38;2;1;2;3mb", "^[0;38;2;1;2;3mab"),
      ("\u{1b}[0;10;1ma\u{1b}[0;10;1mb", "^[0;1mab"),
      // At the end nothing shows the usual pen.
      ("\u{1b}[31ma\u{1b}[m", "^[0;31ma"),
    ])
  func known(bytes: String, expected: String) {
    #expect(rewritten([bytes])[0] == expected)
  }

  @Test("What was sent before still holds, until others may have written")
  func memory() {
    var stream = Self.stream()
    func next(_ text: String) -> String {
      String(decoding: stream.rewrite(Array(text.utf8), numbers: ColorNumbers()), as: UTF8.self)
    }
    #expect(next("\u{1b}(B\u{1b}[31ma") == "\u{1b}(B\u{1b}[0;31ma")
    #expect(next("\u{1b}(B\u{1b}[31mb") == "b")
    stream.forget()
    #expect(next("\u{1b}(B\u{1b}[31mc") == "\u{1b}(B\u{1b}[0;31mc")
  }

  @Test("A terminal that cannot turn off one attribute is told everything anew; another dialect passes as it is")
  func dialects() {
    let old = rewritten(["\u{1b}[1;4ma\u{1b}[m\u{1b}[4mb"], ["sgr0": "\u{1b}[m\u{f}$<2>", "rmul": "\u{1b}[m"])
    #expect(old == ["^[0;1;4ma^[0;4mb"])
    let plain = "\u{1b}[31ma\u{1b}[31mb"
    #expect(rewritten([plain], ["sgr0": "\u{1b}G0"]) == [plain.replacing("\u{1b}", with: "^")])
    let strange = "\u{1b}[4:3ma\u{1b}[4:3mb"
    let same = strange.replacing("\u{1b}", with: "^")
    #expect(rewritten([strange, strange]) == ["^[m" + same, same])
  }

  @Test("Numbers that stand for pens become the pens, and leave underline and reverse alone")
  func pens() throws {
    var pens = PenNumbers()
    let red = ResolvedColor.rgb(ThemeColor.RGB(red: 255, green: 1, blue: 2))
    let first = pens.number(for: Rendition(ResolvedLook(foreground: red, background: .indexed(236), bold: true)))
    let second = pens.number(for: Rendition(ResolvedLook(foreground: .indexed(9), background: .indexed(236))))
    let (one, other) = (try #require(first), try #require(second))
    for (given, expected) in [
      ("\u{1b}[38;5;\(one)ma\u{1b}[38;5;\(other)mb", "^[0;1;38;2;255;1;2;48;5;236ma^[22;91mb"),
      ("\u{1b}[38:5:\(one)ma\u{1b}[39;49mb", "^[0;1;38;2;255;1;2;48;5;236ma^[mb"),
      ("\u{1b}[4m\u{1b}[38;5;\(other)ma\u{1b}[39;49mb", "^[0;4;91;48;5;236ma^[0;4mb"),
      ("\u{1b}[4m\u{1b}[38;5;\(one)ma\u{1b}[39mb", "^[0;1;4;38;2;255;1;2;48;5;236ma^[0;4mb"),
      // The ground alone for a blank.
      (
        "\u{1b}[38;5;\(one)ma\u{1b}[39;49m \u{1b}[38;5;\(other)mb",
        "^[0;1;38;2;255;1;2;48;5;236ma^[49m ^[0;91;48;5;236mb"
      ),
    ] {
      var stream = Self.stream()
      let bytes = stream.rewrite(Array(given.utf8), numbers: ColorNumbers(pens: pens))
      #expect(String(decoding: bytes, as: UTF8.self).replacing("\u{1b}", with: "^") == expected)
    }
  }

  @Test("Numbers that stand for colours become the colours")
  func colors() {
    var numbers = ColorNumbers()
    let red = numbers.direct.number(for: ThemeColor.RGB(red: 255, green: 1, blue: 2))
    var stream = Self.stream()
    let text = "\u{1b}[38;5;\(red)ma\u{1b}[48;5;\(red)m\u{1b}[38;5;9mb"
    let bytes = stream.rewrite(Array(text.utf8), numbers: numbers)
    #expect(
      String(decoding: bytes, as: UTF8.self) == "\u{1b}[0;38;2;255;1;2ma\u{1b}[38;5;9;48;2;255;1;2mb")
  }

  @Test("Whatever is sent, an xterm shows the same of it, and no byte more than before", arguments: 1...10)
  func sameScreen(seed: UInt64) {
    var random = Seeded(state: seed)
    func pick(_ all: [String]) -> String { all.randomElement(using: &random) ?? "" }
    var (plain, fewer) = (Emulator(columns: 20, rows: 6), Emulator(columns: 20, rows: 6))
    var stream = Self.stream()
    var (before, after) = (0, 0)
    for _ in 0..<40 {
      var text = ""
      for _ in 0..<Int.random(in: 1...30, using: &random) {
        switch Int.random(in: 0..<10, using: &random) {
        case 0...3:
          let all = [
            "", "0", "1", "2", "4", "7", "22", "24", "27", "31", "96", "39", "44", "49", "38;5;210", "48;5;236",
          ]
          text +=
            "\u{1b}[" + [pick(all), pick(all)].prefix(Int.random(in: 1...2, using: &random)).joined(separator: ";")
            + "m"
        case 4, 5: text += pick(["a", "浦东", "─", "7", "█", "e\u{301}", " \u{301}"])
        case 6, 7: text += pick([" ", "   ", " x ", "\r", "\u{8}"])
        case 8:
          text += pick([
            "\u{1b}[K", "\u{1b}[J", "\u{1b}[3X", "\u{1b}[2P", "\u{1b}[2@", "\n", "\u{1b}[L", "\u{1b}(B", "\u{1b}M",
          ])
        default:
          text += pick(["\u{1b}[2;3H", "\u{1b}[A", "\u{1b}[5G", "\u{1b}[4d", "\u{1b}[6;1H\n", "\u{1b}[3b", "\u{1b}[H"])
        }
      }
      text += "\u{1b}[m"
      let bytes = stream.rewrite(Array(text.utf8), numbers: ColorNumbers())
      plain.feed(Array(text.utf8))
      fewer.feed(bytes)
      before += text.utf8.count
      after += bytes.count
      for row in 0..<6 {
        for column in 0..<20 { #expect(fewer[column, row].seen == plain[column, row].seen, "\(column) \(row)") }
      }
    }
    #expect(after < before)
  }
}

extension Emulator.Cell {
  /// What of it can be seen: on a blank neither its colour, unless that is its ground, nor its weight.
  fileprivate var seen: Emulator.Cell {
    var cell = self
    guard text == " " || text.isEmpty else { return cell }
    cell.pen.bold = false
    cell.pen.dim = false
    if !pen.reverse { cell.pen.foreground = .standard }
    return cell
  }
}

/// SplitMix64: the same numbers in every run.
private struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
