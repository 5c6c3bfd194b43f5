/// How Chinese characters are read, in letters without tones: what is needed to find a name by typing its pinyin or initials.
///
/// The table is made outside, off the way to the first frame; a character that is not in it stands for itself.
package struct Romanisation: Hashable, Sendable {
  /// Lower-case syllables by character.
  private let syllables: [Character: String]

  package init(syllables: [Character: String] = [:]) { self.syllables = syllables }

  package var isEmpty: Bool { syllables.isEmpty }

  /// The whole reading and the initials: `pudongxinqu` and `pdxq`; nil for a text without a character of the table.
  func reading(_ text: String) -> (whole: String, initials: String)? {
    var whole = ""
    var initials = ""
    var isRead = false
    for character in text {
      if let syllable = syllables[character] {
        isRead = true
        whole += syllable
        if let first = syllable.first { initials.append(first) }
      } else {
        let folded = Search.folded(String(character))
        whole += folded
        initials += folded
      }
    }
    return isRead ? (whole, initials) : nil
  }

  /// A text's own folded form with its readings, to be searched.
  func texts(_ text: String) -> [String] {
    guard let reading = reading(text) else { return [text] }
    return [text, reading.whole, reading.initials]
  }

  /// A character as it is typed: its syllable, or its folded self.
  func typed(_ character: Character) -> String { syllables[character] ?? Search.folded(String(character)) }
}
