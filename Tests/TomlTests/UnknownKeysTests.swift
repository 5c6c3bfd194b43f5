import Testing
import Toml

@Suite("Keys that nobody asked for")
struct UnknownKeysTests {
  private func unknown(_ table: TomlTable) -> [String] {
    table.unknownKeys().map { "\($0.key) \($0.place.line):\($0.place.column)" }
  }

  @Test("Everything is unknown until it is asked for")
  func allUnknown() throws {
    let table = try root("b = 1\n\na = 2\n[c]\nd = 3")
    #expect(unknown(table) == ["b 1:1", "a 3:1", "c 4:2"])
    _ = try table.int("b")
    _ = try table.table("c").intIfPresent("d")
    #expect(unknown(table) == ["a 3:1"])
  }

  @Test("Inside tables, lists of tables and inline tables, with the element's number")
  func nested() throws {
    let table = try root("[[m]]\n  [[m.i]]\n  x = 1\n  [[m.i]]\n  y = 1\n  z = [{ p = 1 }, { q = 2 }]\n[n]\no.k = 1")
    let items = try table.tables("m")[0].tables("i")
    _ = try items[0].int("x")
    for entry in try items[1].tables("z") { _ = try entry.intIfPresent("p") }
    _ = try table.table("n").table("o")
    #expect(unknown(table) == ["m[1].i[2].y 5:3", "m[1].i[2].z[2].q 6:21", "n.o.k 8:3"])
  }

  @Test("What stands below an unknown key is not told again")
  func belowUnknown() throws {
    #expect(unknown(try root("[[a]]\nb = 1\n[[a]]\nb = 2\n[x.y.z]\nk = 1")) == ["a 1:3", "x 5:2"])
  }

  @Test("Ignored keys are accepted with everything below them")
  func ignored() throws {
    let table = try root("a = 1\nb = { c = { d = 1 } }\ne = 2")
    table.ignore("b", "e", "absent")
    #expect(unknown(table) == ["a 1:1"])
  }

  @Test("Asking with the wrong kind still makes a key known")
  func wrongKind() throws {
    let table = try root("a = 1")
    #expect(throws: TomlError.self) { _ = try table.string("a") }
    #expect(table.unknownKeys().isEmpty)
  }

  @Test("A theme's roles are read by walking the keys")
  func themes() throws {
    let table = try root("[title]\nfg = 'red'\nbold = true\n[bad]\nfg = 'blue'\nglow = 1")
    var colours: [String: String] = [:]
    for role in table.keys {
      let style = try table.table(role)
      colours[role] = try style.stringIfPresent("fg")
      _ = try style.boolIfPresent("bold")
    }
    #expect(colours == ["title": "red", "bad": "blue"])
    #expect(unknown(table) == ["bad.glow 6:1"])
  }
}
