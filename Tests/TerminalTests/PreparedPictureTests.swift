import PseudoTerminal
import Testing

@testable import Screen
@testable import Terminal

/// A picture that is worked out before it is shown sends what it would have sent, and leaves nothing behind where another
/// is shown instead.
struct PreparedPictureTests {
  private static let size = Size(columns: 40, rows: 12)

  private static func painter() -> Painter {
    let direct = DirectPainter(depth: .trueColor, asciiOnly: false, commands: Described.xterm) {
      Array("\u{1b}[H\u{1b}[2J".utf8)
    }
    return Painter(depth: .trueColor, asciiOnly: false, direct: direct)
  }

  @Test("Whether the prepared picture comes, another or none", arguments: 1...6)
  func same(seed: UInt64) {
    var random = Seeded(state: seed)
    var (plain, ahead) = (Self.painter(), Self.painter())
    var frame = Frame(size: Self.size)
    var taken = 0
    for turn in 0..<60 {
      let next = Picture.next(after: frame, &random)
      let theme = turn % 20 < 12 ? Picture.dark : Picture.plain
      let others = (0..<Int.random(in: 0..<3, using: &random)).map { _ in Picture.next(after: frame, &random) }
      let isThere = Bool.random(using: &random)
      // Each for itself, whatever else was prepared.
      var prepared = others.compactMap { ahead.prepare($0, theme: theme, size: Self.size) }
      if isThere, let right = ahead.prepare(next, theme: theme, size: Self.size) { prepared.append(right) }
      if !others.isEmpty, let other = ahead.prepare(others[0], theme: theme, size: Self.size) {
        prepared.insert(other, at: 0)
      }
      if Int.random(in: 0..<8, using: &random) == 0 {
        plain.forget()
        ahead.forget()
        #expect(prepared.allSatisfy { !ahead.isCurrent($0) })
        prepared = []
      }
      plain.place(next, theme: theme, size: Self.size)
      let wanted = plain.takeOutput()
      if isThere, let right = prepared.last {
        #expect(ahead.isCurrent(right) && right.output == wanted, "turn \(turn)")
        ahead.takeOver(right)
        taken += 1
      } else {
        ahead.place(next, theme: theme, size: Self.size)
        #expect(ahead.takeOutput() == wanted, "turn \(turn)")
      }
      #expect(prepared.allSatisfy { !ahead.isCurrent($0) })
      frame = next
    }
    #expect(taken > 10)
  }

  @Test("None is prepared before the screen is known, nor where ncurses draws")
  func refused() {
    let screens = [Self.painter(), Painter(depth: .ansi16, asciiOnly: false, direct: nil)]
    for painter in screens {
      #expect(painter.prepare(Frame(size: Self.size), theme: Picture.dark, size: Self.size) == nil)
    }
  }
}
