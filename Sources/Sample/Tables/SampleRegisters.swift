import Policy

/// Registers: entries in every stage, some of which have not moved for a long time.
struct SampleRegisters {
  let plan: Plan
  let options: SampleOptions
  /// The last day of data.
  let today: Day

  private struct Row {
    var file: String
    var fields: [String]
    var date: Day
  }

  /// A file for each district and one of the city; one row names a stage that does not exist, one entry goes back.
  func tables() -> [SampleTable] {
    var rows: [Row] = []
    for item in plan.items where item.kind == .register && !item.stages.isEmpty { rows += entries(of: item) }
    rows += mistakes()
    let header = ["指标", "编号", "环节", "日期", "区", "名称"]
    return Set(rows.map(\.file)).sorted().map { file in
      let lines = rows.enumerated().filter { $0.element.file == file }
        .sorted {
          $0.element.date != $1.element.date ? $0.element.date < $1.element.date : $0.offset < $1.offset
        }
        .map(\.element.fields)
      return SampleTable(path: "registers/\(file).csv", rows: [header] + lines)
    }
  }

  private func entries(of item: Item) -> [Row] {
    let id = item.id.rawValue
    var random = SampleRandom(seed: options.seed, "register", id)
    let areas = Area.districts(of: plan)
    let spread = item.level != .city && !areas.isEmpty
    let count = id == "M04.01" ? 1 : spread ? random.whole(28, 56) : random.whole(9, 18)
    return (1...count).flatMap { number in
      let area = spread ? areas[random.index(weights: areas.map { $0.population + 400_000 })] : Area.city(of: plan)
      let entry = id.filter { $0 != "." } + "-" + area.code + "-" + twoDigits(number)
      // Names of persons never enter the data, invented or not.
      let name = item.people ? "" : "\(item.short.zh)示例\(twoDigits(number))"
      return path(item, number: number, &random).map { stage, date in
        Row(
          file: area.code, fields: [id, entry, item.stages[stage], date.iso, area.isCity ? "" : area.code, name],
          date: date)
      }
    }
  }

  /// The stages that an entry has passed with the days on which it entered them.
  private func path(_ item: Item, number: Int, _ random: inout SampleRandom) -> [(stage: Int, date: Day)] {
    let final = item.stages.count - 1
    var weights = item.stages.indices.map { 1.0 + Double($0) * 0.3 }
    weights[final] = 0.5 * weights.reduce(0, +)
    let stage =
      item.id.rawValue == "M04.01"
      ? min(4, final) : number <= item.stages.count ? number - 1 : random.index(weights: weights)
    let stuck = stage < final && random.chance(0.08)
    var date = today - (stuck ? random.whole(64, 130) : stage == final ? random.whole(3, 200) : random.whole(2, 54))
    var steps: [(stage: Int, date: Day)] = []
    for step in stride(from: stage, through: 0, by: -1) {
      date = calendar.workingDay(onOrBefore: date)
      steps.append((step, date))
      date = date - random.whole(7, 34)
    }
    return steps.reversed()
  }

  private var calendar: WorkCalendar { WorkCalendar(plan.calendar) }

  private func mistakes() -> [Row] {
    guard let area = Area.districts(of: plan).dropFirst(4).first,
      let item = plan.items.first(where: { $0.kind == .register && $0.level != .city && $0.stages.count > 2 })
    else { return [] }
    let id = item.id.rawValue
    let name = "\(item.short.zh)示例"
    func row(_ entry: String, _ stage: String, daysAgo: Int) -> Row {
      let date = today - daysAgo
      return Row(file: area.code, fields: [id, entry, stage, date.iso, area.code, name + entry], date: date)
    }
    return [
      row("补录-01", "已挂账", daysAgo: 30), row("补录-02", item.stages[1], daysAgo: 33),
      row("补录-02", item.stages[0], daysAgo: 21),
    ]
  }
}
