package import Policy
import Screen

extension ConsoleState {
  /// The cases that an action goes to: the marked ones, else the one under the cursor.
  var caseTargets: [Case] {
    if case .detail(let detail) = overlay, case .caseFile(let number) = detail.subject {
      return triage.own(number).map { [$0] } ?? []
    }
    if let meeting { return meeting.step.flatMap { triage.own($0.number) }.map { [$0] } ?? [] }
    let marks = list(.queue).marks
    if !marks.isEmpty {
      return rows(of: .queue).filter(marks.contains).compactMap { Int($0) }.compactMap { triage.own($0) }
    }
    return queueCase.map { [$0] } ?? []
  }

  var actor: Actor { .person(settings.actor) }

  /// The rule of today.
  func transitions(_ loaded: Loaded) -> TransitionRule { loaded.transitions(today: ShanghaiTime(seconds: now).day) }

  /// Why an action can be done to none of the targets; nil: to one at least.
  func refusal(of action: CaseAction) -> Phrase? {
    guard let loaded else { return Phrase("还没有数据", "no data yet") }
    let targets = caseTargets
    guard !targets.isEmpty else { return Phrase("没有选中的督办件", "no case is selected") }
    let rule = transitions(loaded)
    var first: DeedRefusal?
    for own in targets {
      guard let refusal = rule.refusal(of: action, on: own, by: actor) else { return nil }
      first = first ?? refusal
    }
    return first.map { refusal in
      Phrase(RefusalWords.text(refusal, .zh).string, RefusalWords.text(refusal, .en).string)
    }
  }

  /// Begins an action: at once where nothing is to be typed and one case is meant, else in a dialog.
  mutating func begin(_ action: CaseAction) -> [Effect] {
    if let refusal = refusal(of: action) {
      tell(refusal.text(language), for: 5)
      return []
    }
    var dialog = DeedDialog(action, caseTargets.map(DeedTarget.init))
    if action == .commit { dialog.item = promisable(dialog).first }
    if action == .grantExtension, dialog.targets.count == 1,
      let asked = triage.own(dialog.targets[0].number)?.askedExtension
    {
      dialog.texts[.day] = asked.iso
    }
    if dialog.fields.isEmpty {
      if !dialog.needsConfirmation { return submit(dialog) }
      dialog.stage = .confirming
    }
    overlay = .deed(dialog)
    return []
  }

  /// Counted items of the target's place: the lagging ones of the case first.
  func promisable(_ dialog: DeedDialog) -> [ItemID] {
    guard let loaded, let own = dialog.targets.first.flatMap({ triage.own($0.number) }) else { return [] }
    var first = own.items
    if case .counted(let worst, _)? = figure(of: own) { first = [worst] + first.filter { $0 != worst } }
    return first + loaded.countedItems.map(\.id).filter { !first.contains($0) }
  }

  mutating func press(_ key: Key, in dialog: DeedDialog) -> [Effect] {
    switch key {
    case .control("l"): return [.redraw]
    case .control("z"): return [.suspend]
    case .escape, .function(10):
      overlay = nil
      return []
    default: break
    }
    switch dialog.stage {
    case .saving: return []
    case .confirming:
      guard Confirmation.keys.contains(key) else {
        var dialog = dialog
        if case .character = key, !dialog.fields.isEmpty { dialog.stage = .typing }
        overlay = .deed(dialog)
        return []
      }
      return submit(dialog)
    case .typing: return type(key, dialog)
    }
  }

