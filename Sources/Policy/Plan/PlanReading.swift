/// What came of reading a plan's text: the plan, if nothing forbids to use it, and everything to be told of the text.
public struct PlanReading: Sendable {
  /// The plan; nil where a fault is an error.
  public let plan: Plan?
  /// Errors, warnings and notices in the order of the text.
  public let faults: [PlanFault]

  init(plan: Plan?, faults: [PlanFault]) {
    self.plan = plan
    self.faults = faults
  }

  /// The faults that make the plan unusable.
  public var errors: [PlanFault] { faults.filter { $0.severity == .error } }

  func whole() throws(PlanError) -> Plan {
    guard let plan else { throw PlanError(errors) }
    return plan
  }

  /// Keys that do nothing, as problems of the data directory. What else only looks wrong may be meant, and is told to
  /// those who ask for it by `plan check`.
  var keysWithoutMeaning: [Problem] {
    faults.compactMap { fault in
      switch fault.reason {
      case .unknownKey, .noEffect: Problem(fault, code: .unknownKey)
      default: nil
      }
    }
  }
}

extension Problem {
  /// What is wrong with a plan's text, as a problem of the data directory.
  public init(_ fault: PlanFault, code: ProblemCode) {
    self.init(path: fault.file, line: fault.line, column: fault.key.isEmpty ? nil : fault.key, code: code)
    more = .fault(fault.reason)
  }
}
