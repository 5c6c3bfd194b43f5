package import Screen

/// What became of the theme's file, in one line: the place first, then what holds now, then the reason, which may be long.
package enum ThemeText {
  package static func text(_ news: ThemeNews, _ language: Language) -> SafeText {
    let file = SafeText(news.file)
    let old = language(Phrase("沿用原主题，改好后自动重读", "old theme kept until mended"))
    switch news.outcome {
    case .read(let theme, let unknown):
      guard let first = unknown.first else {
        return language(Phrase("主题已更新：", "theme reloaded: ")) + SafeText(theme.name)
      }
      let more = Phrase("，另 # 处", ", # more").text(language, number: unknown.count - 1)
      let rest = language(Phrase("；其余已生效", "; the rest is used"))
      return file + place(of: first) + reason(first, language) + (unknown.count > 1 ? more : "") + rest
    case .broken(let fault):
      return file + place(of: fault) + old + language(Phrase("；", ": ")) + reason(fault, language)
    case .unreadable(let reason): return file + ": " + old + language(Phrase("；", ": ")) + SafeText(reason)
    case .removed:
      return file + language(Phrase(" 已删除，沿用原主题", " was removed; its theme stays until the console ends"))
    }
  }

  /// `:3:9: `, as editors and compilers write it.
  private static func place(of fault: ThemeFault) -> SafeText { SafeText(":\(fault.line):\(fault.column): ") }

  /// What is wrong, with the key it is about.
  private static func reason(_ fault: ThemeFault, _ language: Language) -> SafeText {
    let key: SafeText = fault.key.isEmpty ? "" : SafeText(fault.key) + " "
    switch fault.reason {
    case .syntax(let reason): return language(Phrase("TOML 语法错误：", "TOML syntax: ")) + SafeText(reason)
    case .unusableText: return language(Phrase("不是可用的 TOML 文本", "no usable TOML text"))
    case .noTable: return key + language(Phrase("应写作 { fg = …, bold = true }", "must be { fg = …, bold = true }"))
    case .noFlag: return key + language(Phrase("应为 true 或 false", "must be true or false"))
    case .noColors: return key + language(Phrase("应为一种或两种颜色", "must be one or two colours"))
    case .badColor(let text):
      let quoted = Phrase("“\(text)”不是颜色，应为 #rrggbb 或颜色名", "\"\(text)\" is no colour: write #rrggbb or a name")
      return key + language(quoted)
    case .unknownKey(let meant):
      let hint = meant.map { language(Phrase("（应为 \($0)？）", " (\($0)?)")) }
      return key + language(Phrase("无此名称", "means nothing")) + (hint ?? "")
    }
  }
}
