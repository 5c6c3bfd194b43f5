import Toml

extension Fields {
  /// The days that a plan may name (`data-directory.md`, Values).
  static let days = Days(first: Day(number: 10_957), last: Day(number: 47_481))

  /// An inclusive span of days.
  struct Days {
    var first: Day
    var last: Day
  }

  /// A whole number within `range`.
  func whole(_ key: String, in range: ClosedRange<Int64>) throws(PlanError) -> Int64 {
    guard let value = try wholeIfPresent(key, in: range) else { throw error(key, .missing(expected: .integer)) }
    return value
  }

  /// A whole number within `range`; nil where the key is absent.
  func wholeIfPresent(_ key: String, in range: ClosedRange<Int64>) throws(PlanError) -> Int64? {
    guard let value = try told({ () throws(TomlError) in try table.intIfPresent(key) }) else { return nil }
    guard range.contains(value) else { throw error(key, outside(range, String(value))) }
    return value
  }

  /// A number of at most two decimals within `range`, in hundredths; nil where the key is absent.
  func hundredthsIfPresent(_ key: String, in range: ClosedRange<Int64>) throws(PlanError) -> Int64? {
    guard let value = try told({ () throws(TomlError) in try table.doubleIfPresent(key) }) else { return nil }
    do { return try Fields.hundredths(of: value, in: range) } catch { throw self.error(key, error.reason) }
  }

  /// Numbers of at most two decimals within `range`, in hundredths; nil where the key is absent.
  func listOfHundredthsIfPresent(_ key: String, in range: ClosedRange<Int64>) throws(PlanError) -> [Int64]? {
    guard let values = try told({ () throws(TomlError) in try table.doublesIfPresent(key) }) else { return nil }
    var list: [Int64] = []
    for (index, value) in values.enumerated() {
      do { list.append(try Fields.hundredths(of: value, in: range)) } catch {
        throw self.error(key, element: index, error.reason)
      }
    }
    return list
  }

  /// A finite number; nil where the key is absent.
  func number(_ key: String) throws(PlanError) -> Double {
    let value = try told { () throws(TomlError) in try table.double(key) }
    guard value.isFinite, value.magnitude <= 1e15 else {
      throw error(key, .outOfRange(least: "-1e15", most: "1e15", found: String(value)))
    }
    return value
  }

  /// A day of this century.
  func day(_ key: String) throws(PlanError) -> Day {
    guard let day = try dayIfPresent(key) else { throw error(key, .missing(expected: .day)) }
    return day
  }

  /// A day of this century; nil where the key is absent.
  func dayIfPresent(_ key: String) throws(PlanError) -> Day? {
    guard let date = try told({ () throws(TomlError) in try table.dayIfPresent(key) }) else { return nil }
    let days = Fields.days
    guard let day = Day(year: date.year, month: date.month, day: date.day), days.first <= day, day <= days.last else {
      let found = "\(date.year)-\(date.month)-\(date.day)"
      throw error(key, .dayOutOfRange(first: days.first, last: days.last, found: found))
    }
    return day
  }

  /// `true` or `false`, or what stands for an absent key.
  func flag(_ key: String, default standard: Bool) throws(PlanError) -> Bool {
    try told { () throws(TomlError) in try table.boolIfPresent(key) } ?? standard
  }

  private struct Refusal: Error { var reason: PlanError.Reason }

  private static func hundredths(of value: Double, in range: ClosedRange<Int64>) throws(Refusal) -> Int64 {
    let scaled = (value * 100).rounded()
    let least = Double(range.lowerBound)
    let most = Double(range.upperBound)
    // The comparison also holds back infinities and not-a-number.
    guard scaled >= least, scaled <= most, let whole = Int64(exactly: scaled) else {
      throw Refusal(reason: .outOfRange(least: text(least), most: text(most), found: String(value)))
    }
    guard (value * 100 - scaled).magnitude < 1e-6 * max(1, scaled.magnitude / 1e6) else {
      throw Refusal(reason: .tooManyDecimals(found: String(value)))
    }
    return whole
  }

  private static func text(_ hundredths: Double) -> String { String(hundredths / 100) }

  private func outside(_ range: ClosedRange<Int64>, _ found: String) -> PlanError.Reason {
    .outOfRange(least: String(range.lowerBound), most: String(range.upperBound), found: found)
  }
}
