import Screen

extension ConsoleState {
  /// Takes over a theme that was read. Whatever else became of the file, the last good theme stays, and it is said.
  mutating func receive(_ news: ThemeNews) {
    if case .read(let theme, _) = news.outcome { self.theme = theme }
    let text = ThemeText.text(news, language)
    switch news.outcome {
    case .read(_, let unknown): tell(text, for: unknown.isEmpty ? 4 : 12)
    case .broken, .unreadable: tell(text, for: 20, isError: true)
    case .removed: tell(text, for: 8)
    }
  }
}
