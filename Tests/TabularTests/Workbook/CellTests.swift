import Testing
import WrittenWorkbooks

@testable import Tabular

/// What a cell comes to.
struct CellTests {
  private static func value(_ cell: String, texts: String? = nil, styles: String? = nil) -> String {
    let read = ReadBook(.table([], WrittenBook.cell(cell), texts: texts, styles: styles))
    return read.fault.map { "\($0)" } ?? read.rows.first?.fields.first ?? "nothing"
  }

  @Test(arguments: [
    ("12", "12"), ("12.0", "12"), ("-3", "-3"), ("0", "0"), ("-0", "0"), ("0.1", "0.1"), ("1E3", "1000"),
    ("1.5E-3", "0.0015"), ("0.10000000000000001", "0.1"), ("0.30000000000000004", "0.30000000000000004"),
    ("1234567.8899999999", "1234567.89"), ("1e21", "1000000000000000000000"), ("  7 ", "7"), ("20260305", "20260305"),
    ("1E-7", "0.0000001"), ("007", "7"), ("123456789012345678", "123456789012345680"), (".5", "0.5"),
    ("nan", "nan"), ("inf", "inf"), ("1e999", "1e999"), ("0x10", "0x10"), ("1,5", "1,5"),
  ])
  func aNumberIsItsShortestDecimal(_ written: String, _ read: String) {
    #expect(Self.value("<c><v>\(written)</v></c>") == read)
    #expect(Self.value("<c t=\"n\"><v>\(written)</v></c>") == read)
  }

  @Test func textsComeAsTheyStand() {
    #expect(Self.value("<c t=\"str\"><v>浦东 &amp; &lt;徐汇&gt; &#x533A;</v></c>") == "浦东 & <徐汇> 区")
    #expect(Self.value("<c t=\"inlineStr\"><is><t>一</t></is></c>") == "一")
    #expect(Self.value("<c t=\"inlineStr\"><is><t><![CDATA[<b>]]></t></is></c>") == "<b>")
    #expect(Self.value("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">　 two words\t</t></is></c>") == "two words")
    // A type without its kind of value, and a kind without its type.
    #expect(Self.value("<c><is><t>007</t></is></c>") == "007")
    #expect(Self.value("<c t=\"str\"><v>1E3</v></c>") == "1E3")
  }

  @Test func sharedTextsAreFoundByNumber() {
    let texts = "<si><t>一</t></si><si><t/></si><si/><si><t>四</t></si>"
    #expect(Self.value("<c t=\"s\"><v>0</v></c>", texts: texts) == "一")
    #expect(Self.value("<c t=\"s\"><v> 3 </v></c>", texts: texts) == "四")
    #expect(ReadBook(.table([], WrittenBook.cell("<c t=\"s\"><v>1</v></c>"), texts: texts)).rows == [])
    #expect(ReadBook(.table([], WrittenBook.cell("<c t=\"s\"><v>2</v></c>"), texts: texts)).rows == [])
    for bad in ["4", "-1", "99999999999999999999", "x", "0.5"] {
      #expect(
        ReadBook(.table([], WrittenBook.cell("<c t=\"s\"><v>\(bad)</v></c>"), texts: texts)).fault
          == .missingText(row: 2), "\(bad)")
    }
    #expect(ReadBook(.table([], WrittenBook.cell("<c t=\"s\"><v>0</v></c>"))).fault == .missingText(row: 2))
  }

  @Test func runsOfRichTextAreOneTextAndHowToReadItIsLeftOut() {
    let rich =
      "<r><rPr><b/></rPr><t>浦</t></r><r><t xml:space=\"preserve\">东 </t></r><r><t>区</t></r>"
      + "<rPh sb=\"0\" eb=\"1\"><t>プドン</t></rPh><phoneticPr fontId=\"1\"/>"
    #expect(Self.value("<c t=\"s\"><v>0</v></c>", texts: "<si>\(rich)</si>") == "浦东 区")
    #expect(Self.value("<c t=\"inlineStr\"><is>\(rich)</is></c>") == "浦东 区")
  }

  @Test func escapedUnitsAreUndone() {
    #expect(Self.value("<c t=\"str\"><v>a_x000D_b_x000a_c</v></c>") == "a\rb\nc")
    #expect(Self.value("<c t=\"str\"><v>_x005F_x0041_</v></c>") == "_x0041_")
    #expect(Self.value("<c t=\"str\"><v>_xD83D__xDE00_</v></c>") == "😀")
    #expect(Self.value("<c t=\"str\"><v>_xD83D_x_xDE00_</v></c>") == "\u{FFFD}x\u{FFFD}")
    #expect(Self.value("<c t=\"str\"><v>_x00G1_ _x12_ _x</v></c>") == "_x00G1_ _x12_ _x")
  }

  @Test func truthErrorsAndFormulasComeByTheirValue() {
    #expect(Self.value("<c t=\"b\"><v>1</v></c>") == "TRUE")
    #expect(Self.value("<c t=\"b\"><v>0</v></c>") == "FALSE")
    #expect(Self.value("<c t=\"e\"><v>#DIV/0!</v></c>") == "#DIV/0!")
    #expect(Self.value("<c><f>1+1</f><v>2</v></c>") == "2")
    #expect(Self.value("<c t=\"str\"><f t=\"shared\" si=\"0\" ref=\"A1:A9\">B1&amp;\"x\"</f><v>yx</v></c>") == "yx")
    // A formula that was never computed says nothing, and the formula itself is never text.
    #expect(ReadBook(.table([], WrittenBook.cell("<c><f>HYPERLINK(\"x\")</f></c>"))).rows == [])
  }

  @Test func aFieldHoldsSixtyFourKibibytes() {
    func read(_ count: Int) -> ReadBook {
      let text = String(repeating: "x", count: count)
      return ReadBook(
        .table(
          ["b"],
          "<row><c t=\"str\"><v>\(text)</v></c><c t=\"str\"><v>y</v></c></row><row><c t=\"s\"><v>0</v></c></row><row><c><v>1</v></c></row>",
          texts: "<si><t>\(text)</t></si>"))
    }
    let most = read(65_536)
    #expect(most.rows.map(\.fault) == [nil, nil, nil])
    #expect(most.rows.map { $0.fields[0].utf8.count } == [65_536, 65_536, 1])
    let more = read(65_537)
    #expect(more.rows.map(\.fault) == [.fieldTooLarge, .fieldTooLarge, nil])
    #expect(more.rows.map(\.line) == [2, 3, 4])
    #expect(read(2_000_000).rows.map(\.fault) == [.fieldTooLarge, .fieldTooLarge, nil])
  }
}
