import Policy
import Testing

@testable import Records

/// The quick way through `progress` against a slow one, and damage of every kind.
@Suite struct ProgressOracleTests {
  @Test(arguments: 1...6 as ClosedRange<UInt64>) func sumsEqualASlowCalculation(_ seed: UInt64) throws {
    var random = SeededGenerator(seed)
    let plan = try Plan.builtIn()
    let counted = plan.countedItems
    var expected: [String: Int64] = [:]
    var trained: [String: Int64] = [:]
    var files: [String: String] = [:]
    for file in 0..<4 {
      var text = "机构,指标,人次,日期,区,备用\n"
      for _ in 0..<400 {
        let item = counted[Int.random(in: 0..<counted.count, using: &random)]
        let district = plan.districts[Int.random(in: 0..<plan.districts.count, using: &random)]
        let count = Int64.random(in: -50...5000, using: &random)
        let day = plan.periodStart + Int.random(in: 0..<plan.periodDays, using: &random)
        let (y, m, d) = day.civil
        let date = [day.iso, "\(y)/\(m)/\(d)", "\(y)年\(m)月\(d)日", "\(y).\(m).\(d)"].randomElement(using: &random) ?? ""
        let institution = "I\(Int.random(in: 0..<9, using: &random))"
        let name = [district.code.rawValue, district.name, district.short].randomElement(using: &random) ?? ""
        let label = [item.id.rawValue, item.label.zh].randomElement(using: &random) ?? ""
        if Int.random(in: 0..<10, using: &random) == 0 {
          text += "\(institution),\(label),x,\(date),\(name),\n"
          continue
        }
        text += "\(institution),\(label),\(count),\(date),\(name),\n"
        expected["\(district.code) \(item.id)", default: 0] += count
        if item.id == counted.first?.id { trained[institution, default: 0] += count }
      }
      files["progress/\(file).csv"] = text
    }
    let read = try snapshot(files)
    for district in plan.districts {
      for item in counted {
        #expect(read.actual(district.code.rawValue, item.id.rawValue) == expected["\(district.code) \(item.id)"] ?? 0)
      }
    }
    for (institution, sum) in trained {
      #expect(read.facts.progress.trained(institution: institution, through: plan.periodEnd) == sum)
    }
    let rows = read.files.map(\.rows).reduce(0, +)
    let rejected = read.files.map(\.rejected).reduce(0, +)
    let badNumbers = read.problems.count { $0.code == .badNumber }
    #expect(rows + rejected == 1600)
    #expect(badNumbers == rejected)
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>) func damageNeverTraps(_ seed: UInt64) throws {
    var random = SeededGenerator(seed)
    var files: [String: [UInt8]] = [:]
    for example in RowProblemTests.cases.filter({ $0.text.utf8.count < 1000 }) {
      files["\(example.file.dropLast(4))/\(files.count).csv"] = Array(example.text.utf8)
    }
    let directory = try DataDirectory()
    for (name, bytes) in files {
      var bytes = bytes
      for _ in 0..<Int.random(in: 1...8, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert([34, 44, 10, 13, 0, 255].randomElement(using: &random) ?? 0, at: place)
        default: bytes.replaceSubrange(place..., with: bytes[..<place])
        }
      }
      try directory.write(name, bytes)
    }
    let read = try directory.read()
    #expect(read.files.count == files.count)
    for file in read.files where file.rejected > 0 {
      let told = read.problems.filter { $0.path == file.path && $0.code.severity == .error && $0.line != nil }
      #expect(told.count >= file.rejected)
    }
  }

  /// A CR alone ends a line, wherever it stands, though all texts of the row are known.
  @Test(arguments: ["", "plain"]) func aLoneCarriageReturnEndsTheRowAlsoBehindAFieldThatIsOnlyWatched(
    _ text: String
  ) throws {
    let row = "2026-03-05,浦东,\(text),M01.01,7\n"
    let broken = "2026-03-05,浦东,\(text)\r,M01.01,7\n"
    let rows = String(repeating: row, count: 1100)
    let read = try snapshot(["progress/a.csv": "日期,区,别的,指标,人次\n" + rows + broken + row])
    #expect(read.actual("310115", "M01.01") == 7707)
    #expect(read.files.map(\.rejected) == [2])
  }

  @Test func aRowOfTooManyFieldsIsRefusedThoughTheLastColumnIsOnlyWatched() throws {
    let row = "2026-03-05,浦东,M01.01,7,plain\n"
    let rows = String(repeating: row, count: 1100)
    let read = try snapshot(["progress/a.csv": "日期,区,指标,人次,别的\n" + rows + row.dropLast() + ",more\n" + row])
    #expect(read.actual("310115", "M01.01") == 7707)
    #expect(read.problems.filter { $0.code == .raggedRow }.map(\.line) == [1102])
  }

  @Test func encodingsAreDecidedPerFile() throws {
    let directory = try DataDirectory()
    let text = "日期,区,指标\n2026-03-05,浦东,M01.01\n"
    try directory.write("progress/utf8.csv", text)
    try directory.write("progress/bom.csv", [0xEF, 0xBB, 0xBF] + Array(text.utf8))
    try directory.write("progress/le.csv", [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })
    try directory.write("progress/be.csv", [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] })
    let gb: [UInt8] = [0xC8, 0xD5, 0xC6, 0xDA, 0x2C, 0xC7, 0xF8, 0x2C, 0xD6, 0xB8, 0xB1, 0xEA, 0x0A]
    try directory.write(
      "progress/gb.csv", gb + Array("2026-03-05,".utf8) + [0xC6, 0xD6, 0xB6, 0xAB] + Array(",M01.01\n".utf8))
    let read = try directory.read()
    #expect(read.told == [])
    #expect(read.files.map(\.encoding) == ["utf-16be", "utf-8", "gb18030", "utf-16le", "utf-8"])
    #expect(read.actual("310115", "M01.01") == 5)
  }
}
