import Policy

/// What one file comes to once all files are looked at.
struct Tally: Sendable {
  /// Accepted rows.
  var rows = 0
  /// Refused rows.
  var rejected = 0
  /// Everything that is wrong with it.
  var problems: [Problem] = []
  /// Districts that its accepted rows name.
  var districts: Set<DistrictCode> = []
}

/// A record with its place: which file, counted in path order, and which line.
struct Located<Record: Sendable>: Sendable {
  var file: Int
  var line: Int
  var record: Record
}
