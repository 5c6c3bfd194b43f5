import Testing
import Toml

@Suite("What was meant by a misspelt word")
struct SpellingTests {
  private let words = ["target", "label_zh", "label_en", "due", "due_basis", "short_zh", "id"]

  @Test(
    "One or two slips of a longer word are found",
    arguments: [
      ("taget", "target"), ("tagret", "target"), ("targets", "target"), ("Target", "target"), ("lable_zh", "label_zh"),
      ("duebasis", "due_basis"), ("shrot_zh", "short_zh"), ("dui", "due"), ("TARGTE", "target"),
    ])
  func near(_ written: String, _ meant: String) {
    #expect(Spelling.nearest(to: written, among: words) == meant)
  }

  @Test("What is further off, or short, is not guessed", arguments: ["", "x", "ix", "colour", "goal", "tgt", "short"])
  func far(_ written: String) {
    #expect(Spelling.nearest(to: written, among: words) == nil)
  }

  @Test("Of equally near words the first counts, and a key without end is left alone")
  func edges() {
    #expect(Spelling.nearest(to: "label_xx", among: ["label_zh", "label_en"]) == "label_en")
    #expect(Spelling.nearest(to: String(repeating: "a", count: 1_000_000), among: words) == nil)
  }

  @Test("A key that nobody asked for is told with the absent one that it resembles")
  func keys() throws {
    let table = try root("a = 1\nlabl = 2\nname = 3\nnam = 4\n")
    for key in ["a", "label", "name"] { _ = table.has(key) }
    #expect(table.unknownKeys().map(\.meant) == ["label", nil])
  }
}
