import Policy

/// The map's own words.
package enum MapWord: Wording {
  case status, attainment, lead, forecast, count, silence, grades, utilisation, flags
  case colouredBy, ownStatus, worstItem
  case belowCity, belowPace, reachesPace, behind, ahead
  case noForecast
  case neverReported, slow, reporting
  case moreD, someD, noD, noInstitutions
  case usesLess, usesMore, nothingPaid
  case manyFlags, someFlags, noFlags
  case aboveMean, belowMean, nothing
  case rank, ranking, worse, better, targets

  package var phrase: Phrase {
    switch self {
    case .status: Phrase("状态", "status")
    case .attainment: Phrase("完成率", "attainment")
    case .lead: Phrase("时序差", "lead")
    case .forecast: Phrase("预测", "forecast")
    case .count: Phrase("累计", "count")
    case .silence: Phrase("报送", "silence")
    case .grades: Phrase("D级机构", "grade D")
    case .utilisation: Phrase("资金执行率", "funds used")
    case .flags: Phrase("资金预警", "flags")
    case .colouredBy: Phrase("着色", "Coloured by")
    case .ownStatus: Phrase("各区自身", "own")
    case .worstItem: Phrase("最差指标", "worst item")
    case .belowCity: Phrase("低于全市", "below city")
    case .belowPace: Phrase("低于时序", "below pace")
    case .reachesPace: Phrase("达到时序", "at pace")
    case .behind: Phrase("落后", "behind")
    case .ahead: Phrase("领先", "ahead")
    case .noForecast: Phrase("无预测", "none")
    case .neverReported: Phrase("从未报送", "never")
    case .slow: Phrase("偏慢", "slow")
    case .reporting: Phrase("在报", "reporting")
    case .moreD: Phrase("高于全市", "over city")
    case .someD: Phrase("不高于全市", "some D")
    case .noD: Phrase("无D级", "no D")
    case .noInstitutions: Phrase("无评级", "none graded")
    case .usesLess: Phrase("低于全市", "under city")
    case .usesMore: Phrase("不低于全市", "at city")
    case .nothingPaid: Phrase("未拨付", "none paid")
    case .manyFlags: Phrase("多于均值", "over mean")
    case .someFlags: Phrase("有预警", "some")
    case .noFlags: Phrase("无预警", "none")
    case .aboveMean: Phrase("不低于均值", "at mean")
    case .belowMean: Phrase("低于均值", "under mean")
    case .nothing: Phrase("没有", "nothing")
    case .rank: Phrase("排名", "rank")
    case .ranking: Phrase("本图排名，最差在前", "ranking of this map, worst first")
    case .worse: Phrase("更差", "worse")
    case .better: Phrase("更好", "better")
    case .targets: Phrase("有目标的指标", "items with a target")
    }
  }
}

extension MapMeasure {
  var word: MapWord {
    switch self {
    case .status: .status
    case .attainment: .attainment
    case .lead: .lead
    case .forecast: .forecast
    case .count: .count
    case .silence: .silence
    case .grades: .grades
    case .utilisation: .utilisation
    case .flags: .flags
    }
  }
}
