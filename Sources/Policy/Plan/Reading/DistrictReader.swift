import Toml

/// Reads `[[district]]` and `[[calendar]]`.
enum DistrictReader {
  /// The districts that the file brings; nil where it says nothing of districts.
  static func districts(_ root: Fields, city: DistrictCode) throws(PlanError) -> [District]? {
    guard let tables = try root.tablesIfPresent("district") else { return nil }
    var districts: [District] = []
    var lines: [DistrictCode: Int] = [:]
    for fields in tables {
      let district = try district(fields)
      // The city's own rows are told apart by its code: a district with it would count twice.
      if district.code == city {
        throw fields.error("code", .duplicate(value: city.rawValue, firstLine: root.table.place(of: "plan").line))
      }
      if let first = lines[district.code] {
        throw fields.error("code", .duplicate(value: district.code.rawValue, firstLine: first))
      }
      lines[district.code] = fields.line(of: "code")
      districts.append(district)
    }
    return districts.sorted { $0.code < $1.code }
  }

  private static func district(_ fields: Fields) throws(PlanError) -> District {
    let code = DistrictCode(rawValue: try fields.text("code"))
    let name = try fields.text("name")
    return District(
      code: code, name: name, short: try fields.textIfPresent("short") ?? ShortName.district(name),
      pinyin: try fields.textIfPresent("pinyin") ?? "", initials: try fields.textIfPresent("initials") ?? "",
      population: try fields.wholeIfPresent("population", in: 0...10_000_000_000),
      tileRow: try fields.wholeIfPresent("tile_row", in: 0...99).map { Int($0) },
      tileColumn: try fields.wholeIfPresent("tile_col", in: 0...99).map { Int($0) })
  }

  /// The days that the file brings, in order; nil where it says nothing of them.
  static func calendar(_ root: Fields) throws(PlanError) -> [CalendarEntry]? {
    guard let tables = try root.tablesIfPresent("calendar") else { return nil }
    var entries: [CalendarEntry] = []
    var lines: [Day: Int] = [:]
    for fields in tables {
      let day = try fields.day("date")
      if let first = lines[day] { throw fields.error("date", .duplicate(value: day.iso, firstLine: first)) }
      lines[day] = fields.line(of: "date")
      let kind: CalendarEntry.Kind = try fields.choice("kind", default: nil)
      entries.append(CalendarEntry(day: day, kind: kind, name: try fields.textIfPresent("name") ?? ""))
    }
    return entries.sorted { $0.day < $1.day }
  }
}
