package import Policy
package import Screen

/// The words of 督办: the official terms of supervising a matter until it is struck off.
package enum TriageWord: Wording {
  case triage, queue, facts, timeline, promises, system
  case number, state, level, place, matter, weight, handler, limit, reason
  case unassigned, overdue, left, today, snoozedUntil, again, recovered, awakened, selfClosed, other
  case record, open, promise, due, promised, actual, verdict, kept, missed, likely, possible, unlikely
  case silence, flagged, veto, never, missing, shortfall, ofCity, behind, noCause, cause
  case opened, signed, asked, extended, nextLook, before, readOnly, noDocket, empty, emptyView, lastEntry, people
  case viewAll, viewMine, viewUnassigned, viewOverdue, viewSnoozed, viewClosed

  package var phrase: Phrase {
    switch self {
    case .triage: Phrase("督办", "Triage")
    case .queue: Phrase("队列", "Queue")
    case .facts: Phrase("事实", "Facts")
    case .timeline: Phrase("经过", "Time line")
    case .promises: Phrase("承诺台账（自动核对）", "Commitments (checked by the data)")
    case .system: Phrase("系统", "system")
    case .number: Phrase("编号", "case")
    case .state: Phrase("状态", "state")
    case .level: Phrase("级别", "level")
    case .place: Phrase("区县", "district")
    case .matter: Phrase("事由", "matter")
    case .weight: Phrase("预计差额", "shortfall")
    case .handler: Phrase("责任人", "handler")
    case .limit: Phrase("时限", "limit")
    case .reason: Phrase("排序理由", "why here")
    case .unassigned: Phrase("未派", "nobody")
    case .overdue: Phrase("超 # 日", "# d over")
    case .left: Phrase("余 # 日", "# d left")
    case .today: Phrase("今日到期", "due today")
    case .snoozedUntil: Phrase("缓至", "till")
    case .again: Phrase("再次", "again")
    case .recovered: Phrase("指标已恢复", "recovered")
    case .awakened: Phrase("暂缓到期", "snooze over")
    case .selfClosed: Phrase("自行销号", "by handler")
    case .other: Phrase("另", "also")
    case .record: Phrase("本区承诺", "commitments here")
    case .open: Phrase("未到期", "open")
    case .promise: Phrase("承诺", "commitment")
    case .due: Phrase("期限", "due")
    case .promised: Phrase("应达", "promised")
    case .actual: Phrase("现状", "actual")
    case .verdict: Phrase("判断", "verdict")
    case .kept: Phrase("已达", "kept")
    case .missed: Phrase("未达", "missed")
    case .likely: Phrase("大概率达", "likely")
    case .possible: Phrase("可能达", "possible")
    case .unlikely: Phrase("大概率不达", "unlikely")
    case .silence: Phrase("失联", "silent")
    case .flagged: Phrase("资金预警", "funding flags")
    case .veto: Phrase("一票否决", "veto")
    case .never: Phrase("从未报送", "never reported")
    case .missing: Phrase("完不成", "miss")
    case .shortfall: Phrase("预计差", "short")
    case .ofCity: Phrase("占全市目标", "of the city's")
    case .behind: Phrase("落后", "behind")
    case .noCause: Phrase("条件已不成立", "the condition no longer holds")
    case .cause: Phrase("主因（仅供参考）", "mostly (for reference)")
    case .opened: Phrase("生成", "opened")
    case .signed: Phrase("签收", "signed")
    case .asked: Phrase("申请延期至", "extension asked to")
    case .extended: Phrase("延期至", "extended to")
    case .nextLook: Phrase("下次跟进", "next look")
    case .before: Phrase("前案", "before")
    case .readOnly: Phrase("只读", "read only")
    case .noDocket: Phrase("督办库还没有打开", "the docket is not open yet")
    case .empty: Phrase("没有督办件：没有条件持续成立", "no case: no condition has held for long enough")
    case .emptyView: Phrase("此视图没有督办件，V 换视图", "no case in this view; V turns to the next")
    case .lastEntry: Phrase("第 # 条", "entry #")
    case .people: Phrase("其他操作员", "others")
    case .viewAll: Phrase("全部在办", "all open")
    case .viewMine: Phrase("我的", "mine")
    case .viewUnassigned: Phrase("未派", "unassigned")
    case .viewOverdue: Phrase("超时", "overdue")
    case .viewSnoozed: Phrase("暂缓", "snoozed")
    case .viewClosed: Phrase("已销号", "struck off")
    }
  }
}

extension CaseState {
  package var phrase: Phrase {
    switch self {
    case .new: Phrase("待签收", "new")
    case .acknowledged: Phrase("已签收", "signed")
    case .working: Phrase("办理中", "working")
    case .review: Phrase("待核验", "review")
    case .closed: Phrase("已销号", "closed")
    case .snoozed: Phrase("暂缓", "snoozed")
    case .returned: Phrase("退回", "returned")
    }
  }

  package var role: Role {
    switch self {
    case .new: .watch
    case .acknowledged, .working: .text
    case .review: .onPace
    case .closed: .done
    case .snoozed: .dim
    case .returned: .lagging
    }
  }
}

extension EscalationLevel {
  package var phrase: Phrase {
    switch self {
    case .none: Phrase("--", "--")
    case .reminder: Phrase("提醒(蓝)", "reminder")
    case .yellow: Phrase("黄单", "yellow")
    case .red: Phrase("红单", "red")
    case .summons: Phrase("约谈", "summons")
    }
  }

  /// The heavier, the louder; the word says it without colour.
  package var role: Role {
    switch self {
    case .none: .dim
    case .reminder: .text
    case .yellow: .watch
    case .red, .summons: .lagging
    }
  }
}

extension CaseAction {
  /// What it is called on keys and menus.
  package var phrase: Phrase {
    switch self {
    case .acknowledge: Phrase("签收", "Sign")
    case .assign: Phrase("指派", "Assign")
    case .note: Phrase("备注", "Note")
    case .followUp: Phrase("跟进", "Follow up")
    case .urge: Phrase("催办", "Urge")
    case .snooze: Phrase("暂缓", "Snooze")
    case .review: Phrase("送核验", "Send for review")
    case .return: Phrase("退回", "Return")
    case .close: Phrase("销号", "Strike off")
    case .escalate: Phrase("升级", "Escalate")
    case .commit: Phrase("承诺", "Commitment")
    case .askExtension: Phrase("申请延期", "Ask extension")
    case .grantExtension: Phrase("同意延期", "Grant extension")
    case .refuseExtension: Phrase("不同意延期", "Refuse extension")
    case .decide: Phrase("会商决定", "Decision")
    case .undo: Phrase("撤销", "Undo")
    }
  }
}
