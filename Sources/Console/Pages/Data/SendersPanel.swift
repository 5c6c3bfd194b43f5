import Policy
import Screen

/// 报送: a line for each district that says who sends well and who does not, worst first.
struct SendersPanel {
  private let state: ConsoleState
  private let loaded: Loaded
  private let senders: [String: Sender]

  init(_ state: ConsoleState, _ loaded: Loaded) {
    self.state = state
    self.loaded = loaded
    senders = Dictionary(loaded.senders.map { ($0.row, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// How many districts send how well: the most that fits into `columns`.
  func title(in columns: Int, _ widths: DisplayWidth) -> Line {
    let language = state.language
    let order = Line(state.orderLabel(.senders), .dim)
    let parts = SendingVerdict.allCases.compactMap { verdict -> Line? in
      let count = senders.values.count { $0.verdict == verdict }
      return count == 0 ? nil : Line([Span(language(verdict.word) + " ", .dim), Span("\(count)", verdict.role)])
    }
    let name = Line(language(DataWord.senders), .title)
    return name.withMost(of: parts, after: order, in: columns, widths)
  }

  /// The table for a place so wide: the reason stands where there is room for it beside the figures.
  func table(in columns: Int) -> Table {
    let language = state.language
    let columns = [
      language.column(OverviewWord.district.phrase, 9, priority: 100),
      language.column(DataWord.verdict.phrase, 9, priority: 99),
      language.column(DataWord.rejected.phrase, 7, ideal: 9, align: .right, priority: 95),
      language.column(DataWord.share.phrase, 7, align: .right, priority: 97),
      language.column(DataWord.errors.phrase, 7, align: .right, priority: 90),
      language.column(DataWord.days.phrase, 5, align: .right, priority: 92),
      language.column(DataWord.rows.phrase, 8, ideal: 10, align: .right, priority: columns < 74 ? 80 : 72),
      language.column(DataWord.filesRead.phrase, 5, align: .right, priority: 70),
      language.column(DataWord.latest.phrase, 7, align: .right, priority: 60),
      language.column(DataWord.warnings.phrase, 6, align: .right, priority: 50),
      language.column(DataWord.notices.phrase, 6, align: .right, priority: 45),
      language.column(DataWord.newest.phrase, 11, align: .right, priority: 40),
      language.column(DataWord.reason.phrase, 18, priority: columns < 74 ? 30 : 75, flexible: true),
    ]
    return state.table(.senders, columns: columns) { row in cells(row) }
  }

  private func cells(_ row: String) -> [TableCell] {
    guard let sender = senders[row] else { return [] }
    let text = SenderText(sender, state.language, loaded)
    let tally = sender.tally
    let role = sender.verdict?.role ?? .dim
    let isBad = sender.verdict == .poor || sender.verdict == .fair
    return [
      state.name(text.name, .senders, row, sender.district == nil ? .dim : .text),
      sender.verdict.map { verdict in
        .line([Span(verdict.mark, role), Span(" " + state.language(verdict.word), role)])
      } ?? .text("--", .dim),
      count(tally.refused, tally.refused > 0 ? .error : .text),
      figure(text.share, tally.refusedOwn == 0 ? .dim : isBad ? role : .text),
      count(tally.errors, .text),
      figure(text.days, sender.verdict == .silent ? role : .text),
      count(tally.rows, .text),
      count(tally.files, .text),
      figure(text.latest),
      count(tally.warnings, .text),
      count(tally.notices, .dim),
      tally.newest.map { .text(SafeText(ShanghaiTime(seconds: $0).stamp), .dim) } ?? .text("--", .dim),
      .text(text.reason, sender.verdict == nil ? .dim : role),
    ]
  }

  private func count(_ value: Int, _ role: Role) -> TableCell {
    figure(value == 0 ? "--" : Format.count(Int64(value)), role)
  }
}
