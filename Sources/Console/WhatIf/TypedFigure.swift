import Policy

/// What a person types into a field that asks for a figure, or why it is none.
enum TypedFigure<Value: Sendable>: Sendable {
  /// Nothing has been typed.
  case none
  case value(Value)
  case refused(Phrase)
}

extension TypedFigure where Value == Double {
  /// A rate a working day: `25`, `1,200`, `12.5`, `1.5万`, in full-width signs too; 0 up to a trillion.
  init(rate text: String) {
    var typed = TypedFigure.plain(text)
    guard !typed.isEmpty else {
      self = .none
      return
    }
    var unit = 1.0
    if typed.last == "万" {
      typed.removeLast()
      unit = 10_000
    }
    let digits = typed.filter { $0 != "," }
    let known = digits.allSatisfy { ("0"..."9").contains($0) || $0 == "." } && digits.contains { $0 != "." }
    if digits.first == "-" {
      self = .refused(Phrase("不能是负数", "it cannot be below zero"))
    } else if known, digits.count(where: { $0 == "." }) <= 1, let value = Double(digits) {
      let rate = value * unit
      self = rate <= 1e12 ? .value(rate) : .refused(Phrase("数太大", "too large a number"))
    } else {
      self = .refused(Phrase("不是数，例如 25 或 1,200", "not a number; for example 25 or 1,200"))
    }
  }
}

extension TypedFigure where Value == Day {
  /// A day after `first` through `last`: `12-18`, `12月18日`, `1218`, `2026-12-18`, in full-width signs too.
  init(day text: String, after first: Day, through last: Day) {
    let typed = TypedFigure.plain(text)
    guard !typed.isEmpty else {
      self = .none
      return
    }
    // A day without its year may lie in either year of a period that has two.
    let days = [first.civil.year, last.civil.year].compactMap { MenuLines.day(typed: typed, year: $0) }
    if let day = days.first(where: { $0 > first && $0 <= last }) {
      self = .value(day)
    } else if days.isEmpty {
      self = .refused(Phrase("不是日期，例如 12-18", "not a date; for example 12-18"))
    } else if first >= last {
      self = .refused(Phrase("期限内已没有日子", "no day of the period is left"))
    } else {
      let span = "\((first + 1).iso) … \(last.iso)"
      self = .refused(Phrase("须在 \(span) 之间", "it must be within \(span)"))
    }
  }
}

extension TypedFigure {
  /// The text without blanks, its full-width signs as plain ones: an input method types `１２。５` for `12.5`.
  private static func plain(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
      switch scalar.value {
      case 0xFF01...0xFF5E: out.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x3002: out.append(".")
      case 0x3001: out.append(",")
      default: out.append(scalar)
      }
    }
    return String(out)
  }
}
