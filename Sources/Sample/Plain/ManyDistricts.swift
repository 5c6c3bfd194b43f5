import Policy

/// Districts that do not exist, for as many as are asked for.
enum ManyDistricts {
  /// At most so many: the country has some 2,850.
  static let most = 5000

  /// Codes from 320101 on; each with its own number of residents.
  static func make(_ count: Int) -> [District] {
    (0..<min(max(1, count), most)).map { index in
      let number = String(index + 1)
      let short = "样例" + String(repeating: "0", count: max(0, 2 - number.utf8.count)) + number
      return District(
        code: DistrictCode(rawValue: String(320_101 + index)), name: short + "区", short: short, pinyin: "",
        initials: "", population: Int64(400_000 + index % 16 * 150_000), tileRow: nil, tileColumn: nil)
    }
  }

  /// The table that puts them in the place of the plan's.
  static func table(_ districts: [District]) -> SampleTable {
    let lines = districts.map { [$0.code.rawValue, $0.name, $0.short, $0.population.map { String($0) } ?? ""] }
    return SampleTable(path: "districts.csv", rows: [["代码", "名称", "简称", "常住人口"]] + lines)
  }
}
