package import Policy
package import Screen

/// What each problem means and what to do about it, in both languages.
package enum ProblemWords {
  /// The whole message of a problem: what is wrong, the value, what to do.
  package static func message(_ problem: Problem, _ language: Language) -> String {
    let meaning = meaning(problem.code)
    let remedy = remedy(problem)
    let mark = remedy.zh.isEmpty ? Phrase("", "") : Phrase("：", ": ")
    let words = language == .zh ? meaning.zh + mark.zh + remedy.zh : meaning.en + mark.en + remedy.en
    guard let detail = detail(problem, language), !detail.isEmpty else { return words }
    let shown = SafeText(detail).string
    return language == .zh ? "\(words)（\(shown)）" : "\(words) (\(shown))"
  }

  /// A problem's own value; of a file that is not read, why; of a column of personal data, how many rows fill it.
  static func detail(_ problem: Problem, _ language: Language) -> String? {
    switch problem.more {
    case .fault(let reason): return PlanWords.text(reason, language)
    case .first(let path, let line):
      let place = (language == .zh ? "先见于 " : "first at ") + "\(path):\(line)"
      return [problem.detail ?? "", place].filter { !$0.isEmpty }.joined(separator: language == .zh ? "，" : ", ")
    case nil: return problem.detail.map { ownDetail($0, problem.code, language) }
    }
  }

  private static func ownDetail(_ detail: String, _ code: ProblemCode, _ language: Language) -> String {
    switch code {
    case .unreadable, .unknownTable: ReasonWords.text(detail, language)
    case .personalData: detail + (language == .zh ? " 行" : " rows")
    default: detail
    }
  }

  /// The same for a narrow column: of a key that stands twice the key alone.
  static func value(_ problem: Problem, _ language: Language) -> String? {
    problem.code == .duplicateKey ? problem.detail : detail(problem, language)
  }

  /// What a code means, without a problem's own value.
  package static func phrase(_ code: ProblemCode) -> Phrase {
    switch code {
    case .missingColumn: Phrase("缺少必填列，整个文件未采用：请补上该列", "required column missing, the whole file is refused: add it")
    case .unreadable: Phrase("文件无法读取：请检查权限、链接和文件类型", "cannot be read: check its permissions, links and type")
    case .invalidEncoding:
      Phrase("该行含有不属于本文件编码的字节：请另存为 UTF-8", "bytes that are not in the file's encoding: save as UTF-8")
    case .unterminatedQuote: Phrase("引号没有闭合：请补上右引号", "a quote is never closed: add the closing quote")
    case .fieldTooLarge: Phrase("单个字段超过 64 KiB：请缩短", "a field over 64 KiB: shorten it")
    case .raggedRow: Phrase("列数与表头不一致：请补齐或删去多余的列", "more or fewer fields than the header: fix the row")
    case .missingValue: Phrase("必填值为空：请填写", "a required value is empty: fill it in")
    case .badDate: Phrase("不是有效日期：请写成 2026-03-05", "not a real date: write 2026-03-05")
    case .badNumber: Phrase("不是本列可用的数字：请改正", "not a number this column takes: correct it")
    case .badValue: Phrase("不是本列可用的词：请改正", "not one of this column's words: correct it")
    case .outOfPeriod: Phrase("日期不在允许范围内：请核对年份", "date outside the allowed range: check the year")
    case .overflow: Phrase("数值超过一万亿：请核对", "magnitude over 10^12: check it")
    case .unknownDistrict: Phrase("没有这个区：请用区划代码或区名", "no such district: use its code or name")
    case .unknownItem:
      Phrase("没有这个指标，或本表不收此类指标：请用编号或全称", "no such item, or not of this table's kind: use its id or label")
    case .unknownStage: Phrase("该事项没有这个环节：请核对环节名称", "the item has no such stage: check its name")
    case .unknownDimension: Phrase("没有这个评分维度：请核对", "no such scoring dimension: check it")
    case .unknownCostLine: Phrase("没有这个支出科目：请用方案列出的科目", "no such cost line: use one of the plan's")
    case .unknownTranche: Phrase("没有这个拨付批次：请核对", "no such tranche: check it")
    case .unknownEvent: Phrase("没有这个项目节点：请核对", "no such project event: check it")
    case .unknownReference:
      Phrase("引用的编号不存在或未被采用：请先补上对应的记录", "refers to an id that is not there: add that record first")
    case .duplicateKey: Phrase("主键重复，以先出现的为准：请删去重复行", "the key stands twice, the first counts: remove one")
    case .personalData: Phrase("疑似个人信息，整列未读取：请删去该列后重报", "looks like personal data, the column was dropped: remove it")
    case .targetsDoNotAddUp: Phrase("各区目标之和与全市目标不一致：请核对", "district targets do not sum to the city's: check them")
    case .outOfOrder: Phrase("先后顺序不合常理：请核对日期和环节", "an impossible order: check dates and stages")
    case .lostRows: Phrase("新版本的有效行比上一版少：请确认不是误删", "fewer good rows than the version before: make sure that is meant")
    case .unknownTable: Phrase("不属于任何数据表，未采用", "belongs to no table, not used")
    case .unknownColumn: Phrase("不认识的列，未采用", "unknown column, not used")
    case .emptyFile: Phrase("文件是空的", "the file is empty")
    case .stillBeingWritten: Phrase("仍在写入，末行暂缓采用", "still being written, its last line is held back")
    case .unknownKey: Phrase("方案文件里有不认识的键，未采用", "unknown key in the plan file, not used")
    case .badPlan:
      Phrase("新方案有误，仍按上一版方案计算：请改正后保存", "the new plan is not used, the last good one stays in force: correct it")
    }
  }

  /// What a code means, without what to do.
  package static func meaning(_ code: ProblemCode) -> Phrase {
    let phrase = phrase(code)
    return Phrase(parts(phrase.zh, "：").0, parts(phrase.en, ": ").0)
  }

  /// What to do about it; empty where nothing need be done.
  package static func remedy(_ code: ProblemCode) -> Phrase {
    let phrase = phrase(code)
    return Phrase(parts(phrase.zh, "：").1, parts(phrase.en, ": ").1)
  }

  /// What to do about this one: a file whose content is at fault needs no look at its permissions, and of merged cells
  /// only the first holds the value.
  package static func remedy(_ problem: Problem) -> Phrase {
    if problem.code == .missingValue, problem.path.lowercased().hasSuffix(".xlsx") {
      return Phrase("请填写；若是合并单元格，请拆开后逐行填写", "fill it in; split merged cells and fill in every row")
    }
    guard problem.code == .unreadable, let detail = problem.detail, ReasonWords.isOfContent(detail) else {
      return remedy(problem.code)
    }
    return Phrase("请按原因改正后重新报送", "put right what the reason says and send it again")
  }

  private static func parts(_ text: String, _ separator: String) -> (String, String) {
    guard let cut = text.firstRange(of: separator) else { return (text, "") }
    return (String(text[..<cut.lowerBound]), String(text[cut.upperBound...]))
  }

  /// The short name of a code for a narrow column.
  package static func short(_ code: ProblemCode) -> Phrase {
    switch code {
    case .missingColumn: Phrase("缺列", "no column")
    case .unreadable: Phrase("不可读", "unreadable")
    case .invalidEncoding: Phrase("编码错", "encoding")
    case .unterminatedQuote: Phrase("引号未闭", "open quote")
    case .fieldTooLarge: Phrase("字段过大", "too large")
    case .raggedRow: Phrase("列数不符", "ragged row")
    case .missingValue: Phrase("缺值", "no value")
    case .badDate: Phrase("日期错", "bad date")
    case .badNumber: Phrase("数字错", "bad number")
    case .badValue: Phrase("用词错", "bad value")
    case .outOfPeriod: Phrase("期外", "off period")
    case .overflow: Phrase("数值过大", "overflow")
    case .unknownDistrict: Phrase("区不明", "district?")
    case .unknownItem: Phrase("指标不明", "item?")
    case .unknownStage: Phrase("环节不明", "stage?")
    case .unknownDimension: Phrase("维度不明", "dimension?")
    case .unknownCostLine: Phrase("科目不明", "cost line?")
    case .unknownTranche: Phrase("批次不明", "tranche?")
    case .unknownEvent: Phrase("节点不明", "event?")
    case .unknownReference: Phrase("引用不明", "reference?")
    case .duplicateKey: Phrase("重复", "duplicate")
    case .personalData: Phrase("个人信息", "personal")
    case .targetsDoNotAddUp: Phrase("合计不符", "sums differ")
    case .outOfOrder: Phrase("顺序异常", "order")
    case .lostRows: Phrase("行数减少", "lost rows")
    case .unknownTable: Phrase("未知表", "table?")
    case .unknownColumn: Phrase("未知列", "column?")
    case .emptyFile: Phrase("空文件", "empty")
    case .stillBeingWritten: Phrase("写入中", "writing")
    case .unknownKey: Phrase("未知键", "key?")
    case .badPlan: Phrase("方案有误", "bad plan")
    }
  }
}

extension Severity {
  package var word: Phrase {
    switch self {
    case .error: Phrase("错误", "error")
    case .warning: Phrase("警告", "warning")
    case .notice: Phrase("提示", "notice")
    }
  }

  package var role: Role {
    switch self {
    case .error: .error
    case .warning: .warning
    case .notice: .dim
    }
  }
}
