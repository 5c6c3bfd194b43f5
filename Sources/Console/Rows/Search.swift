import Policy

/// Finding rows by what people type: Chinese, pinyin or its initials, with or without an input method.
enum Search {
  /// Lower case, full-width forms as ASCII, without blanks and apostrophes (静安 is `Jing'an`).
  static func folded(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      var value = scalar.value
      if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
      if (0x41...0x5A).contains(value) { value += 0x20 }
      guard value > 0x20, value != 0x27, value != 0x2019, value != 0x3000 else { continue }
      if let folded = Unicode.Scalar(value) { out.append(folded) }
    }
    return String(out)
  }

  /// Whether a folded query stands in one of the texts. An empty query matches all.
  static func matches(_ query: String, in texts: [String]) -> Bool {
    query.isEmpty || texts.contains { folded($0).contains(query) }
  }

  static func texts(of district: District) -> [String] {
    [district.code.rawValue, district.name, district.short, district.pinyin, district.initials]
  }
}
