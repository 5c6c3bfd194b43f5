/// Which branches of the plan's tree are open.
package struct MeasureFolds: Hashable, Sendable {
  /// Branches that a person opened or folded, so that they stand other than at first.
  var toggled: Set<String> = []
  /// Branches that are open only because what was found stands below them.
  var revealed: Set<String> = []

  package init() {}
}
