import Policy

@testable import Records

/// A random data directory of which it is known for every row, and for every cell that tells of a later day, when it
/// came about; so that the directory can be written as it was at the end of any day.
struct DatedDirectory {
  /// A row of a table.
  private struct Row {
    var cells: [String]
    /// The day that the row speaks of; nil for what has no date of its own, such as a target.
    var date: Day?
    /// Cells that tell of a day: until then they were empty.
    var later: [Int: Day] = [:]
  }

  private struct File {
    var path: String
    var header: String
    var rows: [Row] = []
  }

  private var files: [File] = []
  private var random: SeededGenerator
  private let plan: Plan
  private let districts = ["310101", "浦东", "310106", "嘉定区", "310151"]

  init(seed: UInt64, plan: Plan) {
    random = SeededGenerator(seed)
    self.plan = plan
    progress()
    deliverables()
    institutions()
    bases()
    for index in files.indices { files[index].rows.shuffle(using: &random) }
  }

  /// The directory with the rows through `day` alone; the whole of it where there is none.
  func written(through day: Day? = nil) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: files.map { file in
        let rows = file.rows.filter { row in day.map { row.date ?? $0 <= $0 } ?? true }
        let lines = rows.map { row in
          row.cells.enumerated().map { place, cell in
            guard let day, let since = row.later[place], since > day else { return cell }
            return ""
          }.joined(separator: ",")
        }
        return (file.path, ([file.header] + lines).joined(separator: "\n") + "\n")
      })
  }

  // MARK: Rows

  /// Rows of a table, spread over one to three files.
  private mutating func add(_ table: String, _ header: String, _ rows: [Row]) {
    let count = random.number(1..<4)
    var parts = (0..<count).map { File(path: "\(table)/\($0).csv", header: header) }
    for row in rows { parts[random.number(0..<count)].rows.append(row) }
    files += parts
  }

  private mutating func dayInPeriod() -> Day { plan.periodStart + random.number(0..<plan.periodDays) }

  private mutating func anyDay() -> Day { plan.periodStart + random.number(-500..<plan.periodDays + 100) }

  private mutating func progress() {
    let items = ["M01.01", "M01.01", "M01.02", "M02.01", "M16.01"]
    var rows: [Row] = []
    for _ in 0..<random.number(0..<250) {
      let day = dayInPeriod()
      let count = random.chance(1, of: 10) ? -random.number(0..<40) : random.number(0..<4000)
      let institution = random.chance(1, of: 2) ? "I\(random.number(0..<8))" : ""
      let cells = [day.iso, random.pick(districts + ["310000"]), random.pick(items), "\(count)", institution]
      rows.append(Row(cells: cells, date: day))
    }
    add("progress", "date,district,item,count,institution", rows)
    let targets = (0..<random.number(0..<12)).map { _ in
      Row(cells: [random.pick(districts), random.pick(items), "\(random.number(0..<9000))"])
    }
    add("targets", "district,item,target", targets)
  }

  private mutating func deliverables() {
    var rows: [Row] = []
    for _ in 0..<random.number(0..<40) {
      let item = random.pick(["M01.06", "M01.07", "M12.06", "M13.05", "D00.01", "D00.04"])
      let isCity = !item.hasPrefix("D00") && random.chance(1, of: 2)
      let done = random.chance(2, of: 3) ? anyDay() : nil
      let due = random.chance(2, of: 3) ? anyDay().iso : ""
      let cells = [item, isCity ? "" : random.pick(districts), due, done?.iso ?? ""]
      rows.append(Row(cells: cells, later: done.map { [3: $0] } ?? [:]))
    }
    add("milestones", "item,district,due,done", rows)
    rows = []
    for _ in 0..<random.number(0..<60) {
      let day = anyDay()
      let stage = random.pick(["会商", "拟订", "印发", "实施", "评估"])
      let cells = ["M01.04", "E\(random.number(0..<12))", stage, day.iso, random.pick(districts + [""])]
      rows.append(Row(cells: cells, date: day))
    }
    add("registers", "item,entry,stage,date,district", rows)
  }

  private mutating func institutions() {
    let ids = (0..<6).map { "I\($0)" }
    add(
      "institutions", "id,name,district",
      ids.map { Row(cells: [$0, "第\($0)学校", random.pick(districts)]) })
    var rows: [Row] = []
    for _ in 0..<random.number(0..<80) {
      let day = anyDay()
      let dimension = random.pick(plan.rubric.dimensions)
      rows.append(
        Row(
          cells: [random.pick(ids), day.iso, dimension.name.zh, "\(random.number(0..<dimension.points + 1))"],
          date: day))
    }
    add("scores", "institution,date,dimension,score", rows)
    rows = []
    for _ in 0..<random.number(0..<20) {
      let day = anyDay()
      let resolved = random.chance(1, of: 2) ? anyDay() : nil
      rows.append(
        Row(
          cells: [random.pick(ids), day.iso, "检查", random.pick(["是", "否"]), resolved?.iso ?? ""], date: day,
          later: resolved.map { [4: $0] } ?? [:]))
    }
    add("findings", "institution,date,kind,veto,resolved", rows)
  }

  private mutating func bases() {
    let ids = ["B0", "B1", "B2"]
    add("bases", "id,name,district", ids.map { Row(cells: [$0, "第\($0)基地", random.pick(districts)]) })
    var projects: [Row] = []
    for number in 0..<random.number(0..<16) {
      let day = anyDay()
      let due = random.chance(2, of: 3) ? anyDay().iso : ""
      let amount = random.pick(["500", "300", "100", "77.5"])
      projects.append(Row(cells: ["P\(number)", random.pick(ids), "项目", day.iso, amount, due], date: day))
    }
    add("projects", "id,base,name,approved_on,amount,acceptance_due", projects)
    let known = projects.map { $0.cells[0] } + ["P99"]
    func rows(_ words: [String], _ most: Int, hasAmount: Bool) -> [Row] {
      (0..<random.number(0..<most)).map { _ in
        let day = anyDay()
        let amount = hasAmount ? ["\(random.number(-20..<200)).\(random.number(10..<100))"] : []
        return Row(cells: [random.pick(known), day.iso, random.pick(words)] + amount, date: day)
      }
    }
    add(
      "project_events", "project,date,event",
      rows(["acceptance", "evaluation-1", "evaluation-2", "evaluation-3", "closed"], 40, hasAmount: false))
    add(
      "payments", "project,date,tranche,amount",
      rows(["approval", "acceptance", "evaluation-1", "evaluation-3"], 40, hasAmount: true))
    add("spending", "project,date,line,amount", rows(plan.funding.costLines, 40, hasAmount: true))
  }
}
