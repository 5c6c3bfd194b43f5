import Policy
import Screen

extension MenuLines {
  /// What `w` leads to: each with its letter, and why it cannot be done now.
  static func caseSteps(_ state: ConsoleState) -> [MenuLine] {
    steps.map { letter, action, summary in
      MenuLine(
        label: state.language(action.phrase) + "  " + state.language(summary), hint: SafeText(String(letter)),
        disabled: state.refusal(of: action).map { state.language($0) }, choice: .caseStep(action))
    }
  }

  private static let steps: [(Character, CaseAction, Phrase)] = [
    ("w", .followUp, Phrase("记下做了什么、下次何时看", "what was done, and when to look again")),
    ("c", .commit, Phrase("某事项某日前达到多少，由数据核对", "how many by when; the data check it")),
    ("r", .review, Phrase("办好了，请他人核验", "done: another person looks at it")),
    ("b", .return, Phrase("核验不通过，退回责任人", "not good: back to its handler")),
    ("n", .urge, Phrase("催责任人", "remind its handler")),
    ("x", .askExtension, Phrase("时限前申请，写明理由", "before the limit, with a reason")),
    ("g", .grantExtension, Phrase("批到确定的日期", "to a firm day")),
    ("j", .refuseExtension, Phrase("写明理由", "with a reason")),
    ("d", .decide, Phrase("会商时的决定", "what a meeting decided")),
  ]
}

/// What the page's help says besides its keys.
enum TriageHelp {
  static func lines(_ language: Language) -> [MenuLine] {
    [
      Phrase("督办件由系统按数据自动生成、恢复；销号须他人核验", "cases open and recover by the data; another person strikes them off"),
      Phrase("顺序：暂缓到期、超时、严重程度、先后；有人移动时不变", "order: ended snoozes, overdue, gravest, oldest; still while you move"),
      Phrase("空格标记多件，一起办理须按 y 确认", "Space marks several; what is done to all is confirmed by y"),
      Phrase("每一步只增不改，u 撤销自己的最近一步", "nothing is ever changed or removed: u takes back your last step"),
      Phrase(
        "承诺到期由数据自动核对：已达、未达、大概率达、可能达、大概率不达", "the data check each commitment: kept, missed, likely, possible, unlikely"),
    ].map { MenuLine(label: language($0), hint: "", choice: .note) }
  }
}
