package import Policy
import Screen

/// What is wrong with a plan's text, in words: what stands there and what to do about it.
package enum PlanWords {
  /// `plan.toml:12:9: error [measure[1].item[2].target] …`.
  package static func line(_ fault: PlanFault, _ language: Language) -> String {
    let key = fault.key.isEmpty ? "" : " [\(fault.key)]"
    return "\(fault.file):\(fault.line):\(fault.column): \(fault.severity.word.text(language).string)\(key) "
      + text(fault.reason, language)
  }

  /// Why a plan cannot be used: a line for each fault, below one that says so.
  package static func message(_ error: PlanError, _ language: Language) -> String {
    let head = language == .zh ? "方案不能使用，请改正以下各处" : "the plan cannot be used; correct what follows"
    return ([head] + error.faults.map { line($0, language) }).joined(separator: "\n")
  }

  package static func text(_ reason: PlanFault.Reason, _ language: Language) -> String {
    let phrase = phrase(reason)
    return language == .zh ? phrase.zh : phrase.en
  }

  static func phrase(_ reason: PlanFault.Reason) -> Phrase {
    switch reason.severity {
    case .error: errorPhrase(reason)
    case .warning, .notice: advicePhrase(reason)
    }
  }

  private static func errorPhrase(_ reason: PlanFault.Reason) -> Phrase {
    switch reason {
    case .syntax(let why):
      Phrase(
        "不合 TOML 语法，其余内容未能检查：请先改正（\(why)）", "not valid TOML, nothing else could be checked: correct this first (\(why))"
      )
    case .tooLarge: Phrase("文件超过 4 MiB：请核对是否为方案文件", "the file is over 4 MiB: make sure that it is a plan")
    case .tooDeep: Phrase("嵌套超过 64 层：请减少层次", "nested deeper than 64: flatten it")
    case .nul: Phrase("文件含有 NUL 字符：请另存为 UTF-8 文本", "the file holds a NUL character: save it as UTF-8 text")
    case .missing(let form): Phrase("缺少此键：请补上\(zh(form))", "this key is missing: add \(en(form))")
    case .wrongForm(let expected, let found):
      Phrase("应为\(zh(expected))，写的是\(zh(found))：请改写", "expected \(en(expected)), found \(en(found)): rewrite it")
    case .empty: Phrase("不能为空：请填写", "must not be empty: fill it in")
    case .notOneOf(let allowed, let found):
      Phrase(
        "应为 \(allowed.joined(separator: "、")) 之一，写的是 \(found)：请改用其中一个",
        "expected one of \(allowed.joined(separator: ", ")), found \(found): use one of them")
    case .outOfRange(let least, let most, let found):
      Phrase(
        "应在 \(least) 至 \(most) 之间，写的是 \(found)：请改正", "expected \(least) to \(most), found \(found): correct it")
    case .tooManyDecimals(let found):
      Phrase("最多两位小数，写的是 \(found)：请舍入", "at most two decimals, found \(found): round it")
    case .dayOutOfRange(let first, let last, let found):
      Phrase(
        "应为 \(first.iso) 至 \(last.iso) 的日期，写的是 \(found)：请改正",
        "expected a day from \(first.iso) to \(last.iso), found \(found): correct it")
    case .endBeforeStart(let start):
      Phrase("早于开始日 \(start.iso)：请核对起止日期", "is before the period's start \(start.iso): check both")
    case .periodOutsideYear(let year):
      Phrase("起止日期都不在 \(year) 年：请核对年份", "the period has no day of \(year): check the year")
    case .duplicate(let value, let line):
      Phrase("\(value) 重复，已见第 \(line) 行：请改掉其中一处", "\(value) stands already on line \(line): change one of them")
    case .unknownSection(let number):
      Phrase("没有第 \(number) 章：请写 [[section]] 里的编号", "there is no section \(number): use the number of a [[section]]")
    case .unknownParent(let id):
      Phrase("没有事项 \(id)：请写已有事项的编号", "there is no item \(id): use the id of an item")
    case .parentCycle(let ids):
      Phrase(
        "上级互相包含：\(ids.joined(separator: " → "))：请去掉其中一个 parent",
        "parents run in a circle: \(ids.joined(separator: " → ")): remove one parent")
    case .thresholdsOutOfOrder:
      Phrase("关注线高于正常线：请调低 watch 或调高 on_pace", "watch is above on_pace: lower watch or raise on_pace")
    case .rubricWithoutPoints: Phrase("各维度分值合计为零：请给出分值", "the dimensions give no points at all: give some")
    case .floorsOutOfOrder:
      Phrase("分数线高于更好一级的分数线：应为 A ≥ B ≥ C", "a grade's floor is above that of a better grade: A ≥ B ≥ C")
    case .profileOutOfOrder:
      Phrase(
        "须为十二个不下降的累计百分比，最后为 100：请改正",
        "must be twelve cumulative percentages that never fall, the last 100: correct it")
    default: Phrase(reason.code, reason.code)
    }
  }

  private static func advicePhrase(_ reason: PlanFault.Reason) -> Phrase {
    switch reason {
    case .sameName(let name, let line):
      Phrase(
        "\(name) 已见第 \(line) 行，文件里写这个名称只指那一处：请改名",
        "\(name) stands already on line \(line), and files that write it mean that one: rename one")
    case .sameShortName(let name, let line):
      Phrase(
        "简称 \(name) 已见第 \(line) 行，窄列里无法区分：请改短名",
        "the short name \(name) stands already on line \(line): rename one, or narrow columns cannot tell them apart")
    case .tileTaken(let name, let line):
      Phrase(
        "地图上的这一格已由第 \(line) 行的 \(name) 占用：请换一格",
        "this tile is taken by \(name) on line \(line): choose another")
    case .halfATile: Phrase("tile_row 与 tile_col 要同时写：请补上另一个", "tile_row and tile_col go together: add the other")
    case .measureWithoutItems: Phrase("这项措施没有事项：请补 [[measure.item]]", "the measure has no items: add [[measure.item]]")
    case .splitWithoutPopulation:
      Phrase(
        "要分解到区，但各区都没有常住人口，无法给出建议目标：请补 population 或 targets 表",
        "is to be split, but no district has a population: give population, or a targets table")
    case .noPopulation:
      Phrase("没有常住人口，建议分解时分不到目标：请补上", "no population: a suggested split gives it nothing; add it")
    case .splitOfCity:
      Phrase("市级事项不分解到区：请改 level 或去掉 split", "an item of the city is not split: change level or drop split")
    case .targetWithoutSplit:
      Phrase(
        "区级事项有目标但不分解，各区都没有目标：请写 split = true 或用 targets 表",
        "an item of the districts has a target that is not split: write split = true or use a targets table")
    case .dueOutsidePeriod(let start, let end):
      Phrase(
        "期限不在 \(start.iso) 至 \(end.iso) 之内：请核对", "due outside \(start.iso) to \(end.iso): check it")
    case .dimensionWithoutPoints: Phrase("这个维度没有分值：请给分或删去", "the dimension gives no points: give some or drop it")
    case .floorAboveTotal(let total):
      Phrase(
        "A 级分数线高于总分 \(total / 100)，谁都评不上：请调低", "the floor of A is above all points, \(total / 100): lower it")
    case .formerCodeInUse: Phrase("旧代码仍是现有区的代码：请删去", "the former code is a present district's: remove it")
    case .formerCodeWithoutDistrict(let code):
      Phrase("没有代码为 \(code) 的区：请核对", "there is no district \(code): check the code")
    case .unknownKey(nil): Phrase("不认识的键，未采用：请删去或核对拼写", "unknown key, not used: remove it or check its spelling")
    case .unknownKey(let meant?):
      Phrase("不认识的键，未采用：是不是 \(meant)？", "unknown key, not used: did you mean \(meant)?")
    case .noEffect(let kind):
      Phrase(
        "对\(kind.word.zh)类事项不起作用：请删去或核对 kind",
        "has no effect on an item of kind \(kind.rawValue): remove it or check kind")
    case .noTile:
      Phrase("其他区在地图上有位置，这个区没有：请补 tile_row、tile_col", "has no tile while others do: add tile_row and tile_col")
    case .tooWide(let columns):
      Phrase("短名宽 \(columns) 列，窄列只有 10 列：请缩短到五个汉字以内", "takes \(columns) columns of the 10 there are: shorten it")
    case .sectionWithoutMeasures: Phrase("没有措施属于这一章：请核对各措施的 section", "no measure belongs here: check their section")
    case .noDistricts:
      Phrase("方案没有列出区县：请补 [[district]]，或在数据目录放 districts 表", "no districts: add [[district]], or a districts table")
    case .noCalendar:
      Phrase(
        "方案没有列出节假日，按周一至周五计工作日：请补 [[calendar]]", "no holidays, so that every weekday is a working day: add [[calendar]]")
    default: Phrase(reason.code, reason.code)
    }
  }

  private static func zh(_ form: PlanFault.Form) -> String {
    switch form {
    case .text: "带引号的文字"
    case .integer: "整数"
    case .number: "数字"
    case .boolean: "true 或 false"
    case .day: "日期（如 2026-03-30，不加引号）"
    case .time: "时刻"
    case .instant: "日期时刻"
    case .list: "列表"
    case .table: "表"
    }
  }

  private static func en(_ form: PlanFault.Form) -> String {
    switch form {
    case .text: "a text in quotes"
    case .integer: "a whole number"
    case .number: "a number"
    case .boolean: "true or false"
    case .day: "a day such as 2026-03-30, without quotes"
    case .time: "a time"
    case .instant: "a day with a time"
    case .list: "a list"
    case .table: "a table"
    }
  }
}
