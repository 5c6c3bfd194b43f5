import Policy

/// The life of a funded project as the sample tells it.
struct SampleProject: Sendable {
  /// How far a project has come, or what is wrong with it.
  enum Kind: Int, Sendable, Hashable, CaseIterable {
    case building, accepted, settled, evaluated1, evaluated2, evaluated3, closed
    case badTier, oneTooMany, paidOver, paidEarly, overspent, acceptanceOverdue, evaluationMissed, idleBalance
  }

  var kind: Kind
  var id = ""
  var base = ""
  var name = ""
  var approvedOn: Day
  var acceptanceDue: Day
  /// Acceptance, evaluations and closing with their dates, in order.
  var events: [(event: ProjectEvent, date: Day)] = []
  /// 批复金额.
  var amount: Money
  var direction = ""
  var payments: [(tranche: Tranche, date: Day, amount: Money)] = []
  /// Whole spending.
  var spent = Money.zero
}

/// Funded projects: most are clean and stand in every stage; each flag of the funding rules occurs.
struct SampleProjects {
  let plan: Plan
  let options: SampleOptions
  let bases: [SampleBases.Row]
  /// The last day of data.
  let today: Day

  private static let mix: [(kind: SampleProject.Kind, count: Int)] = [
    (.oneTooMany, 5), (.badTier, 1), (.paidOver, 1), (.paidEarly, 2), (.overspent, 2), (.acceptanceOverdue, 3),
    (.evaluationMissed, 2), (.idleBalance, 2), (.building, 34), (.accepted, 16), (.settled, 12), (.evaluated1, 16),
    (.evaluated2, 10), (.evaluated3, 6), (.closed, 8),
  ]
  private static let directions = ["急需紧缺高技能人才职业（工种）目录", "新技能培训项目目录", "国家和市委市政府确定的重点项目", "其他"]
  private static let themes = ["实训室建设", "课程资源开发", "师资能力提升", "技能评价改革", "产教融合实训", "数字化实训平台", "竞赛集训基地"]

  /// A base with more projects in a year than this would look like a mistake of the sample.
  private static let mostOfABase = 9

  /// An amount that is none of the tiers.
  private static func odd(_ tiers: [Money]) -> Money {
    [26_000, 27_000].map { Money(hundredths: $0) }.first { !tiers.contains($0) } ?? Money(hundredths: 12_345)
  }

  /// Every project with an id, by approval.
  func projects() -> [SampleProject] {
    guard !bases.isEmpty else { return [] }
    var random = SampleRandom(seed: options.seed, "projects")
    var used: [String: Int] = [:]
    var projects: [SampleProject] = []
    for (kind, count) in SampleProjects.mix {
      let most = plan.funding.maxProjectsPerBaseYear
      for _ in 0..<(kind == .oneTooMany && most < SampleProjects.mostOfABase ? most + 1 : count) {
        var project = life(kind, &random)
        project.base = base(for: project, used: &used, &random)
        fund(&project, &random)
        projects.append(project)
      }
    }
    projects = projects.enumerated()
      .sorted { a, b in
        a.element.approvedOn != b.element.approvedOn
          ? a.element.approvedOn < b.element.approvedOn : a.offset < b.offset
      }
      .map(\.element)
    for index in projects.indices {
      let number = String(index + 1)
      let year = projects[index].approvedOn.civil.year
      projects[index].id = "XM\(year)-" + String(repeating: "0", count: max(0, 3 - number.utf8.count)) + number
      projects[index].name = (random.pick(SampleProjects.themes) ?? "") + "项目（示例\(number)）"
      projects[index].direction = SampleProjects.directions[random.index(weights: [50, 25, 15, 10])]
    }
    return projects
  }

