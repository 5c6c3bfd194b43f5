/// A day as TOML writes it. The parser lets only real days pass, but knows the year 0.
package struct TomlDate: Hashable, Sendable {
  /// 0…9999.
  package var year: Int
  /// 1…12.
  package var month: Int
  /// 1…31.
  package var day: Int

  /// Year, month and day.
  package init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }
}
