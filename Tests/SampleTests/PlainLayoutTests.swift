import Policy
import Testing

@testable import Sample

/// The plain layouts: what any program reads without knowing us.
@Suite struct PlainLayoutTests {
  private static let header = "日期,区,指标,人次,培训机构,工种,等级,培训类型,培训对象,重点领域,培训方式"

  @Test(arguments: [0, 1, 5839, 5840, 24_001])
  func oneFileHoldsExactlyTheRowsAskedForInOrderOfDayAndDistrict(_ rows: Int) throws {
    let plan = try Plan.builtIn()
    try SampleDirectory.with(SampleOptions(rows: rows, layout: .one)) { directory in
      let (good, refused) = try directory.counts(plan: plan)
      #expect(good.count == rows)
      #expect(refused == 0)
      #expect(good.allSatisfy { $0.count > 0 })
      let places = good.map { "\($0.day.iso) \($0.district.rawValue)" }
      #expect(places == places.sorted())
      #expect(Set(places).count == min(rows, 5840) || rows < 5840)
      #expect(try Set(directory.files().keys) == [".sample", "progress.csv", "targets.csv", "institutions.csv"])
    }
  }

  @Test func everyByteIsPlainCSV() throws {
    try SampleDirectory.with(SampleOptions(rows: 9000, layout: .one)) { directory in
      let bytes = try #require(try directory.files()["progress.csv"])
      let text = try #require(String(validating: bytes, as: UTF8.self))
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.first.map(String.init) == PlainLayoutTests.header)
      #expect(lines.last == "")
      #expect(lines.dropLast().allSatisfy { $0.utf8.filter { $0 == UInt8(ascii: ",") }.count == 10 })
      #expect(!text.contains { "\"\r\t".contains($0) })
      #expect(lines.dropFirst().dropLast().allSatisfy { Day(iso: String($0.prefix(10))) != nil })
    }
  }

  @Test func aFileForEachDistrictAndDayHoldsTheSameRows() throws {
    let plan = try Plan.builtIn()
    let one = try SampleDirectory.with(SampleOptions(rows: 9000, layout: .one)) { try $0.counts(plan: plan).good }
    try SampleDirectory.with(SampleOptions(rows: 9000, layout: .daily)) { directory in
      let files = try directory.files().keys.filter { $0.hasPrefix("progress/") }
      #expect(files.count == 16 * 365)
      let daily = try directory.counts(plan: plan).good
      #expect(
        daily.allSatisfy { $0.row.path == "progress/\($0.district.rawValue)/\($0.day.iso).csv" })
      #expect(
        daily.map { $0.row.fields.joined(separator: ",") }.sorted()
          == one.map {
            $0.row.fields.joined(separator: ",")
          }.sorted())
    }
  }

  @Test func valuesAreAsVariedAsInTheSample() throws {
    let plan = try Plan.builtIn()
    func values(_ options: SampleOptions) throws -> [String: Int] {
      try SampleDirectory.with(options) { directory in
        let rows = try directory.counts(plan: plan).good.map(\.row)
        let chinese = ["培训机构", "工种", "等级", "培训类型", "培训对象", "重点领域", "培训方式"]
        let english = ["institution", "occupation", "level", "kind", "group", "field", "mode"]
        return Dictionary(
          zip(chinese, english).map { name in
            (name.0, Set(rows.map { $0.value(name.0, name.1) }.filter { !$0.isEmpty }).count)
          }, uniquingKeysWith: max)
      }
    }
    let sample = try values(SampleOptions(rows: 24_000))
    let plain = try values(SampleOptions(rows: 24_000, layout: .one))
    for (column, count) in sample {
      // Corrections and reports of nothing have kinds of their own.
      let least = column == "培训类型" ? count - 2 : column == "培训机构" ? count * 9 / 10 : count
      #expect((plain[column] ?? 0) >= least, "\(column): \(plain[column] ?? 0) of \(count)")
    }
  }

  @Test(arguments: [1, 16, 120])
  func districtsThatDoNotExistStandInTheirTable(_ count: Int) throws {
    try SampleDirectory.with(SampleOptions(rows: 50_000, layout: .one, districts: count)) { directory in
      let codes = try directory.rows(of: "districts").map { $0.value("代码") }
      #expect(codes.count == count)
      #expect(Set(try directory.rows(of: "progress").map { $0.value("区") }) == Set(codes))
      #expect(Set(try directory.rows(of: "targets").map { $0.value("区") }).isSubset(of: codes))
      #expect(Set(try directory.rows(of: "institutions").map { $0.value("区") }) == Set(codes))
    }
  }

  @Test func anotherLayoutInTheSamePlaceLeavesNothingBehind() throws {
    let plan = try Plan.builtIn()
    let layouts: [SampleOptions] = [
      SampleOptions(rows: 6000), SampleOptions(rows: 6000, layout: .one, districts: 20),
      SampleOptions(rows: 6000, layout: .daily), SampleOptions(rows: 6000, layout: .one), SampleOptions(rows: 6000),
    ]
    try SampleDirectory.with(layouts[0]) { directory in
      for options in layouts.dropFirst() {
        try SampleWriter(plan: plan, options: options).write(to: directory.path)
        let alone = try SampleDirectory.with(options) { try $0.files() }
        #expect(try directory.files() == alone)
      }
    }
  }

  @Test func theSameOptionsGiveTheSameBytesAndAnotherSeedOthers() throws {
    let options = SampleOptions(seed: 5, rows: 6000, layout: .one)
    let first = try SampleDirectory.with(options) { try $0.files() }
    #expect(try SampleDirectory.with(options) { try $0.files() } == first)
    let other = try SampleDirectory.with(SampleOptions(seed: 6, rows: 6000, layout: .one)) { try $0.files() }
    #expect(other["progress.csv"] != first["progress.csv"])
  }
}
