/// 会商: which cases a meeting goes through, and in which order: what was promised and comes back, what goes on, what is
/// new (<doc:TriageRule>).
public struct MeetingAgenda: Hashable, Sendable {
  /// The parts of a meeting, in their order.
  public enum Part: String, Hashable, Sendable, CaseIterable {
    /// 跟进事项: something was promised or decided, asked for, put off, or waits to be looked at.
    case followUp = "follow_up"
    /// 常规事项: it is being handled.
    case standing
    /// 新增事项: nobody has signed for it.
    case new
  }

  /// A case and its part.
  public struct Step: Hashable, Sendable {
    /// The part.
    public var part: Part
    /// The case's number.
    public var number: Int
  }

  /// Every case that is gone through.
  public var steps: [Step]

  /// The agenda of a day: snoozed cases and those that were struck off are left out.
  ///
  /// - Parameter places: Cases in the order of the queue.
  public init(_ places: [CaseQueue.Place], today: Day) {
    steps = Part.allCases.flatMap { part in
      places.filter { MeetingAgenda.part(of: $0, today: today) == part }.map { Step(part: part, number: $0.own.number) }
    }
  }

  private static func part(of place: CaseQueue.Place, today: Day) -> Part? {
    let own = place.own
    guard place.group < .snoozed else { return nil }
    let isDue = own.nextLook.map { $0 <= today } ?? false
    if !own.promises.isEmpty || isDue || own.askedExtension != nil || own.isAwakened || own.state == .review {
      return .followUp
    }
    return own.state == .new ? .new : .standing
  }
}
