import Tabular
import Testing

/// What RFC 4180 and collections of hard files ask of a reader, and where this one answers otherwise, with the reason.
///
/// The pollutions are those that surveys of real files name: other line ends, missing and stray quotes, ragged rows,
/// titles above the header, notes below the rows, padding, other delimiters.
struct PublishedEdgeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let rows: [ReadRow]
    /// Why the rows are not what the source of the case has; nil where they are.
    var deviation: String?
    var delimiter = UInt8.comma
    var testDescription: String { name }
  }

  @Test(arguments: rfc + quoting + lineEnds + pollutions) func reads(_ edge: Case) {
    #expect(readAll(edge.text, delimiter: edge.delimiter) == edge.rows, "\(edge.deviation ?? "")")
  }

  @Test func everyDeviationHasAReasonAndEveryCaseItsOwnName() {
    let cases = Self.rfc + Self.quoting + Self.lineEnds + Self.pollutions
    #expect(Set(cases.map(\.name)).count == cases.count)
    #expect(cases.allSatisfy { $0.deviation?.isEmpty != true })
  }

  private static func row(_ line: Int, _ fields: String...) -> ReadRow { ReadRow(line, fields) }

  /// Section 2, rule by rule.
  static let rfc: [Case] = [
    Case(
      name: "rule 1, each record on a line", text: "aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n",
      rows: [row(1, "aaa", "bbb", "ccc"), row(2, "zzz", "yyy", "xxx")]),
    Case(
      name: "rule 2, no line end at the end", text: "aaa,bbb,ccc\r\nzzz,yyy,xxx",
      rows: [row(1, "aaa", "bbb", "ccc"), row(2, "zzz", "yyy", "xxx")]),
    Case(
      name: "rule 3, a header is a row like others", text: "field_name,field_name,field_name\r\naaa,bbb,ccc\r\n",
      rows: [row(1, "field_name", "field_name", "field_name"), row(2, "aaa", "bbb", "ccc")]),
    Case(
      name: "rule 4, blanks are part of a field", text: "aaa , bbb,\tccc\r\n", rows: [row(1, "aaa", "bbb", "ccc")],
      deviation: "every value is trimmed by contract: office files pad their cells"),
    Case(
      name: "rule 4, other counts of fields are not the reader's to judge", text: "a,b\r\nc\r\nd,e,f\r\n",
      rows: [row(1, "a", "b"), row(2, "c"), row(3, "d", "e", "f")]),
    Case(name: "rule 4, no comma behind the last field", text: "a,b,\r\n", rows: [row(1, "a", "b", "")]),
    Case(
      name: "rule 5, quotes around fields", text: "\"aaa\",\"bbb\",\"ccc\"\r\nzzz,yyy,xxx",
      rows: [row(1, "aaa", "bbb", "ccc"), row(2, "zzz", "yyy", "xxx")]),
    Case(
      name: "rule 6, line breaks, commas in quotes", text: "\"aaa\",\"b\r\nb,b\",\"ccc\"\r\nzzz,yyy,xxx",
      rows: [row(1, "aaa", "b\r\nb,b", "ccc"), row(3, "zzz", "yyy", "xxx")]),
    Case(name: "rule 7, doubled quotes", text: "\"aaa\",\"b\"\"bb\",\"ccc\"", rows: [row(1, "aaa", "b\"bb", "ccc")]),
  ]

  static let quoting: [Case] = [
    Case(name: "a quoted empty field", text: "\"\",a\n", rows: [row(1, "", "a")]),
    Case(name: "a field of one quote", text: "\"\"\"\",a\n", rows: [row(1, "\"", "a")]),
    Case(name: "a field of two quotes", text: "\"\"\"\"\"\",a\n", rows: [row(1, "\"\"", "a")]),
    Case(name: "a field of a comma", text: "\",\",a\n", rows: [row(1, ",", "a")]),
    Case(
      name: "a field of a line break", text: "\"\n\",a\nb,c\n", rows: [row(1, "\n", "a"), row(3, "b", "c")]),
    Case(
      name: "blanks in quotes", text: "\"  a  \",b\n", rows: [row(1, "a", "b")],
      deviation: "values are trimmed whether they were quoted or not"),
    Case(
      name: "a blank before the quote", text: "a, \"b,c\"\n", rows: [row(1, "a", "\"b", "c\"")],
      deviation: "readers disagree; by RFC 4180 a field that does not begin with a quote has no quoting"),
    Case(
      name: "text behind the closing quote", text: "\"a\"b,c\n", rows: [row(1, "ab", "c")],
      deviation: "RFC 4180 has no such field; the text is kept, as nothing may be dropped in silence"),
    Case(
      name: "a quote within", text: "5\" nail,x\"y\"z\n", rows: [row(1, "5\" nail", "x\"y\"z")],
      deviation: "RFC 4180 forbids it; inches and nicknames are written so"),
    Case(
      name: "backslashes escape nothing", text: "\"a\\\",b\n\"c\\\\\",d\n",
      rows: [row(1, "a\\", "b"), row(2, "c\\\\", "d")]),
    Case(name: "apostrophes quote nothing", text: "'a,b',c\n", rows: [row(1, "'a", "b'", "c")]),
    Case(name: "curly quotes quote nothing", text: "“a,b”,c\n", rows: [row(1, "“a", "b”", "c")]),
    Case(
      name: "a quote never closed", text: "a,b\n\"c,d\ne,f\n",
      rows: [row(1, "a", "b"), ReadRow(2, fault: .unterminatedQuote)],
      deviation: "the rest of the file is one refused row, at the line where it began"),
    Case(
      name: "a lone quote at the end", text: "a,b\nc,\"",
      rows: [row(1, "a", "b"), ReadRow(2, fault: .unterminatedQuote)],
      deviation: "a refused row; some readers take an empty field"),
    Case(
      name: "a formula is text", text: "=1+1,\"=HYPERLINK(\"\"x\"\")\"\n", rows: [row(1, "=1+1", "=HYPERLINK(\"x\")")]),
  ]

  static let lineEnds: [Case] = [
    Case(name: "LF", text: "a\nb\n", rows: [row(1, "a"), row(2, "b")]),
    Case(name: "CR", text: "a\rb\r", rows: [row(1, "a"), row(2, "b")]),
    Case(name: "all three", text: "a\nb\r\nc\rd", rows: [row(1, "a"), row(2, "b"), row(3, "c"), row(4, "d")]),
    Case(
      name: "LF CR is two", text: "a\n\rb", rows: [row(1, "a"), row(3, "b")]),
    Case(
      name: "CR CR LF is two", text: "a\r\r\nb", rows: [row(1, "a"), row(3, "b")],
      deviation: "some readers take it for one; the line between is empty, and skipped"),
    Case(
      name: "empty lines", text: "\na\n\n\nb\n\n", rows: [row(2, "a"), row(5, "b")],
      deviation: "skipped by contract, yet counted; a reader of one column may want an empty value"),
    Case(
      name: "other line breaks are text", text: "a\u{85}b\u{2028}c\u{B}d\u{C}e\n",
      rows: [row(1, "a\u{85}b\u{2028}c\u{B}d\u{C}e")]),
    Case(name: "a mark and nothing", text: "\u{FEFF}", rows: []),
    Case(name: "a mark before a quote", text: "\u{FEFF}\"a,b\",c\n", rows: [row(1, "a,b", "c")]),
    Case(name: "a mark within is text", text: "a\n\u{FEFF}b\n", rows: [row(1, "a"), row(2, "\u{FEFF}b")]),
    Case(
      name: "Ctrl-Z at the end is text", text: "a\n\u{1A}", rows: [row(1, "a"), row(2, "\u{1A}")],
      deviation: "an old mark of a file's end; dropping it would be dropping in silence"),
  ]

  static let pollutions: [Case] = [
    Case(
      name: "a title above the header", text: "2026 report\n\ndate,count\n1,2\n",
      rows: [row(1, "2026 report"), row(3, "date", "count"), row(4, "1", "2")]),
    Case(
      name: "a note below the rows", text: "a,b\n1,2\n\nSource: x\n",
      rows: [row(1, "a", "b"), row(2, "1", "2"), row(4, "Source: x")]),
    Case(
      name: "a comment is a row", text: "# c\na,b\n", rows: [row(1, "# c"), row(2, "a", "b")],
      deviation: "neither RFC 4180 nor the contract has comments"),
    Case(
      name: "a row of delimiters", text: "a,b\n,\n1,2\n", rows: [row(1, "a", "b"), row(2, "", ""), row(3, "1", "2")]),
    Case(
      name: "a delimiter at every end", text: "a,b,\n1,2,\n", rows: [row(1, "a", "b", ""), row(2, "1", "2", "")]),
    Case(
      name: "semicolons are text", text: "a;b\n1;2\n", rows: [row(1, "a;b"), row(2, "1;2")],
      deviation: "the extension alone says the delimiter; the missing columns are told"),
    Case(name: "full-width commas are text", text: "甲，乙,丙\n", rows: [row(1, "甲，乙", "丙")]),
    Case(
      name: "sep= is a row", text: "sep=,\na,b\n", rows: [row(1, "sep=", ""), row(2, "a", "b")],
      deviation: "one program's habit, in no standard"),
    Case(name: "padding", text: "a   ,b  \n 1 ,\u{3000}2\n", rows: [row(1, "a", "b"), row(2, "1", "2")]),
    Case(
      name: "tabs in a tab file", text: "a\tb\n\"1\t2\"\t3\n", rows: [row(1, "a", "b"), row(2, "1\t2", "3")],
      delimiter: .tab),
    Case(
      name: "commas in a tab file", text: "a,b\tc\n", rows: [row(1, "a,b", "c")], delimiter: .tab),
    Case(
      name: "empty fields at a tab row's end", text: "a\t\t\n", rows: [row(1, "a", "", "")], delimiter: .tab),
    Case(name: "NUL is text", text: "a\u{0},b\n", rows: [row(1, "a\u{0}", "b")]),
  ]
}
