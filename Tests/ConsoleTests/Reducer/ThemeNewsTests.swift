import Console
import Screen
import Testing

/// The theme's file changes under a running console.
@Suite("News of the theme")
struct ThemeNewsTests {
  private let blue = Theme(
    name: "own", page: Appearance(), selection: Appearance(reverse: true), roles: [.dim: Appearance(bold: true)])

  private func session(_ language: Language = .zh) throws -> Session {
    Session(try SmallYear.loaded(), .overview, 80, 24, settings: ConsoleSettings(language: language))
  }

  private func news(_ outcome: ThemeNews.Outcome) -> Event { .themeRead(ThemeNews(file: "own.toml", outcome)) }

  private func fault(_ reason: ThemeFault.Reason, key: String = "roles.dim.fg") -> ThemeFault {
    ThemeFault(line: 12, column: 9, key: key, reason: reason)
  }

  @Test("a good one is used at once, and the message goes away")
  func good() throws {
    var session = try session()
    let frame = session.frame
    #expect(session.state.theme == .plain)
    session.send(news(.read(blue, unknown: [])))
    #expect(session.state.theme == blue)
    #expect(session.state.toast?.isError == false)
    #expect(session.lines.last == " 主题已更新：own")
    session.wait(4)
    #expect(session.state.toast == nil)
    // A frame holds roles, so that nothing else in it changes.
    #expect(session.frame == frame)
  }

  @Test("a broken one keeps the last good, and says line, column and remedy", arguments: Language.allCases)
  func broken(language: Language) throws {
    var session = try session(language)
    session.send(news(.read(blue, unknown: [])))
    let reasons: [ThemeFault.Reason] = [
      .syntax("no value"), .unusableText, .noTable, .noFlag, .noColors, .badColor("#12"),
    ]
    var lines: Set<String> = []
    for reason in reasons {
      session.send(news(.broken(fault(reason))))
      #expect(session.state.theme == blue)
      #expect(session.state.toast?.isError == true)
      let line = try #require(session.lines.last)
      #expect(
        line.hasPrefix(
          language == .zh ? " own.toml:12:9: 沿用原主题，改好后自动重读；" : " own.toml:12:9: old theme kept until mended: "))
      lines.insert(line)
    }
    #expect(lines.count == reasons.count)
    session.wait(10)
    #expect(session.state.toast != nil)
    session.send(news(.read(.plain, unknown: [])))
    #expect(session.state.theme == .plain && session.state.toast?.isError == false)
  }

  @Test("a role that does not exist is told, and the rest is used", arguments: Language.allCases)
  func unknown(language: Language) throws {
    var session = try session(language)
    let faults = [fault(.unknownKey(meant: "dim"), key: "roles.dimm"), fault(.unknownKey(meant: nil), key: "pag")]
    session.send(news(.read(blue, unknown: faults)))
    #expect(session.state.theme == blue)
    #expect(session.state.toast?.isError == false)
    let line = try #require(session.lines.last)
    #expect(line.hasPrefix(" own.toml:12:9: roles.dimm"))
    #expect(line.contains(language == .zh ? "（应为 dim？）" : "(dim?)"))
    #expect(line.contains(language == .zh ? "另 1 处；其余已生效" : "1 more; the rest is used"))
    session.send(news(.read(blue, unknown: [faults[1]])))
    #expect(
      session.lines.last
        == (language == .zh
          ? " own.toml:12:9: pag 无此名称；其余已生效" : " own.toml:12:9: pag means nothing; the rest is used"))
  }

  @Test("one that is gone or cannot be read keeps the last good")
  func gone() throws {
    var session = try session()
    session.send(news(.read(blue, unknown: [])))
    session.send(news(.removed))
    #expect(session.state.theme == blue)
    #expect(session.lines.last == " own.toml 已删除，沿用原主题")
    session.send(news(.unreadable("Permission denied")))
    #expect(session.state.theme == blue)
    #expect(session.state.toast?.isError == true)
    #expect(session.lines.last?.contains("Permission denied") == true)
  }

  @Test("what a file says reaches the screen without control characters")
  func hostile() throws {
    var session = try session()
    session.send(news(.broken(fault(.badColor("\u{1b}[31m\u{202e}x"), key: "\u{9b}1m"))))
    let scalars = session.text.unicodeScalars.map(\.value)
    #expect(!scalars.contains { $0 < 0x20 && $0 != 0x0a || (0x7f..<0xa0).contains($0) || $0 == 0x202e })
  }
}
