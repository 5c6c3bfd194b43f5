/// 失联: when a district counts as not reporting (<doc:SilenceRule>).
extension Thresholds {
  /// Whether a district whose newest progress row is of `latest` is silent on `day`.
  ///
  /// A district without any row is silent, from the first day of the period on.
  public func isSilent(latest: Day?, asOf day: Day) -> Bool {
    guard let latest else { return true }
    return day - latest > silentAfterDays
  }
}
