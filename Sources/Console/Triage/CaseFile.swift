import Policy
import Screen

/// 案卷: a case whole, as lines: where it stands, why, what was promised, everything that was done to it.
struct CaseFile {
  private let state: ConsoleState
  private let loaded: Loaded
  private let number: Int
  private var language: Language { state.language }

  init(_ state: ConsoleState, _ loaded: Loaded, _ number: Int) {
    self.state = state
    self.loaded = loaded
    self.number = number
  }

  var text: (SafeText, [Line]) {
    guard let place = state.triage.places[number] else { return (SafeText("#\(number)"), []) }
    let facts = CaseFacts(state, loaded, place)
    var lines = facts.all
    let promises = state.triage.promises.filter { $0.caseNumber == number }
    if !promises.isEmpty {
      lines += [.empty, heading(.promises)] + promises.map { facts.line($0) }
    }
    lines += [.empty, heading(.timeline)]
    lines += entries
    return (facts.title.text, lines)
  }

  private func heading(_ word: TriageWord) -> Line { Line(language(word), .heading) }

  private var entries: [Line] {
    guard let timeline = state.triage.timeline, timeline.key.number == number else {
      return [Line(language(CommonWord.loading), .dim)]
    }
    let text = DeedText(CaseText(language, loaded))
    let taken = Case.takenBack(timeline.entries)
    return timeline.entries.flatMap { entry -> [Line] in
      let head = Line([
        Span(SafeText(ShanghaiTime(seconds: entry.at.seconds).dateAndClock + "  "), .dim),
        Span(DisplayWidth().fit(text.actor(entry), 8) + "  "),
        Span(SafeText("\(entry.number)  "), .dim),
      ])
      let paragraphs = entry.reason.split(whereSeparator: \.isNewline)
      guard paragraphs.count > 1 else { return [head + text.line(entry, takenBack: taken.contains(entry.number))] }
      var bare = entry
      bare.reason = ""
      return [head + text.line(bare, takenBack: taken.contains(entry.number))]
        + paragraphs.map { Line("    " + SafeText(String($0))) }
    }
  }
}
