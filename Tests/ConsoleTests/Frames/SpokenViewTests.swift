import Policy
import Screen
import Testing

@testable import Console

@Suite("Every page as sentences, for those who hear or feel it")
struct SpokenViewTests {
  private static func isDrawn(_ scalar: Unicode.Scalar) -> Bool {
    (0x2190...0x21FF).contains(scalar.value) || (0x2500...0x25FF).contains(scalar.value)
      || (0x2800...0x28FF).contains(scalar.value)
  }

  @Test(
    "no line, bar or curve is spoken, no line is empty, none says a thing twice", arguments: Page.allCases,
    Language.allCases)
  func plain(_ page: Page, _ language: Language) throws {
    let loaded = try SampleYear.loaded()
    var session = Session(loaded, page, settings: ConsoleSettings(language: language))
    session.open(KeptDocket(following: loaded))
    for keys in ["", "?", "Esc", "Enter"] {
      if !keys.isEmpty { try session.press(keys) }
      let sentences = SpokenView(session.state).sentences.map(\.string)
      #expect(sentences.count > 3)
      #expect(!sentences.contains { $0.unicodeScalars.contains(where: SpokenViewTests.isDrawn) })
      #expect(!sentences.contains { $0.allSatisfy { $0 == " " } || $0.contains("\n") })
    }
  }

  @Test("every row of a list with named columns is told, whatever the window shows; the selected one says so")
  func rows() throws {
    var session = Session(try SampleYear.loaded(), .institutions, 80, 24)
    try session.press("j j")
    let sentences = SpokenView(session.state).sentences.map(\.string)
    let rows = session.state.rows(of: .institutions)
    for row in rows { #expect(sentences.contains { $0.contains("编号 \(row)，") }) }
    #expect(sentences.filter { $0.hasPrefix("选中 ") }.count == 1)
    #expect(sentences.contains { $0.hasPrefix("选中 ") && $0.contains(rows[2]) })
  }

  @Test("figures are those of the board, in the words of the language", arguments: Language.allCases)
  func figures(_ language: Language) throws {
    let session = Session(try SampleYear.loaded(), .overview, settings: ConsoleSettings(language: language))
    let board = try #require(session.state.loaded?.board)
    let sentences = SpokenView(session.state).sentences.map(\.string)
    for item in board.city where item.target != nil {
      let actual = Format.count(item.actual)
      #expect(sentences.contains { $0.contains(actual) && $0.contains(language(item.status.word).string) })
    }
    for district in board.districts {
      let name = district.district.shortName(language).string
      let told = try #require(sentences.first { $0.contains(name + (language == .zh ? "：" : ": ")) })
      #expect(told.contains(language(district.status.word).string))
    }
  }

  @Test("a filter, an order and a past day are said")
  func standing() throws {
    var session = Session(try SampleYear.loaded())
    session.press(.character("<"))
    session.press(.function(4))
    for character in "lead<-5" { session.press(.character(character)) }
    session.press(.enter)
    let text = SpokenView(session.state).text
    #expect(text.contains("历史视图 "))
    #expect(text.contains("筛选 lead<-5"))
    #expect(text.contains("最差在前"))
  }
}
