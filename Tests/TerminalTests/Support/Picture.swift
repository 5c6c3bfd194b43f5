@testable import Screen

/// Pictures that follow from one another as a program's do: text here and there, areas cleared, a list moved, a row selected.
enum Picture {
  static let plain = Theme.plain
  static let dark: Theme = {
    func color(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> ThemeColor {
      ThemeColor(rgb: ThemeColor.RGB(red: red, green: green, blue: blue), ansi: 7)
    }
    let ground = color(30, 30, 30)
    return Theme(
      name: "dark", page: Appearance(foreground: color(220, 220, 220), background: ground),
      selection: Appearance(background: color(60, 60, 60), bold: true),
      roles: [
        .text: Appearance(), .lagging: Appearance(foreground: color(255, 90, 90), bold: true),
        .dim: Appearance(dim: true), .banner: Appearance(background: color(200, 160, 0)),
        .match: Appearance(underline: true), .key: Appearance(reverse: true),
      ], paintsPage: true)
  }()

  static func next(after frame: Frame, _ random: inout Seeded) -> Frame {
    var canvas = Canvas(size: frame.size)
    canvas.frame = frame
    let size = frame.size
    let roles: [Role] = [.text, .text, .lagging, .dim, .banner, .match, .key]
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      let rect = Rect(
        column: Int.random(in: -2..<size.columns, using: &random), row: Int.random(in: 0..<size.rows, using: &random),
        columns: Int.random(in: 1...size.columns, using: &random), rows: Int.random(in: 1...3, using: &random))
      let role = roles.randomElement(using: &random) ?? .text
      switch Int.random(in: 0..<8, using: &random) {
      case 0...2:
        let text = ["浦东新区 81.5", "abc", "e\u{301}x", "──│──", "▇▇▇▇", "关 注", "12,345", "1   2"].randomElement(
          using: &random)
        canvas.put(SafeText(text ?? ""), at: rect.origin, role)
      case 3: canvas.fill(rect, " ", Style(role))
      case 4: canvas.select(rect)
      case 5: canvas.keepGround(rect)
      case 6: canvas.fill(rect, "浦", Style(role))
      default:
        let shift = Int.random(in: -3...3, using: &random)
        let rows = canvas.frame.rows
        let moved = rows.indices.map { rows[min(max(0, $0 + shift), rows.count - 1)] }
        canvas.frame.paste(moved, in: canvas.bounds)
      }
    }
    canvas.frame.cursor =
      Bool.random(using: &random)
      ? Point(
        column: Int.random(in: 0..<size.columns, using: &random), row: Int.random(in: 0..<size.rows, using: &random))
      : nil
    return canvas.frame
  }
}

/// SplitMix64: the same numbers in every run.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
