package import Policy

/// A file for a watched sample directory: its path below the directory and what it holds now.
package struct LiveFile: Sendable, Hashable {
  /// Path below the data directory.
  package var path: String
  /// The whole file.
  package var bytes: [UInt8]
}

/// Makes what district offices would drop while the console watches: the same options give the same files.
///
/// Each step is one office's file of the day with some new classes at its end; now and then a correction of an earlier
/// month, a report of nothing, or a row that the reader must refuse.
package struct LiveSample: Sendable {
  private let plan: Plan
  private let areas: [Area]
  private let institutions: [String: [String]]
  private var random: SampleRandom
  private var rows: [String: [UInt8]] = [:]
  private var volumes: [String: Int] = [:]

  /// A file stays readable by hand: past this many bytes the office begins another.
  private static let largest = 64 * 1024

  /// A stream of files for `plan`'s districts.
  package init(plan: Plan, options: SampleOptions = SampleOptions()) {
    self.plan = plan
    areas = Area.districts(of: plan)
    institutions = SampleInstitutions(plan: plan, options: options).ids
    random = SampleRandom(seed: options.seed, "live")
  }

  /// The next file to drop, with rows dated `day` (held inside the plan's period); nil where the plan has no district
  /// or counts nothing.
  package mutating func next(on day: Day) -> LiveFile? {
    let today = max(plan.periodStart, min(day, plan.periodEnd))
    let counted = Set(plan.countedItems.map(\.id.rawValue))
    guard !areas.isEmpty, let fallback = plan.countedItems.first?.id.rawValue else { return nil }
    let area = areas[random.index(weights: areas.map { $0.population.squareRoot() })]
    let style = FileStyle(district: area.code)
    let vocabulary = Vocabulary(institutions: institutions[area.code] ?? [], short: area.short)
    var added: [UInt8] = []
    for _ in 0..<random.whole(1, 6) {
      let choice = random.index(weights: [68, 20, 12])
      let item = ["M01.01", "M02.01", "M03.01"][choice]
      let words: Series.Words = [.classes, .certificates, .promoters][choice]
      added += row(
        style, date: style.text(of: today), item: counted.contains(item) ? item : fallback,
        count: String(random.whole(20, 45)), details: vocabulary.details(words, &random))
    }
    switch random.below(12) {
    case 0:
      let earlier = max(plan.periodStart, today - random.whole(31, 120))
      added += row(
        style, date: style.text(of: earlier), item: fallback, count: String(-random.whole(2, 20)),
        details: Details(kind: "复核核减"))
    case 1: added += row(style, date: style.text(of: today), item: fallback, count: "0", details: Details(kind: "零报告"))
    case 2: added += row(style, date: "\(today.civil.year)-02-30", item: fallback, count: "30", details: Details())
    default: break
    }
    return file(of: area, style: style, adding: added)
  }

  private mutating func file(of area: Area, style: FileStyle, adding added: [UInt8]) -> LiveFile {
    let header = style.format.row(style.header)
    if (rows[area.code]?.count ?? 0) + added.count > LiveSample.largest {
      rows[area.code] = nil
      volumes[area.code, default: 1] += 1
    }
    let bytes = (rows[area.code] ?? header) + added
    rows[area.code] = bytes
    return LiveFile(path: "progress/\(area.code)/live-\(twoDigits(volumes[area.code] ?? 1)).csv", bytes: bytes)
  }

  private func row(_ style: FileStyle, date: String, item: String, count: String, details: Details) -> [UInt8] {
    style.format.row([
      date, style.district, item, count, details.institution, details.occupation, details.level, details.kind,
      details.group, details.field, details.mode,
    ])
  }
}
