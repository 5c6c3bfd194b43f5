import Screen

/// The words of the pages that tell what was known when: changes since a base, and revisions.
package enum HistoryWord: Wording {
  case changes, revisions, base, lastVisit, yesterday, weekAgo, typedDay
  case sinceVisit, sinceFirst, noVisit, keptSince, files, figures, targets, city, cityOwn
  case district, item, before, after, change, ofTarget, revised, target, earlierDays, laterDays
  case when, month, kind, file, moreFiles, late, withdrawn, altered, allDistricts, some
  case asking, nothingKept, nothingKeptYet, noChange, noRevision, whatIsRevision, noSuchFigure, notADay, notPast

  package var phrase: Phrase {
    switch self {
    case .changes: Phrase("变化", "Changes")
    case .revisions: Phrase("历史修订", "Revisions")
    case .base: Phrase("起点", "since")
    case .lastVisit: Phrase("上次查看", "last visit")
    case .yesterday: Phrase("昨天", "yesterday")
    case .weekAgo: Phrase("一周前", "a week ago")
    case .typedDay: Phrase("指定日期", "a date")
    case .sinceVisit: Phrase("自上次查看结束 ", "since your last visit ended ")
    case .sinceFirst: Phrase("自首次留存 ", "since records began ")
    case .noVisit: Phrase("此前没有查看记录", "no earlier visit")
    case .keptSince: Phrase("留存始于 ", "records kept since ")
    case .files: Phrase("# 个文件", "# files")
    case .figures: Phrase("# 个数字", "# figures")
    case .targets: Phrase("# 个目标", "# targets")
    case .city: Phrase("全市", "City")
    case .cityOwn: Phrase("市本级", "City's own")
    case .district: Phrase("区县", "district")
    case .item: Phrase("指标", "item")
    case .before: Phrase("原值", "before")
    case .after: Phrase("现值", "now")
    case .change: Phrase("变化", "change")
    case .ofTarget: Phrase("占目标%", "% target")
    case .revised: Phrase("其中旧日", "old days")
    case .target: Phrase("目标", "target")
    case .earlierDays: Phrase("起点日之前的日期", "days before the base's day")
    case .laterDays: Phrase("起点日及以后", "that day and later")
    case .when: Phrase("何时", "when")
    case .month: Phrase("月份", "month")
    case .kind: Phrase("性质", "kind")
    case .file: Phrase("文件", "file")
    case .moreFiles: Phrase(" 等 # 个文件", " and others: # files")
    case .late: Phrase("补报", "late")
    case .withdrawn: Phrase("撤回", "withdrawn")
    case .altered: Phrase("修订", "revised")
    case .allDistricts: Phrase("全部区县", "all districts")
    case .some: Phrase("只列最近 # 条，全部见 jineng revisions", "the newest # only; jineng revisions lists all")
    case .asking: Phrase("正在查询", "looking")
    case .nothingKept: Phrase("还没有留存任何版本", "no version is kept yet")
    case .nothingKeptYet:
      Phrase(
        "控制台开着时，每份进度和目标文件的每个版本都会留存；此后的变化列在这里",
        "While the console is open, every version of the progress and targets files is kept; what changes is listed here"
      )
    case .noChange: Phrase("没有变化", "nothing has changed")
    case .noRevision: Phrase("没有历史修订", "no revisions")
    case .whatIsRevision:
      Phrase("历史修订：月份已结束，其数字又变了（缺省）", "A revision: a month had ended, and its figure changed (default)")
    case .noSuchFigure: Phrase("方案中已没有该数字", "the plan has no such figure any more")
    case .notADay: Phrase("不是日期，请写 8-31 或 2026-08-31", "not a day; write 8-31 or 2026-08-31")
    case .notPast: Phrase("请写今天以前的日期", "write a day before today")
    }
  }
}
