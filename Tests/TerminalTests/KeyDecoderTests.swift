import Screen
import Testing

@testable import Terminal

/// The decoder alone: bytes and times in, keys out.
struct KeyDecoderTests {
  private func decoder(mouse: Bool = false) -> KeyDecoder {
    var decoder = KeyDecoder(table: KeyTable { _ in nil }, escapeDelay: 25)
    decoder.takesMouse = mouse
    return decoder
  }

  private func keys(_ text: String, mouse: Bool = false) -> [Key] {
    var decoder = decoder(mouse: mouse)
    let keys = decoder.feed(Array(text.utf8), now: 0)
    return keys + decoder.expire(now: 10_000)
  }

  @Test(
    "Sequences it does not know leave nothing behind",
    arguments: [
      "\u{1b}x", "\u{1b}浦", "\u{1b}[1;5C", "\u{1b}[?1;2c", "\u{1b}[99~", "\u{1b}]0;rm -rf\u{07}",
      "\u{1b}P1$r0m\u{1b}\\",
      "\u{1b}[<0;1;1M", "\u{1b}[I", "\u{1b}[12;40R", "\u{1b}Oz", "\u{1b}(q", "\u{9b}31m", "\u{1b}\u{1b}[A",
      "\u{1b}_x\u{1b}\\",
      "\u{1b}[1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1x",
    ])
  func unknown(text: String) {
    #expect(keys(text + "a") == [.character("a")] || keys(text) == [])
    #expect(keys(text) == [])
  }

