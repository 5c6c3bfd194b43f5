package import Policy
import Screen

/// 倒推: what it would take to reach an item's target. Nothing of it is kept.
package struct WhatIfState: Hashable, Sendable {
  /// The two ways round.
  package enum Field: Hashable, Sendable {
    /// A rate is typed; the day follows.
    case rate
    /// A day is typed; the rate follows.
    case day
  }

  /// What it was opened from, to go back to.
  package enum Origin: Hashable, Sendable {
    case page
    case detail(DetailState)
    case chart(ChartState)
  }

  package var subject: TargetKey
  package var origin: Origin
  package var field = Field.rate
  package var rate = ""
  package var day = ""

  package init(_ subject: TargetKey, origin: Origin = .page) {
    self.subject = subject
    self.origin = origin
  }
}

extension ConsoleState {
  /// Opens the dialog, or says why it cannot be.
  mutating func openWhatIf(_ subject: TargetKey, above origin: WhatIfState.Origin) -> [Effect] {
    guard let remaining = loaded?.remaining(subject) else {
      tell(language(WhatIfReason.noTarget), for: 4)
      return []
    }
    guard remaining.missing > 0 else {
      tell(language(WhatIfReason.met), for: 4)
      return []
    }
    overlay = .whatIf(WhatIfState(subject, origin: origin))
    return []
  }

  /// A key while the dialog is open.
  mutating func press(_ key: Key, in dialog: WhatIfState) -> [Effect] {
    var dialog = dialog
    switch key {
    case .escape, .function(10):
      switch dialog.origin {
      case .page: overlay = nil
      case .detail(let detail): overlay = .detail(detail)
      case .chart(let chart): overlay = .chart(chart)
      }
      return []
    case .control("l"): return [.redraw]
    case .control("z"): return [.suspend]
    case .tab, .backTab, .up, .down, .enter: dialog.field = dialog.field == .rate ? .day : .rate
    case .backspace: dialog.edit { if !$0.isEmpty { $0.removeLast() } }
    case .control("u"): dialog.edit { $0 = "" }
    case .character(let character): dialog.edit { $0.append(character) }
    case .paste(let text): dialog.edit { $0 += SafeText(text).string }
    default: return []
    }
    overlay = .whatIf(dialog)
    return []
  }
}

extension WhatIfState {
  /// What stands in the field that is typed into.
  var text: String { field == .rate ? rate : day }

  /// Changes the field that is typed into; more than a figure can be is not taken.
  fileprivate mutating func edit(_ change: (inout String) -> Void) {
    var text = text
    change(&text)
    guard text.utf8.count <= 60 else { return }
    if field == .rate { rate = text } else { day = text }
  }
}

/// Why there is nothing to work back from.
enum WhatIfReason {
  static let noTarget = Phrase("该指标没有目标，无从倒推", "no target to work back from")
  static let met = Phrase("目标已完成，无需倒推", "the target is met already")
}
