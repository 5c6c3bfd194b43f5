package import Policy
package import Screen

/// The data page's own words.
package enum DataWord: Wording {
  case files, filesRead, problems, senders, errors, warnings, notices
  case path, table, encoding, rows, rejected, size, modified, age
  case problem, line, column, value, remedy, meaning
  case verdict, share, latest, days, newest, reason, nobody, computing
  case lines, reading, changed, masked, gone, todo, owner

  package var phrase: Phrase {
    switch self {
    case .files: Phrase("文件", "Files")
    case .filesRead: Phrase("文件", "files")
    case .problems: Phrase("问题", "Problems")
    case .senders: Phrase("报送", "Senders")
    case .errors: Phrase("错误", "errors")
    case .warnings: Phrase("警告", "warnings")
    case .notices: Phrase("提示", "notices")
    case .path: Phrase("路径", "path")
    case .table: Phrase("数据表", "table")
    case .encoding: Phrase("编码", "encoding")
    case .rows: Phrase("有效行", "rows")
    case .rejected: Phrase("拒收", "refused")
    case .size: Phrase("大小", "size")
    case .modified: Phrase("修改时间", "modified")
    case .age: Phrase("多久前", "age")
    case .problem: Phrase("问题", "problem")
    case .line: Phrase("行", "line")
    case .column: Phrase("列", "column")
    case .value: Phrase("值", "value")
    case .remedy: Phrase("说明与处理", "meaning and remedy")
    case .meaning: Phrase("说明", "meaning")
    case .verdict: Phrase("报送", "sends")
    case .share: Phrase("拒收率", "refusal")
    case .latest: Phrase("数据到", "data to")
    case .days: Phrase("距今", "since")
    case .newest: Phrase("最近文件", "last file")
    case .reason: Phrase("原因", "why")
    case .nobody: Phrase("无法归属", "nobody's")
    case .computing: Phrase("计算中", "being computed")
    case .lines: Phrase("原文", "In the file")
    case .reading: Phrase("正在读取原文件", "reading the file")
    case .changed: Phrase("文件已变动，以下为现在的内容", "the file has changed; this is what it holds now")
    case .masked: Phrase("※ 为个人信息或不采用的列，不显示", "* personal or unused columns are not shown")
    case .gone: Phrase("读不到这一行：", "the line cannot be read: ")
    case .todo: Phrase("怎么办", "what to do")
    case .owner: Phrase("归属", "district")
    }
  }
}

/// What tables are called, by their name in a file report.
enum TableWord {
  static func phrase(_ table: String) -> Phrase {
    Phrase(chinese[table] ?? table, table)
  }

  private static let chinese: [String: String] = [
    "districts": "区县", "calendar": "日历", "targets": "目标", "progress": "进度", "milestones": "里程碑", "registers": "台账",
    "institutions": "机构", "scores": "评分", "findings": "检查", "bases": "基地", "projects": "资助项目",
    "project_events": "项目节点", "payments": "拨付", "spending": "支出",
  ]
}

extension Severity {
  /// What many of them are called.
  var countedWord: DataWord {
    switch self {
    case .error: .errors
    case .warning: .warnings
    case .notice: .notices
    }
  }
}

extension SendingVerdict {
  package var word: Phrase {
    switch self {
    case .silent: StatusWord.silent.phrase
    case .poor: Phrase("较差", "poor")
    case .fair: Phrase("一般", "fair")
    case .good: Phrase("良好", "good")
    }
  }

  /// The status that looks as bad: its mark and role tell the same on every page.
  private var status: Status {
    switch self {
    case .silent: .silent
    case .poor: .lagging
    case .fair: .watch
    case .good: .onPace
    }
  }

  package var role: Role { status.role }
  package var mark: SafeText { status.mark }
}

extension ConsoleState {
  /// A district's short name, the city's, or 无法归属.
  func districtLabel(_ code: DistrictCode?) -> SafeText {
    guard let loaded else { return code.map { SafeText($0.rawValue) } ?? language(DataWord.nobody) }
    return SenderText.name(code, loaded, language)
  }
}
