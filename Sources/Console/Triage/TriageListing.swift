package import Policy
import Screen

/// The docket as plain text for the command line.
package struct TriageListing {
  private let language: Language
  private let text: CaseText

  package init(_ language: Language, _ loaded: Loaded) {
    self.language = language
    text = CaseText(language, loaded)
  }

  /// A line for each case.
  package func list(_ places: [CaseQueue.Place]) -> String {
    guard !places.isEmpty else { return language(TriageWord.empty).string + "\n" }
    let words: [TriageWord] = [.number, .state, .place, .matter, .handler, .limit, .level, .reason]
    let rows = places.map { place -> [SafeText] in
      let own = place.own
      return [
        SafeText("#\(own.number)"), language(own.state.phrase), text.place(own), text.matter(place),
        text.handler(own).text,
        text.limit(place).text, language(own.level.phrase), text.severity(place.severity).text,
      ]
    }
    return PlainColumns.text([words.map { language($0) }] + rows, right: [])
  }

  /// A case and its entries.
  package func show(_ place: CaseQueue.Place, _ entries: [DocketEntry]) -> String {
    let taken = Case.takenBack(entries)
    let deeds = DeedText(text)
    let rows = entries.map { entry -> [SafeText] in
      [
        SafeText("\(entry.number)"), SafeText(ShanghaiTime(seconds: entry.at.seconds).dateAndClock),
        deeds.actor(entry), deeds.line(entry, takenBack: taken.contains(entry.number)).text,
      ]
    }
    return list([place]) + "\n" + PlainColumns.text(rows, right: [0])
  }

  /// A line for each order.
  package func outcomes(_ orders: [CaseOrder], _ outcomes: [CaseOutcome]) -> String {
    zip(orders, outcomes).map { order, outcome in
      let what: SafeText =
        switch outcome {
        case .done(let entry): DeedText(text).line(entry).text
        case .refused(let refusal):
          language(Phrase("未办：", "not done: ")) + RefusalWords.text(refusal, language)
        case .noSuchCase: language(Phrase("未办：没有这一件", "not done: there is no such case"))
        }
      return "#\(order.caseNumber)  " + what.string + "\n"
    }.joined()
  }
}
