import Console
import Policy
import Screen
import Testing

@Suite("Words of both languages")
struct WordingTests {
  private static let all: [(String, Phrase)] =
    phrases(of: CommonWord.self) + phrases(of: OverviewWord.self) + phrases(of: DistrictWord.self)
    + phrases(of: DataWord.self) + phrases(of: StatusWord.self) + phrases(of: OpeningWord.self)
    + phrases(of: ProvenanceWord.self) + phrases(of: MapWord.self) + phrases(of: GapWord.self)
    + phrases(of: ChartWord.self) + phrases(of: OutlookWord.self) + phrases(of: MeasureWord.self)
    + phrases(of: HistoryWord.self) + phrases(of: TriageWord.self) + phrases(of: KioskWord.self)
    + phrases(of: DoctorCheck.self) + phrases(of: DoctorVerdict.self) + phrases(of: DoctorWord.self)

  private static func phrases<Words: Wording>(of words: Words.Type) -> [(String, Phrase)] {
    words.allCases.map { ("\(words).\($0)", $0.phrase) }
  }

  @Test("every word is there in both, none with Chinese on the English side")
  func whole() {
    #expect(WordingTests.all.count > 120)
    for (name, phrase) in WordingTests.all { #expect(Wordings.faults(in: phrase) == [], "\(name)") }
  }

  @Test("every word is Chinese on the Chinese side")
  func chinese() {
    let asIs: Set<String> = ["CommonWord.product"]
    for (name, phrase) in WordingTests.all where !asIs.contains(name) {
      #expect(phrase.zh.unicodeScalars.contains(where: Wordings.isChinese), "\(name)")
    }
  }

  @Test("every problem has its words, a short name that fits its column, and a remedy")
  func problems() {
    let widths = DisplayWidth()
    for code in ProblemCode.allCases {
      #expect(Wordings.faults(in: ProblemWords.phrase(code)) == [])
      #expect(Wordings.faults(in: ProblemWords.short(code)) == [])
      for language in Language.allCases {
        #expect(widths.width(of: language(ProblemWords.short(code))) <= 11, "\(code)")
      }
    }
    #expect(Set(ProblemCode.allCases.map { ProblemWords.short($0).zh }).count == ProblemCode.allCases.count)
    #expect(Set(ProblemCode.allCases.map { ProblemWords.short($0).en }).count == ProblemCode.allCases.count)
  }

  @Test("a message shows its value harmless")
  func hostile() {
    let problem = Problem(path: "a", line: 1, column: "b", code: .badDate, detail: "\u{1B}[2J\u{202E}x")
    for language in Language.allCases {
      let message = ProblemWords.message(problem, language)
      #expect(!SafeTextCheck.changes(message))
      #expect(message.contains("^[[2J"))
    }
  }

  @Test("every status is told by word and mark, and worst comes first")
  func status() {
    let widths = DisplayWidth()
    let words = Status.allCases.map(\.word.phrase)
    #expect(Set(words.map(\.zh)).count == words.count)
    #expect(Set(words.map(\.en)).count == words.count)
    for status in Status.allCases {
      #expect(widths.width(of: status.mark) == 2)
      for language in Language.allCases { #expect(widths.width(of: language(status.word)) <= 9) }
    }
    let order = Status.allCases.sorted { $0.urgency < $1.urgency }
    #expect(order == [.lagging, .silent, .watch, .onPace, .done, .noTarget])
  }

  @Test("grades, stages, flags and tranches have words in both languages")
  func others() {
    for grade in Grade.allCases {
      for language in Language.allCases { #expect(!grade.label(language).isEmpty) }
    }
    for flag in FundingFlag.allCases { #expect(Wordings.faults(in: flag.word.phrase) == []) }
    for tranche in Tranche.allCases { #expect(Wordings.faults(in: tranche.word.phrase) == []) }
    #expect(Set(FundingFlag.allCases.map { $0.word.phrase.zh }).count == FundingFlag.allCases.count)
    #expect(Set(FundingFlag.allCases.map { $0.word.phrase.en }).count == FundingFlag.allCases.count)
  }

  @Test("headings are not cut in the sizes people use", arguments: Language.allCases)
  func headings(_ language: Language) throws {
    for page in Page.allCases {
      for (columns, rows) in [(80, 24), (120, 36), (200, 60)] {
        let session = Session(
          try SampleYear.loaded(), page, columns, rows, settings: ConsoleSettings(language: language))
        let cut = Frames.texts(session.frame, .heading).filter { $0.contains("…") }
        let names = Set(session.state.loaded?.snapshot.plan.items.map { $0.short.text(language).string } ?? [])
        // An item's own short name may be longer than its column; the words of the console are not.
        let own = cut.filter { text in !names.contains { $0.contains(text.prefix { $0 != "…" }) } }
        #expect(own == [], "\(page) \(columns)x\(rows)")
      }
    }
  }

  @Test("the English screen of a plan's own words shows no Chinese but names of the records")
  func english() throws {
    let settings = ConsoleSettings(language: .en)
    let session = Session(try SmallYear.loaded(counts: [SmallYear.pudong: 10]), .overview, 120, 36, settings: settings)
    for line in session.lines { #expect(!line.unicodeScalars.contains(where: Wordings.isChinese), "\(line)") }
  }

  @Test("menus are whole in English, on every page")
  func menus() throws {
    for page in Page.allCases {
      var state = Session(try SampleYear.loaded(), page, settings: ConsoleSettings(language: .en)).state
      for kind in [MenuState.Kind.help, .palette, .pages, .sort, .asOf, .export] {
        for pane in page.panes {
          state.focus[page] = pane
          let menu = MenuLines(state, MenuState(kind))
          #expect(!menu.title.string.unicodeScalars.contains(where: Wordings.isChinese))
          for line in menu.lines {
            let text = line.label.string + line.hint.string + (line.disabled?.string ?? "")
            #expect(!text.unicodeScalars.contains(where: Wordings.isChinese), "\(text)")
            #expect(!line.label.isEmpty)
          }
        }
      }
    }
  }
}
