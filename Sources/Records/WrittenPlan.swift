/// The text of a plan's file, for those who ask about the plan alone.
public struct WrittenPlan: Sendable {
  /// How faults name the file: as it was named, or its path in the data directory.
  public let file: String
  /// The whole text.
  public let text: String
}

extension DirectorySource {
  /// The text of the plan that is named, else of the directory's own; nil where there is none and the built-in plan is
  /// in force.
  ///
  /// - Throws: ``DirectoryError`` where the directory, if it is asked, or the file cannot be read.
  public func writtenPlan() throws(DirectoryError) -> WrittenPlan? {
    var listing = Listing()
    if planFile == nil {
      do throws(DirectoryFault) { listing = try Walk.list(rootBytes) } catch { throw error.told(of: root) }
    }
    let plan = PlanSource(source: self)
    return try plan.text(listing).map { WrittenPlan(file: plan.path, text: $0.text) }
  }
}
