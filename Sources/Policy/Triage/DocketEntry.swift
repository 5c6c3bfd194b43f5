/// Who did something: a person at a console or a script, or the console by itself.
public enum Actor: Hashable, Sendable {
  /// By the name the person goes by. Never empty.
  case person(String)
  /// 系统.
  case system

  /// The person's name; nil for the system.
  public var name: String? {
    if case .person(let name) = self { return name }
    return nil
  }
}

/// One entry of the docket: who did what to which case, when and why. Never changed or removed once it is there.
public struct DocketEntry: Hashable, Sendable {
  /// Its number in the docket, from 1, without gaps.
  public var number: Int
  /// The case's number, from 1, in the order in which cases were opened.
  public var caseNumber: Int
  /// When.
  public var at: Moment
  /// Who.
  public var actor: Actor
  /// What.
  public var deed: Deed
  /// Why, or the text itself for a note; empty where the deed asks for none.
  public var reason: String

  /// Every field.
  public init(number: Int, caseNumber: Int, at: Moment, actor: Actor, deed: Deed, reason: String = "") {
    self.number = number
    self.caseNumber = caseNumber
    self.at = at
    self.actor = actor
    self.deed = deed
    self.reason = reason
  }
}
