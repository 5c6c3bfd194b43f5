package import Screen

/// What `jineng doctor` says about how the terminal draws.
package enum DrawingAdvice {
  // MARK: Widths

  package static func fits(milliseconds: Int) -> Phrase {
    Phrase(
      "实测汉字 2 格，符号与设置相符（应答 \(milliseconds) 毫秒）",
      "measured: Chinese takes 2 cells, signs are as set (answers within \(milliseconds) ms)")
  }
  package static func differs(_ glyphs: GlyphSet, _ ambiguousWidth: Int) -> Phrase {
    Phrase(
      "实测与设置不符：现为 --glyphs \(glyphs.rawValue) --ambiguous-width \(ambiguousWidth)",
      "measured otherwise than set, which is --glyphs \(glyphs.rawValue) --ambiguous-width \(ambiguousWidth)")
  }
  package static func set(_ advice: WidthAdvice) -> Phrase {
    let (glyphs, width) = (advice.glyphs.rawValue, advice.ambiguousWidth)
    return Phrase(
      "用 --glyphs \(glyphs) --ambiguous-width \(width)，或在配置文件写 glyphs = \"\(glyphs)\" 和 ambiguous_width = \(width)",
      "use --glyphs \(glyphs) --ambiguous-width \(width), or write glyphs = \"\(glyphs)\" and ambiguous_width = \(width) in the config file"
    )
  }
  package static let noUTF8 = Phrase(
    "终端不认 UTF-8：汉字占了 3 格", "the terminal does not know UTF-8: a Chinese character took 3 cells")
  package static let setUTF8 = Phrase(
    "把终端的字符集设为 UTF-8；在此之前用 --lang en --glyphs ascii",
    "set the terminal to UTF-8; until then use --lang en --glyphs ascii")
  package static func chinese(_ cells: Int) -> Phrase {
    Phrase("一个汉字占 \(cells) 格，应为 2 格：列会错位", "a Chinese character takes \(cells) cells, not 2: columns are out of place")
  }
  package static let otherFont = Phrase(
    "换用支持东亚宽度的终端，或用 --lang en", "use a terminal that knows East Asian widths, or --lang en")
  package static func misfits(_ signs: [WidthSign]) -> Phrase {
    let text = signs.map(\.text).joined(separator: " ").string
    return Phrase(
      "少数符号宽度不一：\(text)，含它们的行可能错位", "some signs are of other widths: \(text); rows that hold them may be out of place")
  }
  package static let silent = Phrase(
    "终端不回答光标位置：字宽未能测量", "the terminal does not tell where its cursor is: widths were not measured")
  package static func late(_ milliseconds: Int) -> Phrase {
    Phrase(
      "终端回答太迟（\(milliseconds) 毫秒）：字宽未能测量",
      "the terminal answers too late (\(milliseconds) ms): widths were not measured")
  }
  package static let inBackground = Phrase("在后台运行：没有询问终端", "runs in the background: the terminal was not asked")
  package static let unfit = Phrase("这种终端不能询问光标位置", "a terminal of this type cannot be asked where its cursor is")
  package static func refused(_ code: Int32) -> Phrase {
    Phrase("终端询问失败（错误 \(code)）", "the terminal could not be asked (error \(code))")
  }
  package static let tryByEye = Phrase(
    "若线条或列错位，依次试 --glyphs safe、--ambiguous-width 2、--glyphs ascii",
    "if lines or columns are out of place try --glyphs safe, then --ambiguous-width 2, then --glyphs ascii")
  package static let inForeground = Phrase("用 fg 调到前台再运行", "run it in the foreground")

  // MARK: Colours

  package static func depth(_ depth: ColorDepth) -> Phrase {
    switch depth {
    case .mono: Phrase("无颜色，状态以字和记号区分", "no colours: states are told by words and marks")
    case .ansi8: Phrase("8 色", "8 colours")
    case .ansi16: Phrase("16 色", "16 colours")
    case .indexed256: Phrase("256 色", "256 colours")
    case .trueColor: Phrase("24 位真彩色", "24-bit colours")
    }
  }
  package static let byWish = Phrase("按 --color 或配置文件", "by --color or the config file")
  package static let byNoColor = Phrase("按 NO_COLOR", "by NO_COLOR")
  package static let byColorTerm = Phrase("按 COLORTERM", "by COLORTERM")
  package static let byType = Phrase("按终端类型", "by the terminal's type")
  package static func why(_ depth: ColorDepth, _ reason: Phrase) -> Phrase {
    let words = self.depth(depth)
    return Phrase("\(words.zh)（\(reason.zh)）", "\(words.en) (\(reason.en))")
  }
  package static let moreColors = Phrase(
    "若终端能显示更多颜色，设 TERM=xterm-256color", "if the terminal shows more colours set TERM=xterm-256color")

  // MARK: Fonts

  package static let fonts = Phrase(
    "下面每个字符都应看得见，没有方框或空洞", "every character below should be seen, with no box or hole in its place")
  package static let installFonts = Phrase(
    "缺字时安装中文等宽字体（如 fonts-noto-cjk），缺符号时用 --glyphs ascii",
    "where Chinese is missing install a CJK monospace font such as fonts-noto-cjk; where signs are, use --glyphs ascii")
  package static let fontsUnshown = Phrase("没有终端可供显示", "there is no terminal to show them")
}
