import Policy
import Screen

/// 数据: every file of the data directory, and every problem with its place.
struct DataView: PageView {
  private let state: ConsoleState
  private let loaded: Loaded

  init(_ state: ConsoleState, _ loaded: Loaded) {
    self.state = state
    self.loaded = loaded
  }

  private func layout(in rect: Rect) -> (files: Rect?, problems: Rect?) {
    if state.zoomed { return state.focusedPane == .problems ? (nil, rect) : (rect, nil) }
    let bands = rect.splitRows([.flex(1), .flex(1)], sharing: 1)
    return (bands[0], bands[1])
  }

  func places(in rect: Rect, _ widths: DisplayWidth) -> [PanePlace] {
    let layout = layout(in: rect)
    var places: [PanePlace] = []
    if let files = layout.files { places.append(PanePlace(pane: .files, table: Panel.content(of: files))) }
    if let problems = layout.problems { places.append(PanePlace(pane: .problems, table: Panel.content(of: problems))) }
    return places
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let layout = layout(in: rect)
    let language = state.language
    var panels: [(Panel, Rect)] = []
    if let files = layout.files {
      let title = language(DataWord.files) + "  " + SortWord.label(state.list(.files).sort, .files).text(language)
      panels.append(
        (Panel(Line(title, .title), trailing: state.position(.files), focused: state.focusedPane == .files), files))
    }
    if let problems = layout.problems {
      panels.append(
        (
          Panel(problemsTitle, trailing: state.position(.problems), focused: state.focusedPane == .problems), problems
        ))
    }
    canvas.draw(PanelGrid(panels), in: rect)
    if let files = layout.files { canvas.draw(filesTable, in: Panel.content(of: files)) }
    if let problems = layout.problems { canvas.draw(problemsTable, in: Panel.content(of: problems)) }
  }

  private var problemsTitle: Line {
    var parts = [Line(state.language(DataWord.problems), .title)]
    for severity in Severity.allCases {
      let count = loaded.snapshot.problems.count { $0.code.severity == severity }
      guard count > 0 else { continue }
      let word: DataWord = severity == .error ? .errors : severity == .warning ? .warnings : .notices
      parts.append(Line([Span(state.language(word) + " ", .dim), Span("\(count)", severity.role)]))
    }
    return .joined(parts, separator: "  ")
  }

  private var filesTable: Table {
    let language = state.language
    let columns = [
      language.column(DataWord.path.phrase, 31, priority: 100, flexible: true),
      language.column(DataWord.table.phrase, 14, priority: 60),
      language.column(DataWord.encoding.phrase, 8, priority: 40),
      language.column(DataWord.rows.phrase, 8, align: .right, priority: 90),
      language.column(DataWord.rejected.phrase, 7, align: .right, priority: 95),
      language.column(DataWord.size.phrase, 9, align: .right, priority: 30),
      language.column(DataWord.modified.phrase, 11, priority: 50),
      language.column(DataWord.age.phrase, 8, align: .right, priority: 70),
      language.column(OverviewWord.district.phrase, 9, ideal: 12, priority: 35),
    ]
    return state.table(.files, columns: columns) { [self] row in
      guard let file = loaded.snapshot.files.first(where: { $0.path == row }) else { return [] }
      return cells(file)
    }
  }

  private func cells(_ file: FileReport) -> [TableCell] {
    let writer = DetailWriter(language: state.language, loaded: loaded, now: state.now)
    let refused = file.encoding == nil || (file.rows == 0 && file.rejected > 0)
    let districts: SafeText =
      file.districts.count > 2
      ? "\(file.districts.count)" : file.districts.map { writer.districtShort($0) }.joined(separator: " ")
    return [
      state.name(SafeText(file.path), .files, file.path, file.stale != nil ? .warning : refused ? .error : .text),
      .text(SafeText(file.table), .dim),
      .text(SafeText(file.encoding ?? "--"), .dim),
      figure(Format.count(Int64(file.rows))),
      file.rejected == 0 ? .text("--", .dim) : figure(Format.count(Int64(file.rejected)), .error),
      .text(SafeText(Format.bytes(file.size)), .dim),
      .text(SafeText(ShanghaiTime(seconds: file.modified).stamp), .dim),
      .text(SafeText(Age.text(seconds: state.now - file.modified, state.language))),
      .text(districts, .dim),
    ]
  }

  private var problemsTable: Table {
    let language = state.language
    let columns = [
      language.column(DataWord.problem.phrase, 11, priority: 100),
      language.column(DataWord.path.phrase, 31, priority: 90, flexible: true),
      language.column(DataWord.line.phrase, 7, align: .right, priority: 95),
      language.column(DataWord.column.phrase, 8, ideal: 10, priority: 60),
      language.column(DataWord.value.phrase, 12, ideal: 16, priority: 65),
      language.column(DataWord.remedy.phrase, 14, ideal: 60, priority: 40, flexible: true),
    ]
    return state.table(.problems, columns: columns) { [self] row in
      guard let problem = state.problem(row: row, in: loaded) else { return [] }
      let role = problem.code.severity.role
      return [
        state.name(language(ProblemWords.short(problem.code)), .problems, row, role),
        .text(SafeText(problem.path)),
        figure(problem.line.map { String($0) } ?? "--"),
        .text(SafeText(problem.column ?? "--"), problem.column == nil ? .dim : .text),
        .text(SafeText(problem.detail ?? ""), .dim),
        .text(language(ProblemWords.phrase(problem.code)), .dim),
      ]
    }
  }
}

/// The data page's own words.
package enum DataWord: Wording {
  case files, problems, errors, warnings, notices
  case path, table, encoding, rows, rejected, size, modified, age
  case problem, line, column, value, remedy

  package var phrase: Phrase {
    switch self {
    case .files: Phrase("文件", "Files")
    case .problems: Phrase("问题", "Problems")
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
    }
  }
}
