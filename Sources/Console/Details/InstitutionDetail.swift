import Policy
import Screen

extension DetailWriter {
  /// An institution on its three axes: grade with its scores, class, findings; and what its grade means.
  func institution(_ id: String) -> (SafeText, [Line]) {
    guard let board = board.institutions.first(where: { $0.institution.id == id }) else { return (SafeText(id), []) }
    let institution = board.institution
    var lines = [
      fact(Phrase("编号", "id"), SafeText(id)),
      fact(Phrase("所属区", "district"), districtName(institution.district)),
      fact(Phrase("类别", "class"), SafeText(institution.kind ?? "--")),
      fact(Phrase("级别", "grade"), board.grade.label(language), board.grade.role),
      fact(Phrase("总分", "score"), SafeText(Format.score(board.scoreHundredths))),
      fact(Phrase("许可有效期", "licensed until"), licence(institution), lapsed(institution) ? .lagging : .text),
      fact(Phrase("本年培训人次", "trained this year"), SafeText(Format.count(board.trained))),
      fact(
        Phrase("未销号检查", "open findings"), SafeText(String(board.openFindings)), board.openFindings > 0 ? .watch : .text),
    ]
    if board.capped {
      lines.append(
        fact(Phrase("一票否决", "veto"), language(Phrase("未销号，级别封顶为 D", "open: the grade is capped at D")), .lagging))
    }
    if board.expired {
      lines.append(
        fact(
          Phrase("评级过期", "expired"),
          SafeText(board.newestScore?.iso ?? "--") + language(Phrase(" 之后未再评分", " was the last score")), .watch))
    }
    if board.grade != .ungraded {
      lines.append(fact(Phrase("管理措施（缺省）", "consequence, default"), consequence(board.grade)))
    }
    lines += [.empty, heading(Phrase("评分（缺省标准）", "Scores (default rubric)"))]
    for (index, dimension) in plan.rubric.dimensions.enumerated() {
      let score = board.dimensions.indices.contains(index) ? board.dimensions[index] : nil
      lines.append(
        Line([
          Span(DisplayWidth().fit(dimension.name.text(language), 28), .dim),
          Span(DisplayWidth().fit(SafeText(Format.score(score)), 6, align: .right), score == nil ? .watch : .text),
          Span(" / \(dimension.points)", .dim),
        ]))
    }
    let findings = loaded.snapshot.facts.findings.filter { $0.institution == id && $0.date <= self.board.asOf }
    if !findings.isEmpty {
      lines += [.empty, heading(Phrase("检查", "Findings"))]
      lines += findings.map { finding($0) }
    }
    return (SafeText(institution.name), lines)
  }

  private func licence(_ institution: Institution) -> SafeText {
    guard let until = institution.licensedUntil else { return "--" }
    return SafeText(until.iso) + (lapsed(institution) ? "  " + language(StatusWord.licenceLapsed) : "")
  }

  private func lapsed(_ institution: Institution) -> Bool {
    institution.licensedUntil.map { $0 < board.asOf } ?? false
  }

  /// What a grade means for checks and new classes (`rules.md`, Institution grading; default).
  private func consequence(_ grade: Grade) -> SafeText {
    switch grade {
    case .a: language(Phrase("年度抽查 10%，新班正常", "checks 10% a year, new classes as normal"))
    case .b: language(Phrase("年度抽查 30%，新班正常", "checks 30% a year, new classes as normal"))
    case .c: language(Phrase("年度抽查 60%，新班抽样核验", "checks 60% a year, new classes with sampled verification"))
    case .d: language(Phrase("年度抽查 100%，复查前暂停新班", "checks 100%, new classes suspended until re-inspection"))
    case .ungraded: ""
    }
  }

  private func finding(_ row: FindingRow) -> Line {
    let open = row.resolved.map { $0 > board.asOf } ?? true
    let state: SafeText =
      open
      ? language(StatusWord.openFindings)
      : SafeText((row.resolved?.iso ?? "") + " ") + language(Phrase("已销号", "resolved"))
    return Line([
      Span(SafeText(row.date.iso) + "  ", .dim),
      Span(
        SafeText(row.kind) + (row.veto ? "  " + language(StatusWord.capped) : "") + "  ",
        row.veto && open ? .lagging : .text),
      Span(state, open ? .watch : .dim),
      Span(SafeText(row.note.map { "  " + $0 } ?? ""), .dim),
    ])
  }
}
