/// The numbers of triage: when cases open and clear by themselves, and how long a step may take. All of it **default**
/// (<doc:TriageRule>).
public struct TriageRules: Hashable, Sendable {
  /// 签收: working days after the opening.
  public var acknowledgeDays: Int
  /// 办理: working days after the signing.
  public var handleDays: Int
  /// 销号: working days after the opening.
  public var closeDays: Int
  /// A condition opens a case when it has held at the end of so many working days in a row.
  public var opensAfterDays: Int
  /// Lagging has cleared, or come back, when it has stood so at the end of so many working days in a row.
  public var recoversAfterDays: Int

  /// 3, 15 and 30 working days for the steps; 5 to open and 2 to clear. Fewer than 1 count as 1.
  public init(
    acknowledgeDays: Int = 3, handleDays: Int = 15, closeDays: Int = 30, opensAfterDays: Int = 5,
    recoversAfterDays: Int = 2
  ) {
    self.acknowledgeDays = max(1, acknowledgeDays)
    self.handleDays = max(1, handleDays)
    self.closeDays = max(1, closeDays)
    self.opensAfterDays = max(1, opensAfterDays)
    self.recoversAfterDays = max(1, recoversAfterDays)
  }
}
