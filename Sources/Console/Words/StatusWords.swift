package import Policy
package import Screen

/// The words of every status, grade, stage, flag and source: the official terms where there are any.
package enum StatusWord: Wording {
  case lagging, watch, onPace, done, noTarget, silent
  case milestoneDone, milestoneDoneLate, milestoneOverdue, milestoneDueSoon, milestoneOpen
  case ungraded, capped, expired, missingScores, licenceLapsed, openFindings
  case building, accepted, evaluated1, evaluated2, evaluated3, closed
  case badTier, tooManyProjects, paidOverApproved, paidBeforeGate, overspent, acceptanceOverdue
  case evaluationMissed, idleBalance
  case trancheApproval, trancheAcceptance, trancheEvaluation1, trancheEvaluation2, trancheEvaluation3

  package var phrase: Phrase {
    switch self {
    case .lagging: Phrase("滞后", "lagging")
    case .watch: Phrase("关注", "watch")
    case .onPace: Phrase("正常", "on pace")
    case .done: Phrase("已完成", "done")
    case .noTarget: Phrase("未定目标", "no target")
    case .silent: Phrase("失联", "silent")
    case .milestoneDone: Phrase("已办结", "done")
    case .milestoneDoneLate: Phrase("逾期办结", "done late")
    case .milestoneOverdue: Phrase("逾期", "overdue")
    case .milestoneDueSoon: Phrase("临期", "due soon")
    case .milestoneOpen: Phrase("在办", "open")
    case .ungraded: Phrase("未评", "none")
    case .capped: Phrase("否决", "veto")
    case .expired: Phrase("过期", "expired")
    case .missingScores: Phrase("缺分#", "# missing")
    case .licenceLapsed: Phrase("许可到期", "licence lapsed")
    case .openFindings: Phrase("未销号", "open")
    case .building: Phrase("建设中", "building")
    case .accepted: Phrase("已验收", "accepted")
    case .evaluated1: Phrase("第一年评估", "evaluated 1")
    case .evaluated2: Phrase("第二年评估", "evaluated 2")
    case .evaluated3: Phrase("第三年评估", "evaluated 3")
    case .closed: Phrase("已结项", "closed")
    case .badTier: Phrase("金额非档", "odd amount")
    case .tooManyProjects: Phrase("超项数", "too many projects")
    case .paidOverApproved: Phrase("超拨", "overpaid")
    case .paidBeforeGate: Phrase("提前拨付", "paid early")
    case .overspent: Phrase("超支", "overspent")
    case .acceptanceOverdue: Phrase("验收逾期", "acceptance overdue")
    case .evaluationMissed: Phrase("漏评估", "evaluation missed")
    case .idleBalance: Phrase("资金闲置", "idle balance")
    case .trancheApproval: Phrase("立项拨付", "on approval")
    case .trancheAcceptance: Phrase("验收拨付", "on acceptance")
    case .trancheEvaluation1: Phrase("绩效拨付（第一年）", "evaluation 1")
    case .trancheEvaluation2: Phrase("绩效拨付（第二年）", "evaluation 2")
    case .trancheEvaluation3: Phrase("绩效拨付（第三年）", "evaluation 3")
    }
  }
}

extension Status {
  package var word: StatusWord {
    switch self {
    case .lagging: .lagging
    case .watch: .watch
    case .onPace: .onPace
    case .done: .done
    case .noTarget: .noTarget
    case .silent: .silent
    }
  }

  /// A mark of two cells that carries the status without colour.
  package var mark: SafeText {
    switch self {
    case .lagging: "!!"
    case .watch: "! "
    case .silent: "??"
    case .onPace: "  "
    case .done: "= "
    case .noTarget: "- "
    }
  }

  package var role: Role {
    switch self {
    case .lagging: .lagging
    case .watch: .watch
    case .silent: .silent
    case .onPace: .onPace
    case .done: .done
    case .noTarget: .noTarget
    }
  }

  /// Worst first, as an operator triages: 滞后, 失联, 关注, 正常, 已完成, 未定目标.
  package var urgency: Int {
    switch self {
    case .lagging: 0
    case .silent: 1
    case .watch: 2
    case .onPace: 3
    case .done: 4
    case .noTarget: 5
    }
  }
}

extension MilestoneStatus {
  package var word: StatusWord {
    switch self {
    case .done: .milestoneDone
    case .doneLate: .milestoneDoneLate
    case .overdue: .milestoneOverdue
    case .dueSoon: .milestoneDueSoon
    case .open: .milestoneOpen
    }
  }

  /// A mark of two cells that carries the status without colour.
  package var mark: SafeText {
    switch self {
    case .overdue: "!!"
    case .dueSoon: "! "
    case .open: "  "
    case .done, .doneLate: "= "
    }
  }

  package var role: Role {
    switch self {
    case .done, .doneLate: .done
    case .overdue: .lagging
    case .dueSoon: .watch
    case .open: .onPace
    }
  }

  /// Worst first: 逾期, 临期, 在办, 逾期办结, 已办结.
  package var urgency: Int {
    switch self {
    case .overdue: 0
    case .dueSoon: 1
    case .open: 2
    case .doneLate: 3
    case .done: 4
    }
  }
}

extension Grade {
  package var role: Role {
    switch self {
    case .a: .done
    case .b: .onPace
    case .c: .watch
    case .d: .lagging
    case .ungraded: .noTarget
    }
  }

  package func label(_ language: Language) -> SafeText {
    self == .ungraded ? language(StatusWord.ungraded) : SafeText(rawValue)
  }
}

extension ProjectStage {
  package var word: StatusWord {
    switch self {
    case .building: .building
    case .accepted: .accepted
    case .evaluated1: .evaluated1
    case .evaluated2: .evaluated2
    case .evaluated3: .evaluated3
    case .closed: .closed
    }
  }
}

extension FundingFlag {
  package var word: StatusWord {
    switch self {
    case .badTier: .badTier
    case .tooManyProjects: .tooManyProjects
    case .paidOverApproved: .paidOverApproved
    case .paidBeforeGate: .paidBeforeGate
    case .overspent: .overspent
    case .acceptanceOverdue: .acceptanceOverdue
    case .evaluationMissed: .evaluationMissed
    case .idleBalance: .idleBalance
    }
  }
}

extension Tranche {
  package var word: StatusWord {
    switch self {
    case .approval: .trancheApproval
    case .acceptance: .trancheAcceptance
    case .evaluation1: .trancheEvaluation1
    case .evaluation2: .trancheEvaluation2
    case .evaluation3: .trancheEvaluation3
    }
  }
}
