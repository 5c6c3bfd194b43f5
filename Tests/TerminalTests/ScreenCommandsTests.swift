import Screen
import Testing

@testable import Terminal

/// Which terminals are drawn on straight, and what of a look they have.
struct ScreenCommandsTests {
  @Test(
    "The usual terminals are; those of other sequences, with delays, or without the xterm's way of wrapping are not")
  func usual() {
    #expect(Described.described() != nil)
    #expect(Described.described(colors: 8, noColorVideo: 18) != nil)
    #expect(Described.described(["setaf": "\u{1b}[3%p1%dm"], colors: 8) != nil)
    #expect(Described.described(["setaf": "\u{1b}[38:5:%p1%dm", "op": "\u{1b}[0m"]) != nil)
    #expect(Described.described(without: ["setaf", "op"], colors: 0) != nil)
    #expect(Described.described(without: ["bce", "ech", "hpa", "csr", "rmul", "civis"]) != nil)
    #expect(Described.described(without: ["am", "xenl"]) != nil)
    for changed in [
      ["cup": "\u{1b}[%i%p1%d;%p2%dH$<5>"], ["cup": "\u{1b}=%p1%' '%+%c"], ["el": "\u{1b}T"], ["rev": "\u{1b}[7m$<2>"],
      ["sgr0": "\u{1b}G0"], ["csr": "\u{1b}=%p1%d"], ["setaf": "\u{1b}G%p1%d"], ["op": "\u{1b}]R"],
    ] {
      #expect(Described.described(changed) == nil, "\(changed)")
    }
    #expect(Described.described(without: ["xenl"]) == nil)
    #expect(Described.described(colors: 1 << 24) == nil)
    // PuTTY's: ncurses would turn the colours around by itself.
    #expect(Described.described(noColorVideo: 22) == nil)
  }

  @Test("Attributes that a terminal lacks, or lacks beside colours, are left out")
  func attributes() {
    let all = ResolvedLook(bold: true, dim: true, underline: true, reverse: true)
    var colored = all
    colored.foreground = .indexed(2)
    let console = Described.described(colors: 8, noColorVideo: 18)
    #expect(console?.pen(all) == Rendition(all))
    #expect(console?.pen(colored) == Rendition(ResolvedLook(foreground: .indexed(2), bold: true, reverse: true)))
    let poor = Described.described(without: ["bold", "smul"])
    #expect(poor?.pen(all) == Rendition(ResolvedLook(dim: true, reverse: true)))
  }

  @Test("A cursor that cannot be hidden is not shown either")
  func cursor() {
    let plain = Described.described(without: ["civis"])
    #expect(plain?.cursorHidden == [] && plain?.cursorSeen == [])
  }

  @Test("Which lines are moved")
  func plans() {
    func plan(_ shown: String, _ wanted: String) -> ScrollPlan? {
      let (shown, wanted) = (Array(shown), Array(wanted))
      return ScrollPlan(changed: wanted.indices.filter { shown[$0] != wanted[$0] }) { wanted[$0] == shown[$1] }
    }
    #expect(plan("Habcdefghk", "Hbcdefghik") == ScrollPlan(lines: 1...8, shift: 1))
    #expect(plan("Habcdefghk", "Hxyabcdefk") == ScrollPlan(lines: 1...8, shift: -2))
    #expect(plan("abcdefgh", "abcdefgh") == nil)
    #expect(plan("abcdefgh", "ijklmnop") == nil)
    // Two lines are not worth it.
    #expect(plan("abxyzw", "bcdefg") == nil)
    // A cursor that moves along: its rows are drawn again, the others moved.
    #expect(plan("HabcdeFk", "HbcdefGk") == ScrollPlan(lines: 1...5, shift: 1))
    // What stands right already would have to be drawn again.
    #expect(plan("abcXXXXXXdef", "XabcXXXXXXde") == ScrollPlan(lines: 0...11, shift: -1))
    #expect(plan("abcQRSTUVWX", "bcdQRSTUVWX") == nil)
  }
}
