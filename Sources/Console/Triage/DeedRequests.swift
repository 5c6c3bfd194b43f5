import Policy
import Screen

/// From what is typed in a dialog to what is asked of each case.
struct DeedRequests {
  private let dialog: DeedDialog
  private let loaded: Loaded
  private let today: Day

  init(_ dialog: DeedDialog, _ loaded: Loaded, today: Day) {
    self.dialog = dialog
    self.loaded = loaded
    self.today = today
  }

  /// The last day to which anything may be put off.
  static func latest(_ plan: Plan) -> Day { plan.periodEnd + 60 }

  /// What a day field says, where it may be left empty nil too.
  enum TypedDay: Hashable {
    case none
    case day(Day)
    case refused(Phrase)
  }

  /// `12-05`, `2026-12-05`, or `+3`: working days from today.
  var day: TypedDay {
    let text = Search.folded(dialog.texts[.day] ?? "")
    if text.first == "+", let count = Int(text.dropFirst()), (1...366).contains(count) {
      return .day(workingDay(count))
    }
    switch TypedFigure<Day>(day: text, after: today - 1, through: DeedRequests.latest(loaded.snapshot.plan)) {
    case .none: return .none
    case .value(let day): return .day(day)
    case .refused(let reason): return .refused(reason)
    }
  }

  private func workingDay(_ count: Int) -> Day {
    var left = count
    var day = today
    while left > 0, day - today < 1000 {
      day = day + 1
      if loaded.snapshot.facts.calendar.isWorkingDay(day) { left -= 1 }
    }
    return day
  }

  var value: TypedFigure<Double> { TypedFigure(rate: dialog.texts[.value] ?? "") }

  /// What is asked of a case, or why it cannot be asked yet.
  func request(of own: Case) -> Result<CaseRequest, DeedFault> {
    switch dialog.action {
    case .acknowledge: return .success(.acknowledge)
    case .assign: return .success(.assign(to: dialog.texts[.name] ?? ""))
    case .note: return .success(.note)
    case .urge: return .success(.urge)
    case .review: return .success(.review)
    case .return: return .success(.return)
    case .close: return .success(.close)
    case .decide: return .success(.decide)
    case .refuseExtension: return .success(.refuseExtension)
    case .undo: return .success(.undo)
    case .escalate: return .success(.escalate(to: own.level.next ?? .summons))
    case .followUp: return optionalDay.map { .followUp(next: $0) }
    case .grantExtension: return optionalDay.map { .grantExtension(until: $0) }
    case .snooze: return requiredDay.map { .snooze(until: $0) }
    case .askExtension: return requiredDay.map { .askExtension(until: $0) }
    case .commit: return commitment
    }
  }

  private var optionalDay: Result<Day?, DeedFault> {
    switch day {
    case .none: .success(nil)
    case .day(let day): .success(day)
    case .refused(let reason): .failure(DeedFault(reason: reason))
    }
  }

  private var requiredDay: Result<Day, DeedFault> {
    switch day {
    case .none: .failure(DeedFault(reason: Phrase("请写日期，例如 12-18 或 +3", "a day is needed, such as 12-18 or +3")))
    case .day(let day): .success(day)
    case .refused(let reason): .failure(DeedFault(reason: reason))
    }
  }

  private var commitment: Result<CaseRequest, DeedFault> {
    guard let item = dialog.item else {
      return .failure(DeedFault(reason: Phrase("没有可承诺的计数事项", "no counted item to promise")))
    }
    switch (value, requiredDay) {
    case (.none, _): return .failure(DeedFault(reason: Phrase("请写承诺数", "how many are promised?")))
    case (.refused(let reason), _): return .failure(DeedFault(reason: reason))
    case (_, .failure(let fault)): return .failure(fault)
    case (.value(let value), .success(let day)):
      guard value == value.rounded(), value < 9e15 else {
        return .failure(DeedFault(reason: Phrase("承诺数须是整数", "a whole number is needed")))
      }
      return .success(.commit(Commitment(item: item, value: Int64(value), due: day)))
    }
  }
}

/// Why a dialog cannot be done yet.
struct DeedFault: Error, Hashable {
  var reason: Phrase
}
