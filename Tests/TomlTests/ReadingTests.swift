import Testing
import Toml

@Suite("Reading values")
struct ReadingTests {
  static let text = """
    name = "浦东"
    raw = 'C:\\x'
    long = \"""
    one
    two\"""
    whole = -42
    hex = 0xff
    big = 9_223_372_036_854_775_807
    point = 2.5
    yes = true
    day = 2026-03-30
    clock = 07:32:00
    instant = 2026-03-30T07:32:00Z
    words = ["a", "b"]
    numbers = [1, 2]
    mixed = [1, 2.5]
    none = []
    inner = { x = 1 }
    [[row]]
    n = 1
    [[row]]
    n = 2
    """

  @Test("Every kind comes as it was written")
  func kinds() throws {
    let table = try root(Self.text)
    #expect(try table.string("name") == "浦东")
    #expect(try table.string("raw") == #"C:\x"#)
    #expect(try table.string("long") == "one\ntwo")
    #expect(try table.int("whole") == -42)
    #expect(try table.int("hex") == 255)
    #expect(try table.int("big") == .max)
    #expect(try table.double("point") == 2.5)
    #expect(try table.double("whole") == -42)
    #expect(try table.bool("yes"))
    #expect(try table.day("day") == TomlDate(year: 2026, month: 3, day: 30))
    #expect(try table.strings("words") == ["a", "b"])
    #expect(try table.ints("numbers") == [1, 2])
    #expect(try table.doubles("mixed") == [1, 2.5])
    #expect(try table.strings("none").isEmpty)
    #expect(try table.tables("none").isEmpty)
    #expect(try table.table("inner").int("x") == 1)
    #expect(try table.tables("row").map { try $0.int("n") } == [1, 2])
  }

  @Test("Keys keep the order of the text")
  func order() throws {
    #expect(try root("b = 1\na = 2\n\"c d\" = 3").keys == ["b", "a", "c d"])
  }

  @Test("An absent key is nil where that is allowed, and named with its table where it is not")
  func absent() throws {
    let table = try root("[[a]]\n\n  [[a.b]]\n  x = 1").tables("a")[0].tables("b")[0]
    #expect(try table.stringIfPresent("y") == nil)
    #expect(try table.intIfPresent("y") == nil)
    #expect(try table.doubleIfPresent("y") == nil)
    #expect(try table.boolIfPresent("y") == nil)
    #expect(try table.dayIfPresent("y") == nil)
    #expect(try table.stringsIfPresent("y") == nil)
    #expect(try table.intsIfPresent("y") == nil)
    #expect(try table.doublesIfPresent("y") == nil)
    #expect(try table.tableIfPresent("y") == nil)
    #expect(try table.tablesIfPresent("y") == nil)
    #expect(
      throws: TomlError(place: at(3, 3), key: "a[1].b[1].y", expected: .kind(.string), found: .nothing)
    ) { _ = try table.string("y") }
    #expect(throws: TomlError(place: at(3, 3), key: "a[1].b[1].y", expected: .list(.table), found: .nothing)) {
      _ = try table.tables("y")
    }
  }

  @Test("A wrong kind is told with the place of the value, what was expected and what was found")
  func wrongKind() throws {
    let table = try root(Self.text)
    func check(_ place: TomlPlace, _ key: String, _ expected: TomlKind, _ found: TomlKind, _ read: () throws -> Void) {
      let error = TomlError(place: place, key: key, expected: .kind(expected), found: .kind(found))
      #expect(throws: error, performing: read)
    }
    check(at(6, 9), "whole", .string, .integer) { _ = try table.string("whole") }
    check(at(1, 8), "name", .integer, .string) { _ = try table.int("name") }
    check(at(9, 9), "point", .integer, .float) { _ = try table.int("point") }
    check(at(10, 7), "yes", .float, .boolean) { _ = try table.double("yes") }
    check(at(6, 9), "whole", .boolean, .integer) { _ = try table.bool("whole") }
    check(at(13, 11), "instant", .date, .dateTime) { _ = try table.day("instant") }
    check(at(12, 9), "clock", .date, .time) { _ = try table.dayIfPresent("clock") }
    check(at(11, 7), "day", .string, .date) { _ = try table.string("day") }
    check(at(19, 1), "row", .table, .array) { _ = try table.table("row") }
    check(at(18, 9), "inner", .string, .table) { _ = try table.string("inner") }
    check(at(16, 13), "mixed[2]", .integer, .float) { _ = try table.ints("mixed") }
    check(at(2, 15), "words[2]", .integer, .string) { _ = try root("a=1\n" + "words = [1,   'b']\n").ints("words") }
  }

  @Test("A list is told from a single value")
  func notAList() throws {
    let table = try root("x = 1\n[y]\n")
    #expect(throws: TomlError(place: at(1, 5), key: "x", expected: .list(.string), found: .kind(.integer))) {
      _ = try table.strings("x")
    }
    #expect(throws: TomlError(place: at(2, 1), key: "y", expected: .list(.table), found: .kind(.table))) {
      _ = try table.tables("y")
    }
  }

  @Test("The description names place, key, expectation and finding")
  func description() {
    let error = TomlError(place: at(3, 9), key: "plan.year", expected: .kind(.integer), found: .kind(.string))
    #expect(error.description == "3:9: plan.year: expected integer, found string")
    let syntax = TomlError(place: at(1, 2), key: "", expected: .document, found: .syntax("oops"))
    #expect(syntax.description == "1:2: expected a TOML document, found bad syntax: oops")
  }
}
