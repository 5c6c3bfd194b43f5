import Policy

/// Writes a year as plain files: UTF-8, commas, Chinese headers, ISO dates, district and item codes, no mistakes.
///
/// These are inputs to measure with, so that other programs can read what we read. The whole period is there; how much
/// there is follows the rows asked for, with the same mean count in each row.
struct PlainWriter {
  private let plan: Plan
  private let options: SampleOptions

  /// Rows where none are asked for: about one for each class, as in the sample.
  private static let usualRows = 20_000

  init(plan: Plan, options: SampleOptions) {
    var plan = plan
    if let count = options.districts { plan.districts = ManyDistricts.make(count) }
    self.plan = plan
    self.options = options
  }

  /// Rows come in order of their day, then district, as they would arrive.
  func write(to directory: String) throws(SampleError) {
    let institutions = SampleInstitutions(plan: plan, options: options)
    for table in tables(institutions) { try table.write(to: directory, sentOn: plan.periodStart) }
    let areas = Area.districts(of: plan)
    let budget = DailyRows(plan: plan, areas: areas, rows: options.rows ?? PlainWriter.usualRows)
    var makers = areas.map { area in
      PlainRows(plan: plan, options: options, area: area, areas: areas.count, institutions: institutions.ids)
    }
    let header = Delimited.csv.row(FileStyle(district: "").header)
    let sink = options.layout == .one ? try FileSink(directory: directory, path: "progress.csv") : nil
    sink?.buffer += header
    for index in 0..<max(1, plan.periodDays) {
      let day = plan.periodStart + index
      for (area, rows) in budget.rows(on: index).enumerated() where rows > 0 {
        if let sink {
          try makers[area].write(rows, on: day, to: sink)
        } else {
          let file = try FileSink(directory: directory, path: "progress/\(areas[area].code)/\(day.iso).csv")
          file.buffer += header
          try makers[area].write(rows, on: day, to: file)
          try file.finish(sentOn: day)
        }
      }
    }
    try sink?.finish(sentOn: plan.periodEnd)
  }

  /// Targets and institutions, and the districts where they are not the plan's.
  private func tables(_ institutions: SampleInstitutions) -> [SampleTable] {
    let targets = SampleTargets(plan: plan, options: options).rows
    let header = ["区", "指标", "目标", "责任单位"]
    var tables = [
      SampleTable(
        path: "targets.csv", rows: [header] + targets.map { [$0.district, $0.item, String($0.target), $0.owner] }),
      SampleTable(path: "institutions.csv", rows: institutions.lines),
    ]
    if options.districts != nil { tables.append(ManyDistricts.table(plan.districts)) }
    return tables
  }
}
