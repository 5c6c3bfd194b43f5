extension District {
  /// The short name of a district that is given none: 浦东新区 → 浦东.
  public static func shortName(of name: String) -> String { ShortName.district(name) }
}

/// Names for narrow columns.
enum ShortName {
  /// The columns that a short name may take: five Chinese characters.
  static let columns = 10

  /// The beginning of `label` that fits ``columns``, without quotation marks.
  static func cut(_ label: String) -> String {
    var name = ""
    var used = 0
    for character in label where !marks.contains(character) {
      let width = width(character)
      if used + width > columns { break }
      used += width
      name.append(character)
    }
    while name.last == " " { name.removeLast() }
    return name.isEmpty ? label : name
  }

  /// The columns of a name. Whatever is not plain Latin counts as two, so that the name fits on terminals that show
  /// ambiguous characters wide.
  static func width(_ name: String) -> Int { name.reduce(0) { $0 + width($1) } }

  private static func width(_ character: Character) -> Int {
    character.unicodeScalars.contains { $0.value >= 0x1100 } ? 2 : 1
  }

  /// A district's name without the word for its rank: 浦东新区 → 浦东. A name of two characters stays.
  static func district(_ name: String) -> String {
    for rank in ["新区", "区", "县", "市"] where name.hasSuffix(rank) && name.count >= rank.count + 2 {
      return String(name.dropLast(rank.count))
    }
    return name
  }

  private static let marks: Set<Character> = ["“", "”", "‘", "’", "《", "》", "「", "」", "\""]
}
