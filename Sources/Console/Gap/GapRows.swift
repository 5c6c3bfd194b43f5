import Policy
import Screen

/// The parts of a split as the page and the command line write them.
struct GapRows {
  let language: Language
  let loaded: Loaded

  /// The gap in words: what is asked for, what came, what is missing.
  func headline(_ explanation: GapExplanation) -> Line {
    let gap = explanation.gap
    let status = loaded.board.progress(explanation.item, explanation.district, city: loaded.snapshot.plan.cityCode)?
      .status
    var line = Line.empty
    if let status { line.append(language(status.word) + "  ", status.role) }
    let unit = language == .zh ? SafeText(loaded.item(explanation.item)?.unit ?? "") : ""
    func figure(_ word: GapWord, _ value: Int64, _ role: Role = .text) {
      line.append(language(word) + " ", .dim)
      line.append(SafeText(Format.count(value)), role)
    }
    figure(.target, gap.target)
    if !unit.isEmpty { line.append(" " + unit, .dim) }
    figure(.asks, gap.asked)
    line.append(SafeText(" (\(gap.pace.elapsed)/\(gap.pace.total) ") + language(GapWord.days) + ")", .dim)
    figure(.came, gap.actual)
    let role: Role = gap.size > 0 ? status?.role ?? .text : .onPace
    switch gap.size {
    case 0: line.append(language(GapWord.even), role)
    case 1...: figure(.short, gap.size, role)
    default: figure(.ahead, Int64(0).subtractingSaturated(gap.size), role)
    }
    return line
  }

  /// Whose part it is.
  func name(_ subject: GapPart.Subject) -> SafeText {
    switch subject {
    case .month(let day): GapRows.month(day)
    case .district(let code): DetailWriter(language: language, loaded: loaded, now: 0).districtName(code)
    case .institution(let id, let name): SafeText(name + "  " + id)
    case .value(let text): SafeText(text)
    case .unstated: language(GapWord.unstated)
    case .undivided: language(GapWord.undivided)
    case .others(let count): GapWord.others.phrase.text(language, number: count)
    case .balance: language(GapWord.balance)
    }
  }

  /// The month in which anything was counted last; `--` for what is nobody's.
  func last(_ part: GapPart) -> SafeText {
    if let day = part.lastCounted { return GapRows.month(day) }
    switch part.subject {
    case .institution, .value, .district: return language(GapWord.never)
    default: return "--"
    }
  }

  /// Whether it fell silent: nothing was counted in this month and the one before.
  func isSilent(_ part: GapPart, asOf day: Day) -> Bool {
    switch part.subject {
    case .institution, .value, .district: part.lastCounted.map { $0.adding(months: 2) <= day } ?? true
    default: false
    }
  }

  /// By what shares the parts are expected to bring.
  func reference(_ parts: GapParts) -> SafeText {
    switch parts.reference {
    case .onPace(let day): shares(.shareOnPace, day)
    case .firstHalf(let day): shares(.shareFirstHalf, day)
    case .alike: language(GapWord.shareAlike) + mark
    case nil: language(parts.split == .month ? GapWord.shareMonth : .shareDistrict)
    }
  }

  /// What is missing by the end of each part, for months.
  static func running(_ parts: [GapPart]) -> [Int64] {
    var sum: Int64 = 0
    return parts.map { part in
      sum = sum.addingSaturated(part.gap)
      return sum
    }
  }

  /// `2026-03`.
  static func month(_ day: Day) -> SafeText { SafeText(String(day.iso.prefix(7))) }

  private func shares(_ word: GapWord, _ day: Day) -> SafeText {
    language(word) + " " + GapRows.month(day) + language(GapWord.shareTail) + mark
  }

  private var mark: SafeText { "  " + language(CommonWord.assumed) }
}
