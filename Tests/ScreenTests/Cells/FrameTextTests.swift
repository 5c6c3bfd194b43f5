import Screen
import Testing

@Suite("A frame as text")
struct FrameTextTests {
  private var frame: Frame {
    var canvas = Canvas.ascii(6, 2)
    canvas.put("滞后", at: Point(column: 0, row: 0), .lagging)
    canvas.put("x", at: Point(column: 1, row: 1), .key)
    canvas.select(Rect(column: 0, row: 1, columns: 2, rows: 1))
    return canvas.frame
  }

  @Test func plain() {
    #expect(frame.plainText() == "滞后  \n x    \n")
    #expect(frame.plainText(trimmed: true) == "滞后\n x\n")
    #expect(Frame(size: Size(columns: 0, rows: 0)).plainText() == "")
  }

  @Test func roles() {
    #expect(frame.rolePlane() == "llll..\n:K....\n")
  }

  @Test func everyRoleHasItsOwnLetter() {
    #expect(Set(Role.allCases.map(\.letter)).count == Role.allCases.count)
    #expect(Role.allCases.allSatisfy { $0 == .text || ("a"..."z").contains($0.letter) })
  }

  private let theme = Theme(
    name: "t", page: Appearance(), selection: Appearance(background: ThemeColor(rgb: nil, ansi: 4)),
    roles: [
      .lagging: Appearance(
        foreground: ThemeColor(rgb: ThemeColor.RGB(red: 255, green: 0, blue: 0), ansi: 9), bold: true)
    ])

  @Test func coloursByDepth() {
    #expect(frame.ansi(theme: theme, depth: .trueColor).hasPrefix("\u{1B}[0;1;38;2;255;0;0m滞后\u{1B}[0m  \u{1B}[0m\n"))
    #expect(frame.ansi(theme: theme, depth: .indexed256).hasPrefix("\u{1B}[0;1;38;5;196m滞后"))
    #expect(frame.ansi(theme: theme, depth: .ansi16).hasPrefix("\u{1B}[0;1;91m滞后"))
    #expect(frame.ansi(theme: theme, depth: .ansi8).hasPrefix("\u{1B}[0;1;31m滞后"))
    #expect(frame.ansi(theme: theme, depth: .mono).hasPrefix("\u{1B}[0;1m滞后"))
  }

  @Test func selectionHasItsGround() {
    #expect(frame.ansi(theme: theme, depth: .ansi16).contains("\u{1B}[0;44m x\u{1B}[0m"))
    #expect(frame.ansi(theme: theme, depth: .mono).contains("\u{1B}[0;7m "))
  }

  @Test(arguments: ColorDepth.allCases)
  func holdsNothingButColoursAndLineEnds(depth: ColorDepth) {
    var canvas = Canvas.full(20, 2)
    canvas.put("\u{1B}[2J\u{9B}31m\r\n\u{202E}浦", at: Point(column: 0, row: 0), .watch)
    var rest = Substring(canvas.frame.ansi(theme: theme, depth: depth))
    while let escape = rest.firstIndex(of: "\u{1B}") {
      let sequence = rest[escape...].prefix { $0 != "m" }
      #expect(sequence.dropFirst().first == "[")
      #expect(sequence.dropFirst(2).allSatisfy { $0.isNumber || $0 == ";" })
      rest = rest[sequence.endIndex...]
    }
    #expect(
      !canvas.frame.plainText().unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
  }
}
