/// Why a file cannot be read, in Chinese: those who read it say it in English, and what the system says stays as it is.
enum ReasonWords {
  /// The reason in the user's language. What stands behind a reason, as the name of a workbook's part, is kept.
  static func text(_ reason: String, _ language: Language) -> String {
    guard language == .zh else { return reason }
    if let whole = chinese(reason) { return whole }
    guard let mark = reason.firstRange(of: ": "), let head = chinese(String(reason[..<mark.lowerBound])) else {
      return reason
    }
    return head + "：" + reason[mark.upperBound...]
  }

  /// Whether what the file holds is at fault, not where or what it is: who sent it must send it again.
  static func isOfContent(_ reason: String) -> Bool {
    let head = reason.firstRange(of: ": ").map { String(reason[..<$0.lowerBound]) }
    return ofContent[reason] != nil || head.flatMap { ofContent[$0] } != nil
  }

  private static func chinese(_ reason: String) -> String? { ofPlace[reason] ?? ofContent[reason] }

  private static let ofPlace: [String: String] = [
    "not a regular file": "不是普通文件",
    "a link that leads out of the data directory": "链接指向数据目录之外",
    "a link that leads nowhere or in a circle": "链接没有终点",
    "keeps changing while it is read": "读取期间一直在变化",
    "given up": "已放弃读取",
  ]

  private static let ofContent: [String: String] = [
    "larger than 8 GiB": "超过 8 GiB",
    "not an XLSX workbook": "不是 XLSX 工作簿",
    "protected by a password, or an old XLS workbook: save it as XLSX without a password":
      "工作簿设有密码，或是旧版 XLS：请取消密码并另存为 XLSX",
    "an old XLS workbook: save it as XLSX": "旧版 XLS：请另存为 XLSX",
    "holds an encrypted entry": "含有加密的条目",
    "holds an entry whose name leads elsewhere": "条目的名称指向别处",
    "holds two entries of one name": "有两个同名条目",
    "holds a symbolic link": "含有符号链接",
    "packed in an unknown way": "压缩方式不认识",
    "damaged": "已损坏，请重新报送",
    "lacks a part": "缺少部件",
    "not well-formed XML": "XML 不完整",
    "holds a document type declaration": "含有 DOCTYPE 声明",
    "holds a cell outside the sheet, or twice": "有超出工作表或重复的单元格",
    "refers to a text that is not there": "单元格引用的文本不存在",
    "no visible sheet": "没有可见的工作表",
    "too large": "过大，请拆分或另存为 CSV",
  ]
}
