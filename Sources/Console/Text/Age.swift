import Screen

/// How long ago something was, in at most eight cells.
package enum Age {
  /// `刚刚`, `37分`, `1时15分`, `3天`; never negative, so that a clock that jumps back shows no nonsense.
  package static func text(seconds: Double, _ language: Language) -> String {
    let clamped = seconds.isFinite ? min(max(0, seconds), 1e10) : 0
    let minutes = Int(clamped / 60)
    if minutes < 1 { return language == .zh ? "刚刚" : "now" }
    if minutes < 60 { return language == .zh ? "\(minutes)分" : "\(minutes)m" }
    let hours = minutes / 60
    if hours < 24 {
      let rest = minutes % 60
      return language == .zh ? "\(hours)时\(rest < 10 ? "0" : "")\(rest)分" : "\(hours)h\(rest < 10 ? "0" : "")\(rest)m"
    }
    return days(hours / 24, language)
  }

  /// `今天`, `3天`.
  package static func days(_ days: Int, _ language: Language) -> String {
    if days <= 0 { return language == .zh ? "今天" : "today" }
    return language == .zh ? "\(days)天" : "\(days)d"
  }
}

extension ConsoleState {
  /// When the minute that the clock shows began, in seconds.
  var minute: Double { (now / 60).rounded(.down) * 60 }

  /// How long ago a moment was when that minute began: what is told so changes with the clock, and at no other time.
  func age(of moment: Double) -> SafeText { SafeText(Age.text(seconds: minute - moment, language)) }
}
