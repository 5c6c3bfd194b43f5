import Policy
import Screen

/// All measures by their light in one line: how many lag, and which.
struct MeasureLights {
  private let state: ConsoleState
  private let loaded: Loaded

  init(_ state: ConsoleState, _ loaded: Loaded) {
    self.state = state
    self.loaded = loaded
  }

  var line: Line {
    let order: [Status] = [.lagging, .watch, .onPace, .done, .noTarget]
    var parts: [Line] = []
    let duties = loaded.board.closing.count { $0.city.status == .overdue }
    if duties > 0 {
      parts.append(Line(state.language(Phrase("区级主体责任逾期 ", "duties overdue ")) + "\(duties)", .lagging))
    }
    for status in order {
      let numbers = loaded.board.measures.filter { $0.status == status }.map(\.number)
      guard !numbers.isEmpty else { continue }
      let list = numbers.map { SafeText(String($0)) }.joined(separator: " ")
      parts.append(
        Line([
          Span(status.mark + " " + state.language(status.word) + " \(numbers.count) ", status.role),
          Span("(" + list + ")", status == .lagging ? .lagging : .dim),
        ]))
    }
    return .joined(parts, separator: "   ")
  }
}
