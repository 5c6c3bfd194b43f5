/// A deed as a kind and fields of text: how the store keeps it and scripts read it. Kinds and fields, once released,
/// never change their meaning; a later version may add some.
public struct DeedFields: Hashable, Sendable {
  /// The deed's name: `acknowledged`, `assigned` …
  public var kind: String
  /// Names and values, in a fixed order.
  public var fields: [Field]

  /// A name and a value.
  public struct Field: Hashable, Sendable {
    /// The field's name.
    public var name: String
    /// Its value: a number, a day (`YYYY-MM-DD`), a code or a name.
    public var value: String

    /// Name and value.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Kind and fields.
  public init(_ kind: String, _ fields: [Field] = []) {
    self.kind = kind
    self.fields = fields
  }

  fileprivate subscript(name: String) -> String? { fields.first { $0.name == name }?.value }
  fileprivate func day(_ name: String) -> Day? { self[name].flatMap { Day(iso: $0) } }
  fileprivate func number(_ name: String) -> Int? { self[name].flatMap { Int($0) } }
  fileprivate var level: EscalationLevel? { number("level").flatMap(EscalationLevel.init(rawValue:)) }
  fileprivate var items: [ItemID] { fields.filter { $0.name == "item" }.map { ItemID(rawValue: $0.value) } }
}

extension Deed {
  /// The deed as kind and fields.
  public var fields: DeedFields {
    func day(_ name: String, _ day: Day) -> DeedFields.Field { DeedFields.Field(name, day.iso) }
    func level(_ level: EscalationLevel) -> DeedFields.Field { DeedFields.Field("level", String(level.rawValue)) }
    func items(_ items: [ItemID]) -> [DeedFields.Field] { items.map { DeedFields.Field("item", $0.rawValue) } }
    return switch self {
    case .opened(let subject, let lagging, let previous):
      DeedFields(
        "opened",
        [DeedFields.Field("subject", subject.description)] + items(lagging)
          + (previous.map { [DeedFields.Field("previous", String($0))] } ?? []))
    case .itemsChanged(let lagging): DeedFields("items_changed", items(lagging))
    case .recovered: DeedFields("recovered")
    case .relapsed: DeedFields("relapsed")
    case .snoozeEnded: DeedFields("snooze_ended")
    case .deadlinePassed(let limit, let to): DeedFields("deadline_passed", [day("limit", limit), level(to)])
    case .acknowledged: DeedFields("acknowledged")
    case .assigned(let name): DeedFields("assigned", [DeedFields.Field("to", name)])
    case .noted: DeedFields("noted")
    case .followedUp(let next): DeedFields("followed_up", next.map { [day("next", $0)] } ?? [])
    case .urged: DeedFields("urged")
    case .snoozed(let until): DeedFields("snoozed", [day("until", until)])
    case .sentForReview: DeedFields("sent_for_review")
    case .returned: DeedFields("returned")
    case .closed(let bySelf): DeedFields("closed", bySelf ? [DeedFields.Field("by", "self")] : [])
    case .escalated(let to): DeedFields("escalated", [level(to)])
    case .committed(let promise):
      DeedFields(
        "committed",
        [
          DeedFields.Field("item", promise.item.rawValue), DeedFields.Field("value", String(promise.value)),
          day("due", promise.due),
        ])
    case .extensionAsked(let until): DeedFields("extension_asked", [day("until", until)])
    case .extensionGranted(let until): DeedFields("extension_granted", [day("until", until)])
    case .extensionRefused: DeedFields("extension_refused")
    case .decided: DeedFields("decided")
    case .undone(let number): DeedFields("undone", [DeedFields.Field("entry", String(number))])
    }
  }

  /// Reads ``fields`` back; nil where a later version's deed, or a damaged one, is met.
  public init?(_ fields: DeedFields) {
    switch fields.kind {
    case "opened":
      guard let subject = fields["subject"].flatMap({ CaseSubject($0) }) else { return nil }
      self = .opened(subject, items: fields.items, previous: fields.number("previous"))
    case "items_changed": self = .itemsChanged(fields.items)
    case "recovered": self = .recovered
    case "relapsed": self = .relapsed
    case "snooze_ended": self = .snoozeEnded
    case "deadline_passed":
      guard let limit = fields.day("limit"), let level = fields.level else { return nil }
      self = .deadlinePassed(limit: limit, to: level)
    case "acknowledged": self = .acknowledged
    case "assigned":
      guard let name = fields["to"] else { return nil }
      self = .assigned(to: name)
    case "noted": self = .noted
    case "followed_up":
      if fields["next"] == nil {
        self = .followedUp(next: nil)
      } else {
        guard let next = fields.day("next") else { return nil }
        self = .followedUp(next: next)
      }
    case "urged": self = .urged
    case "snoozed":
      guard let until = fields.day("until") else { return nil }
      self = .snoozed(until: until)
    case "sent_for_review": self = .sentForReview
    case "returned": self = .returned
    case "closed": self = .closed(bySelf: fields["by"] == "self")
    case "escalated":
      guard let level = fields.level else { return nil }
      self = .escalated(to: level)
    case "committed":
      guard let item = fields["item"], let value = fields["value"].flatMap({ Int64($0) }), let due = fields.day("due")
      else { return nil }
      self = .committed(Commitment(item: ItemID(rawValue: item), value: value, due: due))
    case "extension_asked":
      guard let until = fields.day("until") else { return nil }
      self = .extensionAsked(until: until)
    case "extension_granted":
      guard let until = fields.day("until") else { return nil }
      self = .extensionGranted(until: until)
    case "extension_refused": self = .extensionRefused
    case "decided": self = .decided
    case "undone":
      guard let number = fields.number("entry") else { return nil }
      self = .undone(number)
    default: return nil
    }
  }
}
