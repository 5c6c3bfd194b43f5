import Policy

/// What a message may tell of a value: at most forty characters, and nothing that looks personal.
enum Excerpt {
  /// The value's beginning; nil where it must not be told.
  static func text(_ value: String, latestBirth: Day) -> String? {
    if PersonalValues.holdsPersonal(value, latestBirth: latestBirth) { return nil }
    return value.count > 40 ? String(value.prefix(39)) + "…" : value
  }
}
