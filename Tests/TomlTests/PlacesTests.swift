import Testing
import Toml

@Suite("Places of keys and values")
struct PlacesTests {
  @Test("Headers, nested headers and lists of tables")
  func headers() throws {
    let table = try root(
      """
      # a comment with [brackets] and = signs
      top = 1

      [a]   # trailing
      x = 1
      [a.b.c]
      y = 2
      [[list]]
      z = 1
        [[list.sub]]
        z = 2
      [[list]]
      z = 3
      [list.tail]
      w = 4
      """)
    #expect(table.place(of: "top") == at(2, 7))
    let a = try table.table("a")
    #expect(a.place == at(4, 1))
    #expect(a.place(of: "x") == at(5, 5))
    let c = try a.table("b").table("c")
    #expect(c.place == at(6, 1))
    #expect(c.path == "a.b.c")
    #expect(c.place(of: "y") == at(7, 5))
    let list = try table.tables("list")
    #expect(list.map(\.place) == [at(8, 1), at(12, 1)])
    #expect(list.map(\.path) == ["list[1]", "list[2]"])
    let sub = try list[0].tables("sub")[0]
    #expect(sub.path == "list[1].sub[1]")
    #expect(sub.place(of: "z") == at(11, 7))
    #expect(list[1].place(of: "z") == at(13, 5))
    let tail = try list[1].table("tail")
    #expect(tail.path == "list[2].tail")
    #expect(tail.place(of: "w") == at(15, 5))
  }

  @Test("A table that is named after its inner one has its own header's place")
  func lateHeader() throws {
    let table = try root("[a.b]\nx = 1\n[a]\ny = 2").table("a")
    #expect(table.place == at(3, 1))
    #expect(table.place(of: "y") == at(4, 5))
    #expect(try table.table("b").place == at(1, 1))
  }

  @Test("Quoted and dotted keys, escapes in keys")
  func keys() throws {
    let table = try root(
      """
      "a b" = 1
      'c.d' = 2
      e . f."g h" = 3
      e.i = 4
      "\\u6D66东" = 5
      "" = 6
      """)
    #expect(table.place(of: "a b") == at(1, 9))
    #expect(table.place(of: "c.d") == at(2, 9))
    #expect(table.path(of: "c.d") == "\"c.d\"")
    let e = try table.table("e")
    #expect(try e.table("f").place(of: "g h") == at(3, 15))
    #expect(e.place(of: "i") == at(4, 7))
    #expect(table.place(of: "浦东") == at(5, 13))
    #expect(table.place(of: "") == at(6, 6))
    #expect(table.path(of: "") == "\"\"")
  }

  @Test("Columns count characters, not bytes")
  func columns() throws {
    let table = try root("a = { 'é😀' = '浦东', b = 2 }")
    #expect(try table.table("a").place(of: "b") == at(1, 24))
  }

  @Test("Texts and lists over several lines do not shift what follows")
  func severalLines() throws {
    let table = try root(
      #"""
      a = """
      x = 1
      [no]
      \""" "quotes" \
      """""
      b = '''
      it's # no comment
      '''
      c = [ # one
        "]", 1.5, # two ]
        [2, { d = "}" }],

      ]
      d = 4
      """#)
    #expect(table.place(of: "b") == at(6, 5))
    #expect(table.place(of: "c") == at(9, 5))
    #expect(table.place(of: "c", element: 0) == at(10, 3))
    #expect(table.place(of: "c", element: 1) == at(10, 8))
    #expect(table.place(of: "c", element: 2) == at(11, 3))
    #expect(table.place(of: "c", element: 3) == at(9, 5))
    #expect(table.place(of: "d") == at(14, 5))
  }

  @Test("Inline tables in lists")
  func inlineTables() throws {
    let rows = try root("rows = [\n  { a = 1, b.c = 2 },\n  { a = 3 },\n]").tables("rows")
    #expect(rows.map(\.place) == [at(2, 3), at(3, 3)])
    #expect(rows[0].place(of: "a") == at(2, 9))
    #expect(try rows[0].table("b").place(of: "c") == at(2, 18))
    #expect(rows[1].place(of: "a") == at(3, 9))
  }

  @Test("Windows line ends and a byte-order mark change no place and no value")
  func windows() throws {
    let unix = "a = 1\n[t]\nb = '''\nx\n'''\nc = [\n 1,\n 2 ]\n[[l]]\nd = true # end\n"
    let windows = "\u{FEFF}" + unix.replacing("\n", with: "\r\n")
    for text in [unix, windows] {
      let table = try root(text)
      #expect(table.place(of: "a") == at(1, 5))
      let inner = try table.table("t")
      #expect(inner.place == at(2, 1))
      #expect(inner.place(of: "c") == at(6, 5))
      #expect(inner.place(of: "c", element: 1) == at(8, 2))
      #expect(try inner.ints("c") == [1, 2])
      #expect(try table.tables("l")[0].place(of: "d") == at(10, 5))
      #expect(try table.tables("l")[0].bool("d"))
    }
  }

  @Test("Numbers, dates and words end where they end")
  func scalars() throws {
    let table = try root("a = [1979-05-27 07:32:00, +1e3,-inf , nan]\nb=0x1F#c\nc = { x=1,y=false}")
    #expect(table.place(of: "a", element: 1) == at(1, 27))
    #expect(table.place(of: "a", element: 2) == at(1, 32))
    #expect(table.place(of: "a", element: 3) == at(1, 39))
    #expect(table.place(of: "b") == at(2, 3))
    #expect(try table.table("c").place(of: "y") == at(3, 13))
  }

  @Test("Every value of a long list has its own line")
  func longList() throws {
    let table = try root("a = [\n" + String(repeating: "1,\n", count: 1000) + "'x']")
    #expect(throws: TomlError(place: at(1002, 1), key: "a[1001]", expected: .kind(.integer), found: .kind(.string))) {
      _ = try table.ints("a")
    }
  }
}
