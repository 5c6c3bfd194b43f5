import Policy
import Screen

/// The words of the measures page.
package enum MeasureWord: Wording {
  case measure, duties, details, atAGlance, kind, inAll
  case level, basis, unit
  case noTarget, noTargetHere, stuck, noneStuck, noEntries, noLight
  case forecast, recent5, weekly, weekNow, history, partOf, note
  case due, overdue, done, daysLeft, daysOver, dueToday, daysLate, noDay, today
  case round, steps, rule, goal, recurring, everyDistrict, perDistrict
  case entries, entry, stage, since, days, name, oldest, moved, stuckAfter, people, byDistrict
  case opensInstitutions, opensBases, flags, cityOwn, allOpen

  package var phrase: Phrase {
    switch self {
    case .measure: Phrase("措施与事项", "measure, item")
    case .duties: Phrase("区级主体责任", "Duties of the districts")
    case .details: Phrase("详情", "Details")
    case .atAGlance: Phrase("要点", "at a glance")
    case .kind: Phrase("类别", "kind")
    case .inAll: Phrase("共#项", "# in all")
    case .level: Phrase("层级", "level")
    case .basis: Phrase("依据", "basis")
    case .unit: Phrase("单位", "unit")
    case .noTarget: Phrase("方案未定目标，只计数不评判", "the plan sets no target: counted, not judged")
    case .noTargetHere: Phrase("未定目标", "no target")
    case .stuck: Phrase("滞留", "stuck")
    case .noneStuck: Phrase("无滞留", "none stuck")
    case .noEntries: Phrase("无条目", "no entries")
    case .noLight: Phrase("无滞留条目，不亮灯", "no light: no entry is stuck")
    case .forecast: Phrase("年末预测", "year-end forecast")
    case .recent5: Phrase("近5日均", "last 5")
    case .weekly: Phrase("每周", "by week")
    case .weekNow: Phrase("本周", "this week")
    case .history: Phrase("往年公布", "published")
    case .partOf: Phrase("属于", "part of")
    case .note: Phrase("说明", "note")
    case .due: Phrase("期限", "due")
    case .overdue: Phrase("逾期", "overdue")
    case .done: Phrase("办结", "done")
    case .daysLeft: Phrase("余#天", "# days left")
    case .daysOver: Phrase("逾期#天", "# days over")
    case .dueToday: Phrase("今天到期", "due today")
    case .daysLate: Phrase("迟#天", "# days late")
    case .noDay: Phrase("未定期限", "no due day")
    case .today: Phrase("今天", "today")
    case .round: Phrase("批次", "round")
    case .steps: Phrase("步骤", "steps")
    case .rule: Phrase("限定", "limit")
    case .goal: Phrase("目的", "aim")
    case .recurring: Phrase("分期办理", "recurring")
    case .everyDistrict: Phrase("每个区都须落实，全市状态取最差的区", "every district must deliver; the city is as bad as the worst")
    case .perDistrict: Phrase("各区", "districts")
    case .entries: Phrase("条目", "entries")
    case .entry: Phrase("编号", "number")
    case .stage: Phrase("环节", "stage")
    case .since: Phrase("进入日期", "since")
    case .days: Phrase("天数", "days")
    case .name: Phrase("名称", "name")
    case .oldest: Phrase("最久#天", "oldest # d")
    case .moved: Phrase("本月流转", "moved this month")
    case .stuckAfter: Phrase("同一环节超过#天为滞留", "stuck: over # days in one stage")
    case .people: Phrase("涉及个人，不显示姓名", "about persons: no names are shown")
    case .byDistrict: Phrase("按区", "by district")
    case .opensInstitutions: Phrase("回车打开机构页", "Enter opens the institutions")
    case .opensBases: Phrase("回车打开基地页", "Enter opens the bases")
    case .flags: Phrase("预警", "flags")
    case .cityOwn: Phrase("市本级", "City")
    case .allOpen: Phrase("筛选时全部展开", "all is open while filtered")
    }
  }
}
