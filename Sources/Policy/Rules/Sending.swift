/// How well a district sends its files (<doc:SendingRule>).
public enum SendingVerdict: String, Hashable, Sendable, CaseIterable {
  /// 失联: the district's own status.
  case silent
  /// 较差.
  case poor
  /// 一般.
  case fair
  /// 良好.
  case good

  /// At least this many of a hundred rows refused: 一般 (**default**).
  public static let fairPercent = 1
  /// At least this many of a hundred rows refused: 较差 (**default**).
  public static let poorPercent = 5

  /// The word for what a district sent; `isSilent` is its status's business.
  public init(_ tally: SendingTally, isSilent: Bool) {
    func reaches(_ percent: Int, _ refused: Int) -> Bool {
      let sent = tally.rows.addingSaturated(refused)
      return refused > 0 && refused.multipliedSaturated(100) >= sent.multipliedSaturated(percent)
    }
    if isSilent {
      self = .silent
    } else if tally.refusedFiles > 0 || reaches(SendingVerdict.poorPercent, tally.refusedOwn) {
      self = .poor
    } else if tally.fileErrors > 0 || reaches(SendingVerdict.fairPercent, tally.refused) {
      self = .fair
    } else {
      self = .good
    }
  }

  /// Worst first.
  public var urgency: Int {
    switch self {
    case .silent: 0
    case .poor: 1
    case .fair: 2
    case .good: 3
    }
  }
}

/// What one district sent, or what can be laid at nobody's door.
public struct SendingTally: Hashable, Sendable {
  /// Files that hold its rows alone.
  public var files = 0
  /// Accepted rows of those files.
  public var rows = 0
  /// Refused rows that are its own, in any file.
  public var refused = 0
  /// Those of them that stand in files of its own.
  public var refusedOwn = 0
  /// Problems of severity error.
  public var errors = 0
  /// Problems of severity warning.
  public var warnings = 0
  /// Problems of severity notice.
  public var notices = 0
  /// Files of its own of which nothing could be used.
  public var refusedFiles = 0
  /// Errors that concern a whole file or column of its own.
  public var fileErrors = 0
  /// When its newest file was changed, in seconds since 1970-01-01 UTC; nil without a file.
  public var newest: Double?

  /// Nothing was sent.
  public init() {}

  /// Refused ÷ (accepted + refused) over its own files; nil where they hold no row.
  public var refusedShare: Double? {
    let sent = rows.addingSaturated(refusedOwn)
    return sent > 0 ? Double(refusedOwn) / Double(sent) : nil
  }

  mutating func count(_ severity: Severity) {
    switch severity {
    case .error: errors += 1
    case .warning: warnings += 1
    case .notice: notices += 1
    }
  }
}

/// A district's line: what it sent, how far its records reach, and what is to be thought of it.
public struct Sender: Hashable, Sendable {
  /// Nil: what belongs to no single district (无法归属).
  public var district: DistrictCode?
  /// What it sent.
  public var tally: SendingTally
  /// Its newest progress row on or before the as-of day.
  public var latest: Day?
  /// Days from ``latest`` to the as-of day; never negative.
  public var daysSince: Int?
  /// Nil where nothing is judged: what belongs to nobody, and a city that sends no file.
  public var verdict: SendingVerdict?

  /// Every field.
  public init(district: DistrictCode?, tally: SendingTally, latest: Day?, daysSince: Int?, verdict: SendingVerdict?) {
    self.district = district
    self.tally = tally
    self.latest = latest
    self.daysSince = daysSince
    self.verdict = verdict
  }
}

extension Int {
  fileprivate func addingSaturated(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }

  fileprivate func multipliedSaturated(_ other: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? .max : product
  }
}
