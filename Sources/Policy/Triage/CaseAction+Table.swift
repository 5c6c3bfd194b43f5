/// The table of the rule page: in which states an action can be done, and by whom.
extension CaseAction {
  /// Who may do it.
  enum Doer {
    case anybody, handler, handlerIfAny, another
  }

  /// The states in which it can be done.
  public var states: Set<CaseState> {
    switch self {
    case .note, .undo: Set(CaseState.allCases)
    case .assign: [.new, .acknowledged, .working, .snoozed, .returned]
    case .acknowledge: [.new]
    case .followUp, .urge, .snooze: [.new, .acknowledged, .working, .returned]
    case .review, .askExtension, .grantExtension, .refuseExtension: [.acknowledged, .working, .returned]
    case .return, .close: [.review]
    case .escalate: [.new, .acknowledged, .working, .review, .returned]
    case .commit, .decide: [.new, .acknowledged, .working, .review, .snoozed, .returned]
    }
  }

  var doer: Doer {
    switch self {
    case .assign, .note, .snooze, .close, .escalate, .commit, .decide, .undo: .anybody
    case .review, .askExtension: .handler
    case .acknowledge, .followUp: .handlerIfAny
    case .urge, .return, .grantExtension, .refuseExtension: .another
    }
  }

  /// It asks for a reason, or is a text itself. The handler's own striking off asks for one too.
  public var needsReason: Bool {
    switch self {
    case .note, .snooze, .return, .escalate, .askExtension, .refuseExtension, .decide: true
    case .acknowledge, .assign, .followUp, .urge, .review, .close, .commit, .grantExtension, .undo: false
    }
  }

  /// It changes more than what is written beside the case: it is refused where another person has acted meanwhile.
  public var changesTheCase: Bool {
    switch self {
    case .note, .urge, .commit, .decide: false
    default: true
    }
  }
}
