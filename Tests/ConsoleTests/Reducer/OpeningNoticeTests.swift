import Console
import Screen
import Testing

@Suite("The line of a command that reads long")
struct OpeningNoticeTests {
  private static let widths = DisplayWidth()

  private static func line(_ columns: Int, _ progress: OpeningProgress, _ language: Language = .zh) -> String {
    OpeningLine(progress, language).text(columns: columns, widths).string
  }

  @Test("says bytes of all, share, rows, rate and how to stop it")
  func whole() {
    let progress = OpeningTests.progress()
    #expect(
      OpeningNoticeTests.line(200, progress)
        == "正在读取 123.4 / 429.0 MB  28%  1,234,000 行  2,468,000 行/秒  已用 0 秒  Ctrl-C 中断")
    #expect(
      OpeningNoticeTests.line(200, progress, .en)
        == "reading 123.4 / 429.0 MB  28%  1,234,000 rows  2,468,000 rows/s  0 s so far  Ctrl-C stops")
  }

  @Test("is in so narrow a terminal what says most, and never wider", arguments: Language.allCases)
  func narrow(_ language: Language) {
    let hostile = OpeningTests.progress {
      $0.bytesTotal = .max
      $0.rows = .max
      $0.elapsed = 1e17
    }
    for progress in [OpeningProgress(), OpeningTests.progress(), hostile] {
      for columns in -1...120 {
        let text = OpeningLine(progress, language).text(columns: columns, OpeningNoticeTests.widths)
        #expect(OpeningNoticeTests.widths.width(of: text) <= max(0, columns))
      }
    }
    #expect(OpeningNoticeTests.line(79, OpeningTests.progress()).hasSuffix("2,468,000 行/秒  Ctrl-C 中断"))
    #expect(OpeningNoticeTests.line(8, OpeningTests.progress()) == "28%")
  }

  @Test("says what is done where there are no bytes to count")
  func phases() {
    #expect(OpeningNoticeTests.line(80, OpeningProgress()).hasPrefix("正在读取  正在查找文件  已用 0 秒"))
    let last = OpeningTests.progress { $0.phase = .assembling }
    #expect(OpeningNoticeTests.line(120, last).contains("正在汇总"))
  }

  @Test("is not drawn while the patience lasts, then drawn over itself, then taken away")
  func drawn() {
    var notice = OpeningNotice(.zh, ambiguousWidth: 1, patience: 0.5, interval: 0.1)
    #expect(notice.draw(OpeningTests.progress { $0.elapsed = 0.49 }, columns: 80) == "")
    #expect(notice.erase(columns: 80) == "")
    let first = notice.draw(OpeningTests.progress(), columns: 80)
    #expect(first.hasPrefix("\r正在读取"))
    #expect(first.hasSuffix("中断\r"))
    // A shorter line leaves nothing of the longer one.
    let second = notice.draw(OpeningProgress.late, columns: 80)
    #expect(Terminal.line(first + second, columns: 80) == "正在读取  正在查找文件  已用 60 秒  Ctrl-C 中断")
    #expect(Terminal.line(first + second + notice.erase(columns: 80), columns: 80) == "")
    #expect(notice.erase(columns: 80) == "")
  }

  @Test("never reaches the last cell, whatever the terminal's size becomes", arguments: [0, 1, 2, 10, 33, 80, 200])
  func width(_ columns: Int) {
    var notice = OpeningNotice(.zh, ambiguousWidth: 1, patience: 0)
    for text in [
      notice.draw(OpeningTests.progress(), columns: columns), notice.draw(.late, columns: columns),
      notice.erase(columns: columns),
    ] {
      for line in text.split(separator: "\r") {
        #expect(OpeningNoticeTests.widths.width(of: SafeText(String(line))) <= max(0, columns - 1))
      }
      #expect(!text.unicodeScalars.contains { $0 < " " && $0 != "\r" })
    }
  }

  @Test("is waited for as long as nothing is to be drawn, and drawn at most ten times a second")
  func waiting() {
    let notice = OpeningNotice(.zh, ambiguousWidth: 1)
    #expect(notice.wait(after: 0) == 0.5)
    #expect(notice.wait(after: 0.45) >= 0.1)
    for elapsed in [0.5, 1, 60, 1e9] { #expect((0.1...0.5).contains(notice.wait(after: elapsed))) }
  }
}

extension OpeningProgress {
  /// Files are still being looked for after a minute.
  fileprivate static var late: OpeningProgress {
    var progress = OpeningProgress()
    progress.elapsed = 60
    return progress
  }
}

/// One line of a terminal: characters, and carriage returns.
private enum Terminal {
  static func line(_ text: String, columns: Int) -> String {
    let widths = DisplayWidth()
    var cells = [String](repeating: " ", count: columns)
    var column = 0
    for character in text {
      if character == "\r" {
        column = 0
        continue
      }
      let width = widths.width(of: SafeText(String(character)))
      cells[column] = String(character)
      if width == 2 { cells[column + 1] = "" }
      column += width
    }
    while cells.last == " " { cells.removeLast() }
    return cells.joined()
  }
}
