extension Line {
  /// The line with colours and attributes (SGR sequences only); it starts and ends plain.
  package func ansi(theme: Theme, depth: ColorDepth) -> String {
    spans.map { span in
      let look = theme.look(of: Style(span.role), depth)
      let plain = Style(.text)
      guard span.role != plain.role else { return span.text.string }
      return look.selectSequence + span.text.string + "\u{1B}[0m"
    }.joined()
  }
}
