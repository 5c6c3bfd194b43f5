/// Where a project is in its life.
public enum ProjectStage: String, Hashable, Sendable, CaseIterable {
  /// 建设中.
  case building
  /// 已验收.
  case accepted
  /// 已完成第一年绩效评估.
  case evaluated1 = "evaluated-1"
  /// 已完成第二年绩效评估.
  case evaluated2 = "evaluated-2"
  /// 已完成第三年绩效评估.
  case evaluated3 = "evaluated-3"
  /// 已结项.
  case closed
}

/// What looks wrong with a project (<doc:BaseFundingRule>), in the order in which reports list it.
public enum FundingFlag: String, Hashable, Sendable, CaseIterable {
  /// The approved amount is none of the published ones (500, 300, 100 万元).
  case badTier = "bad-tier"
  /// One project more than a base may have approved in a calendar year.
  case tooManyProjects = "too-many-projects"
  /// More is paid than was approved.
  case paidOverApproved = "paid-over-approved"
  /// A tranche was paid before its gate's day, or its gate has not happened.
  case paidBeforeGate = "paid-before-gate"
  /// More is spent than was paid.
  case overspent
  /// The planned day of acceptance is over and the project is not accepted.
  case acceptanceOverdue = "acceptance-overdue"
  /// A yearly evaluation after acceptance has not happened, grace included.
  case evaluationMissed = "evaluation-missed"
  /// Money is left long after acceptance.
  case idleBalance = "idle-balance"
}

/// Sums over projects.
public struct FundingTotals: Hashable, Sendable {
  /// 批复.
  public var approved: Money
  /// 已拨.
  public var paid: Money
  /// 已支.
  public var spent: Money
  /// Flags on them, all counted.
  public var flags: Int
  /// How many projects there are.
  public var projects: Int

  /// Nothing yet.
  public init() {
    approved = .zero
    paid = .zero
    spent = .zero
    flags = 0
    projects = 0
  }

  /// 结余 = 已拨 − 已支.
  public var balance: Money { paid - spent }
}

/// How a project stands.
public struct ProjectBoard: Hashable, Sendable {
  /// The project.
  public var project: Project
  /// Where it is.
  public var stage: ProjectStage
  /// 已拨.
  public var paid: Money
  /// 已支.
  public var spent: Money
  /// What looks wrong, each flag once, in the order of ``FundingFlag``.
  public var flags: [FundingFlag]
  /// 已支 per cost line, in the plan's order.
  public var lines: [Money]
  /// 已拨 per tranche, in the order of ``Tranche``.
  public var tranches: [Money]

  /// Every field.
  public init(
    project: Project, stage: ProjectStage, paid: Money, spent: Money, flags: [FundingFlag], lines: [Money],
    tranches: [Money]
  ) {
    self.project = project
    self.stage = stage
    self.paid = paid
    self.spent = spent
    self.flags = flags
    self.lines = lines
    self.tranches = tranches
  }

  /// 结余 = 已拨 − 已支.
  public var balance: Money { paid - spent }

  /// 执行率 = 已支 ÷ 已拨; nil while nothing is paid.
  public var utilisation: Double? {
    paid.hundredths > 0 ? Double(spent.hundredths) / Double(paid.hundredths) : nil
  }
}

/// How a base stands.
public struct BaseBoard: Hashable, Sendable {
  /// The base.
  public var base: Base
  /// Its projects approved on or before the as-of day, by id.
  public var projects: [ProjectBoard]
  /// Sums over ``projects``.
  public var funding: FundingTotals

  /// Every field.
  public init(base: Base, projects: [ProjectBoard], funding: FundingTotals) {
    self.base = base
    self.projects = projects
    self.funding = funding
  }
}
