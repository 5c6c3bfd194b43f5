import Screen

/// The words of the wall display.
package enum KioskWord: Wording {
  case overview, map, ranking, measures, district
  case screen, turnsIn, held, next, silentDistricts, isPublic, unlock, wrong, age, legend, notShown, noData
  case attention, noneLags, weeks, badCommand, forecast, nothing

  package var phrase: Phrase {
    switch self {
    case .overview: Phrase("总览", "Overview")
    case .map: Phrase("地图", "Map")
    case .ranking: Phrase("排名", "Ranking")
    case .measures: Phrase("措施", "Measures")
    case .district: Phrase("区县", "District")
    case .screen: Phrase("屏", "page")
    case .turnsIn: Phrase("# 秒", "# s")
    case .held: Phrase("停留", "held")
    case .next: Phrase("下一屏", "next")
    case .silentDistricts: Phrase("# 区失联", "# silent")
    case .isPublic: Phrase("公开版", "public")
    case .unlock: Phrase("解锁口令: ", "Unlock phrase: ")
    case .wrong: Phrase("口令不对", "wrong phrase")
    case .age: Phrase("数据", "data")
    case .legend: Phrase("时序", "pace")
    case .notShown: Phrase("另 # 区未显示", "# more not shown")
    case .noData: Phrase("没有数据", "no data")
    case .attention: Phrase("需要关注", "needs attention")
    case .noneLags: Phrase("没有滞后的区", "no district lags")
    case .weeks: Phrase("近 8 周", "8 weeks")
    case .badCommand: Phrase("kiosk.cmd 第 # 行看不懂", "kiosk.cmd line # means nothing")
    case .forecast: Phrase("年末预测", "year end")
    case .nothing: Phrase("无督办件", "no case")
    }
  }
}
