/// A high-skilled talent base (高技能人才培养基地).
public struct Base: Hashable, Sendable {
  /// Its id in the records.
  public var id: String
  /// Its name.
  public var name: String
  /// Its district, or the city.
  public var district: DistrictCode
  /// 国家级 or 市级; nil where unknown.
  public var level: String?
  /// 依托单位; nil where unknown.
  public var host: String?
  /// 类别; nil where unknown.
  public var category: String?
  /// 认定日期; nil where unknown.
  public var recognisedOn: Day?

  /// Every field.
  public init(
    id: String, name: String, district: DistrictCode, level: String?, host: String?, category: String?,
    recognisedOn: Day?
  ) {
    self.id = id
    self.name = name
    self.district = district
    self.level = level
    self.host = host
    self.category = category
    self.recognisedOn = recognisedOn
  }
}

/// A funded project (资助项目) of a base.
public struct Project: Hashable, Sendable {
  /// Its id in the records.
  public var id: String
  /// Its base's id.
  public var base: String
  /// Its name.
  public var name: String
  /// 立项日期: before it the project is not there.
  public var approvedOn: Day
  /// 批复金额, above zero.
  public var amount: Money
  /// 方向; nil where unknown.
  public var direction: String?
  /// 计划验收日期; nil where unknown.
  public var acceptanceDue: Day?

  /// Every field.
  public init(
    id: String, base: String, name: String, approvedOn: Day, amount: Money, direction: String?, acceptanceDue: Day?
  ) {
    self.id = id
    self.base = base
    self.name = name
    self.approvedOn = approvedOn
    self.amount = amount
    self.direction = direction
    self.acceptanceDue = acceptanceDue
  }
}

/// What can happen to a project (项目节点), in order.
public enum ProjectEvent: Int, Hashable, Sendable, CaseIterable, Comparable {
  /// 验收.
  case acceptance = 1
  /// 第一年绩效评估.
  case evaluation1
  /// 第二年绩效评估.
  case evaluation2
  /// 第三年绩效评估.
  case evaluation3
  /// 结项.
  case closed

  /// Earlier events of a project's life come first.
  public static func < (a: ProjectEvent, b: ProjectEvent) -> Bool { a.rawValue < b.rawValue }
}

/// A row of `project_events`.
public struct ProjectEventRow: Hashable, Sendable {
  /// The project's id.
  public var project: String
  /// When it happened.
  public var date: Day
  /// What happened.
  public var event: ProjectEvent

  /// Every field.
  public init(project: String, date: Day, event: ProjectEvent) {
    self.project = project
    self.date = date
    self.event = event
  }
}

/// A share of the money, each behind its own gate (拨付批次).
public enum Tranche: Int, Hashable, Sendable, CaseIterable {
  /// 立项拨付, gated by the approval itself.
  case approval
  /// 验收拨付, gated by acceptance.
  case acceptance
  /// 绩效拨付（第一年）.
  case evaluation1
  /// 绩效拨付（第二年）.
  case evaluation2
  /// 绩效拨付（第三年）.
  case evaluation3
}

/// A row of `payments`.
public struct PaymentRow: Hashable, Sendable {
  /// The project's id.
  public var project: String
  /// When it was paid.
  public var date: Day
  /// Which share it is.
  public var tranche: Tranche
  /// May be negative: a refund.
  public var amount: Money

  /// Every field.
  public init(project: String, date: Day, tranche: Tranche, amount: Money) {
    self.project = project
    self.date = date
    self.tranche = tranche
    self.amount = amount
  }
}

/// A row of `spending`.
public struct SpendingRow: Hashable, Sendable {
  /// The project's id.
  public var project: String
  /// When it was spent.
  public var date: Day
  /// Index into the plan's cost lines.
  public var line: Int
  /// May be negative: a correction.
  public var amount: Money

  /// Every field.
  public init(project: String, date: Day, line: Int, amount: Money) {
    self.project = project
    self.date = date
    self.line = line
    self.amount = amount
  }
}
