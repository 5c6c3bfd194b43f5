/// What a counted row says besides district, item, day and institution; sums are kept by month for each.
enum Trait: Int, CaseIterable, Sendable {
  /// 职业/工种
  case occupation
  /// 等级
  case level
  /// 培训类型
  case kind
  /// 培训对象/人员类别
  case group
  /// 重点领域
  case field
  /// 培训方式
  case mode

  /// The column of ``ProgressTable`` that holds it.
  var column: Int { ProgressTable.firstTrait + rawValue }

  /// All of them; ``allCases`` makes a list each time.
  static let all = allCases
}
