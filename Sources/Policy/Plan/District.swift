/// A district that must deliver.
public struct District: Hashable, Sendable {
  /// Its administrative code.
  public var code: DistrictCode
  /// Its full name: 浦东新区.
  public var name: String
  /// Its short name, for columns: 浦东.
  public var short: String
  /// Its pinyin, for search and for the English screen: Pudong. Empty where unknown.
  public var pinyin: String
  /// Its pinyin initials, upper case: PD. Empty where unknown.
  public var initials: String
  /// Residents; the weight of the suggested split. Nil where unknown.
  public var population: Int64?
  /// Row on the tile map, from 0; nil where unplaced.
  public var tileRow: Int?
  /// Column on the tile map, from 0; nil where unplaced.
  public var tileColumn: Int?

  /// Every field.
  public init(
    code: DistrictCode, name: String, short: String, pinyin: String, initials: String, population: Int64?,
    tileRow: Int?, tileColumn: Int?
  ) {
    self.code = code
    self.name = name
    self.short = short
    self.pinyin = pinyin
    self.initials = initials
    self.population = population
    self.tileRow = tileRow
    self.tileColumn = tileColumn
  }
}

/// A day that differs from its weekday's rule.
public struct CalendarEntry: Hashable, Sendable {
  /// What the day is instead.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// 放假: not a working day, whatever the weekday.
    case holiday
    /// 上班: a working day, whatever the weekday.
    case workday
  }

  /// The day.
  public var day: Day
  /// What it is.
  public var kind: Kind
  /// The festival, for display; may be empty.
  public var name: String

  /// Every field.
  public init(day: Day, kind: Kind, name: String) {
    self.day = day
    self.kind = kind
    self.name = name
  }
}
