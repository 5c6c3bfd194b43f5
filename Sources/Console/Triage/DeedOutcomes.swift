import Policy
import Screen

extension ConsoleState {
  /// What came of orders: what was done is told, what was refused stays on the screen with its reason.
  mutating func receive(_ outcomes: [CaseOutcome], of orders: [CaseOrder]) {
    var done: [DocketEntry] = []
    var refused: [(order: CaseOrder, reason: SafeText)] = []
    for (order, outcome) in zip(orders, outcomes) {
      switch outcome {
      case .done(let entry): done.append(entry)
      case .refused(let refusal): refused.append((order, RefusalWords.text(refusal, language)))
      case .noSuchCase:
        refused.append((order, language(Phrase("没有这一件", "there is no such case"))))
      }
    }
    for entry in done { lists[.queue]?.marks.remove(String(entry.caseNumber)) }
    guard let first = refused.first else {
      if case .deed = overlay { overlay = nil }
      tellDone(done)
      return
    }
    let reason = SafeText("#\(first.order.caseNumber) ") + first.reason
    guard case .deed(var dialog) = overlay else {
      tell(reason, for: 8, isError: true)
      return
    }
    let left = Set(refused.map(\.order.caseNumber))
    // Who repeats it now has seen what the other did.
    dialog.targets = dialog.targets.filter { left.contains($0.number) }.map { target in
      triage.own(target.number).map(DeedTarget.init) ?? target
    }
    dialog.stage = dialog.fields.isEmpty ? .confirming : .typing
    dialog.trouble =
      done.isEmpty ? reason : SafeText("\(done.count) ") + language(Phrase("件已办；", "done; ")) + reason
    overlay = .deed(dialog)
  }

  /// Nothing was written down: what was typed stays, and says so.
  mutating func keepUndone(_ orders: [CaseOrder], _ trouble: StoreTrouble) {
    let reason = language(Phrase("未保存：", "not saved: ")) + StoreWords.unsaved(trouble, language)
    guard case .deed(var dialog) = overlay else {
      tell(reason, for: 10, isError: true)
      return
    }
    dialog.stage = dialog.fields.isEmpty ? .confirming : .typing
    dialog.trouble = reason
    overlay = .deed(dialog)
  }

  private mutating func tellDone(_ done: [DocketEntry]) {
    guard let first = done.first, let loaded else { return }
    let text = DeedText(CaseText(language, loaded)).line(first).text
    let saved = language(Phrase("已存  ", "saved  "))
    tell(
      done.count == 1
        ? saved + SafeText("#\(first.caseNumber) ") + text
        : saved + SafeText("\(done.count) ") + language(Phrase("件  ", "cases  ")) + text, for: 6)
  }
}
