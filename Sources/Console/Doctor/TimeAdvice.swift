/// What `jineng doctor` says about the plan, the time and the config file.
package enum TimeAdvice {
  // MARK: The plan

  package static func builtIn(year: Int) -> Phrase { Phrase("内置方案，\(year) 年", "the built-in plan, year \(year)") }
  package static func plan(_ file: String, year: Int) -> Phrase { Phrase("\(file)，\(year) 年", "\(file), year \(year)") }
  package static func doubtful(_ file: String, year: Int, _ count: Int) -> Phrase {
    Phrase("\(file)，\(year) 年，\(count) 处提醒", "\(file), year \(year), \(count) warnings or notices")
  }
  package static func broken(_ file: String, _ errors: Int) -> Phrase {
    Phrase("\(file)：\(errors) 处错误，不能使用", "\(file): \(errors) errors, it cannot be used")
  }
  package static func unread(_ file: String, _ reason: String) -> Phrase {
    Phrase("\(file)：不能读（\(reason)）", "\(file): cannot be read (\(reason))")
  }
  package static let checkPlan = Phrase("运行 jineng plan check 看每一处", "run jineng plan check to see each of them")
  package static let namePlan = Phrase(
    "用 --plan 指定方案文件；不指定则用目录里的 plan.toml 或内置方案",
    "name the plan's file with --plan; without it plan.toml of the directory or the built-in plan is used")

  // MARK: The clock

  package static func clock(_ now: String) -> Phrase {
    Phrase("\(now)（上海时间），在方案期内", "\(now) in Shanghai, within the plan's period")
  }
  package static func clockAlone(_ now: String) -> Phrase { Phrase("\(now)（上海时间）", "\(now) in Shanghai") }
  package static func outside(_ now: String, _ start: String, _ end: String) -> Phrase {
    Phrase(
      "\(now)（上海时间），不在方案期 \(start) 至 \(end) 内：看板停在期内最近的一天",
      "\(now) in Shanghai, outside the plan's period \(start) to \(end): the board stands at its nearest day")
  }
  package static let otherPlan = Phrase(
    "核对本机时钟；换年度则用 --plan 给出新方案", "check the clock of this machine; for another year name its plan with --plan")
  package static func behind(_ now: String, _ minutes: Int) -> Phrase {
    Phrase(
      "\(now)（上海时间），但有文件的时间晚 \(minutes) 分钟",
      "\(now) in Shanghai, but a file was written \(minutes) minutes later than that")
  }
  package static let setClock = Phrase(
    "核对本机与文件服务器的时钟（NTP）", "check the clocks of this machine and of the file server (NTP)")

  // MARK: The time zone

  package static func zone(_ system: String) -> Phrase {
    Phrase("本机 \(system)；程序一律用上海时间", "this machine's is \(system); the program uses Shanghai's all the same")
  }
  package static func noDatabase(_ system: String) -> Phrase {
    Phrase(
      "本机 \(system)；没有时区库，程序不受影响，一律用上海时间",
      "this machine's is \(system); it has no time zone database, which the program does not need: it uses Shanghai's time"
    )
  }
  package static func noZone(_ system: String) -> Phrase {
    Phrase("TZ=\(system) 不在时区库里；程序一律用上海时间", "TZ=\(system) is no known zone; the program uses Shanghai's all the same")
  }
  package static let setZone = Phrase("设 TZ=Asia/Shanghai，或安装 tzdata", "set TZ=Asia/Shanghai, or install tzdata")

  // MARK: The config file

  package static func config(_ path: String) -> Phrase { Phrase(path, path) }
  package static func noConfig(_ path: String) -> Phrase { Phrase("\(path)：没有，全用缺省", "\(path): none, all by default") }
  package static func configFaults(_ faults: [String]) -> Phrase {
    let text = faults.joined(separator: "; ")
    return Phrase(text, text)
  }
  package static let mendConfig = Phrase("改正这几处；在此之前按缺省", "correct them; until then the defaults hold")
}
