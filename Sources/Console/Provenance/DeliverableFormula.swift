import Policy
import Screen

extension FormulaWriter {
  /// A milestone's status, due and done days (`rules.md`, Kinds of item).
  func milestone(_ id: ItemID, _ district: DistrictCode?) -> [FormulaLine] {
    guard let board = milestoneBoard(id) else { return [] }
    guard let state = district.map({ code in board.districts.first { $0.code == code }?.state }) ?? board.city else {
      return []
    }
    var days: SafeText = ""
    if let due = state.due, state.done == nil {
      let left = due - self.board.asOf
      let word = left < 0 ? ProvenanceWord.daysOver : .daysLeft
      days = word.phrase.text(language, number: abs(left)) + SafeText("  \(due.iso) - \(self.board.asOf.iso)")
    }
    return [
      FormulaLine(language(ProvenanceWord.status), language(state.status.word), note: days, role: state.status.role),
      line(.due, state.due?.iso ?? "--"),
      line(.done, state.done?.iso ?? "--"),
    ]
  }

  /// A register's entries per stage.
  func register(_ id: ItemID) -> [FormulaLine] {
    let registers = board.measures.lazy.flatMap(\.items).compactMap { item -> RegisterBoard? in
      if case .register(let board) = item, board.id == id { board } else { nil }
    }
    guard let board = registers.first else { return [] }
    let counts = board.stages.map(\.entries)
    var lines = [
      sum(.entries, String(counts.reduce(0, +)), of: counts.map { String($0) }, many: .partsSum),
      line(.stuck, String(board.stuck), role: board.stuck > 0 ? .watch : .text),
      line(.movedThisMonth, String(board.movedThisMonth)),
    ]
    for stage in board.stages {
      let oldest = stage.oldestDays.map { ProvenanceWord.oldest.phrase.text(language, number: $0) }
      lines.append(FormulaLine(SafeText("  " + stage.name), SafeText(String(stage.entries)), note: oldest ?? ""))
    }
    return lines
  }

  private func milestoneBoard(_ id: ItemID) -> MilestoneBoard? {
    if let closing = board.closing.first(where: { $0.id == id }) { return closing }
    for item in board.measures.lazy.flatMap(\.items) {
      if case .milestone(let board) = item, board.id == id { return board }
    }
    return nil
  }
}
