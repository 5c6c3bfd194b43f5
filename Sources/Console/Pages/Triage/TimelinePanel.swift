import Policy
import Screen

/// 经过: what was done to the case under the cursor, newest first.
struct TimelinePanel {
  private let state: ConsoleState
  private let text: DeedText

  init(_ state: ConsoleState, _ loaded: Loaded) {
    self.state = state
    text = DeedText(CaseText(state.language, loaded))
  }

  var table: Table {
    let all = state.triage.timeline?.entries ?? []
    let entries = Dictionary(all.map { (String($0.number), $0) }, uniquingKeysWith: { first, _ in first })
    let taken = Case.takenBack(all)
    let columns = [
      TableColumn("", least: 11, priority: 100), TableColumn("", least: 6, priority: 99),
      TableColumn("", least: 20, priority: 98, flexible: true),
    ]
    return state.table(.timeline, columns: columns, showsHeader: false) { [text] row in
      guard let entry = entries[row] else { return [] }
      return [
        .text(SafeText(ShanghaiTime(seconds: entry.at.seconds).stamp), .dim),
        .text(text.actor(entry), entry.actor == .system ? .dim : .text),
        .line(text.line(entry, takenBack: taken.contains(entry.number))),
      ]
    }
  }
}
