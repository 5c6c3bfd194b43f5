import Glibc
package import Policy

/// Writes a sample year as files of the data directory (`data-directory.md`): labelled, invented, and the same bytes
/// for the same options.
package struct SampleWriter: Sendable {
  private let plan: Plan
  private let options: SampleOptions

  /// A writer for `plan`'s items, districts and calendar.
  package init(plan: Plan, options: SampleOptions = SampleOptions()) {
    self.plan = plan
    self.options = options
  }

  /// The marker file: with it every page says 示例数据.
  package static let marker = ".sample"

  /// Writes every file below `directory`, one by one and each by rename; the directory is made where it is missing.
  ///
  /// Files of an earlier sample are replaced or removed, others stay. A directory that holds something and is not
  /// marked as a sample is never touched.
  package func write(to directory: String) throws(SampleError) {
    try claim(directory)
    guard options.layout == .sample else {
      try PlainWriter(plan: plan, options: options).write(to: directory)
      return
    }
    let institutions = SampleInstitutions(plan: plan, options: options)
    for table in tables(institutions) { try table.write(to: directory, sentOn: through - 1) }
    try progress(institutions).write(to: directory)
  }

  /// The last day of data.
  private var through: Day { max(plan.periodStart, min(options.through, plan.periodEnd)) }

  /// Every table but `progress`.
  private func tables(_ institutions: SampleInstitutions) -> [SampleTable] {
    let bases = SampleBases(plan: plan, options: options)
    let projects = SampleProjects(plan: plan, options: options, bases: bases.rows, today: through).projects()
    var tables = SampleTargets(plan: plan, options: options).tables()
    tables += institutions.tables()
    tables += SampleScores(plan: plan, options: options, institutions: institutions.rows, today: through).tables()
    tables += SampleFindings(plan: plan, options: options, institutions: institutions.rows, today: through).tables()
    tables += bases.tables()
    tables += SampleFunding(plan: plan, options: options, projects: projects, today: through).tables()
    tables += SampleMilestones(plan: plan, options: options, today: through).tables()
    tables += SampleRegisters(plan: plan, options: options, today: through).tables()
    return tables
  }

  private func progress(_ institutions: SampleInstitutions) -> ProgressFiles {
    let irregular = IrregularRows(plan: plan, options: options, through: through)
    let areas = Area.districts(of: plan)
    let wanted = options.rows.map { min(SampleWriter.mostRows, max(0, $0)) }
    // A handful of rows is no place for corrections and mistakes.
    let small = (wanted ?? .max) < 5000
    let good = small ? [] : irregular.good(areas: areas)
    let mistakes = small ? [] : irregular.mistakes(areas: areas)
    let targets = SampleTargets(plan: plan, options: options)
    let rows = wanted.map { $0 - good.count }
    return ProgressFiles(
      plan: plan, options: options, through: through,
      workload: Workload(plan: plan, options: options, targets: targets, through: through, rows: rows),
      institutions: institutions.ids, irregular: good + mistakes)
  }

  private static let mostRows = 1_000_000_000

  /// Marks the directory as a sample before anything else is in it, and clears it of an earlier sample's rows.
  private func claim(_ directory: String) throws(SampleError) {
    let marked = access(directory + "/" + SampleWriter.marker, F_OK) == 0
    if !marked, try !Leftovers.names(in: directory).isEmpty { throw .notASample(path: directory) }
    let sink = try FileSink(directory: directory, path: SampleWriter.marker)
    sink.buffer = Array("示例数据：全部内容均为虚构。 Sample data: everything here is invented.\n".utf8)
    try sink.finish(sentOn: through)
    if marked { try Leftovers.removeSample(from: directory, layout: options.layout) }
  }
}
