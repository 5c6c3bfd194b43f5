/// Words that stand on every page: header, tabs, states of the data.
package enum CommonWord: Wording {
  case product, overview, district, map, institutions, bases, measures, triage, data
  case live, loading, stale, asOfBanner, sample, pace, workingDaysLeft, dataAsOf, reporting
  case city, noMatch, none, suggested, assumed, filtered, marked

  package var phrase: Phrase {
    switch self {
    case .product: Phrase("技能提升年", "Skills Year")
    case .overview: Phrase("总览", "Overview")
    case .district: Phrase("区县", "District")
    case .map: Phrase("地图", "Map")
    case .institutions: Phrase("机构", "Institutions")
    case .bases: Phrase("基地", "Bases")
    case .measures: Phrase("措施", "Measures")
    case .triage: Phrase("督办", "Triage")
    case .data: Phrase("数据", "Data")
    case .live: Phrase("实时", "live")
    case .loading: Phrase("正在读取", "reading")
    case .stale: Phrase("数据目录不可读，显示上次结果", "directory unreadable, showing the last good board")
    case .asOfBanner: Phrase("历史视图：数据截至当日末", "Past view: data through the end of")
    case .sample: Phrase("示例数据", "SAMPLE DATA")
    case .pace: Phrase("时序", "pace")
    case .workingDaysLeft: Phrase("余 # 个工作日", "# work days left")
    case .dataAsOf: Phrase("数据截至", "data to")
    case .reporting: Phrase("区已报", "reporting")
    case .city: Phrase("全市", "City")
    case .noMatch: Phrase("没有匹配的行", "no row matches")
    case .none: Phrase("无", "none")
    case .suggested: Phrase("建议", "suggested")
    case .assumed: Phrase("缺省", "default")
    case .filtered: Phrase("筛选", "filter")
    case .marked: Phrase("已选", "marked")
    }
  }
}
