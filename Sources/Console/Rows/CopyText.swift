import Policy
import Screen

/// The marked rows, or the current one, as lines of tab-separated text: what `y` copies.
struct CopyText {
  let text: String

  init(_ state: ConsoleState) {
    let pane = state.focusedPane
    let marks = state.list(pane).marks
    var rows = state.rows(of: pane).filter { marks.contains($0) }
    if rows.isEmpty, let selected = state.selectedRow(of: pane) { rows = [selected] }
    text = rows.map { CopyText.line(state, pane, $0) }.joined(separator: "\n") + "\n"
  }

  /// A problem as one writes it to a colleague: where, then what.
  static func message(_ problem: Problem, _ language: Language) -> String {
    let place = problem.path + (problem.line.map { ":\($0)" } ?? "")
    let column = problem.column.map { "[\($0)] " } ?? ""
    return SafeText("\(place)  \(column)\(ProblemWords.message(problem, language))").string
  }

  private static func line(_ state: ConsoleState, _ pane: Pane, _ row: String) -> String {
    guard let loaded = state.loaded else { return row }
    let fields: [String]
    switch pane {
    case .districts, .tiles:
      guard let board = loaded.district(DistrictCode(rawValue: row)) else { return row }
      fields =
        [board.district.name, state.language(board.status.word).string, board.latest?.iso ?? ""]
        + board.items.filter { $0.target != nil }.map { item in
          let name = loaded.item(item.id)?.short.zh ?? item.id.rawValue
          return "\(name) \(item.actual)/\(item.target ?? 0) \(Format.percent(item.attainment))%"
        }
    case .targets, .trend:
      guard let item = state.currentDistrict?.items.first(where: { $0.id.rawValue == row }) else { return row }
      fields = [
        state.currentDistrict?.district.name ?? "", row, loaded.item(item.id)?.label.zh ?? "", String(item.actual),
        item.target.map { String($0) } ?? "", Format.percent(item.attainment), Format.lead(item.lead),
        state.language(item.status.word).string,
      ]
    case .grades, .institutions:
      guard let board = loaded.institution(row) else { return row }
      fields = [
        row, board.institution.name, board.grade.label(state.language).string, Format.score(board.scoreHundredths),
        String(board.trained),
      ]
    case .bases:
      guard let board = loaded.board.bases.first(where: { $0.base.id == row }) else { return row }
      fields = [row, board.base.name, board.funding.approved.text, board.funding.paid.text, board.funding.spent.text]
    case .funding, .projects:
      guard let board = loaded.board.bases.lazy.flatMap(\.projects).first(where: { $0.project.id == row }) else {
        return row
      }
      fields =
        [row, board.project.name, board.project.amount.text, board.paid.text, board.spent.text]
        + board.flags.map { state.language($0.word).string }
    case .files: fields = [row]
    case .queue, .promises, .timeline: return CaseCopy(state, loaded).line(pane, row) ?? row
    case .measures:
      fields = MeasureText(MeasureRow(row: row), loaded, state.language).copied
    case .parts: fields = PartText(row, state, loaded).copied
    case .problems:
      if let group = state.group(row: row, in: loaded) {
        fields = GroupText(group, state).copied
        break
      }
      guard let problem = state.problem(row: row, in: loaded) else { return row }
      return CopyText.message(problem, state.language)
    case .senders:
      guard let sender = state.sender(row: row, in: loaded) else { return row }
      fields = SenderText(sender, state.language, loaded).copied
    }
    return fields.map { SafeText($0).string }.joined(separator: "\t")
  }
}
