import Tabular
import Testing

/// The cases of the csv-spectrum collection and their like, with exact lines.
struct SpectrumTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let rows: [ReadRow]
    var testDescription: String { name }
  }

  @Test(arguments: cases)
  func reads(_ spectrum: Case) {
    #expect(readAll(spectrum.text) == spectrum.rows)
  }

  @Test(arguments: cases)
  func readsTabsAlike(_ spectrum: Case) {
    let swapped = String(spectrum.text.map { $0 == "," ? "\t" : $0 })
    guard !spectrum.text.contains("\t"), !spectrum.rows.contains(where: { $0.fields.contains { $0.contains(",") } })
    else { return }
    #expect(readAll(swapped, delimiter: .tab) == spectrum.rows)
  }

  @Test func commasAreTextInTabFiles() {
    #expect(
      readAll("a,b\tc\n\"x\ty\"\tz\n", delimiter: .tab) == [ReadRow(1, ["a,b", "c"]), ReadRow(2, ["x\ty", "z"])])
  }

  static let cases: [Case] = [
    Case(name: "simple", text: "a,b,c\n1,2,3", rows: [ReadRow(1, ["a", "b", "c"]), ReadRow(2, ["1", "2", "3"])]),
    Case(
      name: "simple crlf", text: "a,b,c\r\n1,2,3\r\n",
      rows: [ReadRow(1, ["a", "b", "c"]), ReadRow(2, ["1", "2", "3"])]),
    Case(name: "lone cr", text: "a,b\r1,2\r", rows: [ReadRow(1, ["a", "b"]), ReadRow(2, ["1", "2"])]),
    Case(
      name: "mixed line ends", text: "a\rb\nc\r\nd\n\re",
      rows: [ReadRow(1, ["a"]), ReadRow(2, ["b"]), ReadRow(3, ["c"]), ReadRow(4, ["d"]), ReadRow(6, ["e"])]),
    Case(
      name: "comma in quotes", text: "first,address\nJohn,\"120, any st.\"\n",
      rows: [ReadRow(1, ["first", "address"]), ReadRow(2, ["John", "120, any st."])]),
    Case(
      name: "empty fields", text: "a,b,c\n1,\"\",\"\"\n,,\n2,3,",
      rows: [
        ReadRow(1, ["a", "b", "c"]), ReadRow(2, ["1", "", ""]), ReadRow(3, ["", "", ""]), ReadRow(4, ["2", "3", ""]),
      ]),
    Case(
      name: "escaped quotes", text: "a,b\n1,\"ha \"\"ha\"\" ha\"\n3,4\n",
      rows: [ReadRow(1, ["a", "b"]), ReadRow(2, ["1", "ha \"ha\" ha"]), ReadRow(3, ["3", "4"])]),
    Case(
      name: "json", text: "key,val\n1,\"{\"\"type\"\": \"\"Point\"\", \"\"at\"\": [102.0, 0.5]}\"\n",
      rows: [ReadRow(1, ["key", "val"]), ReadRow(2, ["1", "{\"type\": \"Point\", \"at\": [102.0, 0.5]}"])]),
    Case(
      name: "newlines in quotes", text: "a,b\n1,\"x\ny\"\n\"Once\r\nupon\ra time\",5\n7,8\n",
      rows: [
        ReadRow(1, ["a", "b"]), ReadRow(2, ["1", "x\ny"]), ReadRow(4, ["Once\r\nupon\ra time", "5"]),
        ReadRow(7, ["7", "8"]),
      ]),
    Case(
      name: "quotes and newlines", text: "a,b\n1,\"ha\n\"\"ha\"\"\nha\"\n3,4\n",
      rows: [ReadRow(1, ["a", "b"]), ReadRow(2, ["1", "ha\n\"ha\"\nha"]), ReadRow(5, ["3", "4"])]),
    Case(
      name: "utf8", text: "代码,名称\n310115,浦东新区😀\n",
      rows: [ReadRow(1, ["代码", "名称"]), ReadRow(2, ["310115", "浦东新区😀"])]),
    Case(
      name: "blank lines are counted", text: "\n\na\n\r\n\r\nb\n\n",
      rows: [ReadRow(3, ["a"]), ReadRow(6, ["b"])]),
    Case(
      name: "quote in the middle", text: "5\" pipe,a\"b\"c\nx \"y,z\n",
      rows: [ReadRow(1, ["5\" pipe", "a\"b\"c"]), ReadRow(2, ["x \"y", "z"])]),
    Case(
      name: "blank before a quote", text: " \"a,b\"\n", rows: [ReadRow(1, ["\"a", "b\""])]),
    Case(
      name: "text behind quotes", text: "\"a\"b,\"c\" ,\"d\"\"e\"f\"g\"\"\n\"\"\"\",\"\"x\n",
      rows: [ReadRow(1, ["ab", "c", "d\"ef\"g\"\""]), ReadRow(2, ["\"", "x"])]),
    Case(name: "only a comma", text: ",", rows: [ReadRow(1, ["", ""])]),
    Case(name: "only quotes", text: "\"\"", rows: [ReadRow(1, [""])]),
    Case(
      name: "nul", text: "a\u{0}b,\u{0}\nc,\"\u{0}\"",
      rows: [ReadRow(1, ["a\u{0}b", "\u{0}"]), ReadRow(2, ["c", "\u{0}"])]),
    Case(
      name: "trimmed", text: "  a\t,\u{3000}b c\u{A0} ,\" \r\n d \n\"\n\u{A0}\u{3000}, \n",
      rows: [ReadRow(1, ["a", "b c", "\r\n d \n"]), ReadRow(4, ["", ""])]),
    Case(
      name: "not trimmed", text: "\u{3001}a\u{2003},\u{C0}\u{E0}\n",
      rows: [ReadRow(1, ["\u{3001}a\u{2003}", "\u{C0}\u{E0}"])]),
    Case(name: "empty", text: "", rows: []),
    Case(name: "only line ends", text: "\r\n\n\r", rows: []),
  ]
}