  private mutating func type(_ key: Key, _ old: DeedDialog) -> [Effect] {
    var dialog = old
    switch key {
    case .tab, .down: dialog.place = (dialog.place + 1) % dialog.fields.count
    case .backTab, .up: dialog.place = (dialog.place + dialog.fields.count - 1) % dialog.fields.count
    case .left, .right: if dialog.field == .item { turnItem(&dialog, by: key == .left ? -1 : 1) }
    case .enter:
      if dialog.place < dialog.fields.count - 1 {
        dialog.place += 1
      } else {
        return finish(dialog)
      }
    case .backspace: dialog.edit { if !$0.isEmpty { $0.removeLast() } }
    case .control("u"): dialog.edit { $0 = "" }
    case .character(let character):
      if dialog.field == .item { turnItem(&dialog, by: 1) } else { dialog.edit { $0.append(character) } }
    case .paste(let text): dialog.edit { $0 += text }
    default: return []
    }
    dialog.trouble = nil
    overlay = .deed(dialog)
    return []
  }

  private func turnItem(_ dialog: inout DeedDialog, by step: Int) {
    let items = promisable(dialog)
    guard let item = dialog.item, let place = items.firstIndex(of: item) else { return dialog.item = items.first }
    dialog.item = items[(place + step + items.count) % items.count]
  }

  /// All is typed: what can be seen to be wrong is said here; else it is confirmed or done.
  private mutating func finish(_ old: DeedDialog) -> [Effect] {
    var dialog = old
    switch orders(dialog) {
    case .failure(let fault):
      dialog.trouble = fault.reason.text(language)
      overlay = .deed(dialog)
      return []
    case .success:
      guard dialog.needsConfirmation else { return submit(dialog) }
      dialog.trouble = nil
      dialog.stage = .confirming
      overlay = .deed(dialog)
      return []
    }
  }

  /// What the dialog asks of each case, checked as the docket will check it.
  private func orders(_ dialog: DeedDialog) -> Result<[CaseOrder], DeedFault> {
    guard let loaded else { return .failure(DeedFault(reason: Phrase("还没有数据", "no data yet"))) }
    let requests = DeedRequests(dialog, loaded, today: ShanghaiTime(seconds: now).day)
    let rule = transitions(loaded)
    var orders: [CaseOrder] = []
    var refusal: DeedRefusal?
    for target in dialog.targets {
      guard let own = triage.own(target.number) else { continue }
      switch requests.request(of: own) {
      case .failure(let fault): return .failure(fault)
      case .success(let request):
        let reason = dialog.texts[.reason] ?? ""
        do throws(DeedRefusal) {
          _ = try rule.deed(request, reason: reason, on: own, by: actor)
          orders.append(CaseOrder(caseNumber: own.number, request: request, reason: reason, seen: target.seen))
        } catch { refusal = refusal ?? error }
      }
    }
    if orders.isEmpty, let refusal {
      return .failure(
        DeedFault(reason: Phrase(RefusalWords.text(refusal, .zh).string, RefusalWords.text(refusal, .en).string)))
    }
    return .success(orders)
  }

  private mutating func submit(_ old: DeedDialog) -> [Effect] {
    var dialog = old
    switch orders(dialog) {
    case .failure(let fault):
      guard !dialog.fields.isEmpty else {
        overlay = nil
        tell(fault.reason.text(language), for: 6, isError: true)
        return []
      }
      dialog.stage = .typing
      dialog.trouble = fault.reason.text(language)
      overlay = .deed(dialog)
      return []
    case .success(let orders):
      dialog.stage = .saving
      dialog.trouble = nil
      if !dialog.fields.isEmpty || dialog.targets.count > 1 { overlay = .deed(dialog) }
      return [.act(orders)]
    }
  }
}

extension Loaded {
  /// What may be done to cases on a day.
  package func transitions(today: Day) -> TransitionRule {
    TransitionRule(plan: snapshot.plan, calendar: snapshot.facts.calendar, today: today)
  }
}

extension DeedDialog {
  /// Changes the field that is typed into; more than a note can be is not taken.
  fileprivate mutating func edit(_ change: (inout String) -> Void) {
    guard let field, field != .item else { return }
    var text = texts[field] ?? ""
    change(&text)
    guard text.utf8.count <= (field == .reason ? NoteRule.mostBytes : 120) else { return }
    texts[field] = text
  }
}
