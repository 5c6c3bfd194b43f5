package import Policy
import Screen

/// 会商纪要: what a meeting went through, decided and was promised, as headings and lines.
package struct MeetingMemo {
  /// A heading and what stands below it.
  package struct Section {
    package var title: String
    package var items: [Item]
  }

  /// A case, and what is said of it.
  package struct Item {
    package var head: String
    package var lines: [String]
  }

  package let title: String
  package let lead: [String]
  package let sections: [Section]

  /// - Parameters:
  ///   - agenda: What the meeting went through.
  ///   - since: The docket's newest entry when it began.
  ///   - docket: The docket now.
  ///   - entries: The entries of every case of the agenda.
  package init(
    _ agenda: MeetingAgenda, since: Int, docket: DocketState, entries: (Int) -> [DocketEntry], _ loaded: Loaded,
    _ language: Language, now: Double
  ) {
    let plan = loaded.snapshot.plan
    let facts = loaded.snapshot.facts
    let moment = ShanghaiTime(seconds: now)
    let queue = CaseQueue(board: loaded.board, plan: plan, calendar: facts.calendar, today: moment.day)
    let places = Dictionary(
      docket.cases.map { ($0.number, queue.place(of: $0)) }, uniquingKeysWith: { first, _ in first })
    let promises = PromiseRule(plan: plan, facts: facts, asOf: loaded.board.asOf).judge(docket.cases)
    let text = CaseText(language, loaded)
    let deeds = DeedText(text)
    func word(_ zh: String, _ en: String) -> String { language(Phrase(zh, en)).string }

    title = word("督办会商纪要", "Memo of the meeting on supervised cases") + "  " + moment.day.iso
    var lead = [
      word("时间", "time") + ": " + moment.dateAndClock,
      word("数据截至", "data to") + ": " + loaded.board.asOf.iso,
    ]
    if loaded.board.sample { lead.append(language(CommonWord.sample).string) }
    self.lead = lead

    func item(_ number: Int) -> Item? {
      guard let place = places[number] else { return nil }
      let own = place.own
      var head = "#\(number) " + text.place(own).string + " " + text.matter(place).string
      head += "  " + language(own.state.phrase).string
      if own.level != .none { head += "  " + language(own.level.phrase).string }
      var lines = [
        word("责任人", "handler") + ": " + text.handler(own).text.string + "  " + word("时限", "limit") + ": "
          + text.limit(place).text.string,
        text.severity(place.severity).text.string,
      ]
      let all = entries(number)
      let taken = Case.takenBack(all)
      for entry in all where entry.number > since && !taken.contains(entry.number) {
        if case .undone = entry.deed { continue }
        lines.append(deeds.actor(entry).string + ": " + deeds.line(entry).text.string)
      }
      for judged in promises where judged.caseNumber == number {
        let promise = judged.promise.commitment
        lines.append(
          word("承诺", "commitment") + ": " + text.item(promise.item).string + " " + promise.due.iso + " "
            + Format.count(promise.value) + "  " + word("现状", "now") + " " + Format.count(judged.actual) + "  "
            + text.verdict(judged.verdict).text.string)
      }
      return Item(head: head, lines: lines.filter { !$0.isEmpty })
    }
    sections = MeetingAgenda.Part.allCases.compactMap { part in
      let items = agenda.steps.filter { $0.part == part }.compactMap { item($0.number) }
      return items.isEmpty ? nil : Section(title: language(part.phrase).string, items: items)
    }
  }
}
