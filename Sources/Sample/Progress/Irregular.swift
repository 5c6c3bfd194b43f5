import Policy

/// Rows that are not a class: corrections, reports of nothing, and the mistakes that people make.
struct IrregularRow: Sendable {
  /// The district whose file holds it.
  var district: String
  /// Month of the period whose file holds it, from 1.
  var month: Int
  /// The values of its columns, as the file writes them; columns that are not named are empty.
  var values: [(FileStyle.Column, String)]
  /// A field too few (−1) or too many (1).
  var fieldsMore = 0
  /// The day that a good row counts for; nil for a mistake.
  var day: Day?

  /// The row's fields in the order of `style`; empty where nothing is told.
  func fields(in style: FileStyle) -> [String] {
    var fields = style.columns.map { column in values.first { $0.0 == column }?.1 ?? "" }
    if let extra = style.extra { fields.append(extra.value) }
    if fieldsMore < 0 { fields.removeLast(min(fields.count, -fieldsMore)) }
    if fieldsMore > 0 { fields += [String](repeating: "补录", count: fieldsMore) }
    return fields
  }
}

/// Makes the irregular rows of a sample year.
struct IrregularRows: Sendable {
  let plan: Plan
  let options: SampleOptions
  let through: Day

  /// Good rows: corrections of earlier months in later files, and reports of nothing (零报告).
  func good(areas: [Area]) -> [IrregularRow] {
    areas.filter { !$0.isCity && Story.silence(of: $0.code) == 0 }.flatMap { area in
      corrections(of: area) + zeroReports(of: area)
    }
    .filter { row in (row.day.map { $0 <= through } ?? false) && monthStart(row.month) <= through }
  }

  private func corrections(of area: Area) -> [IrregularRow] {
    var random = SampleRandom(seed: options.seed, "corrections", area.code)
    return (0..<random.whole(1, 3)).map { _ in
      let month = random.whole(4, 11)
      let day = calendar.workingDay(onOrAfter: monthStart(random.whole(1, month - 1)) + random.whole(2, 20))
      return row(area, month: month, item: item("M01.01"), day: day, count: -random.whole(3, 34), kind: "复核核减")
    }
  }

  private func zeroReports(of area: Area) -> [IrregularRow] {
    var random = SampleRandom(seed: options.seed, "zero", area.code)
    return (0..<random.whole(1, 3)).compactMap { _ in
      let month = [1, 2, 2, 2, 5, 10][random.below(6)]
      guard let item = random.pick(["M01.01", "M01.09", "M03.01", "M12.01"]) else { return nil }
      return row(
        area, month: month, item: self.item(item),
        day: calendar.workingDay(onOrBefore: monthStart(month) + random.whole(20, 26)),
        count: 0, kind: "零报告")
    }
  }

  /// Mistakes, one of a kind here and there: every one is refused by the reader, none hides a good row.
  func mistakes(areas: [Area]) -> [IrregularRow] {
    let year = plan.year
    let all: [(String, Int, [FileStyle.Column: String], Int)] = [
      ("310110", 2, [.date: "\(year)-02-30"], 0), ("310110", 2, [.count: "三十"], 0),
      ("310112", 4, [.date: "\(year)0431"], 0), ("310112", 4, [.item: "M99.01"], 0),
      ("310117", 6, [.district: "松江县"], 0), ("310117", 6, [:], -1),
      ("310105", 3, [.count: ""], 0), ("310105", 3, [.date: "\(year - 1)-12-31"], 0),
      ("310113", 7, [.date: "待定"], 0), ("310113", 7, [.count: "2O"], 0),
      ("310118", 9, [.district: "310199"], 0), ("310118", 9, [:], 1),
      ("310114", 10, [.count: "12.5"], 0), ("310109", 10, [.item: ""], 0),
    ]
    // In a city without stories the first two districts make a few of them.
    let strangers: [(String, Int, [FileStyle.Column: String], Int)] = zip(areas, all).filter { !Story.knows($0.0.code) }
      .prefix(2).map { ($0.code, 2, $1.2, $1.3) }
    return (all + strangers).compactMap { district, month, changes, fieldsMore in
      guard let area = areas.first(where: { $0.code == district }), monthStart(month) <= through else { return nil }
      var row = row(area, month: month, item: item("M01.01"), day: monthStart(month) + 8, count: 30, kind: "补贴目录培训")
      row.values = row.values.map { ($0.0, changes[$0.0] ?? $0.1) }
      row.fieldsMore = fieldsMore
      row.day = nil
      return row
    }
  }

  /// The item of that id; the first counted one of a plan that does not have it.
  private func item(_ id: String) -> String {
    let counted = plan.countedItems
    return counted.contains { $0.id.rawValue == id } ? id : counted.first?.id.rawValue ?? id
  }

  private func row(_ area: Area, month: Int, item: String, day: Day, count: Int, kind: String) -> IrregularRow {
    let style = FileStyle.of(area, month: month)
    let label = plan.items.first { $0.id.rawValue == item }?.label.zh
    return IrregularRow(
      district: area.code, month: month,
      values: [
        (.date, style.text(of: day)), (.district, style.district), (.item, style.labels ? label ?? item : item),
        (.count, String(count)), (.kind, kind),
      ], day: day)
  }

  private var calendar: WorkCalendar { WorkCalendar(plan.calendar) }

  private func monthStart(_ month: Int) -> Day { plan.periodStart.adding(months: month - 1) }
}
