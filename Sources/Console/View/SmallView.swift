import Policy
import Screen

/// A window too small for pages: how things stand in one line.
struct SmallView {
  let line: Line

  init(_ state: ConsoleState) {
    if state.overlay == .confirmQuit {
      line = Line(state.language(Phrase("退出？y 是", "Quit? y")), .banner)
      return
    }
    guard let loaded = state.loaded else {
      if case .missing = state.data {
        line = Line(state.language(Phrase("没有数据", "no data")), .warning)
      } else {
        line = Line(Chrome.loadingText(state))
      }
      return
    }
    var parts: [Line] = []
    if state.looksBack {
      parts.append(Line(state.language(Phrase("历史视图 ", "past view ")) + SafeText(loaded.board.asOf.monthDay), .banner))
    }
    if loaded.board.sample { parts.append(Line(state.language(CommonWord.sample), .sample)) }
    for item in loaded.board.city where item.lead != nil {
      let name = loaded.item(item.id)?.short.text(state.language) ?? SafeText(item.id.rawValue)
      parts.append(
        Line([Span(name + " ", .dim), Span(SafeText(Format.percent(item.attainment) + "%"), item.status.role)]))
    }
    let lagging = loaded.board.measures.count { $0.status == .lagging }
    if lagging > 0 {
      let label = state.language(CommonWord.measures) + " " + state.language(StatusWord.lagging) + " \(lagging)"
      let widths = DisplayWidth(ambiguous: state.settings.ambiguousWidth)
      let more = parts + [Line(label, .lagging)]
      // The measures come last, where there is room for them.
      if widths.width(of: Line.joined(more, separator: "  ")) <= state.size.columns { parts = more }
    }
    line = .joined(parts, separator: "  ")
  }
}

/// Nothing to show yet: what is missing and how to get it.
struct EmptyView {
  private let state: ConsoleState

  init(_ state: ConsoleState) { self.state = state }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let lines = lines
    let top = max(0, (rect.rows - lines.count) / 2)
    for (offset, line) in lines.enumerated() {
      canvas.put(line, in: rect.droppingTop(top + offset).top(1), align: .center)
    }
  }

  private var lines: [Line] {
    let language = state.language
    let directory = SafeText(state.settings.directory)
    let help: [Line] = [
      .empty,
      Line(language(Phrase("各区文件放进该目录即可，本页会自己更新", "Drop the districts' files there; this page updates itself")), .dim),
      .empty,
      Line(language(Phrase("想先看看样子：", "To see what it looks like:")), .dim),
      Line("jineng demo", .key),
      Line(language(Phrase("使用自己的数据：", "With your own data:")), .dim),
      Line("jineng --data DIR", .key),
    ]
    switch state.data {
    case .loading, .opening:
      return [Line(language(CommonWord.loading) + " " + directory, .title)]
    case .missing(.noDirectory):
      return [Line(language(Phrase("没有数据目录：", "There is no data directory: ")) + directory, .title)] + help
    case .missing(.notADirectory):
      return [Line(language(Phrase("这不是目录：", "This is not a directory: ")) + directory, .title)] + help
    case .missing(.unreadable(let reason)):
      return [
        Line(language(Phrase("数据目录无法读取：", "The data directory cannot be read: ")) + directory, .title),
        Line(SafeText(reason), .error),
      ] + help
    case .ready(let loaded):
      let errors = loaded.snapshot.problems.count { $0.code.severity == .error }
      guard !loaded.snapshot.files.isEmpty || errors > 0 else {
        return [Line(language(Phrase("数据目录是空的：", "The data directory is empty: ")) + directory, .title)] + help
      }
      return [
        Line(language(Phrase("数据目录里没有可用的行：", "No usable row in the data directory: ")) + directory, .title),
        Line(
          language(Phrase("按 8 查看每个文件的问题", "press 8 to see what is wrong with each file")) + " (\(errors))", .warning),
      ] + help
    }
  }
}