  @Test("A letter after an unknown sequence counts", arguments: ["\u{1b}x", "\u{1b}[99~", "\u{1b}]0;t\u{07}"])
  func after(text: String) { #expect(keys(text + "a") == [.character("a")]) }

  @Test("Esc is told from a sequence by time")
  func escape() {
    var decoder = decoder()
    #expect(decoder.feed([0x1b], now: 0) == [])
    #expect(decoder.deadline == 25)
    #expect(decoder.expire(now: 24) == [])
    #expect(decoder.expire(now: 25) == [.escape])
    #expect(decoder.deadline == nil)
  }

  @Test("A sequence cut in two within the time is one key")
  func cut() {
    var decoder = decoder()
    #expect(decoder.feed([0x1b], now: 0) == [])
    #expect(decoder.feed([0x5b], now: 20) == [])
    #expect(decoder.feed([0x41], now: 200) == [.up])
  }

  @Test("A late tail is dropped, a bracket typed after Esc is not")
  func lateTail() {
    var decoder = decoder()
    #expect(decoder.feed([0x1b], now: 0) == [])
    #expect(decoder.expire(now: 30) == [.escape])
    #expect(decoder.feed(Array("[A".utf8), now: 100) == [])
    #expect(decoder.feed(Array("j".utf8), now: 101) == [.character("j")])
    #expect(decoder.feed([0x1b], now: 1000) == [])
    #expect(decoder.feed([0x5b], now: 1200) == [.escape])
    #expect(decoder.expire(now: 1225) == [.character("[")])
    #expect(decoder.feed([0x5d], now: 1226) == [.character("]")])
    #expect(decoder.feed([0x5b], now: 2000) == [.character("[")])
  }

  @Test("Esc held down comes as often as it was sent")
  func escapes() {
    #expect(keys("\u{1b}\u{1b}\u{1b}") == [.escape, .escape, .escape])
    #expect(keys(String(repeating: "\u{1b}", count: 1000)).count == 1000)
  }

  @Test("Broken UTF-8 costs nothing that follows it")
  func brokenText() {
    var decoder = decoder()
    #expect(decoder.feed([0xe6, 0xb5, 0x71], now: 0) == [.character("q")])
    #expect(decoder.feed([0xff, 0x80, 0xc0, 0x61], now: 0) == [.character("a")])
    #expect(decoder.feed([0xed, 0xa0, 0x80, 0x62], now: 0) == [.character("b")])
    #expect(decoder.feed([0xf0, 0x9f], now: 0) == [])
    #expect(decoder.feed([0x98, 0x80], now: 50) == [.character("😀")])
  }

  @Test("What cannot be seen was not typed", arguments: ["\u{200b}", "\u{202e}", "\u{feff}", "\u{e041}", "\u{85}"])
  func invisible(text: String) { #expect(keys(text) == []) }

  @Test("Full-width forms are ASCII")
  func fullWidth() {
    for value in UInt32(0x21)...0x7e {
      guard let wide = Unicode.Scalar(value + 0xfee0), let narrow = Unicode.Scalar(value) else { continue }
      #expect(keys(String(wide)) == [.character(Character(narrow))])
    }
    #expect(keys("\u{3000}") == [.character(" ")])
  }

  @Test("Control keys")
  func control() {
    #expect(keys("\u{10}\u{0c}\u{1a}") == [.control("p"), .control("l"), .control("z")])
    #expect(keys("\r\n\t\u{7f}\u{08}") == [.enter, .enter, .tab, .backspace, .backspace])
    #expect(keys("\0\u{1c}\u{1f}") == [])
  }

  @Test("A paste is text: line ends are one kind, controls go, its size is bounded, its end may never come")
  func paste() {
    #expect(keys("\u{1b}[200~a\r\nb\rc\u{07}\u{1b}[31mq\u{1b}[201~d") == [.paste("a\nb\nc[31mq"), .character("d")])
    #expect(keys("\u{1b}[200~\u{1b}\u{1b}[201~") == [.paste("")])
    #expect(keys("\u{1b}[200~lost") == [.paste("lost")])
    let long = keys("\u{1b}[200~" + String(repeating: "浦", count: 60_000) + "\u{1b}[201~")
    guard case .paste(let text) = long.first else {
      Issue.record("no paste")
      return
    }
    #expect(long.count == 1)
    #expect(text.utf8.count <= PasteCollector.limit + 3)
  }

  @Test("The click that gives a window the focus acts on nothing; the next one does, and so does one long after")
  func focus() {
    let click = Array("\u{1b}[<0;12;3M".utf8)
    let gained = Array("\u{1b}[I".utf8)
    var decoder = decoder(mouse: true)
    #expect(decoder.feed(gained + click, now: 0) == [])
    #expect(decoder.feed(click, now: 10) == [.click(Point(column: 11, row: 2))])
    #expect(decoder.feed(gained, now: 100) == [])
    #expect(decoder.feed(Array("\u{1b}[<65;1;1Mx".utf8), now: 110) == [.wheel(1), .character("x")])
    #expect(decoder.feed(click, now: 120) == [])
    #expect(decoder.feed(gained + Array("\u{1b}[O".utf8), now: 1_000) == [])
    #expect(decoder.feed(click, now: 1_600) == [.click(Point(column: 11, row: 2))])
  }

  @Test("Mouse reports, new and old, only while asked for")
  func mouse() {
    #expect(keys("\u{1b}[<0;12;3M", mouse: true) == [.click(Point(column: 11, row: 2))])
    #expect(keys("\u{1b}[<0;12;3m\u{1b}[<35;1;1M\u{1b}[<2;1;1M\u{1b}[<0;0;1M\u{1b}[<0;1M", mouse: true) == [])
    #expect(keys("\u{1b}[<64;1;1M\u{1b}[<65;1;1M", mouse: true) == [.wheel(-1), .wheel(1)])
    #expect(keys("\u{1b}[<99999999999999999999;1;1M", mouse: true) == [])
    #expect(keys("\u{1b}[M !!a", mouse: true) == [.click(Point(column: 0, row: 0)), .character("a")])
  }

  @Test("A terminal's own description wins")
  func described() {
    let table = KeyTable { name in name == "kf5" ? Array("\u{1b}Ot".utf8) : name == "kcub1" ? [0x08] : nil }
    var decoder = KeyDecoder(table: table, escapeDelay: 25)
    #expect(decoder.feed(Array("\u{1b}Ot\u{08}".utf8), now: 0) == [.function(5), .backspace])
  }

  @Test("At rest the bytes of a key mean that key", arguments: 0..<40)
  func atRest(seed: UInt64) {
    var random = Seeded(state: seed)
    var decoder = decoder(mouse: seed % 2 == 0)
    let pieces = [
      "\u{1b}", "[", "O", "B", "j", "浦", "\u{1b}[200~", "\u{1b}[201~", "\u{1b}]0;", "\u{07}", "1", ";", "M",
    ]
    var (now, rested) = (0, 0)
    for step in 0..<200 {
      now += Int.random(in: 0..<120, using: &random)
      let bytes = Array(pieces.randomElement(using: &random)?.utf8 ?? "".utf8)
      // Characters, too, are cut in two.
      _ = decoder.feed(bytes.prefix(Int.random(in: 1...bytes.count, using: &random)), now: now)
      guard decoder.isAtRest(now: now) else { continue }
      rested += 1
      var other = decoder
      #expect(other.feed([0x6a], now: now) == [.character("j")] && other.isAtRest(now: now), "step \(step)")
      other = decoder
      #expect(other.feed([0x1b, 0x5b, 0x42], now: now) == [.down] && other.isAtRest(now: now), "step \(step)")
    }
    #expect(rested > 5)
  }

  @Test("No bytes whatever bring it down, and it always comes back to hearing keys")
  func random() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      let bytes = (0..<200).map { _ -> UInt8 in
        Bool.random(using: &generator)
          ? UInt8.random(in: 0...255, using: &generator)
          : [0x1b, 0x5b, 0x4f, 0x3b, 0x7e, 0x4d, 0x3c].randomElement(using: &generator) ?? 0
      }
      var decoder = decoder(mouse: Bool.random(using: &generator))
      _ = decoder.feed(bytes, now: 0)
      _ = decoder.expire(now: 20_000)
      #expect(decoder.deadline == nil, "\(bytes)")
      let heard = decoder.feed([0x71], now: 40_000)
      #expect(heard.last == .character("q"), "\(bytes)")
    }
  }
}
