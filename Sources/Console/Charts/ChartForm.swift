import Screen

/// What a chart of a counted item shows.
package enum ChartForm: String, Hashable, Sendable, CaseIterable {
  /// 累计: the running sum against target and pace, with what may come.
  case sum
  /// 每周: what each week brought.
  case weeks
  /// 速率: what a working day brought and had to bring.
  case rates

  /// The one `step` further on, round and round.
  package func turned(by step: Int) -> ChartForm {
    let all = ChartForm.allCases
    guard let index = all.firstIndex(of: self) else { return self }
    return all[((index + step) % all.count + all.count) % all.count]
  }

  package var word: ChartWord {
    switch self {
    case .sum: .sum
    case .weeks: .weeks
    case .rates: .rates
    }
  }

  /// All forms by name, the shown one in brackets.
  func tabs(_ language: Language) -> Line {
    .joined(
      ChartForm.allCases.map { form in
        form == self ? Line("[" + language(form.word) + "]", .title) : Line(language(form.word), .dim)
      })
  }
}

/// The words of charts, scenarios and the working back from a target.
package enum ChartWord: Wording {
  case sum, weeks, rates, next
  case actual, pace, target, median, interval, published
  case recent5, recent20, required
  case basis, rate, yearEnd, share, reached
  case last5, last20, bestWeek, forecast
  case already, never, bestNote, outlook, noCourse
  case whatIf, perDay, byDay, missing, daysLeft, eachDistrict

  package var phrase: Phrase {
    switch self {
    case .sum: Phrase("累计", "sum")
    case .weeks: Phrase("每周", "weeks")
    case .rates: Phrase("速率", "rates")
    case .next: Phrase("换图", " next view")
    case .actual: Phrase("完成", "actual")
    case .pace: Phrase("序时", "pace")
    case .target: Phrase("目标", "target")
    case .median: Phrase("预测中位", "forecast p50")
    case .interval: Phrase("八成区间", "p10-p90")
    case .published: Phrase("上年公布", "year before")
    case .recent5: Phrase("近5日均", "last 5 days")
    case .recent20: Phrase("近20日均", "last 20 days")
    case .required: Phrase("当时需日均", "then required")
    case .basis: Phrase("按此速度", "at rate of")
    case .rate: Phrase("日均", "/day")
    case .yearEnd: Phrase("年末", "year-end")
    case .share: Phrase("占比", "share")
    case .reached: Phrase("达标日", "reached")
    case .last5: Phrase("近5日", "last 5")
    case .last20: Phrase("近20日", "last 20")
    case .bestWeek: Phrase("最好", "best")
    case .forecast: Phrase("预测中位", "forecast")
    case .already: Phrase("已达标", "met")
    case .never: Phrase("年内不达", "missed")
    case .bestNote: Phrase("最好：近12周中最好的整周（缺省）", "best: the best whole week of the last 12 (default)")
    case .outlook: Phrase("达标概率", "chance")
    case .noCourse: Phrase("还没有计数", "nothing counted yet")
    case .whatIf: Phrase("倒推", "What would it take")
    case .perDay: Phrase("每个工作日", "a working day")
    case .byDay: Phrase("到哪一天", "by which day")
    case .missing: Phrase("尚缺", "missing")
    case .daysLeft: Phrase("余 # 个工作日", "# working days left")
    case .eachDistrict: Phrase("各区到那一天的需日均", "each district, a working day until then")
    }
  }
}

/// How sure the target is, in one word.
package enum OutlookWord: Wording {
  case safe, close, risk

  package var phrase: Phrase {
    switch self {
    case .safe: Phrase("稳", "safe")
    case .close: Phrase("盯", "near")
    case .risk: Phrase("险", "risk")
    }
  }
}
