import Screen

extension DetailState {
  /// Keys that do something in these details only.
  func hints(_ language: Language) -> [KeyBar.Hint] {
    switch subject {
    case .problem: [KeyBar.Hint("y", language(Phrase("复制", " copy")))]
    case .item:
      [
        KeyBar.Hint("E", language(Phrase("差距分解", " gap"))), KeyBar.Hint("i", language(Phrase("溯源", " provenance"))),
        KeyBar.Hint("b", language(Phrase("曲线", " chart"))), KeyBar.Hint("V", language(ChartWord.next)),
        KeyBar.Hint("p", language(Phrase("倒推", " work back"))),
      ]
    case .caseFile:
      [
        KeyBar.Hint("a o m z w e c u", language(Phrase("办理", " act"))),
        KeyBar.Hint("E", language(Phrase("差距分解", " gap"))),
      ]
    default: []
    }
  }
}
