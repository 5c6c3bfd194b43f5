import Screen
import Testing

@Suite("Cells of a character")
struct WidthTests {
  @Test(
    arguments: [
      ("a", 1), ("~", 1), ("浦", 2), ("、", 2), ("Ａ", 2), ("ｱ", 1), ("한", 2), ("あ", 2), ("é", 1), ("\u{20000}", 2),
      ("€", 1), ("…", 1), ("─", 1), ("🚀", 2), ("⣿", 1), ("░", 1), ("✓", 1), ("\u{3000}", 2), ("々", 2), ("☰", 1),
    ] as [(Unicode.Scalar, Int)])
  func narrowOrWide(scalar: Unicode.Scalar, cells: Int) {
    #expect(DisplayWidth().width(of: scalar) == cells)
  }

  @Test(
    arguments: ["\u{301}", "\u{3099}", "\u{20DD}", "\u{200B}", "\u{1161}", "\u{11A8}", "\u{7}"] as [Unicode.Scalar])
  func takesNoCell(scalar: Unicode.Scalar) {
    #expect(DisplayWidth().width(of: scalar) == 0)
    #expect(DisplayWidth(ambiguous: 2).width(of: scalar) == 0)
  }

  @Test(arguments: ["…", "·", "─", "█", "▁", "→", "●", "×", "Ω", "Я", "°", "\u{FFFD}"] as [Unicode.Scalar])
  func ambiguousIsASetting(scalar: Unicode.Scalar) {
    #expect(DisplayWidth(ambiguous: 1).width(of: scalar) == 1)
    #expect(DisplayWidth(ambiguous: 2).width(of: scalar) == 2)
  }

  @Test func otherSettingsMeanOne() {
    #expect(DisplayWidth(ambiguous: 7).ambiguous == 1)
    #expect(DisplayWidth(ambiguous: -2).ambiguous == 1)
  }

  @Test func addsUp() {
    let widths = DisplayWidth()
    #expect(widths.width(of: "浦东 12") == 7)
    #expect(widths.width(of: SafeText("e\u{301}浦")) == 3)
    #expect(widths.width(of: Character("e\u{301}")) == 1)
    #expect(widths.width(of: Line([Span("浦"), Span("ab", .key)])) == 4)
  }

  @Test func everyCharacterOfThePlanIsPlain() {
    #expect(DisplayWidth(ambiguous: 2).width(of: "上海市职业技能提升行动（2026），滞后！") == 38)
  }
}

@Suite("Cutting and filling up")
struct FitTests {
  let widths = DisplayWidth()

  @Test func clipsBetweenCharacters() {
    #expect(widths.clip("浦东新区", to: 5).string == "浦东")
    #expect(widths.clip("浦东新区", to: 8).string == "浦东新区")
    #expect(widths.clip("浦东", to: 1).isEmpty)
    #expect(widths.clip("浦东", to: -4).isEmpty)
    #expect(widths.clip("abc", to: 2).string == "ab")
  }

  @Test func fits() {
    #expect(widths.fit("浦东", 6).string == "浦东  ")
    #expect(widths.fit("12", 5, align: .right).string == "   12")
    #expect(widths.fit("ab", 5, align: .center).string == " ab  ")
    #expect(widths.fit("浦东新区", 7).string == "浦东新~")
    #expect(widths.fit("浦东新区", 6).string == "浦东~ ")
    #expect(widths.fit("浦东新区", 6, ellipsis: "…").string == "浦东… ")
    #expect(widths.fit("浦东新区", 1).string == "~")
    #expect(widths.fit("浦东新区", 0).isEmpty)
    #expect(widths.fit("x", -5).isEmpty)
  }

  @Test func countsAnEllipsisOfTwoCells() {
    #expect(DisplayWidth(ambiguous: 2).fit("浦东新区", 6, ellipsis: "…").string == "浦东…")
  }

  @Test(arguments: UInt64(0)..<300)
  func isExactlyAsWideAsAsked(seed: UInt64) {
    var numbers = SeededNumbers(seed)
    let text = SafeText(numbers.text(upTo: 20))
    let widths = DisplayWidth(ambiguous: Int.random(in: 1...2, using: &numbers))
    for columns in 0...24 {
      for align in [Alignment.left, .right, .center] {
        let fitted = widths.fit(text, columns, align: align, ellipsis: "…")
        #expect(widths.width(of: fitted) == columns)
        #expect(widths.width(of: widths.fit(Line(text, .key), columns, align: align)) == columns)
      }
      #expect(widths.width(of: widths.clip(text, to: columns)) <= columns)
    }
  }
}

@Suite("Lines wrapped to a width")
struct WrapTests {
  private func wrap(_ text: SafeText, _ columns: Int) -> [String] {
    DisplayWidth().wrap(Line(text), columns).map(\.text.string)
  }

  @Test func breaksBetweenChineseCharacters() {
    #expect(wrap("电话核实教师离岗", 6) == ["电话核", "实教师", "离岗"])
    #expect(wrap("电话核实", 7) == ["电话核", "实"])
  }

  @Test func keepsWordsWhole() {
    #expect(wrap("the quick brown fox", 10) == ["the quick", "brown fox"])
    #expect(wrap("承诺 8,000 人", 8) == ["承诺", "8,000 人"])
  }

  @Test func breaksAWordThatIsTooLong() {
    #expect(wrap("abcdefgh", 3) == ["abc", "def", "gh"])
  }

  @Test func keepsSignsOffTheEnds() {
    #expect(wrap("电话核实，教师", 8) == ["电话核", "实，教师"])
    #expect(wrap("电话核「实」", 8) == ["电话核", "「实」"])
  }

  @Test func isTotal() {
    #expect(wrap("", 5) == [""])
    #expect(wrap("浦东", 1) == ["浦", "东"])
    #expect(wrap("浦东", 0) == [""])
    #expect(wrap("，，，，", 4) == ["，，", "，，"])
  }

  @Test func keepsRoles() {
    let wrapped = DisplayWidth().wrap([Span("ab "), Span("cd", .key)], 3)
    #expect(wrapped == [Line([Span("ab")]), Line([Span("cd", .key)])])
  }

  @Test(arguments: UInt64(0)..<200)
  func losesNothingButBlanks(seed: UInt64) {
    var numbers = SeededNumbers(seed)
    let widths = DisplayWidth()
    let text = SafeText(numbers.text(upTo: 40))
    let columns = Int.random(in: 2...12, using: &numbers)
    let wrapped = widths.wrap(Line(text), columns)
    #expect(wrapped.allSatisfy { widths.width(of: $0) <= columns })
    let before = text.string.unicodeScalars.filter { $0 != " " }
    let after = wrapped.flatMap { Array($0.text.string.unicodeScalars) }.filter { $0 != " " }
    #expect(Array(before) == after)
  }
}
