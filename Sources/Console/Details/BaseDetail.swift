import Policy
import Screen

extension DetailWriter {
  /// A base and the money of its projects.
  func base(_ id: String) -> (SafeText, [Line]) {
    guard let board = board.bases.first(where: { $0.base.id == id }) else { return (SafeText(id), []) }
    let base = board.base
    var lines = [
      fact(Phrase("名称", "name"), SafeText(base.name)),
      fact(Phrase("编号", "id"), SafeText(id)),
      fact(Phrase("所属区", "district"), districtName(base.district)),
      fact(Phrase("级别", "level"), SafeText(base.level ?? "--")),
      fact(Phrase("依托单位", "host"), SafeText(base.host ?? "--")),
      fact(Phrase("类别", "category"), SafeText(base.category ?? "--")),
      fact(Phrase("认定日期", "recognised on"), SafeText(base.recognisedOn?.iso ?? "--")),
    ]
    lines += money(approved: board.funding.approved, paid: board.funding.paid, spent: board.funding.spent)
    lines += [.empty, heading(Phrase("资助项目", "Funded projects"))]
    for project in board.projects {
      lines.append(
        Line([
          Span(SafeText(project.project.id) + "  ", .dim), Span(SafeText(project.project.name) + "  "),
          Span(SafeText(Format.money(project.project.amount)) + "  "),
          Span(language(project.stage.word) + "  ", .dim),
          Span(project.flags.map { language($0.word) }.joined(separator: " "), .lagging),
        ]))
    }
    if board.projects.isEmpty { lines.append(Line(language(CommonWord.none), .dim)) }
    return (SafeText(base.name), lines)
  }

  /// A project: its stage, its flags with reasons, its tranches and cost lines.
  func project(_ id: String) -> (SafeText, [Line]) {
    for base in board.bases {
      guard let board = base.projects.first(where: { $0.project.id == id }) else { continue }
      let project = board.project
      var lines = [
        fact(Phrase("名称", "name"), SafeText(project.name)),
        fact(Phrase("编号", "id"), SafeText(id)),
        fact(Phrase("基地", "base"), SafeText(base.base.name)),
        fact(Phrase("阶段", "stage"), language(board.stage.word)),
        fact(Phrase("立项日期", "approved on"), SafeText(project.approvedOn.iso)),
        fact(Phrase("计划验收", "acceptance due"), SafeText(project.acceptanceDue?.iso ?? "--")),
        fact(Phrase("方向", "direction"), SafeText(project.direction ?? "--")),
      ]
      lines += money(approved: project.amount, paid: board.paid, spent: board.spent)
      if !board.flags.isEmpty {
        lines += [.empty, heading(Phrase("预警", "Flags"))]
        lines += board.flags.map { Line([Span(language($0.word) + "  ", .lagging), Span(language($0.reason))]) }
      }
      lines += [.empty, heading(Phrase("拨付（万元）", "Payments (10k CNY)"))]
      for (tranche, amount) in zip(Tranche.allCases, board.tranches) {
        lines.append(row(language(tranche.word), amount))
      }
      lines += [.empty, heading(Phrase("支出（万元）", "Spending (10k CNY)"))]
      for (line, amount) in zip(plan.funding.costLines, board.lines) { lines.append(row(SafeText(line), amount)) }
      return (SafeText(project.name), lines)
    }
    return (SafeText(id), [])
  }

  private func money(approved: Money, paid: Money, spent: Money) -> [Line] {
    [
      fact(Phrase("批复（万元）", "approved, 10k CNY"), SafeText(Format.money(approved))),
      fact(Phrase("已拨", "paid"), SafeText(Format.money(paid))),
      fact(Phrase("已支", "spent"), SafeText(Format.money(spent))),
      fact(Phrase("结余", "balance"), SafeText(Format.money(paid - spent)), paid < spent ? .lagging : .text),
    ]
  }

  private func row(_ label: SafeText, _ amount: Money) -> Line {
    let widths = DisplayWidth()
    return Line([
      Span(widths.fit(label, 24), amount == .zero ? .dim : .text),
      Span(widths.fit(SafeText(Format.money(amount)), 14, align: .right), amount == .zero ? .dim : .text),
    ])
  }
}

extension FundingFlag {
  /// Why a project carries the flag (`rules.md`, Base funding).
  var reason: Phrase {
    switch self {
    case .badTier: Phrase("批复金额不是 500、300、100 万元之一", "the approved amount is none of the tiers")
    case .tooManyProjects: Phrase("该基地当年立项超过四项", "more than four approvals of the base in that year")
    case .paidOverApproved: Phrase("拨付合计超过批复金额", "payments exceed the approved amount")
    case .paidBeforeGate: Phrase("拨付早于该批次的前置节点", "a tranche was paid before its gate")
    case .overspent: Phrase("支出超过已拨资金", "spending exceeds what was paid")
    case .acceptanceOverdue: Phrase("已过计划验收日期仍未验收", "the acceptance date has passed without acceptance")
    case .evaluationMissed: Phrase("验收满整年九十天后仍无当年绩效评估", "a yearly evaluation is missing 90 days after its date")
    case .idleBalance: Phrase("验收六个月后仍有结余", "money is left six months after acceptance")
    }
  }
}
