import Screen

/// Marks what of a name fits what was typed, be it the name itself or how it is read.
enum MatchMark {
  /// The name with the fitting characters in the role of matches; unmarked where it fits by something else, as a code.
  static func line(_ name: SafeText, _ query: String, _ romanisation: Romanisation, _ role: Role = .text) -> Line {
    let characters = Array(name.string)
    guard let range = range(characters, Array(query), romanisation) else { return Line(name, role) }
    func part(_ range: Range<Int>) -> SafeText { SafeText(String(characters[range])) }
    return [
      Span(part(0..<range.lowerBound), role), Span(part(range), .match),
      Span(part(range.upperBound..<characters.count), role),
    ]
  }

  /// Which characters fit the folded query.
  private static func range(
    _ characters: [Character], _ query: [Character], _ romanisation: Romanisation
  ) -> Range<Int>? {
    guard !query.isEmpty else { return nil }
    let own = characters.map { Array(Search.folded(String($0))) }
    let read = characters.map { Array(romanisation.typed($0)) }
    let initials = read.map { Array($0.prefix(1)) }
    for forms in [own, read, initials] {
      for start in characters.indices {
        if let end = end(forms, from: start, query) { return start..<end }
      }
    }
    return nil
  }

  /// Behind the last character that the query takes up, when it begins at `start`; the last one need not be whole.
  private static func end(_ forms: [[Character]], from start: Int, _ query: [Character]) -> Int? {
    guard !forms[start].isEmpty else { return nil }
    var taken = 0
    for place in start..<forms.count {
      for character in forms[place] {
        guard taken < query.count else { return place + 1 }
        guard query[taken] == character else { return nil }
        taken += 1
      }
      if taken == query.count { return place + 1 }
    }
    return nil
  }
}
