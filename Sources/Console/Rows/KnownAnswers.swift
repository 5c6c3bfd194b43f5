/// Answers that were given once for a name, where rows share few names and neighbours mostly have the same.
struct KnownAnswers<Name: Hashable> {
  private var answers: [Name: Bool] = [:]
  private var last: (name: Name, answer: Bool)?

  /// The answer for a name; `ask` is called where it is new.
  mutating func answer(_ name: Name, _ ask: () -> Bool) -> Bool {
    if let last, last.name == name { return last.answer }
    let answer = answers[name] ?? ask()
    answers[name] = answer
    last = (name, answer)
    return answer
  }
}
