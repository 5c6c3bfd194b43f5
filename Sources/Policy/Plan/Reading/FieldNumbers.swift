import Toml

extension Fields {
  /// The days that a plan may name (`data-directory.md`, Values).
  static let days = Days(first: Day(number: 10_957), last: Day(number: 47_481))

  /// An inclusive span of days.
  struct Days {
    var first: Day
    var last: Day
  }

  /// A whole number within `range`, which must be there.
  func whole(_ key: String, in range: ClosedRange<Int64>) -> Int64? {
    required(key, .integer) ? wholeIfPresent(key, in: range) : nil
  }

  /// A whole number within `range`; nil where the key is absent.
  func wholeIfPresent(_ key: String, in range: ClosedRange<Int64>) -> Int64? {
    guard let value = told({ () throws(TomlError) in try table.intIfPresent(key) }) else { return nil }
    guard range.contains(value) else {
      note(
        key, .outOfRange(least: String(range.lowerBound), most: String(range.upperBound), found: String(value)))
      return nil
    }
    return value
  }

  /// A number of at most two decimals within `range`, in hundredths, which must be there.
  func hundredths(_ key: String, in range: ClosedRange<Int64>) -> Int64? {
    required(key, .number) ? hundredthsIfPresent(key, in: range) : nil
  }

  /// A number of at most two decimals within `range`, in hundredths; nil where the key is absent.
  func hundredthsIfPresent(_ key: String, in range: ClosedRange<Int64>) -> Int64? {
    guard let value = told({ () throws(TomlError) in try table.doubleIfPresent(key) }) else { return nil }
    switch Fields.hundredths(of: value, in: range) {
    case .success(let whole): return whole
    case .failure(let refusal):
      note(key, refusal.reason)
      return nil
    }
  }

  /// Numbers of at most two decimals within `range`, in hundredths, one at least; nil where the key is absent.
  func someHundredthsIfPresent(_ key: String, in range: ClosedRange<Int64>) -> [Int64]? {
    guard let values = told({ () throws(TomlError) in try table.doublesIfPresent(key) }) else { return nil }
    if values.isEmpty { note(key, .empty) }
    var list: [Int64] = []
    for (index, value) in values.enumerated() {
      switch Fields.hundredths(of: value, in: range) {
      case .success(let whole): list.append(whole)
      case .failure(let refusal): note(key, element: index, refusal.reason)
      }
    }
    return list
  }

  /// A finite number, which must be there.
  func number(_ key: String) -> Double? {
    guard let value = told({ () throws(TomlError) in try table.double(key) }) else { return nil }
    guard value.isFinite, value.magnitude <= 1e15 else {
      note(key, .outOfRange(least: "-1e15", most: "1e15", found: String(value)))
      return nil
    }
    return value
  }

  /// A day of this century, which must be there.
  func day(_ key: String) -> Day? { required(key, .day) ? dayIfPresent(key) : nil }

  /// A day of this century; nil where the key is absent.
  func dayIfPresent(_ key: String) -> Day? {
    guard let date = told({ () throws(TomlError) in try table.dayIfPresent(key) }) else { return nil }
    let days = Fields.days
    guard let day = Day(year: date.year, month: date.month, day: date.day), days.first <= day, day <= days.last else {
      let found = "\(date.year)-\(date.month)-\(date.day)"
      note(key, .dayOutOfRange(first: days.first, last: days.last, found: found))
      return nil
    }
    return day
  }

  /// `true` or `false`, or what stands for an absent key.
  func flag(_ key: String, default standard: Bool) -> Bool {
    told { () throws(TomlError) in try table.boolIfPresent(key) } ?? standard
  }

  private func required(_ key: String, _ form: PlanFault.Form) -> Bool {
    if table.has(key) { return true }
    note(key, .missing(expected: form))
    return false
  }

  private struct Refusal: Error { var reason: PlanFault.Reason }

  private static func hundredths(of value: Double, in range: ClosedRange<Int64>) -> Result<Int64, Refusal> {
    let scaled = (value * 100).rounded()
    let least = Double(range.lowerBound)
    let most = Double(range.upperBound)
    // The comparison also holds back infinities and not-a-number.
    guard scaled >= least, scaled <= most, let whole = Int64(exactly: scaled) else {
      return .failure(Refusal(reason: .outOfRange(least: text(least), most: text(most), found: String(value))))
    }
    guard (value * 100 - scaled).magnitude < 1e-6 * max(1, scaled.magnitude / 1e6) else {
      return .failure(Refusal(reason: .tooManyDecimals(found: String(value))))
    }
    return .success(whole)
  }

  private static func text(_ hundredths: Double) -> String { String(hundredths / 100) }
}
