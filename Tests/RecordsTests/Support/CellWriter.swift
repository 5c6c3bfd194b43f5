/// Writes cells as people write them, now and then wrongly.
struct CellWriter: Sendable {
  /// Out of a hundred cells so many are wrong.
  var wrong: Int

  func cell(_ kind: TableShape.CellKind, _ random: inout SeededGenerator) -> String {
    random.chance(wrong, of: 100) ? random.pick(CellWriter.mistakes(kind)) : good(kind, &random)
  }

  private func good(_ kind: TableShape.CellKind, _ random: inout SeededGenerator) -> String {
    switch kind {
    case .id(let prefix, let count): return prefix + String(random.number(0..<count))
    case .text: return random.pick(CellWriter.texts)
    case .remark: return random.chance(1, of: 3) ? random.pick(CellWriter.texts) : ""
    case .district: return random.pick(CellWriter.districts)
    case .item(let items): return random.pick(items)
    case .dayInPeriod, .day: return day(&random)
    case .count: return count(&random)
    case .whole: return random.pick(["0", "5", "1200", "1,200", "3万", "１２", "1000000000000"])
    case .money: return random.pick(["5", "0", "-5", "0.01", "12.50", "100万", "3万元", "１００", "1,000.5", "-0.25"])
    case .approvedMoney: return random.pick(["500", "300", "100", "500万元", "0.01", "250"])
    case .points: return random.pick(["0", "15", "14.5", "12.25", "１０", "9.00"])
    case .words(let words): return random.pick(words)
    case .institution: return institution(&random)
    }
  }

  private func day(_ random: inout SeededGenerator) -> String {
    let (month, day) = (random.number(1..<13), random.number(1..<29))
    let (mm, dd) = (month < 10 ? "0\(month)" : "\(month)", day < 10 ? "0\(day)" : "\(day)")
    let forms = [
      "2026-\(mm)-\(dd)", "2026/\(month)/\(day)", "2026.\(month).\(day)", "2026年\(month)月\(day)日", "2026\(mm)\(dd)",
    ]
    return random.chance(1, of: 3) ? random.pick(forms) : forms[0]
  }

  private func count(_ random: inout SeededGenerator) -> String {
    if random.chance(1, of: 4) {
      return random.pick(["0", "-3", "1000000000000", "-1000000000000", "1,234", "2万", "３５", "+7", "007", "1.0"])
    }
    return String(random.number(1..<500))
  }

  /// Few names that many rows share, many that few do, and one text in two Unicode forms.
  private func institution(_ random: inout SeededGenerator) -> String {
    switch random.number(0..<6) {
    case 0: ""
    case 1: "机构\(random.number(0..<5_000))号"
    case 2: random.pick(["Cafe\u{301}", "Caf\u{E9}", "第一学校", " 第一学校 "])
    default: "I" + String(random.number(0..<40))
    }
  }

  private static let districts = [
    "310101", "310115", "浦东新区", "浦东", "黄浦", "310104", "徐汇区", "310119", "310103", "310000", "市本级", "310110", "崇明",
    "310151",
  ]

  private static let texts = [
    "焊工", "电工, 高级", "a \"quoted\" word", "两\n行", "plain", "Ⅲ级", "  blanks  ", "钳工", "テスト", "é", "工\tab", "𠮷野",
  ]

  /// Every code that a cell of the kind can have is behind one of these.
  static func mistakes(_ kind: TableShape.CellKind) -> [String] {
    switch kind {
    case .id(let prefix, _): ["", prefix + "999", "?"]
    case .text, .remark, .institution: [""]
    case .district: ["", "310199", "火星区", "31011"]
    case .item: ["", "M99.01", "M01.01", "M01.04", "M01.06", "D00.01"]
    case .dayInPeriod, .day:
      ["", "2026-02-30", "2026-13-01", "2025-12-31", "1999-12-31", "2100-01-01", "2026-03-05 10:00", "昨天"]
    case .count: ["", "五", "1.5", "1000000000001", "-1000000000001", "1,00", "NaN", "99999999999999999999999"]
    case .whole: ["", "-1", "1.5", "x", "1000000000001"]
    case .money: ["", "5.001", "x", "1000000000001"]
    case .approvedMoney: ["", "0", "-5", "5.001", "x"]
    case .points: ["", "26", "-1", "1.001", "x"]
    case .words: ["", "错", "其他"]
    }
  }
}
