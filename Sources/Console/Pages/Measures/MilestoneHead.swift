import Policy
import Screen

extension HeadWriter {
  /// A milestone or a duty: when it is due, when it was done, and where in the year that is.
  func milestone(_ item: Item, _ parts: MeasureParts) -> [HeadBlock] {
    guard let milestone = loaded.milestone(item.id) else { return [] }
    let isDuty = plan.closing.contains { $0.id == item.id }
    var blocks = [HeadBlock(.facts(days(milestone.city, of: item)))]
    let states =
      isDuty ? milestone.districts.map(\.state) : parts.dues.isEmpty ? [milestone.city] : parts.dues.map(\.state)
    let line = timeLine(states)
    blocks.append(HeadBlock(.drawing(line, rows: TimeLine.rows), rank: 1))
    blocks.append(HeadBlock(.facts(legend(line)), rank: 5))
    if let note = parts.dues.first?.row.note, parts.dues.count == 1 {
      blocks.append(HeadBlock(.text(labelled(.note, Line(SafeText(note)))), rank: 2))
    }
    if isDuty { blocks.append(HeadBlock(.text(Line(language(MeasureWord.everyDistrict), .dim)), rank: 5)) }
    if !milestone.districts.isEmpty {
      blocks.append(HeadBlock(.facts(tally(milestone.districts.map(\.state.status))), rank: 1))
    }
    return blocks
  }

  /// Due, done, and how long before or after.
  private func days(_ state: MilestoneState, of item: Item) -> [Line] {
    var due = labelled(.due, Line(state.due.map { SafeText($0.iso) } ?? language(MeasureWord.noDay)))
    due = due + assumed(state.due != nil && state.due == item.due && item.dueBasis == .assumed)
    var facts = [due]
    if let done = state.done { facts.append(labelled(.done, Line(SafeText(done.iso)))) }
    let distance = MilestoneDays.line(state, asOf: board.asOf, language)
    return distance.isEmpty ? facts : facts + [distance]
  }

  private func tally(_ states: [MilestoneStatus]) -> [Line] {
    let order = MilestoneStatus.allCases.sorted { $0.urgency < $1.urgency }
    return [Line(language(MeasureWord.perDistrict), .dim)]
      + order.compactMap { status in
        let count = states.count { $0 == status }
        return count == 0 ? nil : Line([Span(language(status.word) + " ", .dim), Span("\(count)", status.role)])
      }
  }

  // MARK: Time line

  private func timeLine(_ states: [MilestoneState]) -> TimeLine {
    let (start, days) = (plan.periodStart, max(1, plan.periodDays - 1))
    func place(_ day: Day) -> Double { Double(day - start) / Double(days) }
    var parts: [TimeLine.Part] = []
    var first = start - (start.civil.day - 1)
    while first <= plan.periodEnd, parts.count < 60 {
      if first >= start {
        parts.append(TimeLine.Part(monthName(first), brief: "\(first.civil.month)", at: place(first)))
      }
      first = first.adding(months: 1)
    }
    // What is worst is drawn last: of marks in one cell it is seen.
    let dues = states.compactMap { state in state.done == nil ? nil : state.due }
    let marks = states.sorted { $0.status.urgency > $1.status.urgency }.compactMap { state -> TimeLine.Mark? in
      if let done = state.done { return TimeLine.Mark(.done, at: place(done), state.status == .done ? .done : .watch) }
      return state.due.map { TimeLine.Mark($0 < board.asOf ? .missed : .due, at: place($0), state.status.role) }
    }
    return TimeLine(
      parts: parts, elapsed: place(board.asOf), marks: dues.map { TimeLine.Mark(.due, at: place($0), .dim) } + marks)
  }

  private func monthName(_ day: Day) -> SafeText {
    let month = day.civil.month
    guard language == .en else { return SafeText("\(month)月") }
    let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return SafeText(names[(month - 1) % 12])
  }

  /// What the signs mean that occur.
  private func legend(_ line: TimeLine) -> [Line] {
    let words: [(TimeLine.Sign, MeasureWord)] = [(.due, .due), (.missed, .overdue), (.done, .done), (.now, .today)]
    return words.compactMap { sign, word in
      guard sign == .now || line.marks.contains(where: { $0.sign == sign }) else { return nil }
      let role = sign == .now ? .pace : line.marks.last { $0.sign == sign }?.role ?? .text
      return Line([Span(glyphs.sign(sign), role), Span(" " + language(word), .dim)])
    }
  }
}

/// How far a milestone is from its due day: `余41天`, `逾期51天`, `迟21天`; nothing where it is done in time.
enum MilestoneDays {
  static func line(_ state: MilestoneState, asOf day: Day, _ language: Language) -> Line {
    guard let due = state.due else { return .empty }
    if let done = state.done {
      return done > due ? Line(MeasureWord.daysLate.phrase.text(language, number: done - due), .watch) : .empty
    }
    // A duty of all districts may be done without a day of its own.
    if state.status == .done || state.status == .doneLate { return .empty }
    if due == day { return Line(language(MeasureWord.dueToday), state.status.role) }
    let word: MeasureWord = due < day ? .daysOver : .daysLeft
    return Line(
      word.phrase.text(language, number: abs(due - day)), state.status == .open ? .text : state.status.role)
  }
}
