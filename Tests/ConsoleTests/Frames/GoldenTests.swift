import Console
import Screen
import Testing

/// A page of the sample year in one size, language and set of signs.
struct Golden: Sendable, CustomTestStringConvertible {
  let page: Page
  let size: Size
  var settings: ConsoleSettings

  init(
    _ page: Page, _ columns: Int, _ rows: Int, _ language: Language, _ glyphs: GlyphSet = .full, ambiguousWidth: Int = 1
  ) {
    self.page = page
    size = Size(columns: columns, rows: rows)
    settings = ConsoleSettings(language: language, glyphs: glyphs, ambiguousWidth: ambiguousWidth)
  }

  var name: String {
    var parts = ["\(page.rawValue)-\(size.columns)x\(size.rows)-\(settings.language.rawValue)"]
    if settings.glyphs != .full { parts.append(settings.glyphs.rawValue) }
    if settings.ambiguousWidth == 2 { parts.append("wide") }
    return parts.joined(separator: "-")
  }

  var testDescription: String { name }

  /// Every page in three sizes and both languages; two of them also with fewer signs and in a terminal where signs of
  /// ambiguous width take two cells.
  static let all: [Golden] = {
    var all: [Golden] = []
    for language in Language.allCases {
      for page in Page.allCases {
        all += [(80, 24), (120, 36), (200, 60)].map { Golden(page, $0.0, $0.1, language) }
      }
      for page in [Page.overview, .district] {
        all.append(Golden(page, 120, 36, language, .ascii))
        all.append(Golden(page, 120, 36, language, .safe))
        all.append(Golden(page, 120, 36, language, .full, ambiguousWidth: 2))
      }
    }
    return all
  }()
}

@Suite("Every page of the sample year, as recorded")
struct GoldenTests {
  @Test("page", arguments: Golden.all)
  func page(_ golden: Golden) throws {
    let session = Session(
      try SampleYear.loaded(), golden.page, golden.size.columns, golden.size.rows, settings: golden.settings)
    let frame = session.frame
    #expect(faults(of: frame, size: golden.size) == [])
    #expect(faults(ofText: frame) == [])
    let text = frame.plainText(trimmed: true) + "---- roles\n" + frame.rolePlane()
    try Recorded("Golden/\(golden.name).txt").expect(text)
  }

  @Test("the two languages have the same shape: the same roles frame the same cells")
  func shape() throws {
    let loaded = try SampleYear.loaded()
    for page in Page.allCases {
      let planes = Language.allCases.map { language in
        Session(loaded, page, 120, 36, settings: ConsoleSettings(language: language)).frame.rolePlane().map {
          $0 == "b" || $0 == "f" || $0 == "\n" ? $0 : " "
        }
      }
      let titles = zip(planes[0], planes[1]).count { $0 != $1 }
      // Only the frames' titles differ, and they stand on the frames' own lines.
      #expect(titles < planes[0].count / 20, "\(page)")
    }
  }

  @Test("the same records give the same frame, whatever was shown before")
  func pure() throws {
    var session = Session(try SampleYear.loaded())
    let before = session.frame
    try session.press("2 Tab j j 4 G 8 Tab G 1 g")
    #expect(session.frame.plainText() == before.plainText())
    #expect(session.frame.rolePlane() == before.rolePlane())
  }
}
