import Console
import Foundation
import Policy

/// Makes what is needed to find things by pinyin. The first reading costs a tenth of a second, so it is never done on the way
/// to a frame; what was read once is kept.
struct Readings {
  private var syllables: [Character: String] = [:]
  /// Characters that are not read: Latin letters, digits, signs.
  private var others: Set<Character> = []

  /// Everything of a board that can be found, with the readings of its names.
  mutating func index(_ loaded: Loaded) -> FindIndex {
    for name in loaded.namesToRead { learn(name) }
    for spec in ActionTable.all { learn(spec.name.zh + spec.summary.zh) }
    return FindIndex(loaded, Romanisation(syllables: syllables))
  }

  private mutating func learn(_ text: String) {
    for character in text where syllables[character] == nil && !others.contains(character) {
      guard let syllable = Readings.syllable(of: character) else {
        others.insert(character)
        continue
      }
      syllables[character] = syllable
    }
  }

  /// `浦` is `pu`; nil for what is no Chinese character.
  private static func syllable(of character: Character) -> String? {
    guard let scalar = character.unicodeScalars.first, scalar.properties.isIdeographic,
      let latin = String(character).applyingTransform(.toLatin, reverse: false)?.applyingTransform(
        .stripCombiningMarks, reverse: false)
    else { return nil }
    let letters = latin.lowercased().filter { $0.isASCII && $0.isLetter }
    return letters.isEmpty ? nil : letters
  }
}
