import Toml

/// Reads a whole plan file, part by part, each part in its own reader.
enum PlanReader {
  /// The plan of `text`, and the keys in it that mean nothing.
  ///
  /// - Parameter standard: gives the plan that fills what the file leaves open; asked for only when it is needed.
  static func read(
    _ text: String, file: String, standard: () throws(PlanError) -> Plan
  ) throws(PlanError) -> (plan: Plan, notices: [Problem]) {
    let document: TomlDocument
    do { document = try TomlDocument(text) } catch { throw PlanError(error, file: file) }
    let root = Fields(table: document.root, file: file)
    let plan = try plan(root, standard: standard)
    let notices = document.root.unknownKeys().map {
      Problem(path: file, line: $0.place.line, column: $0.key, code: .unknownKey)
    }
    return (plan, notices)
  }

  private static func plan(_ root: Fields, standard: () throws(PlanError) -> Plan) throws(PlanError) -> Plan {
    let head = try root.table("plan")
    let year = Int(try head.whole("year", in: 2000...2099))
    let period = try period(head, year: year)
    let city = DistrictCode(rawValue: try head.text("city_code"))
    let title = try head.bilingual("title")
    let issuer = try head.bilingualIfPresent("issuer") ?? Bilingual(zh: "", en: "")
    let number = try head.textIfPresent("doc_no") ?? ""
    let cityName = try cityName(head)
    let formerCodes = try formerCodes(head)
    ignoreProse(head)

    let measures = try MeasureReader(root)
    let thresholds = try JudgementReader.thresholds(root)
    let rubric = try JudgementReader.rubric(root) { () throws(PlanError) in try standard().rubric }
    let funding = try JudgementReader.funding(root, baseItems: measures.baseFields) { () throws(PlanError) in
      try standard().funding
    }
    let districts = try districts(root, city: city, standard: standard)
    let calendar = try calendar(root, year: year, standard: standard)
    return Plan(
      document: PlanDocument(number: number, title: title, issuer: issuer), year: year, periodStart: period.start,
      periodEnd: period.end, cityCode: city, cityName: cityName, formerCodes: formerCodes,
      sections: measures.sections, measures: measures.measures.sorted { $0.number < $1.number },
      closing: measures.closing, thresholds: thresholds, rubric: rubric, funding: funding,
      districts: districts, calendar: calendar)
  }

  /// The built-in districts belong to the built-in city alone.
  private static func districts(
    _ root: Fields, city: DistrictCode, standard: () throws(PlanError) -> Plan
  ) throws(PlanError) -> [District] {
    if let districts = try DistrictReader.districts(root, city: city) { return districts }
    let standard = try standard()
    return standard.cityCode == city ? standard.districts : []
  }

  /// The built-in holidays belong to the built-in year alone.
  private static func calendar(
    _ root: Fields, year: Int, standard: () throws(PlanError) -> Plan
  ) throws(PlanError) -> [CalendarEntry] {
    if let calendar = try DistrictReader.calendar(root) { return calendar }
    let standard = try standard()
    return standard.year == year ? standard.calendar : []
  }

  // MARK: [plan]

  /// `period_start` and `period_end`; the ends of the year where they are absent.
  private static func period(_ head: Fields, year: Int) throws(PlanError) -> (start: Day, end: Day) {
    let first = Day(year: year, month: 1, day: 1) ?? Fields.days.first
    let last = Day(year: year, month: 12, day: 31) ?? Fields.days.last
    let start = try head.dayIfPresent("period_start") ?? first
    let end = try head.dayIfPresent("period_end") ?? last
    guard start <= end else {
      throw head.error(head.table.has("period_end") ? "period_end" : "period_start", .endBeforeStart(start: start))
    }
    return (start, end)
  }

  /// 市本级 is the common word for a city's own level, and needs no translation of the city's name.
  private static func cityName(_ head: Fields) throws(PlanError) -> Bilingual {
    let zh = try head.textIfPresent("city_name_zh") ?? "市本级"
    return Bilingual(zh: zh, en: try head.textIfPresent("city_name_en") ?? "City level")
  }

  private static func formerCodes(_ head: Fields) throws(PlanError) -> [DistrictCode: DistrictCode] {
    guard let fields = try head.tableIfPresent("former_codes") else { return [:] }
    var codes: [DistrictCode: DistrictCode] = [:]
    for key in fields.table.keys {
      codes[DistrictCode(rawValue: key)] = DistrictCode(rawValue: try fields.text(key))
    }
    return codes
  }

  /// Keys that describe the document for a reader of the file and that no rule uses.
  private static func ignoreProse(_ head: Fields) {
    head.table.ignore(
      "dated", "addressees_zh", "disclosure_zh", "period_basis", "measure_count", "quantified_targets",
      "lead_event_zh", "lead_event_en", "lead_event_start", "lead_event_end", "lead_event_source", "drivers_zh")
  }
}
