import Policy

extension WorkCalendar {
  /// The last working day on or before `day`: offices are closed on the others.
  func workingDay(onOrBefore day: Day) -> Day {
    // The longest festival is far shorter; the bound keeps a calendar of holidays alone from looping.
    (0..<31).lazy.map { day - $0 }.first { isWorkingDay($0) } ?? day
  }

  /// The first working day on or after `day`.
  func workingDay(onOrAfter day: Day) -> Day {
    (0..<31).lazy.map { day + $0 }.first { isWorkingDay($0) } ?? day
  }
}
