/// Why a plan cannot be used: everything that its text has wrong.
///
/// A plan is taken whole or not at all, because half a plan would judge people by rules that nobody wrote.
public struct PlanError: Error, Hashable, Sendable {
  /// What is wrong, in the order of the text; never empty, and all of severity error.
  public var faults: [PlanFault]

  /// These faults, of which there must be one at least.
  public init(_ faults: [PlanFault]) { self.faults = faults }
}

extension PlanError: CustomStringConvertible {
  /// A line for each fault, for developers.
  public var description: String { faults.map(\.description).joined(separator: "\n") }
}
