import Tabular
import Testing

/// The twelve cases of csv-spectrum (github.com/max-mapper/csv-spectrum) as published, cell by cell.
///
/// All twelve read as the collection's JSON has them, with these two differences, which are of form alone:
/// - The JSON names cells by their header; here the header is the first row, as it is for every reader of rows.
/// - The JSON of `newlines`, `newlines_crlf` and `quotes_and_newlines` was written with doubled escapes (`\\n` for a line
///   break, and in the last one the outer quotes too); what is meant, and read, is the text between the quotes.
///
/// Blanks around a cell are trimmed by contract (`data-directory.md`, Values); no case has one at an end of a cell.
struct PublishedSpectrumTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let rows: [[String]]
    var testDescription: String { name }
  }

  @Test(arguments: cases) func readsAsPublished(_ spectrum: Case) {
    let rows = readAll(spectrum.text)
    #expect(rows.map(\.fields) == spectrum.rows)
    #expect(rows.allSatisfy { $0.fault == nil })
  }

  @Test(arguments: cases) func readsTheSameInUTF16(_ spectrum: Case) {
    for isBigEndian in [false, true] {
      #expect(readAll(utf16(spectrum.text, bigEndian: isBigEndian)).map(\.fields) == spectrum.rows)
    }
  }

  @Test func allTwelveAreHere() {
    #expect(Set(Self.cases.map(\.name)).count == 12)
  }

  private static let abc = ["a", "b", "c"]

  static let cases: [Case] = [
    Case(
      name: "comma_in_quotes", text: "first,last,address,city,zip\nJohn,Doe,120 any st.,\"Anytown, WW\",08123\n",
      rows: [["first", "last", "address", "city", "zip"], ["John", "Doe", "120 any st.", "Anytown, WW", "08123"]]),
    Case(name: "empty", text: "a,b,c\n1,\"\",\"\"\n2,3,4\n", rows: [abc, ["1", "", ""], ["2", "3", "4"]]),
    Case(name: "empty_crlf", text: "a,b,c\r\n1,\"\",\"\"\r\n2,3,4\r\n", rows: [abc, ["1", "", ""], ["2", "3", "4"]]),
    Case(
      name: "escaped_quotes", text: "a,b\n1,\"ha \"\"ha\"\" ha\"\n3,4\n",
      rows: [["a", "b"], ["1", "ha \"ha\" ha"], ["3", "4"]]),
    Case(
      name: "json", text: "key,val\n1,\"{\"\"type\"\": \"\"Point\"\", \"\"coordinates\"\": [102.0, 0.5]}\"\n",
      rows: [["key", "val"], ["1", "{\"type\": \"Point\", \"coordinates\": [102.0, 0.5]}"]]),
    // Published with U+FFFD where the degree signs were; a quote in an unquoted cell is a character.
    Case(
      name: "location_coordinates",
      text: "Contact Phone Number,Location Coordinates,Cities,Counties\n"
        + "02095257564,37\u{FFFD}36'37.8\"N 121\u{FFFD}2'17.9\"W,Modesto,Stanislaus",
      rows: [
        ["Contact Phone Number", "Location Coordinates", "Cities", "Counties"],
        ["02095257564", "37\u{FFFD}36'37.8\"N 121\u{FFFD}2'17.9\"W", "Modesto", "Stanislaus"],
      ]),
    Case(
      name: "newlines", text: "a,b,c\n1,2,3\n\"Once upon \na time\",5,6\n7,8,9\n",
      rows: [abc, ["1", "2", "3"], ["Once upon \na time", "5", "6"], ["7", "8", "9"]]),
    Case(
      name: "newlines_crlf", text: "a,b,c\r\n1,2,3\r\n\"Once upon \r\na time\",5,6\r\n7,8,9\r\n",
      rows: [abc, ["1", "2", "3"], ["Once upon \r\na time", "5", "6"], ["7", "8", "9"]]),
    Case(
      name: "quotes_and_newlines", text: "a,b\n1,\"ha \n\"\"ha\"\" \nha\"\n3,4\n",
      rows: [["a", "b"], ["1", "ha \n\"ha\" \nha"], ["3", "4"]]),
    Case(name: "simple", text: "a,b,c\n1,2,3\n", rows: [abc, ["1", "2", "3"]]),
    Case(name: "simple_crlf", text: "a,b,c\r\n1,2,3\r\n", rows: [abc, ["1", "2", "3"]]),
    Case(name: "utf8", text: "a,b,c\n1,2,3\n4,5,ʤ\n", rows: [abc, ["1", "2", "3"], ["4", "5", "ʤ"]]),
  ]
}
