import Policy
import Screen

/// What moved last: figures while the console has watched, else the files that came last.
struct RecentChanges {
  private let state: ConsoleState
  private let loaded: Loaded

  init(_ state: ConsoleState, _ loaded: Loaded) {
    self.state = state
    self.loaded = loaded
  }

  var title: SafeText {
    state.language(loaded.snapshot.changes.isEmpty ? OverviewWord.latestFiles : OverviewWord.latestChanges)
  }

  /// Two columns where there is room.
  func draw(in rect: Rect, on canvas: inout Canvas) {
    let columns = rect.columns >= 100 ? 2 : 1
    let width = (rect.columns - (columns - 1) * 2) / columns
    let lines = lines(rect.rows * columns)
    for (index, line) in lines.enumerated() {
      let column = index / max(1, rect.rows)
      let place = rect.droppingTop(index % max(1, rect.rows)).top(1).droppingLeft(column * (width + 2)).left(width)
      if canvas.widths.width(of: line) <= place.columns {
        canvas.put(line, at: place.origin)
      } else {
        canvas.put(line, in: place)
      }
    }
  }

  private func lines(_ most: Int) -> [Line] {
    guard loaded.snapshot.changes.isEmpty else { return loaded.snapshot.changes.prefix(most).map { line($0) } }
    return loaded.newestFiles.prefix(most).map { line($0) }
  }

  private func line(_ change: Change) -> Line {
    let language = state.language
    var line: Line = [Span(SafeText(ShanghaiTime(seconds: change.at).clock) + " ", .dim)]
    if let code = change.district, let item = change.item {
      let district = loaded.district(code)?.district.shortName(language) ?? language(CommonWord.city)
      line.append(district + " ", .text)
      line.append((loaded.item(item)?.short.text(language) ?? SafeText(item.rawValue)) + " ", .text)
      line.append(SafeText(Format.signedCount(change.delta)) + "  ", change.delta < 0 ? .watch : .changed)
    } else {
      let what: Phrase =
        switch change.kind {
        case .added: Phrase("新增", "new")
        case .replaced: Phrase("替换", "replaced")
        case .removed: Phrase("移除", "gone")
        }
      line.append(language(what) + " ", .text)
      line.append(SafeText(Format.signedCount(change.delta)) + language(Phrase(" 行  ", " rows  ")), .changed)
    }
    line.append(SafeText(change.path), .dim)
    return line
  }

  private func line(_ file: FileReport) -> Line {
    let language = state.language
    var line: Line = [Span(SafeText(ShanghaiTime(seconds: file.modified).stamp) + "  ", .dim)]
    if file.districts.count == 1, let code = file.districts.first, let board = loaded.district(code) {
      line.append(board.district.shortName(language) + " ", .text)
    }
    line.append(SafeText(Format.count(Int64(file.rows))) + language(Phrase(" 行  ", " rows  ")), .text)
    if file.rejected > 0 {
      line.append(language(Phrase("拒收 ", "refused ")) + "\(file.rejected)  ", .error)
    }
    line.append(SafeText(file.path), .dim)
    return line
  }
}
