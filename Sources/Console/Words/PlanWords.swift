package import Policy

/// Why a plan cannot be used, in words: what was expected and what was found.
package enum PlanWords {
  /// `plan.toml:12:9: measure[1].item[2].target: …`.
  package static func message(_ error: PlanError, _ language: Language) -> String {
    let phrase = phrase(error.reason)
    let key = error.key.isEmpty ? "" : error.key + ": "
    return "\(error.file):\(error.line):\(error.column): \(key)\(language == .zh ? phrase.zh : phrase.en)"
  }

  static func phrase(_ reason: PlanError.Reason) -> Phrase {
    switch reason {
    case .syntax(let why): Phrase("不合 TOML 语法：\(why)", "not valid TOML: \(why)")
    case .tooLarge: Phrase("文件超过 4 MiB", "the file is over 4 MiB")
    case .tooDeep: Phrase("嵌套超过 64 层", "nested deeper than 64")
    case .nul: Phrase("文件含有 NUL 字符", "the file holds a NUL character")
    case .missing(let form): Phrase("缺少此键，应为\(zh(form))", "this key is missing; expected \(en(form))")
    case .wrongForm(let expected, let found):
      Phrase("应为\(zh(expected))，写的是\(zh(found))", "expected \(en(expected)), found \(en(found))")
    case .empty: Phrase("不能为空", "must not be empty")
    case .notOneOf(let allowed, let found):
      Phrase(
        "应为 \(allowed.joined(separator: "、")) 之一，写的是 \(found)",
        "expected one of \(allowed.joined(separator: ", ")), found \(found)")
    case .outOfRange(let least, let most, let found):
      Phrase("应在 \(least) 至 \(most) 之间，写的是 \(found)", "expected \(least) to \(most), found \(found)")
    case .tooManyDecimals(let found): Phrase("最多两位小数，写的是 \(found)", "at most two decimals, found \(found)")
    case .dayOutOfRange(let first, let last, let found):
      Phrase(
        "应为 \(first.iso) 至 \(last.iso) 的日期，写的是 \(found)",
        "expected a day from \(first.iso) to \(last.iso), found \(found)")
    case .endBeforeStart(let start): Phrase("早于开始日 \(start.iso)", "is before the period's start \(start.iso)")
    case .duplicate(let value, let line): Phrase("\(value) 重复，已见第 \(line) 行", "\(value) stands already on line \(line)")
    case .unknownSection(let number): Phrase("没有第 \(number) 章", "there is no section \(number)")
    case .unknownParent(let id): Phrase("没有事项 \(id)", "there is no item \(id)")
    case .thresholdsOutOfOrder: Phrase("关注线高于正常线", "the watch bound is above the on-pace bound")
    case .rubricWithoutPoints: Phrase("各维度分值合计为零", "the dimensions give no points at all")
    case .floorsOutOfOrder: Phrase("级别分数线次序颠倒", "a grade's floor is above that of a better grade")
    }
  }

  private static func zh(_ form: PlanError.Form) -> String {
    switch form {
    case .text: "文字"
    case .integer: "整数"
    case .number: "数字"
    case .boolean: "true 或 false"
    case .day: "日期"
    case .time: "时刻"
    case .instant: "日期时刻"
    case .list: "列表"
    case .table: "表"
    }
  }

  private static func en(_ form: PlanError.Form) -> String {
    switch form {
    case .text: "a text in quotes"
    case .integer: "a whole number"
    case .number: "a number"
    case .boolean: "true or false"
    case .day: "a day such as 2026-03-30"
    case .time: "a time"
    case .instant: "a day with a time"
    case .list: "a list"
    case .table: "a table"
    }
  }
}