  /// Approval, acceptance and what follows, so that the project comes out as its kind says.
  private func life(_ kind: SampleProject.Kind, _ random: inout SampleRandom) -> SampleProject {
    var amount = plan.funding.tiers.isEmpty ? Money(hundredths: 10_000) : plan.funding.tiers[0]
    if !plan.funding.tiers.isEmpty { amount = plan.funding.tiers[random.below(plan.funding.tiers.count)] }
    if kind == .badTier { amount = SampleProjects.odd(plan.funding.tiers) }
    /// Days since acceptance; nil where it is still to come.
    var accepted: Int?
    var evaluations = 0
    switch kind {
    case .building, .oneTooMany, .badTier, .paidEarly, .overspent, .acceptanceOverdue: break
    case .accepted: accepted = random.whole(15, 150)
    case .settled: accepted = random.whole(200, 400)
    case .paidOver: accepted = random.whole(30, 120)
    case .idleBalance: accepted = random.whole(230, 420)
    case .evaluationMissed: accepted = random.whole(480, 640)
    case .evaluated1: (accepted, evaluations) = (random.whole(460, 780), 1)
    case .evaluated2: (accepted, evaluations) = (random.whole(825, 1150), 2)
    case .evaluated3: (accepted, evaluations) = (random.whole(1190, 1400), 3)
    case .closed: (accepted, evaluations) = (random.whole(1230, 1600), 3)
    }
    let approvedOn: Day
    let due: Day
    var events: [(ProjectEvent, Day)] = []
    if let accepted {
      let acceptance = today - accepted
      approvedOn = acceptance - random.whole(290, 480)
      due = acceptance + random.whole(-20, 60)
      events.append((.acceptance, acceptance))
      let kinds: [ProjectEvent] = [.evaluation1, .evaluation2, .evaluation3]
      for (year, event) in kinds.prefix(evaluations).enumerated() {
        events.append((event, acceptance.adding(years: year + 1) + random.whole(5, 80)))
      }
      if kind == .closed, let last = events.last { events.append((.closed, min(today, last.1 + random.whole(20, 50)))) }
    } else if kind == .acceptanceOverdue {
      due = today - random.whole(12, 130)
      approvedOn = due - random.whole(300, 420)
    } else if kind == .oneTooMany {
      let year = today.civil.year - 1
      approvedOn = (Day(year: year, month: 9, day: 1) ?? today - 400) + random.whole(0, 90)
      due = today + random.whole(40, 200)
    } else {
      approvedOn = today - random.whole(30, 330)
      due = today + random.whole(35, 420)
    }
    return SampleProject(
      kind: kind, approvedOn: approvedOn, acceptanceDue: due,
      events: events.filter { $0.1 <= today }.map { (event: $0.0, date: $0.1) }, amount: amount)
  }

  /// A base with room in the year; the kind that shows a fifth project has a base of its own.
  private func base(
    for project: SampleProject, used: inout [String: Int], _ random: inout SampleRandom
  ) -> String {
    let year = project.approvedOn.civil.year
    let crowded = bases[bases.count / 2].id
    if project.kind == .oneTooMany { return crowded }
    let first = random.below(bases.count)
    for offset in bases.indices {
      let id = bases[(first + offset) % bases.count].id
      let key = id + "/" + String(year)
      if id == crowded || used[key, default: 0] >= min(3, plan.funding.maxProjectsPerBaseYear) { continue }
      used[key, default: 0] += 1
      return id
    }
    return bases[first].id
  }

  /// Payments behind their gates, and spending that leaves nothing idle, except where the kind says otherwise.
  private func fund(_ project: inout SampleProject, _ random: inout SampleRandom) {
    let calendar = WorkCalendar(plan.calendar)
    let shares: [Int64] = [40, 30, 10, 10, 10]
    var gates: [(Tranche, Day)] = [(.approval, project.approvedOn)]
    for (event, date) in project.events {
      switch event {
      case .acceptance: gates.append((.acceptance, date))
      case .evaluation1: gates.append((.evaluation1, date))
      case .evaluation2: gates.append((.evaluation2, date))
      case .evaluation3: gates.append((.evaluation3, date))
      case .closed: break
      }
    }
    for (tranche, gate) in gates {
      let date = calendar.workingDay(onOrAfter: gate + random.whole(4, 30))
      guard date <= today else { continue }
      let amount = Money(hundredths: project.amount.hundredths * shares[min(4, max(0, tranche.rawValue))] / 100)
      project.payments.append((tranche, date, amount))
    }
    if project.kind == .paidOver, let last = project.payments.last {
      project.payments.append((.acceptance, last.date, Money(hundredths: project.amount.hundredths / 2)))
    }
    if project.kind == .paidEarly {
      let date = min(today, project.approvedOn + random.whole(15, 29))
      project.payments.append((.acceptance, date, Money(hundredths: project.amount.hundredths * 30 / 100)))
    }
    let paid = project.payments.reduce(Money.zero) { $0 + $1.amount }
    let percent: Int
    switch project.kind {
    case .overspent: percent = random.whole(108, 125)
    case .idleBalance: percent = random.whole(45, 70)
    case .building, .oneTooMany, .badTier, .paidEarly, .acceptanceOverdue: percent = random.whole(25, 92)
    case .accepted, .paidOver: percent = random.whole(70, 98)
    default: percent = 100
    }
    project.spent = Money(hundredths: paid.hundredths * Int64(percent) / 100)
  }
}
