package import Policy
import Screen

/// Changes and revisions as lines of plain text, for `jineng changes` and `jineng revisions`.
package struct HistoryListing {
  private let language: Language
  private let loaded: Loaded
  private let words: HistoryText

  package init(_ language: Language, _ loaded: Loaded) {
    self.language = language
    self.loaded = loaded
    words = HistoryText(language)
  }

  /// What changed since when, then a line for each figure and target.
  package func text(_ changes: KnownChanges) -> String {
    var head = [language(HistoryWord.changes), words.since(changes)]
    if let kept = changes.keptSince { head.append(since(kept)) }
    head.append(HistoryWord.files.phrase.text(language, number: changes.files))
    let rows = ChangeRow.rows(changes, loaded)
    var out = head.joined(separator: "  ").string + sample + "\n\n"
    guard !rows.isEmpty else {
      return out + language(changes.keptSince == nil ? HistoryWord.nothingKept : .noChange).string + "\n"
    }
    let titles: [HistoryWord] = [.district, .item, .before, .after, .change, .ofTarget, .revised]
    let cells = rows.map { row in
      let key = row.subject.key
      var item = SafeText(key.item.rawValue + " ") + words.name(key.item, loaded)
      if case .target = row.subject { item += " " + language(HistoryWord.target) }
      return [
        words.name(key.district, loaded), item, count(row.before), count(row.after),
        SafeText(Format.signedCount(row.difference)), SafeText(Format.lead(row.share.map { $0 * 100 })),
        SafeText(row.revised == 0 ? "--" : Format.signedCount(row.revised)),
      ]
    }
    out += PlainColumns.text([titles.map { language($0) }] + cells, right: [2, 3, 4, 5, 6])
    return out
  }

  /// Since when versions are kept, then a line for each revision.
  package func text(_ list: RevisionList) -> String {
    var head = [language(HistoryWord.revisions)]
    head.append(list.question.district.map { words.name($0, loaded) } ?? language(HistoryWord.allDistricts))
    head.append(list.keptSince.map { since($0) } ?? language(HistoryWord.nothingKept))
    let out = head.joined(separator: "  ").string + sample + "\n\n"
    guard !list.revisions.isEmpty else { return out + language(HistoryWord.noRevision).string + "\n" }
    let titles: [HistoryWord] = [.when, .district, .item, .month, .before, .after, .change, .kind, .file]
    let cells = list.revisions.map { revision in
      [
        SafeText(ShanghaiTime(seconds: revision.at).dateAndClock), words.name(revision.key.district, loaded),
        SafeText(revision.key.item.rawValue + " ") + words.name(revision.key.item, loaded),
        SafeText(revision.month.iso), count(revision.before), count(revision.after),
        SafeText(Format.signedCount(revision.difference)), words.kind(revision),
        revision.parts.map { SafeText($0.path) }.joined(separator: "  "),
      ]
    }
    return out + PlainColumns.text([titles.map { language($0) }] + cells, right: [4, 5, 6])
  }

  private var sample: String { loaded.board.sample ? "  " + language(CommonWord.sample).string : "" }

  private func since(_ kept: Double) -> SafeText {
    language(HistoryWord.keptSince) + SafeText(ShanghaiTime(seconds: kept).dateAndClock)
  }

  private func count(_ value: Int64?) -> SafeText { SafeText(value.map { Format.count($0) } ?? "--") }
}
