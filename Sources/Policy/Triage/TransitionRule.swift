/// Who may do what to a case when, and the deed that comes of it (<doc:TriageRule>).
public struct TransitionRule: Sendable {
  private let plan: Plan
  private let limits: LimitRule
  private let today: Day

  /// A deed that may be appended, with its reason as it is kept.
  public struct Allowed: Hashable, Sendable {
    /// The deed.
    public var deed: Deed
    /// Its reason or text; may be empty.
    public var reason: String

    /// Deed and reason.
    public init(deed: Deed, reason: String) {
      self.deed = deed
      self.reason = reason
    }
  }

  /// The rule on a day, in the working days in force.
  public init(plan: Plan, calendar: WorkCalendar, today: Day) {
    self.plan = plan
    limits = LimitRule(plan: plan, calendar: calendar)
    self.today = today
  }

  /// The last day to which anything may be put off: 60 days after the period's end.
  public var latest: Day { plan.periodEnd + 60 }

  /// Why the actor cannot do that now, whatever the details; nil: it can be tried. What a menu asks.
  ///
  /// - Parameter successor: the number of a later case of the same subject; nil: none.
  public func refusal(
    of action: CaseAction, on own: Case, by actor: Actor, successor: Int? = nil
  ) -> DeedRefusal? {
    do throws(DeedRefusal) {
      try check(action, on: own, by: actor, successor: successor)
      return nil
    } catch {
      return error
    }
  }

  /// The deed that is to be appended.
  ///
  /// - Parameters:
  ///   - request: What is wanted.
  ///   - reason: Why, or the text itself, as typed.
  ///   - own: The case as all its entries leave it.
  ///   - actor: Who wants it.
  ///   - seen: The newest entry of the case that the actor has seen; nil: no matter. If another person has acted since,
  ///     what changes the case is refused.
  ///   - successor: The number of a later case of the same subject; nil: none.
  public func deed(
    _ request: CaseRequest, reason: String, on own: Case, by actor: Actor, seen: Int? = nil, successor: Int? = nil
  ) throws(DeedRefusal) -> Allowed {
    if let name = actor.name { _ = try Self.name(name, today: today) }
    if let seen, request.action.changesTheCase, let other = own.newestEntry(notBy: actor), other.entry > seen {
      throw .conflict(with: other)
    }
    try check(request.action, on: own, by: actor, successor: successor)
    let deed = try deed(request, on: own, by: actor)
    let isRequired = request.action.needsReason || deed == .closed(bySelf: true)
    do throws(TextFault) {
      return Allowed(deed: deed, reason: try NoteRule.text(reason, required: isRequired, today: today))
    } catch {
      throw error == .empty ? .needsReason : .text(error)
    }
  }

  private func check(
    _ action: CaseAction, on own: Case, by actor: Actor, successor: Int?
  ) throws(DeedRefusal) {
    guard let name = actor.name else { throw .personsOnly }
    guard action.states.contains(own.state) else { throw .wrongState(own.state) }
    switch (action.doer, own.handler) {
    case (.handler, nil): throw .unclaimed
    case (.handler, let handler?), (.handlerIfAny, let handler?):
      if handler != name { throw .notYours(handler: handler) }
    case (.another, let handler?): if handler == name { throw .ownWork }
    case (.another, nil), (.handlerIfAny, nil), (.anybody, _): break
    }
    switch action {
    case .escalate: if own.level.next == nil { throw .alreadyTopLevel }
    case .askExtension: if let limit = limits.limit(of: own), today > limit.day { throw .pastLimit(limit.day) }
    case .grantExtension, .refuseExtension: if own.askedExtension == nil { throw .notAsked }
    case .undo:
      guard let newest = own.undoable else { throw .nothingToUndo }
      if newest.name != name { throw .notYourEntry(newest) }
      if own.state == .closed, own.isClosedBy(newest), let successor { throw .succeeded(by: successor) }
    default: break
    }
  }

  private func deed(_ request: CaseRequest, on own: Case, by actor: Actor) throws(DeedRefusal) -> Deed {
    switch request {
    case .acknowledge: return .acknowledged
    case .assign(let raw):
      let name = try Self.name(raw, today: today)
      // Whoever is put in charge again of a snoozed case goes on with it.
      if name == own.handler, own.state != .snoozed { throw .sameHandler }
      return .assigned(to: name)
    case .note: return .noted
    case .followUp(let next):
      return .followedUp(next: try next.map { day throws(DeedRefusal) in try later(day) })
    case .urge: return .urged
    case .snooze(let until): return .snoozed(until: try later(until))
    case .review: return .sentForReview
    case .return: return .returned
    case .close: return .closed(bySelf: own.role(of: actor) == .handler)
    case .escalate(let level):
      guard level > own.level else { throw .notHigher(than: own.level) }
      return .escalated(to: level)
    case .commit(let promise): return .committed(try sound(promise))
    case .askExtension(let until):
      return .extensionAsked(until: try later(until, than: limits.limit(of: own)?.day))
    case .grantExtension(let until):
      guard let day = until ?? own.askedExtension else { throw .notAsked }
      return .extensionGranted(until: try later(day))
    case .refuseExtension: return .extensionRefused
    case .decide: return .decided
    case .undo:
      guard let newest = own.undoable else { throw .nothingToUndo }
      return .undone(newest.entry)
    }
  }

  /// A day after today, and after `other`, that is not too far away.
  private func later(_ day: Day, than other: Day? = nil) throws(DeedRefusal) -> Day {
    let earliest = max(today, other ?? today) + 1
    if day < earliest { throw .dateInPast(earliest: earliest) }
    if day > latest { throw .dateTooFar(latest: latest) }
    return day
  }

  /// A promise that the records will be able to judge.
  private func sound(_ promise: Commitment) throws(DeedRefusal) -> Commitment {
    guard plan.countedItem(promise.item) != nil else { throw .unknownItem(promise.item) }
    guard promise.value > 0 else { throw .valueTooSmall }
    if promise.due < today { throw .dateInPast(earliest: today) }
    if promise.due > plan.periodEnd { throw .dateTooFar(latest: plan.periodEnd) }
    return promise
  }

  private static func name(_ raw: String, today: Day) throws(DeedRefusal) -> String {
    do throws(TextFault) { return try NameRule.name(raw, today: today) } catch { throw .name(error) }
  }
}

extension Case {
  /// The newest entry by any other person than the actor; nil: none.
  public func newestEntry(notBy actor: Actor) -> PersonEntry? {
    guard let last = lastByPerson, last.name == actor.name else { return lastByPerson }
    return lastByOther
  }

  /// The entry is the one that struck it off: nothing but notes can follow that.
  fileprivate func isClosedBy(_ entry: PersonEntry) -> Bool { closedBy == entry.entry }
}
