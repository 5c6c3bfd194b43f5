import Policy
import Screen

/// The words of the page that splits a gap.
package enum GapWord: Wording {
  case explain, dividing, noTarget, noFigure, unread
  case byMonth, byDistrict, byInstitution, byOccupation, byGroup, facts
  case month, district, institution, occupation, group
  case expected, actual, gap, running, bar, last, never, sum
  case unstated, undivided, others, balance
  case target, asks, days, came, short, ahead, even
  case shareOnPace, shareFirstHalf, shareTail, shareAlike, shareMonth, shareDistrict
  case latest, neverReported, daysAgo, silent, emptyMonths, refusedRows, weak, weakBrought, flagged, probability
  case revisions, nothingBeside, ofActual

  package var phrase: Phrase {
    switch self {
    case .explain: Phrase("差距分解", "Gap")
    case .dividing: Phrase("正在细分", "dividing")
    case .noTarget: Phrase("该项没有目标，无差距可分解", "no target here, so no gap")
    case .noFigure: Phrase("请选中一项指标", "no counted item under the cursor")
    case .unread: Phrase("已变化或读不到的文件", "files changed or gone")
    case .byMonth: Phrase("按月", "Months")
    case .byDistrict: Phrase("按区", "Districts")
    case .byInstitution: Phrase("按机构", "Institutions")
    case .byOccupation: Phrase("按职业", "Occupations")
    case .byGroup: Phrase("按人群", "Groups")
    case .facts: Phrase("仅供参考", "For reference")
    case .month: Phrase("月份", "month")
    case .district: Phrase("区县", "district")
    case .institution: Phrase("机构", "institution")
    case .occupation: Phrase("职业工种", "occupation")
    case .group: Phrase("培训对象", "group")
    case .expected: Phrase("应完成", "expected")
    case .actual: Phrase("完成", "actual")
    case .gap: Phrase("差距", "gap")
    case .running: Phrase("累计差", "running")
    case .bar: Phrase("落后|领先", "behind|ahead")
    case .last: Phrase("最近", "last")
    case .never: Phrase("从无", "never")
    case .sum: Phrase("合计", "sum")
    case .unstated: Phrase("未注明", "not stated")
    case .undivided: Phrase("当月未能细分", "month not divided")
    case .others: Phrase("其余 # 个", "# others")
    case .balance: Phrase("差额", "balance")
    case .target: Phrase("目标", "target")
    case .asks: Phrase("，按时序应完成", ", pace asks")
    case .days: Phrase("天", "days")
    case .came: Phrase("，完成", ", actual")
    case .short: Phrase("，差", ", short")
    case .ahead: Phrase("，超", ", ahead")
    case .even: Phrase("，不差", ", even")
    case .shareOnPace: Phrase("应完成：按达到时序的月份（至", "expected: shares of the months on pace (to")
    case .shareFirstHalf: Phrase("应完成：按完成前一半的月份（至", "expected: shares of the first half (to")
    case .shareTail: Phrase("）各自占比，一成均分", "), a tenth alike")
    case .shareAlike: Phrase("应完成：尚无完成数，平均分摊", "expected: nothing counted yet, all alike")
    case .shareMonth: Phrase("应完成：当月天数的时序要求", "expected: what the pace asks for in the month's days")
    case .shareDistrict: Phrase("应完成：各区自己目标的时序要求", "expected: the pace of each district's own target")
    case .latest: Phrase("最新数据", "newest row")
    case .neverReported: Phrase("没有任何进度数据", "no progress row at all")
    case .daysAgo: Phrase("距当日 # 天", "# days before")
    case .silent: Phrase("失联", "silent")
    case .emptyMonths: Phrase("无数据的月份", "months without rows")
    case .refusedRows: Phrase("被拒数据行", "refused rows")
    case .weak: Phrase("D级或否决机构", "grade D or veto")
    case .weakBrought: Phrase("完成", "brought")
    case .flagged: Phrase("预警资助项目", "flagged projects")
    case .probability: Phrase("达标概率", "chance of target")
    case .revisions: Phrase("历史修订", "revisions")
    case .nothingBeside: Phrase("没有需要一并看的情况", "nothing else to look at")
    case .ofActual: Phrase("占", "of all")
    }
  }
}

extension GapSplit {
  /// What its tab says.
  var tab: GapWord {
    switch self {
    case .month: .byMonth
    case .district: .byDistrict
    case .institution: .byInstitution
    case .occupation: .byOccupation
    case .group: .byGroup
    }
  }

  /// What its parts are.
  var heading: GapWord {
    switch self {
    case .month: .month
    case .district: .district
    case .institution: .institution
    case .occupation: .occupation
    case .group: .group
    }
  }
}
