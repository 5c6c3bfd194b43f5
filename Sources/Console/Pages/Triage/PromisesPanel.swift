import Policy
import Screen

/// 承诺台账: what was promised, by when, and what the data say of it.
struct PromisesPanel {
  private let state: ConsoleState
  private let text: CaseText

  init(_ state: ConsoleState, _ loaded: Loaded) {
    self.state = state
    text = CaseText(state.language, loaded)
  }

  var table: Table {
    let language = state.language
    let columns = [
      language.column(TriageWord.place.phrase, 9, priority: 100),
      language.column(TriageWord.promise.phrase, 14, priority: 99, flexible: true),
      language.column(TriageWord.due.phrase, 6, priority: 96),
      language.column(TriageWord.promised.phrase, 9, align: .right, priority: 95),
      language.column(TriageWord.actual.phrase, 9, align: .right, priority: 94),
      language.column(TriageWord.verdict.phrase, 12, priority: 98),
      language.column(TriageWord.number.phrase, 5, priority: 60),
    ]
    return state.table(.promises, columns: columns) { [self] row in
      guard let judged = state.promise(row: row) else { return [] }
      let promise = judged.promise.commitment
      let verdict = text.verdict(judged.verdict)
      return [
        .text(text.place(judged.district)), .text(text.item(promise.item)), .text(SafeText(promise.due.monthDay)),
        figure(Format.short(promise.value, state.language)), figure(Format.short(judged.actual, state.language)),
        .text(verdict.text, verdict.role), .text(SafeText("#\(judged.caseNumber)"), .dim),
      ]
    }
  }
}
