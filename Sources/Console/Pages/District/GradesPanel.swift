import Policy
import Screen

/// The institution grading panel: how many of each grade, then the institutions that need attention first.
struct GradesPanel {
  private let state: ConsoleState
  private let loaded: Loaded
  private let board: DistrictBoard

  init(_ state: ConsoleState, _ loaded: Loaded, _ board: DistrictBoard) {
    self.state = state
    self.loaded = loaded
    self.board = board
  }

  func drawHead(in rect: Rect, on canvas: inout Canvas) {
    canvas.put(GradeSummary.line(board.grades, state.language), in: rect.top(1))
    guard rect.rows > 1 else { return }
    GradeSummary.drawBar(board.grades, in: rect.droppingTop(1).top(1), on: &canvas)
  }

  func table(_ showsHeader: Bool) -> Table {
    let language = state.language
    let columns = [
      language.column(DistrictWord.institution.phrase, 14, ideal: 30, priority: 100, flexible: true),
      language.column(DistrictWord.grade.phrase, 7, priority: 95),
      language.column(DistrictWord.trained.phrase, 7, align: .right, priority: 50),
      language.column(DistrictWord.remarks.phrase, 8, ideal: 14, priority: 85),
    ]
    return state.table(.grades, columns: columns, showsHeader: showsHeader) { [self] row in
      guard let institution = loaded.institution(row) else { return [] }
      return [
        state.name(SafeText(institution.institution.name), .grades, row),
        .line(GradeSummary.gradeAndScore(institution, language)),
        figure(Format.count(institution.trained)),
        .line(InstitutionRemarks.line(institution, asOf: loaded.board.asOf, language)),
      ]
    }
  }
}

/// Institutions per grade as figures and as one bar.
enum GradeSummary {
  static func line(_ counts: GradeCounts, _ language: Language) -> Line {
    guard counts.total > 0 else { return Line(language(DistrictWord.noInstitutions), .dim) }
    return .joined(
      Grade.allCases.map { grade in
        Line([
          Span(grade.label(language) + " ", counts[grade] == 0 ? .dim : grade.role),
          Span("\(counts[grade])", counts[grade] == 0 ? .dim : .text),
        ])
      }, separator: "   ")
  }

  /// `D  47.5`: grade and score in seven cells.
  static func gradeAndScore(_ board: InstitutionBoard, _ language: Language) -> Line {
    let grade = board.grade.label(language)
    guard let score = board.scoreHundredths else { return Line(grade, board.grade.role) }
    let widths = DisplayWidth()
    return Line([
      Span(grade, board.grade.role),
      Span(widths.fit(SafeText(Format.score(score)), 7 - widths.width(of: grade), align: .right)),
    ])
  }

  /// One bar of all institutions, a stretch per grade; a grade that occurs has at least one cell.
  static func drawBar(_ counts: GradeCounts, in rect: Rect, on canvas: inout Canvas) {
    guard counts.total > 0 else { return }
    let present = Grade.allCases.filter { counts[$0] > 0 }
    var used = 0
    var seen = 0
    for (index, grade) in present.enumerated() {
      seen += counts[grade]
      // What still comes keeps a cell each.
      let most = rect.columns - (present.count - 1 - index)
      let end = max(used + 1, min(most, rect.columns * seen / counts.total))
      let glyph: SafeText = canvas.glyphs.set == .full ? "▄" : grade == .ungraded ? "." : SafeText(grade.rawValue)
      canvas.fill(rect.droppingLeft(used).left(end - used), glyph, Style(grade.role))
      used = end
    }
  }
}

/// What is wrong with an institution besides its grade, shortest first.
enum InstitutionRemarks {
  static func line(_ board: InstitutionBoard, asOf day: Day, _ language: Language) -> Line {
    var parts: [Line] = []
    if board.capped { parts.append(Line(language(StatusWord.capped), .lagging)) }
    if let until = board.institution.licensedUntil, until < day {
      parts.append(Line(language(StatusWord.licenceLapsed), .lagging))
    }
    if board.expired { parts.append(Line(language(StatusWord.expired), .watch)) }
    if board.openFindings > 0 {
      parts.append(Line((language == .zh ? "未销号\(board.openFindings)" : "\(board.openFindings) open"), .watch))
    }
    if board.grade == .ungraded, !board.missing.isEmpty {
      parts.append(Line(StatusWord.missingScores.phrase.text(language, number: board.missing.count), .dim))
    }
    return .joined(parts)
  }
}
