/// What people can do to a case (<doc:TriageRule>).
public enum CaseAction: String, Hashable, Sendable, CaseIterable {
  /// 签收.
  case acknowledge
  /// 指派.
  case assign
  /// 备注.
  case note
  /// 跟进.
  case followUp = "follow_up"
  /// 催办.
  case urge
  /// 暂缓.
  case snooze
  /// 送核验.
  case review
  /// 退回.
  case `return`
  /// 销号.
  case close
  /// 升级.
  case escalate
  /// 承诺.
  case commit
  /// 申请延期.
  case askExtension = "ask_extension"
  /// 同意延期.
  case grantExtension = "grant_extension"
  /// 不同意延期.
  case refuseExtension = "refuse_extension"
  /// 会商决定.
  case decide
  /// 撤销.
  case undo
}

/// What somebody wants to do to a case.
public enum CaseRequest: Hashable, Sendable {
  /// 签收.
  case acknowledge
  /// 指派 to somebody, by name.
  case assign(to: String)
  /// 备注; the text is the reason.
  case note
  /// 跟进; to look again on a day.
  case followUp(next: Day?)
  /// 催办.
  case urge
  /// 暂缓 until a day.
  case snooze(until: Day)
  /// 送核验.
  case review
  /// 退回.
  case `return`
  /// 销号.
  case close
  /// 升级 by one step or more.
  case escalate(to: EscalationLevel)
  /// 承诺.
  case commit(Commitment)
  /// 申请延期 to a day.
  case askExtension(until: Day)
  /// 同意延期 to a firm day; nil: the one that was asked for.
  case grantExtension(until: Day?)
  /// 不同意延期.
  case refuseExtension
  /// 会商决定; the text is the reason.
  case decide
  /// 撤销 of the newest entry.
  case undo

  /// What is wanted, without its details.
  public var action: CaseAction {
    switch self {
    case .acknowledge: .acknowledge
    case .assign: .assign
    case .note: .note
    case .followUp: .followUp
    case .urge: .urge
    case .snooze: .snooze
    case .review: .review
    case .return: .return
    case .close: .close
    case .escalate: .escalate
    case .commit: .commit
    case .askExtension: .askExtension
    case .grantExtension: .grantExtension
    case .refuseExtension: .refuseExtension
    case .decide: .decide
    case .undo: .undo
    }
  }
}

/// What somebody is to a case.
public enum CaseRole: String, Hashable, Sendable, CaseIterable {
  /// The console itself.
  case system
  /// 责任人.
  case handler
  /// Another person than the handler.
  case another
  /// A person, while nobody handles the case.
  case unclaimed
}

extension Case {
  /// What the actor is to the case.
  public func role(of actor: Actor) -> CaseRole {
    guard let name = actor.name else { return .system }
    guard let handler else { return .unclaimed }
    return handler == name ? .handler : .another
  }
}
