package import Policy
package import Screen

/// How changes and revisions name what they are about, on the screen and as plain text.
package struct HistoryText {
  let language: Language

  package init(_ language: Language) { self.language = language }

  /// A district by its short name; the city's own rows have a name of their own.
  package func name(_ code: DistrictCode, _ loaded: Loaded?) -> SafeText {
    if code == loaded?.snapshot.plan.cityCode { return language(HistoryWord.cityOwn) }
    return loaded?.district(code)?.district.shortName(language) ?? SafeText(code.rawValue)
  }

  package func name(_ item: ItemID, _ loaded: Loaded?) -> SafeText {
    loaded?.item(item)?.short.text(language) ?? SafeText(item.rawValue)
  }

  /// Since when: the base with its moment, or where everything begins.
  package func since(_ answer: KnownChanges) -> SafeText {
    guard let kept = answer.keptSince else { return language(HistoryWord.nothingKept) }
    if answer.isSinceFirst {
      let first = language(HistoryWord.sinceFirst) + SafeText(ShanghaiTime(seconds: kept).dateAndClock)
      return answer.base == nil ? first + " (" + language(HistoryWord.noVisit) + ")" : first
    }
    switch answer.question.base {
    case .day(let day): return Phrase("自 \(day.iso) 日终", "since the end of \(day.iso)").text(language)
    case .lastVisit:
      return language(HistoryWord.sinceVisit) + SafeText(ShanghaiTime(seconds: answer.base ?? kept).dateAndClock)
    }
  }

  /// What kind of revision it is.
  package func kind(_ revision: Revision) -> SafeText {
    language(revision.before == 0 ? HistoryWord.late : revision.after == 0 ? .withdrawn : .altered)
  }

  /// A signed count in at most nine cells or so.
  static func signed(_ value: Int64, _ language: Language) -> String {
    value > 0 ? "+" + Format.short(value, language, cells: 8) : Format.short(value, language)
  }
}
