/// What `jineng doctor` looks at, in the order in which it is told. The raw values are those of `jineng.doctor/1`.
package enum DoctorCheck: String, Wording {
  case terminal, terminfo, session, locale, widths, colors, fonts
  case escapeDelay = "escape_delay"
  case directory
  case fileSystem = "file_system"
  case watch, store, sqlite, cache, plan, clock
  case timeZone = "time_zone"
  case config

  package var phrase: Phrase {
    switch self {
    case .terminal: Phrase("终端", "terminal")
    case .terminfo: Phrase("终端类型", "terminfo")
    case .session: Phrase("连接", "session")
    case .locale: Phrase("语言环境", "locale")
    case .widths: Phrase("字宽", "widths")
    case .colors: Phrase("颜色", "colours")
    case .fonts: Phrase("字体", "fonts")
    case .escapeDelay: Phrase("Esc 等待", "Esc delay")
    case .directory: Phrase("数据目录", "directory")
    case .fileSystem: Phrase("文件系统", "file system")
    case .watch: Phrase("监视", "watch")
    case .store: Phrase("留存文件", "store")
    case .sqlite: Phrase("SQLite 库", "SQLite")
    case .cache: Phrase("缓存", "cache")
    case .plan: Phrase("方案", "plan")
    case .clock: Phrase("时钟", "clock")
    case .timeZone: Phrase("时区", "time zone")
    case .config: Phrase("配置文件", "config file")
    }
  }
}

/// What came of a check. The raw values are those of `jineng.doctor/1`.
package enum DoctorVerdict: String, Wording {
  case good
  /// It works, but not as it could.
  case warning
  /// The program cannot be used like that.
  case bad
  /// It could not be looked at.
  case untested
  /// Only a person can tell.
  case look

  package var phrase: Phrase {
    switch self {
    case .good: Phrase("良好", "good")
    case .warning: Phrase("注意", "warning")
    case .bad: Phrase("不可用", "bad")
    case .untested: Phrase("未检", "untested")
    case .look: Phrase("请看", "look")
    }
  }
}

/// The other words of `jineng doctor`.
package enum DoctorWord: Wording {
  case remedy, usable, unusable

  package var phrase: Phrase {
    switch self {
    case .remedy: Phrase("处理：", "to do: ")
    case .usable: Phrase("可以使用", "usable")
    case .unusable: Phrase("不能使用", "not usable")
    }
  }
}
