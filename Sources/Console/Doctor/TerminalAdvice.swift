package import Screen

/// What `jineng doctor` says about the terminal.
package enum TerminalAdvice {
  package static let noTerminal = Phrase(
    "标准输出不是终端：没有询问终端", "standard output is no terminal: no terminal was asked")
  package static let runInTerminal = Phrase(
    "在终端里直接运行 jineng doctor，可检查字宽、颜色和字体",
    "run jineng doctor in a terminal to check widths, colours and fonts")

  // MARK: Size and type

  package static func size(_ size: Size) -> Phrase {
    Phrase("\(size.columns) 列 \(size.rows) 行", "\(size.columns) columns, \(size.rows) rows")
  }
  package static let noSize = Phrase(
    "终端没有报告大小，按 80 列 24 行显示", "the terminal tells no size: 80 columns, 24 rows are taken")
  package static let setSize = Phrase("运行 stty cols 120 rows 36", "run stty cols 120 rows 36")
  package static let enlarge = Phrase("把窗口放大到 80 列 24 行以上", "make the window 80 columns by 24 rows or larger")

  package static func type(_ name: String, _ title: String, colors: Int) -> Phrase {
    Phrase("TERM=\(name)（\(title)），\(colors) 色", "TERM=\(name) (\(title)), \(colors) colours")
  }
  package static let typeUnset = Phrase("TERM 未设置", "TERM is not set")
  package static func typeUnknown(_ name: String) -> Phrase {
    Phrase("本机不认识 TERM=\(name)", "TERM=\(name) is unknown here")
  }
  package static func typeUnusable(_ name: String) -> Phrase {
    Phrase("TERM=\(name) 不能显示整屏", "TERM=\(name) cannot show a full screen")
  }
  package static func typeUnread(_ code: Int32) -> Phrase {
    Phrase("终端描述读不了（错误 \(code)）", "the terminal's description cannot be read (error \(code))")
  }
  package static let setType = Phrase(
    "设 TERM=xterm-256color，或安装 ncurses-term", "set TERM=xterm-256color, or install ncurses-term")

  // MARK: What lies between

  package static let local = Phrase("本机，无 tmux", "local, no tmux")
  package static let ssh = Phrase("经 SSH", "over SSH")
  package static let tmux = Phrase(
    "在 tmux 里；它自己的 escape-time 加在 Esc 等待之上", "in tmux, whose own escape-time adds to the Esc delay")
  package static let screen = Phrase("在 screen 里", "in screen")
  package static func both(_ one: Phrase, _ other: Phrase) -> Phrase {
    Phrase("\(one.zh)，\(other.zh)", "\(one.en), \(other.en)")
  }
  package static func typeInside(_ name: String, _ multiplexer: String) -> Phrase {
    Phrase("在 \(multiplexer) 里，但 TERM=\(name) 是外面终端的", "in \(multiplexer), but TERM=\(name) is the outer terminal's")
  }
  package static func setTypeInside(_ multiplexer: String) -> Phrase {
    let name = multiplexer == "tmux" ? "tmux-256color" : "screen-256color"
    return Phrase("在 \(multiplexer) 里用 TERM=\(name)", "use TERM=\(name) inside \(multiplexer)")
  }
  package static let linuxConsole = Phrase(
    "Linux 文本控制台没有中文字体：改用英文和 ASCII", "the Linux text console has no Chinese font: English and ASCII are used")
  package static let otherTerminal = Phrase("改用带中文字体的终端", "use a terminal with a Chinese font")

  // MARK: Locale

  package static func locale(_ setting: String) -> Phrase { Phrase("\(setting)，UTF-8", "\(setting), UTF-8") }
  package static let localeUnset = Phrase(
    "LC_ALL、LC_CTYPE、LANG 都未设置：自行改用 UTF-8", "LC_ALL, LC_CTYPE and LANG are not set: UTF-8 is used all the same")
  package static func localeMissing(_ setting: String) -> Phrase {
    Phrase("\(setting)：本机没有，自行改用 UTF-8", "\(setting) does not exist here: UTF-8 is used all the same")
  }
  package static func localeOther(_ setting: String, _ encoding: String) -> Phrase {
    Phrase(
      "\(setting) 的编码是 \(encoding)：自行改用 UTF-8", "\(setting) means \(encoding): UTF-8 is used all the same")
  }
  package static let noUTF8 = Phrase(
    "本机没有任何 UTF-8 语言环境：改用英文和 ASCII", "this system has no UTF-8 locale: English and ASCII are used")
  package static let setLocale = Phrase("设 LANG=C.UTF-8 或 zh_CN.UTF-8", "set LANG=C.UTF-8 or zh_CN.UTF-8")
  package static let installLocale = Phrase(
    "安装 C.UTF-8 等 UTF-8 语言环境", "install a UTF-8 locale such as C.UTF-8")

  // MARK: Esc

  package static func escape(_ milliseconds: Int) -> Phrase { Phrase("\(milliseconds) 毫秒", "\(milliseconds) ms") }
  package static func escapeOverSSH(_ milliseconds: Int) -> Phrase {
    Phrase("\(milliseconds) 毫秒（经 SSH）", "\(milliseconds) ms (over SSH)")
  }
  package static func escapeSet(_ milliseconds: Int) -> Phrase {
    Phrase("\(milliseconds) 毫秒（ESCDELAY）", "\(milliseconds) ms (ESCDELAY)")
  }
  package static func escapeIgnored(_ value: String, _ milliseconds: Int) -> Phrase {
    Phrase(
      "ESCDELAY=\(value) 不是 1 至 2000 毫秒，按 \(milliseconds) 毫秒",
      "ESCDELAY=\(value) is not 1 to 2000 ms: \(milliseconds) ms are used")
  }
  package static let escapeSlow = Phrase(
    "Esc 会显得迟钝：取消 ESCDELAY，或设为 25", "Esc feels slow: unset ESCDELAY, or set it to 25")
  package static let escapeMend = Phrase("取消 ESCDELAY，或设为 25", "unset ESCDELAY, or set it to 25")
}
