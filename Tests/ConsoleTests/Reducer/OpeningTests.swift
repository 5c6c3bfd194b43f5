import Console
import Policy
import Screen
import Testing

@Suite("The first read, while it takes long")
struct OpeningTests {
  static func progress(_ change: (inout OpeningProgress) -> Void = { _ in }) -> OpeningProgress {
    var progress = OpeningProgress()
    progress.phase = .reading
    progress.bytesTotal = 429_000_000
    progress.bytesRead = 123_400_000
    progress.rows = 1_234_000
    progress.filesTotal = 31
    progress.filesRead = 9
    progress.file = "progress/310115/2026-03.csv"
    progress.elapsed = 0.5
    change(&progress)
    return progress
  }

  private static func session() -> Session {
    var session = Session(nil)
    session.send(.readingAdvanced(progress()))
    return session
  }

  @Test("says how far it is and nothing of the records")
  func shown() {
    let text = OpeningTests.session().text
    for part in ["正在读取 28%", "123.4 / 429.0 MB", "1,234,000 行", "2,468,000 行/秒", "9 / 31", "2026-03.csv", "退出(q)"] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(!text.contains("补贴培训"))
  }

  @Test("gives way to the whole board as soon as there is one, and never comes back")
  func replaced() throws {
    var session = OpeningTests.session()
    let loaded = try SmallYear.loaded(counts: [SmallYear.pudong: 10])
    session.send(.snapshotArrived(loaded))
    let board = session.text
    #expect(!board.contains("正在读取"))
    session.send(.readingAdvanced(OpeningTests.progress()))
    #expect(session.state.opening == nil)
    #expect(session.text == board)
  }

  @Test("what is typed behind / or f before there is anything to find is text, never a command", arguments: ["/", "f"])
  func typing(_ key: Character) throws {
    for opening in [true, false] {
      var session = opening ? OpeningTests.session() : Session(nil)
      session.press(.character(key))
      session.type("q8?")
      #expect(!session.effects.contains(.quit) && session.state.page == .overview)
      for _ in 0..<3 { session.press(.backspace) }
      session.send(.snapshotArrived(try SmallYear.loaded(counts: [SmallYear.pudong: 10])))
      #expect(session.state.loaded != nil)
      session.type("浦东")
      session.press(.enter)
      #expect(session.state.currentDistrict?.district.code == SmallYear.pudong && session.state.overlay == nil)
    }
  }

  @Test("a directory that cannot be used is told as ever")
  func missing() {
    var session = OpeningTests.session()
    session.send(.dataMissing(.noDirectory))
    #expect(session.state.opening == nil)
    #expect(session.text.contains("没有数据目录"))
  }

  @Test("q, F10 and Esc leave at once, on every page", arguments: Page.allCases)
  func leaving(_ page: Page) {
    for key in [Key.character("q"), .function(10), .escape] {
      var session = Session(nil, page)
      session.send(.readingAdvanced(OpeningTests.progress()))
      session.press(key)
      #expect(session.effects == [.quit], "\(key)")
    }
  }

  @Test("before it takes long, and once all is read, q asks as ever")
  func asking() throws {
    for loaded in [nil, try SmallYear.loaded()] {
      var session = Session(loaded)
      session.press(.character("q"))
      #expect(session.effects == [])
      #expect(session.state.overlay == .confirmQuit)
    }
  }

  @Test("any size shows it whole, in one line or on a page", arguments: Language.allCases)
  func sizes(_ language: Language) {
    let hostile = OpeningTests.progress {
      $0.file = "\u{1B}[2J" + String(repeating: "很长的目录/", count: 60)
      $0.bytesTotal = .max
      $0.bytesRead = .max - 1
      $0.rows = .max
      $0.filesTotal = .max
      $0.elapsed = 1e300
    }
    for progress in [OpeningProgress(), OpeningTests.progress(), hostile] {
      for columns in [1, 2, 5, 39, 40, 41, 60, 79, 200] {
        for rows in [1, 2, 7, 8, 9, 12, 24] {
          var session = Session(nil, .overview, columns, rows, settings: ConsoleSettings(language: language))
          session.send(.readingAdvanced(progress))
          #expect(faults(of: session.frame, size: Size(columns: columns, rows: rows)) == [])
          #expect(faults(ofText: session.frame) == [])
          if columns >= 40, rows >= 8 { #expect(session.text.contains(progress.elapsedSeconds), "\(columns)x\(rows)") }
        }
      }
    }
  }

  @Test("100 % is said only when all is read")
  func percent() {
    func percent(_ read: Int64, _ total: Int64) -> Int? {
      OpeningTests.progress {
        $0.bytesRead = read
        $0.bytesTotal = total
      }.percent
    }
    #expect(percent(0, 0) == nil)
    #expect(percent(0, 10) == 0)
    #expect(percent(9_999, 10_000) == 99)
    #expect(percent(.max - 1, .max) == 99)
    #expect(percent(10, 10) == 100)
    #expect(percent(12, 10) == 100)
    #expect(percent(-1, 10) == 0)
  }

  @Test("a rate is told of rows and time, and not where there is none of either")
  func rate() {
    #expect(OpeningTests.progress().rowsPerSecond == 2_468_000)
    #expect(OpeningTests.progress { $0.rows = 0 }.rowsPerSecond == nil)
    for elapsed in [0, -1, Double.nan, .infinity] {
      #expect(OpeningTests.progress { $0.elapsed = elapsed }.rowsPerSecond == nil)
      #expect(OpeningTests.progress { $0.elapsed = elapsed }.seconds == 0)
    }
  }
}

extension OpeningProgress {
  /// As the page shows it in either language.
  fileprivate var elapsedSeconds: String { "\(seconds) " }
}
