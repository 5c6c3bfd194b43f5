import Policy
import Testing

@Suite struct NoteRuleTests {
  private func text(_ raw: String, required: Bool = true) throws -> Result<String, TextFault> {
    let today = try day("2026-11-20")
    return Result { () throws(TextFault) in try NoteRule.text(raw, required: required, today: today) }
  }

  private func name(_ raw: String) throws -> Result<String, TextFault> {
    let today = try day("2026-11-20")
    return Result { () throws(TextFault) in try NameRule.name(raw, today: today) }
  }

  @Test func `blanks at the ends go, what is between stays`() throws {
    #expect(try text(" \t　电话核实:\n堡镇\t两家 \r\n") == .success("电话核实:\n堡镇\t两家"))
    #expect(try text(" \u{3000}\n") == .failure(.empty))
    #expect(try text(" ", required: false) == .success(""))
  }

  @Test func `exactly sixty-four kilobytes may be kept`() throws {
    let most = String(repeating: "补", count: 21_845) + "a"
    #expect(most.utf8.count == 65_536)
    #expect(try text(most) == .success(most))
    #expect(try text(" \(most)\n") == .success(most))
    #expect(try text(most + "a") == .failure(.tooLong(most: 65_536)))
  }

  @Test(arguments: ["\u{0}", "\u{1B}", "\r", "\u{7F}", "\u{85}", "\u{9B}"])
  func `no control character but line feed and tab`(_ control: String) throws {
    #expect(try text("甲" + control + "乙") == .failure(.controlCharacter))
    #expect(try name("甲" + control + "乙") == .failure(.controlCharacter))
  }

  @Test(arguments: [
    "联系 13800138000", "身份证11010519491231002X。", "卡号:4111111111111111", "１３８００１３８０００", "\n13800138000\n",
  ])
  func `no personal value`(_ raw: String) throws {
    #expect(try text(raw) == .failure(.personal))
    #expect(try name(String(raw.filter { $0 != "\n" })) == .failure(.personal))
  }

  @Test func `figures and document numbers are no personal values`() throws {
    for raw in ["缺口 12,345,678,901 元", "沪人社规〔2025〕8号", "91310115MA1K35J01X", "2026-11-20 1380013800"] {
      #expect(try text(raw) == .success(raw))
    }
  }

  @Test func `a name is one line of forty characters that can be seen`() throws {
    let most = String(repeating: "组", count: 40)
    #expect(try name(" 甲组 ") == .success("甲组"))
    #expect(try name(most) == .success(most))
    #expect(try name(most + "组") == .failure(.tooLong(most: 40)))
    #expect(try name("　") == .failure(.empty))
    for unseen in ["\n", "\t", "\u{200B}", "\u{202E}", "\u{2028}", "\u{FEFF}", "\u{3164}"] {
      #expect(try name("甲" + unseen + "组") == .failure(.controlCharacter))
    }
  }
}
