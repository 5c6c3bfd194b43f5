import Policy
import Screen

/// Rows of the triage page as tab-separated text, for a message or a sheet.
struct CaseCopy {
  private let state: ConsoleState
  private let text: CaseText

  init(_ state: ConsoleState, _ loaded: Loaded) {
    self.state = state
    text = CaseText(state.language, loaded)
  }

  /// Nil where the row is no longer there.
  func line(_ pane: Pane, _ row: String) -> String? {
    let fields: [SafeText]
    switch pane {
    case .queue:
      guard let place = Int(row).flatMap({ state.triage.places[$0] }) else { return nil }
      let own = place.own
      fields = [
        SafeText("#\(own.number)"), state.language(own.state.phrase), text.place(own), text.matter(own),
        text.limit(place).text, text.handler(own).text, state.language(own.level.phrase),
        text.severity(place.severity).text,
      ]
    case .promises:
      guard let judged = state.promise(row: row) else { return nil }
      let promise = judged.promise.commitment
      fields = [
        text.place(judged.district), text.item(promise.item), SafeText(promise.due.iso),
        SafeText(String(promise.value)), SafeText(String(judged.actual)), text.verdict(judged.verdict).text,
      ]
    default:
      guard let entry = state.triage.timeline?.entries.first(where: { String($0.number) == row }) else { return nil }
      fields = [
        SafeText(ShanghaiTime(seconds: entry.at.seconds).dateAndClock), DeedText(text).actor(entry),
        DeedText(text).line(entry).text,
      ]
    }
    return fields.map(\.string).joined(separator: "\t")
  }
}
