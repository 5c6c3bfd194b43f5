import Console
import Policy
import Screen
import Testing

/// A page of the wall display as it was recorded.
struct WallGolden: Sendable, CustomTestStringConvertible {
  let page: KioskPage
  let columns: Int
  let rows: Int
  var language = Language.zh
  var glyphs = GlyphSet.full

  var name: String {
    "kiosk-\(page.rawValue)-\(columns)x\(rows)-\(language.rawValue)" + (glyphs == .full ? "" : "-\(glyphs.rawValue)")
  }
  var testDescription: String { name }

  static let all: [WallGolden] =
    KioskPage.allCases.flatMap { page in
      [(80, 24), (120, 36), (200, 60)].map { WallGolden(page: page, columns: $0.0, rows: $0.1) }
        + [WallGolden(page: page, columns: 120, rows: 36, language: .en, glyphs: .ascii)]
    } + [
      WallGolden(page: .overview, columns: 400, rows: 120),
      WallGolden(page: .overview, columns: 80, rows: 24, language: .en),
    ]
}

@Suite("The wall display as a picture")
struct KioskFrameTests {
  private func wall(_ loaded: Loaded, _ golden: WallGolden) -> Wall {
    var wall = Wall(
      loaded, golden.columns, golden.rows, KioskSettings(pages: KioskPage.allCases),
      settings: ConsoleSettings(language: golden.language, glyphs: golden.glyphs))
    wall.send(.console(KeptDocket(following: loaded).event))
    wall.send(.commanded(KioskRemote("page \(golden.page.rawValue)", today: Clock.today)))
    return wall
  }

  @Test("page", arguments: WallGolden.all)
  func page(_ golden: WallGolden) throws {
    let frame = wall(try SampleYear.loaded(), golden).frame
    #expect(faults(of: frame, size: Size(columns: golden.columns, rows: golden.rows)) == [])
    #expect(faults(ofText: frame) == [])
    try Recorded("Golden/\(golden.name).txt").expect(
      frame.plainText(trimmed: true) + "---- roles\n" + frame.rolePlane())
  }

  @Test("every size from one cell to a wall, every page, both languages and all signs, with and without records")
  func sizes() throws {
    let loaded = try SampleYear.loaded()
    let sizes: [(Int, Int)] =
      [
        (1, 1), (2, 1), (39, 9), (40, 10), (59, 19), (60, 20), (61, 21), (79, 23), (80, 24), (100, 30), (132, 43),
        (150, 44), (400, 120), (1000, 500), (40, 200), (300, 10),
      ]
    var wrong: [String] = []
    for (index, size) in sizes.enumerated() {
      for page in KioskPage.allCases {
        let settings = ConsoleSettings(
          language: index % 2 == 0 ? .zh : .en, glyphs: GlyphSet.allCases[index % 3], ambiguousWidth: 1 + index / 2 % 2)
        for loaded in [loaded, nil] {
          var wall = Wall(loaded, size.0, size.1, KioskSettings(pages: [page], canUnlock: true), settings: settings)
          wall.send(.commanded(KioskRemote("message " + String(repeating: "很长 long ", count: 40), today: Clock.today)))
          wall.type("abc")
          for _ in 0..<2 {
            let found = faults(of: wall.frame, size: Size(columns: size.0, rows: size.1))
            if !found.isEmpty { wrong.append("\(page) \(size): \(found[0])") }
            wall.wait(60)
          }
        }
      }
    }
    #expect(wrong == [])
  }

  @Test("every district is on the ranking at 80x24, and every measure on its page")
  func whole() throws {
    let loaded = try SampleYear.loaded()
    let ranking = wall(loaded, WallGolden(page: .ranking, columns: 80, rows: 24)).text
    for board in loaded.board.districts { #expect(ranking.contains(board.district.short)) }
    let measures = wall(loaded, WallGolden(page: .measures, columns: 80, rows: 24)).text
    for measure in loaded.board.measures { #expect(measures.contains(" \(measure.number) ")) }
  }

  @Test("a directory that cannot be read any more: the last board with its age, and after half an hour without colours")
  func stale() throws {
    let broken = try SampleYear.changed { $0.outage = "gone" }
    var wall = Wall(broken, 120, 36, KioskSettings(pages: [.ranking]))
    #expect(wall.text.contains("数据目录不可读"))
    #expect(Frames.texts(wall.frame, .lagging).count > 3)
    wall.send(.ticked(now: Clock.now + 2_400, uptime: 2_400))
    #expect(wall.text.contains("39分") || wall.text.contains("40分"))
    #expect(wall.text.contains("浦东"))
    // The legend alone keeps its colours.
    #expect(Frames.texts(wall.frame, .lagging).count <= 3)
  }

  @Test("forty districts: the worst are seen, and how many are not; the strip keeps the oldest")
  func forty() throws {
    let loaded = try OtherCity.loaded()
    let text = Wall(loaded, 80, 24, KioskSettings(pages: [.ranking])).text
    #expect(text.contains("未显示"))
    for size in [(80, 24), (120, 36), (200, 60)] {
      for page in KioskPage.allCases {
        let frame = Wall(loaded, size.0, size.1, KioskSettings(pages: [page])).frame
        #expect(faults(of: frame, size: Size(columns: size.0, rows: size.1)) == [])
      }
    }
  }
}
