import Tabular
import Testing

struct FileEndTests {
  @Test(arguments: [
    ("a,b\n1,2", true), ("a,b\n1,2\n", false), ("a,b\r", false), ("a,b\r\n", false), ("a,b\n1,", true),
    ("a\n\"b", true), ("a\n\"b\n", true), ("a\n\"b\"", true), ("a\n\"b\"\n", false), ("a\n\n\n", false),
    ("a\nb\n ", true),
  ])
  func tellsALastRowWithoutLineEnd(_ text: String, _ expected: Bool) {
    var reader = DelimitedReader(Array(text.utf8), delimiter: .comma)
    var row = Row()
    while reader.next(&row) {}
    #expect(reader.endedWithoutLineEnd == expected)
  }

  @Test func onlyTheLastRowIsSaidToBeOpen() {
    var reader = DelimitedReader(Array("a\nb".utf8), delimiter: .comma)
    var row = Row()
    var found: [Bool] = []
    while reader.next(&row) { found.append(reader.endedWithoutLineEnd) }
    #expect(found == [false, true])
    let isMore = reader.next(&row)
    #expect(!isMore)
    #expect(row.string(0) == "b")
    #expect(row.string(1) == "")
    #expect(row.string(-1) == "")
  }

  @Test func blankRowsAreKnown() {
    var reader = DelimitedReader(Array(" ,\u{3000},\"\"\nx,,\n\"".utf8), delimiter: .comma)
    var row = Row()
    var found: [Bool] = []
    while reader.next(&row) { found.append(row.isBlank) }
    #expect(found == [true, false, false])
    #expect(row.fault == .unterminatedQuote)
  }
}
