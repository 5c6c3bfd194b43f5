package import Screen

/// A language of the console. Chinese unless `--lang en` or a terminal that cannot show it.
package enum Language: String, Hashable, Sendable, CaseIterable {
  case zh
  case en
}

/// Words in both languages. A column keeps the width of the longer one, so that switching never reflows a page.
package struct Phrase: Hashable, Sendable {
  package let zh: String
  package let en: String

  package init(_ zh: String, _ en: String) {
    self.zh = zh
    self.en = en
  }

  package func text(_ language: Language) -> SafeText { SafeText(language == .zh ? zh : en) }

  /// The words with `number` in place of their `#`: a number stands elsewhere in a Chinese sentence.
  package func text(_ language: Language, number: Int) -> SafeText {
    SafeText((language == .zh ? zh : en).map { $0 == "#" ? String(number) : String($0) }.joined())
  }
}

/// One page's strings: an enum whose cases are its words, so that a test can see that both languages are whole.
package protocol Wording: CaseIterable, Hashable, Sendable {
  var phrase: Phrase { get }
}

extension Language {
  package func callAsFunction(_ word: some Wording) -> SafeText { word.phrase.text(self) }
  package func callAsFunction(_ phrase: Phrase) -> SafeText { phrase.text(self) }
}
