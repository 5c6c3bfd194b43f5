import Policy
import Screen
import Testing

@testable import Console

@Suite("Finding anything by its name, its reading, its initials and its code")
struct FindIndexTests {
  /// Readings of some characters, as the program makes them of all.
  private static let romanisation = Romanisation(syllables: [
    "浦": "pu", "东": "dong", "宝": "bao", "山": "shan", "职": "zhi", "业": "ye", "技": "ji", "能": "neng", "培": "pei",
    "训": "xun",
    "学": "xue", "校": "xiao", "院": "yuan", "第": "di", "示": "shi", "例": "li", "部": "bu", "高": "gao", "级": "ji",
    "工": "gong", "证": "zheng",
  ])

  private func titles(_ query: String, _ loaded: Loaded, most: Int = 12) -> [String] {
    let index = FindIndex(loaded, FindIndexTests.romanisation)
    let text = FindText(.zh, loaded, TriageState())
    return index.search(Search.folded(query), most: most).map { text.title($0.target).string }
  }

  @Test(
    "the whole name comes before its beginning, that before any part; districts before the plan, that before institutions",
    arguments: ["浦东", "pudong", "PD", "pd", "ｐｄ", "310115"])
  func ranked(query: String) throws {
    #expect(titles(query, try SampleYear.loaded()).first == "浦东新区")
  }

  @Test("an institution by reading, initials and id; an item by its code; a file by its path")
  func kinds() throws {
    let loaded = try SampleYear.loaded()
    #expect(titles("baoshandi3", loaded).first == "宝山第3职业院校培训部（示例）")
    #expect(titles("bsd3", loaded).first == "宝山第3职业院校培训部（示例）")
    #expect(titles("JG310113-003", loaded) == ["宝山第3职业院校培训部（示例）"])
    #expect(titles("m02.01", loaded).first?.contains("M02.01") == true)
    let path = try #require(loaded.snapshot.files.first?.path)
    #expect(titles(path, loaded).first == path)
    #expect(titles("没有这个东西", loaded) == [])
    #expect(titles("", loaded) == [])
  }

  @Test("the same as looking at every text of everything, for parts of all names")
  func naive() throws {
    let loaded = try SampleYear.loaded()
    let index = FindIndex(loaded, FindIndexTests.romanisation)
    let all = loaded.findTargets(FindIndexTests.romanisation).map { ($0.target, $0.texts.map(Search.folded)) }
    var random = Seeded(11)
    for _ in 0..<60 {
      let (_, texts) = try #require(all.randomElement(using: &random))
      let characters = Array(texts.randomElement(using: &random) ?? "")
      guard !characters.isEmpty else { continue }
      let start = Int.random(in: 0..<characters.count, using: &random)
      let query = String(characters[start..<min(characters.count, start + Int.random(in: 1...4, using: &random))])
      let expected = Set(all.filter { $0.1.contains { $0.utf8.contains(Array(query.utf8)) } }.map(\.0))
      let found = index.search(query, most: 100_000)
      #expect(Set(found.map(\.target)) == expected, "\(query)")
      #expect(found.map(\.fit) == found.map(\.fit).sorted())
      #expect(index.search(query, most: 3).map(\.target) == Array(found.prefix(3).map(\.target)))
    }
  }

  @Test(
    "what fits is marked, by name, by reading and by initials",
    arguments: [
      ("宝山第3职业院校", "山第", "山第"), ("宝山第3职业院校", "baosh", "宝山"), ("宝山第3职业院校", "bsd3", "宝山第3"),
      ("宝山第3职业院校", "zhiyey", "职业院"), ("宝山第3职业院校", "xq", ""), ("progress/Pudong.csv", "pudong", "Pudong"), ("", "a", ""),
    ])
  func marks(name: String, query: String, marked: String) {
    let line = MatchMark.line(SafeText(name), query, FindIndexTests.romanisation)
    #expect(line.text.string == name)
    #expect(line.spans.filter { $0.role == .match }.map(\.text.string).joined() == marked)
  }
}

extension Collection<UInt8> {
  fileprivate func contains(_ part: [UInt8]) -> Bool {
    let all = Array(self)
    return all.count >= part.count && (0...all.count - part.count).contains { all[$0...].starts(with: part) }
  }
}
