package import Policy
package import Screen

/// What somebody is about to do to one case or several, with what they type about it. The targets are those of the key
/// press: whatever moves on the screen meanwhile, the deed goes to them.
package struct DeedDialog: Hashable, Sendable {
  /// One thing that is typed.
  package enum Field: Hashable, Sendable {
    /// Whose case it shall be.
    case name
    /// A day.
    case day
    /// Which item is promised: chosen, not typed.
    case item
    /// How many are promised.
    case value
    /// Why, or the text itself.
    case reason
  }

  package enum Stage: Hashable, Sendable {
    case typing
    /// Everything is typed; the key that confirms is not the one that asked, and Enter does nothing.
    case confirming
    /// It is being written down.
    case saving
  }

  package var action: CaseAction
  package var targets: [DeedTarget]
  package var fields: [Field]
  package var place = 0
  package var texts: [Field: String] = [:]
  package var item: ItemID?
  package var stage = Stage.typing
  /// Why it is not done yet; nil: nothing stands in the way.
  package var trouble: SafeText?

  package init(_ action: CaseAction, _ targets: [DeedTarget]) {
    self.action = action
    self.targets = targets
    fields = DeedDialog.fields(of: action)
  }

  package var field: Field? { fields.indices.contains(place) ? fields[place] : nil }

  /// What a person must confirm by another key: what weighs heavily, and whatever is done to several cases at once.
  package var needsConfirmation: Bool { targets.count > 1 || action == .escalate || action == .close }

  static func fields(of action: CaseAction) -> [Field] {
    switch action {
    case .acknowledge, .undo: []
    case .assign: [.name, .reason]
    case .snooze, .askExtension: [.day, .reason]
    case .grantExtension: [.day, .reason]
    case .followUp: [.reason, .day]
    case .commit: [.item, .value, .day, .reason]
    case .note, .urge, .review, .return, .close, .escalate, .refuseExtension, .decide: [.reason]
    }
  }
}

/// A case as it was when the key was pressed.
package struct DeedTarget: Hashable, Sendable {
  package var number: Int
  /// Its newest entry then.
  package var seen: Int

  package init(_ own: Case) {
    number = own.number
    seen = own.lastEntry
  }
}
