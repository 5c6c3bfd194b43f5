import Terminal
import Testing

/// What a terminal says of its cursor, found among everything else that comes.
struct CursorReportsTests {
  private func reports(_ text: String) -> [CursorReport] {
    var reports = CursorReports()
    return reports.take(Array(text.utf8))
  }

  @Test(
    "A report is found wherever it stands",
    arguments: [
      ("\u{1b}[24;80R", [CursorReport(row: 24, column: 80)]),
      ("ab\u{1b}[1;3Rcd", [CursorReport(row: 1, column: 3)]),
      ("\u{1b}[1;2R\u{1b}[1;3R", [CursorReport(row: 1, column: 2), CursorReport(row: 1, column: 3)]),
      // Keys: Up, F3 of the VT220, Esc, a half report before a whole one.
      ("\u{1b}[A\u{1b}[13~\u{1b}\u{1b}[2;5R", [CursorReport(row: 2, column: 5)]),
      ("\u{1b}[7;\u{1b}[8;9R", [CursorReport(row: 8, column: 9)]),
      ("中\u{1b}[007;012R", [CursorReport(row: 7, column: 12)]),
    ])
  func found(text: String, expected: [CursorReport]) { #expect(reports(text) == expected) }

  @Test(
    "What only looks like one is passed over",
    arguments: [
      "", "[1;1R", "\u{1b}[R", "\u{1b}[;R", "\u{1b}[1R", "\u{1b}[1;R", "\u{1b}[;1R", "\u{1b}[1;1;1R", "\u{1b}[?1;1R",
      "\u{1b}[1;1r", "\u{1b}O1;1R", "\u{1b}[0;1R", "\u{1b}[1;0R", "\u{1b}[1;100000R",
      "\u{1b}[99999999999999999999999;1R", "\u{1b}[ 1;1R", "\u{1b}[-1;1R",
    ])
  func passedOver(text: String) { #expect(reports(text) == []) }

  @Test("The introducer may be one byte of eight bits")
  func eightBits() {
    var reports = CursorReports()
    #expect(reports.take([0x9b] + Array("3;4R".utf8)) == [CursorReport(row: 3, column: 4)])
  }

  @Test("Cut anywhere, and with any byte before it, a report is the same")
  func pieces() {
    let bytes = Array("\u{1b}[12;345R".utf8)
    for cut in 0...bytes.count {
      for before in UInt8.min...UInt8.max {
        var reports = CursorReports()
        let found = reports.take([before] + bytes[..<cut]) + reports.take(bytes[cut...])
        #expect(found == [CursorReport(row: 12, column: 345)], "\(before) \(cut)")
      }
    }
  }

  @Test(
    "How long Esc waits, and why",
    arguments: [
      (nil, false, 25, .standard), (nil, true, 100, .ssh), ("7", true, 7, .variable), ("2000", false, 2000, .variable),
      ("0", false, 25, .ignored("0")), ("2001", true, 100, .ignored("2001")), ("soon", false, 25, .ignored("soon")),
    ] as [(String?, Bool, Int, EscapeDelay.Origin)])
  func escapeDelay(variable: String?, overSSH: Bool, milliseconds: Int, origin: EscapeDelay.Origin) {
    let delay = EscapeDelay.decide(variable: variable, overSSH: overSSH)
    #expect(delay.milliseconds == milliseconds)
    #expect(delay.origin == origin)
  }

  @Test("A terminal type's description is read without a terminal")
  func description() throws {
    let xterm = try TerminalDescription.find("xterm-256color")
    #expect(xterm.colors == 256 && xterm.isANSI && !xterm.title.isEmpty)
    #expect(try TerminalDescription.find("vt52").isANSI == false)
    #expect(throws: TerminalError.typeUnset) { try TerminalDescription.find("") }
    #expect(throws: TerminalError.typeUnknown("no-such")) { try TerminalDescription.find("no-such") }
    #expect(throws: TerminalError.typeUnusable("dumb")) { try TerminalDescription.find("dumb") }
  }
}
