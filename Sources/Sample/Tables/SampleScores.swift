import Policy

/// Scores of institutions: most are graded, some lack a dimension, some are older than the grade is valid.
struct SampleScores {
  let plan: Plan
  let options: SampleOptions
  let institutions: [SampleInstitutions.Row]
  /// The last day of data.
  let today: Day

  private struct Row {
    var institution: String
    var date: Day
    var dimension: Int
    var halves: Int64
    var evidence: String
  }

  private static let evidence = ["现场评估", "材料审核", "年度评估报告", "学员抽查", "台账核验"]

  /// A file for each year of scoring; the newest holds two mistakes.
  func tables() -> [SampleTable] {
    let names = plan.rubric.dimensions.map(\.name.zh)
    guard !names.isEmpty else { return [] }
    var random = SampleRandom(seed: options.seed, "scores")
    let rows = institutions.flatMap { scores(of: $0, &random) }
    let years = Set(rows.map { $0.date.civil.year }).sorted()
    return years.enumerated().map { index, year in
      var lines = [["培训机构", "日期", "维度", "得分", "依据"]]
      for row in rows.filter({ $0.date.civil.year == year }).sorted(by: { $0.date < $1.date }) {
        lines.append([row.institution, row.date.iso, names[row.dimension], text(row.halves), row.evidence])
      }
      if index == years.count - 1 {
        // An institution that nobody knows, and more points than the dimension has.
        let largest = plan.districts.max { ($0.population ?? 0) < ($1.population ?? 0) }
        let tooMuch = String(100 + (plan.rubric.dimensions.first?.points ?? 0))
        lines.append(["JG\(largest?.code.rawValue ?? "")-999", today.iso, names[0], "15", "现场评估"])
        lines.append([institutions.first?.id ?? "", today.iso, names[0], tooMuch, "现场评估"])
      }
      return SampleTable(
        path: "scores/\(year).csv", rows: lines, encoding: index == 0 ? .gb18030 : .utf8,
        format: index == 0 ? Delimited(delimiter: UInt8(ascii: ","), lineEnd: [0x0D, 0x0A]) : .csv)
    }
  }

  private func scores(of institution: SampleInstitutions.Row, _ random: inout SampleRandom) -> [Row] {
    let limits: (Double, Double)
    switch institution.outcome {
    case .a: limits = (90, 96.5)
    case .b: limits = (75.5, 89)
    case .c: limits = (60.5, 74)
    case .d: limits = (42, 58)
    case .ungraded:
      if random.chance(0.4) { return [] }
      limits = (62, 88)
    }
    let percent = random.real(limits.0, limits.1)
    let age = [random.whole(20, 250), random.whole(320, 660), random.whole(700, 1000), random.whole(1110, 1280)]
    let date = calendar.workingDay(onOrBefore: today - age[random.index(weights: [55, 30, 11, 4])])
    var rows: [Row] = []
    if institution.outcome != .ungraded, random.chance(0.45) {
      let before = max(35, min(98, percent + random.real(-6, 3)))
      let earlier = calendar.workingDay(onOrBefore: date - random.whole(330, 400))
      rows += scoring(institution.id, percent: before, date: earlier, &random)
    }
    var newest = scoring(institution.id, percent: percent, date: date, &random)
    if institution.outcome == .ungraded { newest.removeLast(min(newest.count - 1, random.whole(1, 2))) }
    return rows + newest
  }

  /// All dimensions on one date, adding up to `percent` of the points, in half points.
  private func scoring(_ id: String, percent: Double, date: Day, _ random: inout SampleRandom) -> [Row] {
    let caps = plan.rubric.dimensions.map { Int64(max(0, $0.points)) * 2 }
    let total = Int64(clamped: (Double(caps.reduce(0, +)) * percent / 100).rounded())
    var parts = apportion(total, weights: caps.map(Double.init))
    for _ in 0..<6 {
      let from = random.below(parts.count)
      let to = random.below(parts.count)
      if parts[from] > 2, parts[to] < caps[to] {
        parts[from] -= 1
        parts[to] += 1
      }
    }
    return parts.enumerated().map { dimension, halves in
      Row(
        institution: id, date: date, dimension: dimension, halves: min(halves, caps[dimension]),
        evidence: random.pick(SampleScores.evidence) ?? "")
    }
  }

  private var calendar: WorkCalendar { WorkCalendar(plan.calendar) }

  private func text(_ halves: Int64) -> String { String(halves / 2) + (halves % 2 == 0 ? "" : ".5") }
}

/// Findings of inspections: most are resolved, a few veto the grade.
struct SampleFindings {
  let plan: Plan
  let options: SampleOptions
  let institutions: [SampleInstitutions.Row]
  /// The last day of data.
  let today: Day

  private static let ordinary = [
    ("教学台账不完整", "部分班次缺少课堂记录"), ("考勤记录缺失", "实名考勤与班次备案不一致"), ("消防通道堆物", "当场整改"),
    ("师资备案不及时", "补办备案"), ("收费公示不规范", "已责令公示"), ("班次备案信息有误", "更正备案"),
  ]
  private static let vetoes = [
    ("虚假宣传查实", "停止招生，限期整改"), ("套取补贴", "追回补贴，暂停新开补贴班次"), ("许可证过期办学", "停止招生，补办许可"),
    ("拒绝检查", "约谈负责单位"),
  ]

  /// One file; one row says something else than yes or no.
  func tables() -> [SampleTable] {
    var random = SampleRandom(seed: options.seed, "findings")
    let calendar = WorkCalendar(plan.calendar)
    var lines: [[String]] = []
    for number in 0..<(institutions.isEmpty ? 0 : 96) {
      let veto = number < 14
      let candidates = veto ? institutions.filter { $0.outcome != .a } : institutions
      let choices = veto ? SampleFindings.vetoes : SampleFindings.ordinary
      guard let institution = random.pick(candidates), let (kind, note) = random.pick(choices) else { continue }
      let age = veto && number < 6 ? random.whole(8, 150) : random.whole(5, 520)
      let date = calendar.workingDay(onOrBefore: today - age)
      let closing = calendar.workingDay(onOrAfter: date + random.whole(12, 70))
      let open = veto ? number < 6 : random.chance(0.2)
      lines.append([
        institution.id, date.iso, kind, veto ? "是" : (random.chance(0.5) ? "否" : ""),
        open || closing > today ? "" : closing.iso, note,
      ])
    }
    if let institution = institutions.last {
      lines.append([institution.id, (today - 40).iso, "教学台账不完整", "待定", "", "是否否决尚未认定"])
    }
    lines.sort { $0[1] < $1[1] }
    return [
      SampleTable(
        path: "findings.csv", rows: [["机构", "日期", "类型", "一票否决", "销号日期", "备注"]] + lines, encoding: .utf8WithMark)
    ]
  }
}
