import Console
import Policy
import Records
import Screen
import Testing

@Suite("Formulas give what the board has")
struct FormulaTests {
  private static let days = ["2026-01-01", "2026-08-31", "2026-12-31"]

  private func writer(_ iso: String, _ language: Language = .zh) throws -> (FormulaWriter, Loaded) {
    let loaded = Directories.loaded(try SampleYear.loaded().snapshot, asOf: try #require(Day(iso: iso)))
    return (FormulaWriter(language: language, loaded: loaded, provenance: nil), loaded)
  }

  /// The line of a word.
  private func line(_ lines: [FormulaLine], _ word: ProvenanceWord) -> FormulaLine? {
    lines.first { $0.label == word.phrase.text(.zh) }
  }

  /// Whether the formula of a line gives a figure; a line without formula must be of no figure.
  private func expect(_ line: FormulaLine?, gives figure: Double?, _ place: String, times factor: Double = 1) {
    guard let line, let figure else {
      #expect(line == nil || line?.formula.isEmpty == true, "\(place): \(line?.formula.string ?? "")")
      return
    }
    guard let value = Arithmetic.value(of: line.formula.string) else {
      Issue.record("\(place): \(line.label.string) is no formula: \(line.formula.string)")
      return
    }
    #expect(
      abs(value * factor - figure) <= 1e-9 * max(1, abs(figure)), "\(place): \(line.formula.string), not \(figure)")
  }

