import Toml

/// Reads a whole plan file, part by part, each part in its own reader, and then looks at how the parts fit together.
enum PlanReader {
  /// What comes of `text`.
  ///
  /// - Parameter standard: gives the plan that fills what the file leaves open; asked for only when it is needed. Nil
  ///   where a file must leave nothing open.
  static func read(_ text: String, file: String, standard: () -> Plan?) -> PlanReading {
    let faults = PlanFaults(file: file)
    let document: TomlDocument
    do { document = try TomlDocument(text) } catch {
      faults.add(error)
      return PlanReading(plan: nil, faults: faults.ordered)
    }
    let plan = plan(Fields(table: document.root, faults: faults), standard)
    for unknown in document.root.unknownKeys() {
      faults.add(.unknownKey(meant: unknown.meant), at: unknown.place, key: unknown.key)
    }
    return PlanReading(plan: faults.hasErrors ? nil : plan, faults: faults.ordered)
  }

  private static func plan(_ root: Fields, _ standard: () -> Plan?) -> Plan? {
    let head = root.table("plan").map { PlanHead($0) }
    let measures = MeasureReader(root)
    let thresholds = JudgementReader.thresholds(root)
    let triage = JudgementReader.triage(root)
    let rubric = JudgementReader.rubric(root) { standard()?.rubric }
    let funding = JudgementReader.funding(root, baseItems: measures.baseFields) { standard()?.funding }
    let own = DistrictReader(root, city: head?.city)
    let calendar = DistrictReader.calendar(root)
    guard let head else { return nil }

    let districts = own?.ordered ?? builtInDistricts(head, standard)
    let days = calendar ?? builtInCalendar(head, standard)
    if districts.isEmpty { root.note("district", .noDistricts) }
    if calendar == nil, days.isEmpty { root.note("calendar", .noCalendar) }
    PlanAdvice.items(measures.items, in: head)
    PlanAdvice.districts(own?.districts ?? [], in: head)
    PlanAdvice.formerCodes(head, districts)
    PlanAdvice.populations(own?.districts ?? [], items: measures.items)

    // Only the built-in plan may be asked to stand for itself.
    if rubric == nil { root.note("rubric", .missing(expected: .table)) }
    if funding == nil { root.note("funding", .missing(expected: .table)) }
    guard let rubric, let funding else { return nil }
    var plan = Plan(
      document: head.document, year: head.year ?? 0, periodStart: head.period.start, periodEnd: head.period.end,
      cityCode: head.city ?? DistrictCode(rawValue: ""), cityName: head.cityName, formerCodes: head.formerCodes,
      sections: measures.sections, measures: measures.measures.sorted { $0.number < $1.number },
      closing: measures.closing, thresholds: thresholds, rubric: rubric, funding: funding, districts: districts,
      calendar: days)
    plan.triage = triage
    return plan
  }

  /// The built-in districts belong to the built-in city alone.
  private static func builtInDistricts(_ head: PlanHead, _ standard: () -> Plan?) -> [District] {
    guard let standard = standard(), standard.cityCode == head.city else { return [] }
    return standard.districts
  }

  /// The built-in holidays belong to the built-in year alone.
  private static func builtInCalendar(_ head: PlanHead, _ standard: () -> Plan?) -> [CalendarEntry] {
    guard let standard = standard(), standard.year == head.year else { return [] }
    return standard.calendar
  }
}
