import Toml

/// Reads `[[district]]` and `[[calendar]]`.
struct DistrictReader {
  /// The districts in the order of the text, each with the table that it was read from.
  private(set) var districts: [(district: District, fields: Fields)] = []

  private var lines: [DistrictCode: Int] = [:]

  /// Nil where the file says nothing of districts.
  init?(_ root: Fields, city: DistrictCode?) {
    guard let tables = root.tablesIfPresent("district") else { return nil }
    for fields in tables { read(fields, city, cityLine: root.table.place(of: "plan").line) }
  }

  /// By code.
  var ordered: [District] { districts.map(\.district).sorted { $0.code < $1.code } }

  private mutating func read(_ fields: Fields, _ city: DistrictCode?, cityLine: Int) {
    let district = DistrictReader.district(fields)
    districts.append((district, fields))
    let code = district.code
    guard !code.rawValue.isEmpty else { return }
    if code == city {
      // The city's own rows are told apart by its code: a district with it would count twice.
      fields.note("code", .duplicate(value: code.rawValue, firstLine: cityLine))
    } else if let first = lines[code] {
      fields.note("code", .duplicate(value: code.rawValue, firstLine: first))
    } else {
      lines[code] = fields.line(of: "code")
    }
  }

  private static func district(_ fields: Fields) -> District {
    let code = DistrictCode(rawValue: fields.text("code") ?? "")
    let name = fields.text("name") ?? ""
    return District(
      code: code, name: name, short: fields.textIfPresent("short") ?? ShortName.district(name),
      pinyin: fields.textIfPresent("pinyin") ?? "", initials: fields.textIfPresent("initials") ?? "",
      population: fields.wholeIfPresent("population", in: 0...10_000_000_000),
      tileRow: fields.wholeIfPresent("tile_row", in: 0...99).map { Int($0) },
      tileColumn: fields.wholeIfPresent("tile_col", in: 0...99).map { Int($0) })
  }

  /// The days that the file brings, in order; nil where it says nothing of them.
  static func calendar(_ root: Fields) -> [CalendarEntry]? {
    guard let tables = root.tablesIfPresent("calendar") else { return nil }
    var entries: [CalendarEntry] = []
    var lines: [Day: Int] = [:]
    for fields in tables {
      let day = fields.day("date")
      let kind: CalendarEntry.Kind? = fields.choice("kind")
      let name = fields.textIfPresent("name") ?? ""
      guard let day else { continue }
      if let first = lines[day] {
        fields.note("date", .duplicate(value: day.iso, firstLine: first))
      } else {
        lines[day] = fields.line(of: "date")
      }
      if let kind { entries.append(CalendarEntry(day: day, kind: kind, name: name)) }
    }
    return entries.sorted { $0.day < $1.day }
  }
}