  @Test("of every counted item, in every district and the city, on many days", arguments: days)
  func counted(_ iso: String) throws {
    let (writer, loaded) = try writer(iso)
    let plan = loaded.snapshot.plan
    for code in [plan.cityCode] + loaded.board.districts.map(\.district.code) {
      for item in loaded.board.city {
        let progress = try #require(loaded.board.progress(item.id, code, city: loaded.snapshot.plan.cityCode))
        let lines = writer.lines(.counted(item: item.id, district: code))
        let place = "\(code) \(item.id) \(iso)"
        let hasTarget = progress.target != nil
        expect(line(lines, .pace), gives: hasTarget ? progress.pace : nil, place)
        expect(line(lines, .attainment), gives: progress.attainment, place)
        expect(line(lines, .lead), gives: progress.lead, place, times: 100)
        expect(line(lines, .required), gives: progress.required, place)
        expect(line(lines, .recent5), gives: progress.recent5, place)
        expect(line(lines, .recent20), gives: progress.recent20, place)
        expect(line(lines, .multiple), gives: progress.multiple, place)
        // What is shown as the result is what the pages show.
        let shown: [(ProvenanceWord, String)] = [
          (.attainment, progress.attainment == nil ? "--" : Format.percent(progress.attainment) + "%"),
          (.required, Format.rate(progress.required)), (.multiple, Format.multiple(progress.multiple)),
        ]
        for (word, text) in shown where hasTarget { #expect(line(lines, word)?.result.string == text, "\(place)") }
        #expect(line(lines, .status)?.result == progress.status.word.phrase.text(.zh))
      }
    }
  }

  @Test("of every suggested target: within the one that the largest remainders may add")
  func suggested() throws {
    let loaded = try SmallYear.loaded()
    let writer = FormulaWriter(language: .zh, loaded: loaded, provenance: nil)
    var seen = 0
    for district in loaded.board.districts {
      for progress in district.items where progress.source == .suggested {
        let figure = Figure.counted(item: progress.id, district: district.district.code)
        let share = try #require(line(writer.lines(figure), .target))
        let value = try #require(Arithmetic.value(of: share.formula.string))
        #expect(abs(value - Double(progress.target ?? 0)) < 1, "\(figure): \(share.formula.string)")
        #expect(share.note == ProvenanceWord.suggested.phrase.text(.zh))
        seen += 1
      }
    }
    #expect(seen > 20)
  }

  @Test("of what the files give: the parts sum to the figure")
  func parts() throws {
    let loaded = try SampleYear.loaded()
    let reader = try SampleYear.reader()
    var sums = 0
    for code in [loaded.snapshot.plan.cityCode] + loaded.board.districts.map(\.district.code) {
      for item in loaded.board.city {
        let figure = Figure.counted(item: item.id, district: code)
        let found = try #require(reader.provenance(of: figure, asOf: loaded.board.asOf))
        let progress = try #require(loaded.board.progress(item.id, code, city: loaded.snapshot.plan.cityCode))
        #expect(found.counted == progress.actual, "\(code) \(item.id)")
        let lines = FormulaWriter(language: .zh, loaded: loaded, provenance: found).lines(figure)
        let actual = try #require(line(lines, .actual))
        if !actual.formula.isEmpty {
          expect(actual, gives: Double(progress.actual), "\(code) \(item.id)")
          sums += 1
        }
        if progress.source == .file {
          let target = try #require(found.target)
          #expect(line(lines, .target)?.note.string.hasSuffix(" \(target.path):\(target.line)") == true)
        }
      }
    }
    #expect(sums > 10)
  }

  @Test("files of another moment than the board's are said to be so")
  func mismatch() throws {
    let loaded = try SampleYear.loaded()
    let figure = Figure.counted(item: SmallYear.training, district: SmallYear.pudong)
    var found = try #require(SampleYear.reader().provenance(of: figure, asOf: loaded.board.asOf))
    found.files.removeFirst()
    let lines = FormulaWriter(language: .zh, loaded: loaded, provenance: found).lines(figure)
    #expect(line(lines, .actual)?.note == ProvenanceWord.mismatch.phrase.text(.zh))
  }

  @Test("of every institution, base and project", arguments: days)
  func others(_ iso: String) throws {
    let (writer, loaded) = try writer(iso)
    for board in loaded.board.institutions {
      let lines = writer.lines(.institution(board.institution.id))
      let score = try #require(line(lines, .score))
      #expect(score.result.string == Format.score(board.scoreHundredths))
      let isWhole = board.scoreHundredths != nil
      expect(score, gives: isWhole ? Double(board.scoreHundredths ?? 0) / 100 : nil, board.institution.id)
      #expect(line(lines, .grade)?.result == board.grade.label(.zh))
    }
    for base in loaded.board.bases {
      let lines = writer.lines(.base(base.base.id))
      expect(line(lines, .balance), gives: Double(base.funding.balance.hundredths) / 100, base.base.id)
      if (2...6).contains(base.projects.count) {
        expect(line(lines, .paid), gives: Double(base.funding.paid.hundredths) / 100, base.base.id)
        expect(line(lines, .approved), gives: Double(base.funding.approved.hundredths) / 100, base.base.id)
      }
      for project in base.projects {
        let lines = writer.lines(.project(project.project.id))
        expect(line(lines, .balance), gives: Double(project.balance.hundredths) / 100, project.project.id)
        expect(line(lines, .utilisation), gives: project.utilisation, project.project.id)
        #expect(line(lines, .stage)?.result == project.stage.word.phrase.text(.zh))
      }
    }
  }

  @Test("of every milestone, duty and register")
  func deliverables() throws {
    let (writer, loaded) = try writer("2026-08-31")
    for board in loaded.board.closing {
      #expect(line(writer.lines(.milestone(item: board.id, district: nil)), .due)?.result.string == board.city.due?.iso)
      for place in board.districts {
        let lines = writer.lines(.milestone(item: board.id, district: place.code))
        #expect(line(lines, .done)?.result.string == place.state.done?.iso ?? "--")
      }
    }
    var registers = 0
    for item in loaded.board.measures.flatMap(\.items) {
      guard case .register(let board) = item else { continue }
      let entries = board.stages.reduce(0) { $0 + $1.entries }
      let lines = writer.lines(.register(board.id))
      #expect(line(lines, .entries)?.result.string == String(entries))
      if !(line(lines, .entries)?.formula.isEmpty ?? true) {
        expect(line(lines, .entries), gives: Double(entries), board.id.rawValue)
      }
      registers += 1
    }
    #expect(registers > 0)
  }

  @Test("a figure that the board does not have has no formula")
  func unknown() throws {
    let (writer, _) = try writer("2026-08-31")
    #expect(writer.lines(.institution("nobody")).isEmpty)
    #expect(writer.lines(.counted(item: ItemID(rawValue: "X"), district: SmallYear.pudong)).isEmpty)
    #expect(writer.lines(.register(ItemID(rawValue: "X"))).isEmpty)
  }

  @Test("in English they are English but for names of the records")
  func english() throws {
    let (writer, loaded) = try writer("2026-08-31", .en)
    for item in loaded.board.city {
      for line in writer.lines(.counted(item: item.id, district: SmallYear.pudong)) {
        let text = (line.label + line.result + line.explanation).string
        let isOwn = text.contains(loaded.snapshot.plan.document.number)
        #expect(isOwn || !text.unicodeScalars.contains(where: Wordings.isChinese), "\(text)")
      }
    }
  }
}
