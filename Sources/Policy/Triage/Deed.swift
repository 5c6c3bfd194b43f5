/// What was done to a case: one entry of the docket says who did which deed, when and why.
///
/// Deeds are only ever appended. Texts in them were checked before (``NoteRule``).
public enum Deed: Hashable, Sendable {
  // MARK: By the console itself
  /// The condition has held long enough. `items` are the lagging items, worst first, empty for other conditions;
  /// `previous` is the last case of the same subject, struck off before; nil: the first.
  case opened(CaseSubject, items: [ItemID], previous: Int?)
  /// Other items of the place lag now.
  case itemsChanged([ItemID])
  /// 指标已恢复: the condition has cleared.
  case recovered
  /// The condition holds again before the case was struck off.
  case relapsed
  /// A snooze is over.
  case snoozeEnded
  /// A step's limit has passed: one step of the ladder. `limit` is the day that passed.
  case deadlinePassed(limit: Day, to: EscalationLevel)

  // MARK: By people
  /// 签收.
  case acknowledged
  /// 指派 to somebody, by name.
  case assigned(to: String)
  /// 备注; the text is the entry's reason.
  case noted
  /// 跟进: being handled; the text is the entry's reason, `next` the day on which to look again.
  case followedUp(next: Day?)
  /// 催办.
  case urged
  /// 暂缓 through the day before `until`; the entry's reason says why.
  case snoozed(until: Day)
  /// 送核验.
  case sentForReview
  /// 退回.
  case returned
  /// 销号; `bySelf`: by the handler (自行销号).
  case closed(bySelf: Bool)
  /// 升级 by hand.
  case escalated(to: EscalationLevel)
  /// 承诺.
  case committed(Commitment)
  /// 申请延期 to a day.
  case extensionAsked(until: Day)
  /// 同意延期 to a firm day.
  case extensionGranted(until: Day)
  /// 不同意延期.
  case extensionRefused
  /// 会商决定; the text is the entry's reason.
  case decided
  /// 撤销 of an earlier entry, by its number.
  case undone(Int)
}

/// 承诺: a place promises a figure of an item by a day.
public struct Commitment: Hashable, Sendable {
  /// The item, a counted one.
  public var item: ItemID
  /// What the item's actual is to be at least.
  public var value: Int64
  /// Through the end of this day.
  public var due: Day

  /// Item, value and day.
  public init(item: ItemID, value: Int64, due: Day) {
    self.item = item
    self.value = value
    self.due = due
  }
}
