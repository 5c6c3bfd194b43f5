import Policy
import Screen

/// 机构: every training institution on its three axes: grade, class and findings.
struct InstitutionsView: PageView {
  let state: ConsoleState
  private let loaded: Loaded

  init(_ state: ConsoleState, _ loaded: Loaded) {
    self.state = state
    self.loaded = loaded
  }

  func places(in rect: Rect, _ widths: DisplayWidth) -> [PanePlace] {
    [PanePlace(pane: .institutions, table: Panel.content(of: rect).droppingTop(2))]
  }

  /// What the cursor changes is drawn onto all the rest, which is remembered.
  func draw(in rect: Rect, on canvas: inout Canvas) {
    for place in places(in: rect, canvas.widths) {
      let window = state.window(place)
      let first = window.visibleRows(in: place.table).lowerBound
      canvas.recall(of: "institutions", stamp: state.revision, place: first, in: rect) {
        drawAll(place.table, in: rect, on: &$0)
      }
      canvas.recall(
        "\(window.selected ?? -1)", of: "institutions titles", stamp: state.revision, in: rect.top(1)
      ) { panel.drawTitles(in: rect, on: &$0) }
      window.drawSelection(in: place.table, on: &canvas)
    }
  }

  private var panel: Panel {
    let title =
      state.language(Phrase("机构（缺省标准）", "Institutions (default rubric)")) + "  "
      + state.orderLabel(.institutions)
    return Panel(Line(title, .title), trailing: state.position(.institutions), focused: true)
  }

  /// All but which institution is selected.
  private func drawAll(_ list: Rect, in rect: Rect, on canvas: inout Canvas) {
    canvas.draw(Panel(focused: true), in: rect)
    let head = Panel.content(of: rect).top(2).inset(columns: 1, rows: 0)
    let counts = loaded.board.institutions.reduce(into: GradeCounts()) { $0[$1.grade] += 1 }
    canvas.put(summary(counts), in: head.top(1))
    GradeSummary.drawBar(counts, in: head.droppingTop(1), on: &canvas)
    table.drawRows(in: list, on: &canvas)
  }

  private func summary(_ counts: GradeCounts) -> Line {
    let day = loaded.board.asOf
    let boards = loaded.board.institutions
    let concerns: [(StatusWord, Int, Role)] = [
      (.capped, boards.count(where: \.capped), .lagging),
      (.licenceLapsed, boards.count { $0.institution.licensedUntil.map { $0 < day } ?? false }, .lagging),
      (.expired, boards.count(where: \.expired), .watch),
      (.openFindings, boards.count { $0.openFindings > 0 }, .watch),
    ]
    let parts = concerns.filter { $0.1 > 0 }.map { word, count, role in
      Line([Span(state.language(word) + " ", .dim), Span("\(count)", role)])
    }
    return GradeSummary.line(counts, state.language) + Line("      ") + .joined(parts, separator: "   ")
  }

  private var table: Table {
    let language = state.language
    var columns = [
      language.column(DistrictWord.institution.phrase, 30, ideal: 44, priority: 100),
      language.column(OverviewWord.district.phrase, 9, priority: 90),
      language.column(Phrase("类别", "class"), 12, ideal: 16, priority: 40),
      language.column(DistrictWord.grade.phrase, 5, priority: 98),
      language.column(DistrictWord.score.phrase, 5, align: .right, priority: 95),
    ]
    for (index, dimension) in loaded.snapshot.plan.rubric.dimensions.prefix(8).enumerated() {
      // The first characters of a dimension's name: the row in full names them whole.
      let short = DisplayWidth().clip(dimension.name.text(language), to: 8)
      columns.append(TableColumn(short, least: 8, align: .right, priority: 30 - index))
    }
    columns += [
      language.column(DistrictWord.trained.phrase, 7, align: .right, priority: 60),
      language.column(Phrase("许可至", "licence"), 10, priority: 20),
      language.column(DistrictWord.remarks.phrase, 12, ideal: 22, priority: 85, flexible: true),
    ]
    let dimensions = loaded.snapshot.plan.rubric.dimensions.prefix(8).count
    return state.table(.institutions, columns: columns) { [self] row in
      guard let board = loaded.institution(row) else { return [] }
      return cells(board, dimensions)
    }
  }

  private func cells(_ board: InstitutionBoard, _ dimensions: Int) -> [TableCell] {
    let language = state.language
    let institution = board.institution
    var cells: [TableCell] = [
      state.name(SafeText(institution.name), .institutions, institution.id),
      .text(DetailWriter(language: language, loaded: loaded, now: state.minute).districtShort(institution.district)),
      .text(SafeText(institution.kind ?? "--"), .dim),
      .text(board.grade.label(language), board.grade.role),
      figure(Format.score(board.scoreHundredths)),
    ]
    for index in 0..<dimensions {
      cells.append(figure(Format.score(board.dimensions.indices.contains(index) ? board.dimensions[index] : nil), .dim))
    }
    let lapsed = institution.licensedUntil.map { $0 < loaded.board.asOf } ?? false
    cells += [
      figure(Format.count(board.trained)),
      .text(SafeText(institution.licensedUntil?.iso ?? "--"), lapsed ? .lagging : .dim),
      .line(InstitutionRemarks.line(board, asOf: loaded.board.asOf, language)),
    ]
    return cells
  }
}

extension DetailWriter {
  func districtShort(_ code: DistrictCode) -> SafeText {
    if code == plan.cityCode { return language(CommonWord.city) }
    return loaded.district(code)?.district.shortName(language) ?? SafeText(code.rawValue)
  }
}
