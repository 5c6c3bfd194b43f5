/// Where a case stands (<doc:TriageRule>).
public enum CaseState: String, Hashable, Sendable, CaseIterable {
  /// 待签收: opened, signed for by nobody.
  case new
  /// 已签收.
  case acknowledged
  /// 办理中.
  case working
  /// 待核验: handled, or the condition has cleared; another person looks at it.
  case review
  /// 已销号: struck off. Nothing leads out of it but an undo.
  case closed
  /// 暂缓: put off until a day; on it the case goes back to where it was, and to the top.
  case snoozed
  /// 退回: looked at and not found good; the handler goes on.
  case returned
}

/// How far a case was escalated (升级).
public enum EscalationLevel: Int, Hashable, Comparable, Sendable, CaseIterable {
  /// Not at all.
  case none
  /// 提醒(蓝).
  case reminder
  /// 黄单.
  case yellow
  /// 红单.
  case red
  /// 约谈.
  case summons

  /// Gentler levels come first.
  public static func < (a: EscalationLevel, b: EscalationLevel) -> Bool { a.rawValue < b.rawValue }

  /// The next step of the ladder; nil on the last.
  public var next: EscalationLevel? { EscalationLevel(rawValue: rawValue + 1) }
}
