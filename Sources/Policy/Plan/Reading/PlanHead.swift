import Toml

/// Reads `[plan]`: the document, the year, the period and the city.
struct PlanHead {
  let fields: Fields
  /// Nil where it cannot be read, as the city.
  let year: Int?
  let city: DistrictCode?
  let cityName: Bilingual
  let document: PlanDocument
  let period: (start: Day, end: Day)
  /// Whether the period is the one that the file means.
  let isPeriodKnown: Bool
  let formerCodes: [DistrictCode: DistrictCode]

  init(_ fields: Fields) {
    self.fields = fields
    let before = fields.faults.count
    year = fields.whole("year", in: 2000...2099).map { Int($0) }
    period = PlanHead.period(fields, year: year)
    isPeriodKnown = fields.faults.count == before
    city = fields.text("city_code").map { DistrictCode(rawValue: $0) }
    // 市本级 is the common word for a city's own level, and needs no translation of the city's name.
    cityName = Bilingual(
      zh: fields.textIfPresent("city_name_zh") ?? "市本级", en: fields.textIfPresent("city_name_en") ?? "City level")
    document = PlanDocument(
      number: fields.textIfPresent("doc_no") ?? "", title: fields.bilingual("title") ?? Bilingual(zh: "", en: ""),
      issuer: fields.bilingualIfPresent("issuer") ?? Bilingual(zh: "", en: ""))
    formerCodes = PlanHead.formerCodes(fields)
    PlanHead.ignoreProse(fields)
  }

  /// `period_start` and `period_end`; the ends of the year where they are absent.
  private static func period(_ fields: Fields, year: Int?) -> (start: Day, end: Day) {
    let before = fields.faults.count
    let first = year.flatMap { Day(year: $0, month: 1, day: 1) } ?? Fields.days.first
    let last = year.flatMap { Day(year: $0, month: 12, day: 31) } ?? Fields.days.last
    let start = fields.dayIfPresent("period_start") ?? first
    let end = fields.dayIfPresent("period_end") ?? last
    guard fields.faults.count == before else { return (first, last) }
    if start > end {
      fields.note(fields.table.has("period_end") ? "period_end" : "period_start", .endBeforeStart(start: start))
    } else if let year, start > last || end < first {
      fields.note(start > last ? "period_start" : "period_end", .periodOutsideYear(year))
    }
    return (start, end)
  }

  private static func formerCodes(_ fields: Fields) -> [DistrictCode: DistrictCode] {
    guard let former = fields.tableIfPresent("former_codes") else { return [:] }
    var codes: [DistrictCode: DistrictCode] = [:]
    for key in former.table.keys {
      if let code = former.text(key) { codes[DistrictCode(rawValue: key)] = DistrictCode(rawValue: code) }
    }
    return codes
  }

  /// Keys that describe the document for a reader of the file and that no rule uses.
  private static func ignoreProse(_ fields: Fields) {
    fields.table.ignore(
      "dated", "addressees_zh", "disclosure_zh", "period_basis", "measure_count", "quantified_targets",
      "lead_event_zh", "lead_event_en", "lead_event_start", "lead_event_end", "lead_event_source", "drivers_zh")
  }
}
