extension Day {
  /// The calendar day in Asia/Shanghai at a moment, in seconds since 1970-01-01 UTC, whatever the machine says
  /// (`rules.md`, Time). What is no number, or beyond all bounds, counts as 1970-01-01.
  ///
  /// Shanghai has kept UTC+8 without summer time since 1991; records carry no moments before that.
  public init(shanghai seconds: Double) {
    let shifted = (seconds + Day.shanghaiOffset).rounded(.down)
    let local = shifted.isFinite && abs(shifted) < 1e14 ? Int64(shifted) : 0
    self.init(number: Int32(clamping: local >= 0 ? local / 86_400 : (local - 86_399) / 86_400))
  }

  /// The moment at which the day ends in Asia/Shanghai, in seconds since 1970-01-01 UTC.
  public var endInShanghai: Double { (Double(number) + 1) * 86_400 - Day.shanghaiOffset }

  /// How far Shanghai's clocks are ahead of UTC, in seconds.
  public static let shanghaiOffset = 8.0 * 3600
}
