import Screen

/// The words of the page that tells where a figure comes from.
package enum ProvenanceWord: Wording {
  case provenance, files, tracing, reading, failed, changed, withheld, mismatch, noFiles, noRows
  case file, table, count, value, previous, encoding, modified, size, hash, pending, line, standing
  case counts, counting, superseded, rowsLost, lostTo, sum
  case status, target, actual, attainment, pace, lead, required, recent5, recent20, multiple
  case fromPlan, fromFile, suggested, byDefault, neverReported, points, days, years, workingDays, filesSum
  case grade, score, scoredOn, missing, veto, validUntil, openFindings, trained
  case approved, paid, spent, balance, utilisation, flags, stage, projectsSum, partsSum, gateOpen
  case due, done, daysLeft, daysOver, entries, oldest, stuck, movedThisMonth

  package var phrase: Phrase {
    switch self {
    case .provenance: Phrase("溯源", "Provenance")
    case .files: Phrase("来源文件", "Source files")
    case .tracing: Phrase("正在查找来源", "looking for the sources")
    case .reading: Phrase("正在读取", "reading")
    case .failed: Phrase("无法读取", "cannot be read")
    case .changed:
      Phrase("文件已变，以下不是算出该数字的版本", "the file has changed: this is not the version that gave the figure")
    case .withheld: Phrase("含个人信息，不显示的列", "columns withheld as personal data")
    case .mismatch: Phrase("文件又有更新，与画面不符", "files have changed since this board")
    case .noFiles: Phrase("没有文件给出该数字", "no file speaks of this figure")
    case .noRows: Phrase("没有匹配的行", "no row matches")
    case .file: Phrase("文件", "file")
    case .table: Phrase("数据表", "table")
    case .count: Phrase("行数", "rows")
    case .value: Phrase("给出", "gives")
    case .previous: Phrase("上一版", "before")
    case .encoding: Phrase("编码", "encoding")
    case .modified: Phrase("修改时间", "modified")
    case .size: Phrase("大小", "size")
    case .hash: Phrase("校验值", "SHA-256")
    case .pending: Phrase("计算中", "pending")
    case .line: Phrase("行号", "line")
    case .standing: Phrase("计入", "counts")
    case .counts: Phrase("是", "yes")
    case .counting: Phrase("计入行数", "rows that count")
    case .rowsLost: Phrase("# 行已被取代", "# rows superseded")
    case .lostTo: Phrase("见", "by")
    case .superseded: Phrase("已被取代", "superseded")
    case .sum: Phrase("合计", "sum")
    case .status: Phrase("状态", "status")
    case .target: Phrase("目标", "target")
    case .actual: Phrase("完成", "actual")
    case .attainment: Phrase("完成率", "attainment")
    case .pace: Phrase("时序进度", "pace")
    case .lead: Phrase("与时序差", "lead")
    case .required: Phrase("需日均", "required a day")
    case .recent5: Phrase("近5日日均", "recent 5 days")
    case .recent20: Phrase("近20日日均", "recent 20 days")
    case .multiple: Phrase("倍数", "multiple")
    case .fromPlan: Phrase("方案", "the plan")
    case .fromFile: Phrase("文件", "file")
    case .suggested: Phrase("建议：按常住人口，最大余数", "suggested: by residents, largest remainder")
    case .byDefault: Phrase("缺省", "default")
    case .neverReported: Phrase("没有任何进度数据", "no progress row at all")
    case .points: Phrase(" 个百分点", " pp")
    case .days: Phrase("天", "days")
    case .years: Phrase("年", "years")
    case .workingDays: Phrase("个工作日", "work days")
    case .filesSum: Phrase("# 个文件之和", "sum of # files")
    case .grade: Phrase("级别", "grade")
    case .score: Phrase("总分", "score")
    case .scoredOn: Phrase("评分日", "scored on")
    case .missing: Phrase("缺评分", "no score")
    case .veto: Phrase("一票否决未销号，封顶为 D", "open veto: capped at D")
    case .validUntil: Phrase("评级有效至", "valid until")
    case .openFindings: Phrase("未销号检查", "open findings")
    case .trained: Phrase("本年培训人次", "trained this year")
    case .approved: Phrase("批复（万元）", "approved (10k CNY)")
    case .paid: Phrase("已拨（万元）", "paid (10k CNY)")
    case .spent: Phrase("已支（万元）", "spent (10k CNY)")
    case .balance: Phrase("结余（万元）", "balance (10k CNY)")
    case .utilisation: Phrase("执行率", "used")
    case .flags: Phrase("预警", "flags")
    case .stage: Phrase("阶段", "stage")
    case .projectsSum: Phrase("# 个项目之和", "sum of # projects")
    case .partsSum: Phrase("# 项之和", "sum of # parts")
    case .gateOpen: Phrase("节点未到", "gate not reached")
    case .due: Phrase("期限", "due")
    case .done: Phrase("完成日期", "done on")
    case .daysLeft: Phrase("余 # 天", "# days left")
    case .daysOver: Phrase("逾期 # 天", "# days over")
    case .entries: Phrase("条目", "entries")
    case .oldest: Phrase("最久 # 天", "oldest # days")
    case .stuck: Phrase("停滞", "stuck")
    case .movedThisMonth: Phrase("本月流转", "moved this month")
    }
  }
}
