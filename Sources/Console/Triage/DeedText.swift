import Policy
import Screen

/// An entry of the docket in words.
struct DeedText {
  private let text: CaseText
  private var language: Language { text.language }

  init(_ text: CaseText) { self.text = text }

  /// Who: `甲组`, or 系统.
  func actor(_ entry: DocketEntry) -> SafeText {
    entry.actor.name.map { SafeText($0) } ?? language(TriageWord.system)
  }

  /// What, with its figures, and the text that was written beside it.
  func line(_ entry: DocketEntry, takenBack: Bool = false) -> Line {
    let (what, role) = deed(entry.deed)
    var line = Line(what, takenBack ? .dim : role)
    if !entry.reason.isEmpty {
      // A text of several lines is one here; the case's file has it whole.
      line.append(
        SafeText("  " + entry.reason.split(whereSeparator: \.isNewline).joined(separator: " ")),
        takenBack ? .dim : .text)
    }
    if takenBack { line.append(language(Phrase("（已撤销）", " (taken back)")), .dim) }
    return line
  }

  private func deed(_ deed: Deed) -> (SafeText, Role) {
    func word(_ zh: String, _ en: String) -> SafeText { language(Phrase(zh, en)) }
    func day(_ day: Day) -> SafeText { SafeText(" " + day.monthDay) }
    func items(_ items: [ItemID]) -> SafeText { items.map { text.item($0) }.joined(separator: " ") }
    switch deed {
    case .opened(_, let lagging, let previous):
      let before: SafeText = previous.map { "  " + language(TriageWord.before) + " #\($0)" } ?? ""
      return (word("生成  ", "opened  ") + items(lagging) + before, .text)
    case .itemsChanged(let lagging): return (word("滞后事项变为 ", "lagging now: ") + items(lagging), .text)
    case .recovered: return (word("指标已恢复，转待核验", "recovered: for review"), .onPace)
    case .relapsed: return (word("再次不达标，回到办理", "not so any more: back to work"), .lagging)
    case .snoozeEnded: return (word("暂缓到期", "snooze over"), .watch)
    case .deadlinePassed(let limit, let level):
      return (word("时限", "limit") + day(limit) + word(" 已过，升级为 ", " passed: ") + language(level.phrase), level.role)
    case .acknowledged: return (word("签收", "signed for it"), .text)
    case .assigned(let name): return (word("指派给 ", "assigned to ") + SafeText(name), .text)
    case .noted: return (word("备注", "note"), .dim)
    case .followedUp(let next):
      return (word("跟进", "followed up") + (next.map { word("，下次", "; next") + day($0) } ?? ""), .text)
    case .urged: return (word("催办", "urged"), .watch)
    case .snoozed(let until): return (word("暂缓至", "snoozed until") + day(until), .dim)
    case .sentForReview: return (word("送核验", "sent for review"), .text)
    case .returned: return (word("退回", "returned"), .lagging)
    case .closed(let bySelf):
      return (bySelf ? language(TriageWord.selfClosed) : word("销号", "struck off"), .done)
    case .escalated(let level): return (word("升级为 ", "escalated: ") + language(level.phrase), level.role)
    case .committed(let promise):
      let figure = SafeText(" " + Format.count(promise.value))
      return (
        word("承诺 ", "commitment: ") + text.item(promise.item) + figure + word("，期限", " by") + day(promise.due), .key
      )
    case .extensionAsked(let until): return (word("申请延期至", "asked for an extension to") + day(until), .text)
    case .extensionGranted(let until): return (word("同意延期至", "extended to") + day(until), .text)
    case .extensionRefused: return (word("不同意延期", "extension refused"), .watch)
    case .decided: return (word("会商决定", "decision"), .key)
    case .undone(let number): return (word("撤销第 ", "undid entry ") + SafeText("\(number)") + word(" 条", ""), .dim)
    }
  }
}
