/// Why somebody may not do something to a case (<doc:TriageRule>).
public enum DeedRefusal: Error, Hashable, Sendable {
  /// Only people do this.
  case personsOnly
  /// Another person has acted on the case since the asking one last saw it.
  case conflict(with: Case.PersonEntry)
  /// Not while the case stands there.
  case wrongState(CaseState)
  /// Only the handler may.
  case notYours(handler: String)
  /// Nobody handles the case yet: it is to be signed for first.
  case unclaimed
  /// Only another person than the handler may.
  case ownWork
  /// A reason, or the text itself, is missing.
  case needsReason
  /// The day is too early.
  case dateInPast(earliest: Day)
  /// The day is too late.
  case dateTooFar(latest: Day)
  /// An extension is asked for while there is still time; the limit has passed.
  case pastLimit(Day)
  /// Nobody has asked for an extension.
  case notAsked
  /// That person handles it already.
  case sameHandler
  /// The level stands already, or a higher one.
  case notHigher(than: EscalationLevel)
  /// 约谈 is the last step.
  case alreadyTopLevel
  /// A promise is about a counted item of the plan.
  case unknownItem(ItemID)
  /// A promise is of one at least.
  case valueTooSmall
  /// No entry of a person is there that could be taken back.
  case nothingToUndo
  /// The newest entry is another person's.
  case notYourEntry(Case.PersonEntry)
  /// The condition has opened a new case, by its number, since this one was struck off.
  case succeeded(by: Int)
  /// The reason or text cannot be taken.
  case text(TextFault)
  /// The name cannot be taken.
  case name(TextFault)
}
