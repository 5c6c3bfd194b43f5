import Policy

/// `calendar` (日历): replaces the plan's calendar whole.
enum CalendarTable: RecordTable {
  static let table = Table.calendar
  static let columns: [Column] = [
    .date,
    .required("kind", "类型", as: .calendarKind),
    .optional("name", "名称", as: .text),
  ]

  /// The kinds in the order of the column's words.
  static let kinds: [CalendarEntry.Kind] = [.holiday, .workday]

  static func record(_ cells: Cells, _ lexicon: Lexicon) -> CalendarEntry? {
    guard let day = cells.day(0), let kind = cells.index(1), kinds.indices.contains(kind) else { return nil }
    return CalendarEntry(day: day, kind: kinds[kind], name: cells.text(2) ?? "")
  }

  static func key(_ record: CalendarEntry) -> String? { record.day.iso }
}
