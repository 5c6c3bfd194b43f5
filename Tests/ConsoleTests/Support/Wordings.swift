import Console

/// What is wrong with words in two languages.
enum Wordings {
  static func faults(in phrase: Phrase) -> [String] {
    var faults: [String] = []
    for (language, text) in [("zh", phrase.zh), ("en", phrase.en)] {
      if text.isEmpty { faults.append("\(language) is empty beside '\(phrase.zh)\(phrase.en)'") }
      if SafeTextCheck.changes(text) { faults.append("\(language) holds what cannot be shown: \(text)") }
    }
    if phrase.en.unicodeScalars.contains(where: isChinese) { faults.append("Chinese in '\(phrase.en)'") }
    if phrase.en.contains("TODO") || phrase.zh.contains("TODO") { faults.append("unfinished: \(phrase.zh)") }
    return faults
  }

  /// A Chinese character or a sign of Chinese writing.
  static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
