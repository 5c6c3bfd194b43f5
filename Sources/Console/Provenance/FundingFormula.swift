import Policy
import Screen

extension FormulaWriter {
  /// A base's sums over its projects (`rules.md`, Base funding).
  func base(_ id: String) -> [FormulaLine] {
    guard let board = board.bases.first(where: { $0.base.id == id }) else { return [] }
    let projects = board.projects
    let funding = board.funding
    func sum(_ label: ProvenanceWord, _ whole: Money, _ part: (ProjectBoard) -> Money) -> FormulaLine {
      self.sum(label, Format.money(whole), of: projects.map { Format.money(part($0)) }, many: .projectsSum)
    }
    var lines = [
      sum(.approved, funding.approved, \.project.amount), sum(.paid, funding.paid, \.paid),
      sum(.spent, funding.spent, \.spent),
    ]
    lines += rest(paid: funding.paid, spent: funding.spent)
    lines.append(
      self.sum(
        .flags, String(funding.flags), of: projects.map { String($0.flags.count) }, many: .projectsSum,
        role: funding.flags > 0 ? .lagging : .text))
    for project in projects {
      lines.append(
        FormulaLine(
          SafeText("  " + project.project.id), SafeText(Format.money(project.balance)),
          SafeText(difference(project.paid, project.spent)),
          note: language(project.stage.word) + "  " + SafeText(project.project.name),
          role: project.flags.isEmpty ? .text : .lagging))
    }
    return lines
  }

  /// A project's money, gates and flags.
  func project(_ board: ProjectBoard) -> [FormulaLine] {
    let project = board.project
    let events = events(project.id)
    func parts(_ all: [Money]) -> [String] { all.filter { $0 != .zero }.map { Format.money($0) } }
    var lines = [
      line(.approved, Format.money(project.amount)),
      sum(.paid, Format.money(board.paid), of: parts(board.tranches), many: .partsSum),
      sum(.spent, Format.money(board.spent), of: parts(board.lines), many: .partsSum),
    ]
    lines += rest(paid: board.paid, spent: board.spent)
    lines.append(
      FormulaLine(
        language(ProvenanceWord.stage), language(board.stage.word),
        note: SafeText((events.max { $0.key < $1.key }?.value ?? project.approvedOn).iso)))
    for (tranche, amount) in zip(Tranche.allCases, board.tranches) {
      let gate = gate(tranche, project, events)
      guard amount != .zero || gate != nil else { continue }
      lines.append(
        FormulaLine(
          "  " + language(tranche.word), SafeText(Format.money(amount)),
          note: gate.map { SafeText($0.iso) } ?? language(ProvenanceWord.gateOpen)))
    }
    for flag in board.flags {
      lines.append(
        FormulaLine(
          "  " + language(ProvenanceWord.flags), language(flag.word), note: language(flag.reason), role: .lagging))
    }
    return lines
  }

  private func difference(_ paid: Money, _ spent: Money) -> String {
    "\(FormulaWriter.term(Format.money(paid))) - \(FormulaWriter.term(Format.money(spent)))"
  }

  private func rest(paid: Money, spent: Money) -> [FormulaLine] {
    let used = paid.hundredths > 0 ? Double(spent.hundredths) / Double(paid.hundredths) : nil
    return [
      line(.balance, Format.money(paid - spent), difference(paid, spent), role: paid < spent ? .lagging : .text),
      line(
        .utilisation, used == nil ? "--" : Format.percent(used) + "%",
        used == nil ? "" : "\(FormulaWriter.term(Format.money(spent))) / \(Format.money(paid))"),
    ]
  }

  /// The day of each event that has happened: the earliest counts.
  private func events(_ id: String) -> [ProjectEvent: Day] {
    var events: [ProjectEvent: Day] = [:]
    for row in facts.events where row.project == id && row.date <= board.asOf {
      events[row.event] = min(row.date, events[row.event] ?? row.date)
    }
    return events
  }

  private func gate(_ tranche: Tranche, _ project: Project, _ events: [ProjectEvent: Day]) -> Day? {
    switch tranche {
    case .approval: project.approvedOn
    case .acceptance: events[.acceptance]
    case .evaluation1: events[.evaluation1]
    case .evaluation2: events[.evaluation2]
    case .evaluation3: events[.evaluation3]
    }
  }
}
