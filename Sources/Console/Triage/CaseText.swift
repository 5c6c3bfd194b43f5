import Policy
import Screen

/// A case in words: what it is about, why it stands where it stands, what was done to it.
struct CaseText {
  let language: Language
  let loaded: Loaded

  init(_ language: Language, _ loaded: Loaded) {
    self.language = language
    self.loaded = loaded
  }

  /// `浦东`, or the city's name.
  func place(_ own: Case) -> SafeText { place(own.subject.district) }

  func place(_ code: DistrictCode) -> SafeText {
    if code == loaded.snapshot.plan.cityCode { return language(CommonWord.city) }
    return loaded.district(code)?.district.shortName(language) ?? SafeText(code.rawValue)
  }

  func item(_ id: ItemID) -> SafeText {
    guard let item = loaded.item(id) else { return SafeText(id.rawValue) }
    let short = item.short.text(language)
    return short.isEmpty ? item.label.text(language) : short
  }

  /// What it is about, by the gravest of its items now.
  func matter(_ place: CaseQueue.Place) -> SafeText {
    if case .lagging(let worst) = place.severity { return matter(place.own, worst: worst.item) }
    return matter(place.own)
  }

  /// What it is about: `补贴培训滞后 +2项`, `失联`, `一票否决 某机构`.
  func matter(_ own: Case, worst: ItemID? = nil) -> SafeText {
    switch own.subject.condition {
    case .lagging:
      guard let first = worst ?? own.items.first else { return language(StatusWord.lagging) }
      let more: SafeText = own.items.count > 1 ? SafeText(" +\(own.items.count - 1)") : ""
      return item(first) + language(Phrase("滞后", " lagging")) + more
    case .silence: return language(TriageWord.silence)
    case .milestone(let id): return item(id) + language(Phrase("逾期", " overdue"))
    case .project(_, let project):
      return language(TriageWord.flagged) + SafeText(" ") + SafeText(name(project: project))
    case .institution(let id): return language(TriageWord.veto) + SafeText(" ") + SafeText(name(institution: id))
    }
  }

  private func name(project id: String) -> String {
    loaded.board.bases.lazy.flatMap(\.projects).first { $0.project.id == id }?.project.name ?? id
  }

  private func name(institution id: String) -> String {
    loaded.institution(id)?.institution.name ?? id
  }

  /// How grave it is, in figures: `差 1,820  占全市 0.3%  完不成 92%`.
  func severity(_ severity: CaseSeverity) -> Line {
    switch severity {
    case .lagging(let worst): return lagging(worst)
    case .veto: return Line(language(Phrase("未销号的否决项封顶为 D 级", "an open veto caps it at grade D")), .lagging)
    case .flagged(let count):
      return Line(Phrase("# 项资金预警", "funding flags: #").text(language, number: count), .lagging)
    case .overdue(let days): return Line(Phrase("逾期 # 天", "# days overdue").text(language, number: days), .lagging)
    case .silent(let days):
      guard let days else { return Line(language(TriageWord.never), .silent) }
      return Line(Phrase("已 # 天没有新数据", "no new data for # days").text(language, number: days), .silent)
    case .cleared: return Line(language(TriageWord.noCause), .dim)
    }
  }

  /// The same in a few words, for a row: what has a column of its own is left out.
  func short(_ severity: CaseSeverity) -> Line {
    switch severity {
    case .lagging(let worst):
      var line = Line()
      if let lead = worst.lead {
        line.append(language(TriageWord.behind) + SafeText(" " + Format.decimal(-lead, places: 1) + "  "), .lagging)
      }
      if let missing = worst.missing {
        line.append(language(TriageWord.missing) + " ", .dim)
        line.append(SafeText(Format.decimal(missing * 100, places: 0) + "%"), missing >= 0.5 ? .lagging : .text)
      }
      return line
    case .veto: return Line(language(Phrase("否决未销号", "open veto")), .lagging)
    default: return self.severity(severity)
    }
  }

  private func lagging(_ worst: CaseSeverity.Lagging) -> Line {
    var line = Line()
    if let lead = worst.lead {
      line.append(language(TriageWord.behind) + SafeText(" " + Format.decimal(-lead, places: 1) + "  "), .lagging)
    }
    guard let missing = worst.missing, let shortfall = worst.shortfall else { return line }
    line.append(language(TriageWord.missing) + " ", .dim)
    line.append(SafeText(Format.percent(missing) + "%  "), missing >= 0.5 ? .lagging : .text)
    line.append(language(TriageWord.shortfall) + " ", .dim)
    line.append(SafeText(Format.decimal(shortfall, places: 0)))
    if let share = worst.share {
      line.append("  " + language(TriageWord.ofCity) + " ", .dim)
      line.append(SafeText(Format.decimal(share * 100, places: 2) + "%"))
    }
    return line
  }

  /// When the next step is due, in ten cells: `超 4 日`, `余 2 日`, `暂缓 12-05`.
  func limit(_ place: CaseQueue.Place) -> (text: SafeText, role: Role) {
    if let until = place.own.snoozedUntil {
      return (language(TriageWord.snoozedUntil) + SafeText(" " + until.monthDay), .dim)
    }
    if let closed = place.own.closedAt {
      return (SafeText(ShanghaiTime(seconds: closed.seconds).day.monthDay), .dim)
    }
    guard let left = place.workingDaysLeft else { return ("--", .dim) }
    if left < 0 { return (TriageWord.overdue.phrase.text(language, number: -left), .lagging) }
    if left == 0 { return (language(TriageWord.today), .watch) }
    return (TriageWord.left.phrase.text(language, number: left), left <= 1 ? .watch : .text)
  }

  func handler(_ own: Case) -> (text: SafeText, role: Role) {
    own.handler.map { (SafeText($0), .text) } ?? (language(TriageWord.unassigned), .watch)
  }

  /// The step that is due: `签收`, `办理`, `销号`.
  func step(_ limit: LimitRule.Limit) -> SafeText {
    switch limit.step {
    case .acknowledge: language(Phrase("签收", "sign"))
    case .handle: language(Phrase("办理", "handle"))
    case .close: language(Phrase("销号", "strike off"))
    }
  }

  func verdict(_ verdict: PromiseRule.Verdict) -> (text: SafeText, role: Role) {
    switch verdict {
    case .kept: (language(TriageWord.kept), .done)
    case .missed(let short): (language(TriageWord.missed) + SafeText(" -" + Format.count(short)), .lagging)
    case .open(let probability):
      switch ForecastOutlook(probability: probability) {
      case .safe: (language(TriageWord.likely), .onPace)
      case .close: (language(TriageWord.possible), .watch)
      case .risk: (language(TriageWord.unlikely), .lagging)
      }
    }
  }
}
