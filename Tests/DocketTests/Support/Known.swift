import Docket
import Policy

/// What is known at a moment, in the plainest form: what each file gives, place by place.
struct Known: Hashable {
  struct Spot: Hashable {
    var district: Int
    var item: Int
    var day: Int
  }

  var at: Double
  var files: [String: [Spot: Int64]] = [:]
  var targets: [TargetKey: Int64] = [:]

  /// 2026-11-20 08:00 in Shanghai.
  static let start = 20_777.0 * 86_400
  static let firstDay = Day(number: 20_454)
  static let districts = ["310000", "310101", "310115"].map { DistrictCode(rawValue: $0) }
  static let items = ["M01.01", "M02.01"].map { ItemID(rawValue: $0) }

  static func key(_ spot: Spot) -> TargetKey {
    TargetKey(district: districts[spot.district], item: items[spot.item])
  }

  /// One file with one sum: the 19th of a month of 2026 in Pudong, training.
  static func one(_ sum: Int64, month: Int = 3, path: String = "progress/a.csv", at: Double = start) -> Known {
    let day = (Day(year: 2026, month: month, day: 19) ?? firstDay) - firstDay
    return Known(at: at, files: [path: [Spot(district: 2, item: 0, day: day): sum]])
  }

  /// As a reader tells it; with `before` only what is new.
  func totals(since before: Known? = nil) -> KnownTotals {
    let new = files.filter { before == nil || before?.files[$0.key] != $0.value }
    return KnownTotals(
      readAt: at, start: Known.firstDay, districts: Known.districts, items: Known.items,
      files: new.sorted { $0.key < $1.key }.map { path, sums in
        FileTotals(
          path: path,
          cells: sums.map { spot, sum in
            FileTotals.Cell(
              pair: Int32(spot.district * Known.items.count + spot.item), day: Int32(spot.day), sum: sum)
          }.sorted { ($0.pair, $0.day) < ($1.pair, $1.day) })
      },
      gone: before.map { $0.files.keys.filter { files[$0] == nil }.sorted() } ?? [], isWhole: before == nil,
      targets: targets)
  }

  func sum(_ key: TargetKey, where isMeant: (Day) -> Bool = { _ in true }) -> Int64 {
    files.values.flatMap { $0 }.reduce(0) { sum, entry in
      Known.key(entry.key) == key && isMeant(Known.firstDay + entry.key.day) ? sum + entry.value : sum
    }
  }

  static let keys: [TargetKey] = districts.flatMap { district in
    items.map { TargetKey(district: district, item: $0) }
  }

  static func random(_ random: inout Seeded) -> [Spot: Int64] {
    var sums: [Spot: Int64] = [:]
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      let spot = Spot(
        district: Int.random(in: 0...2, using: &random), item: Int.random(in: 0...1, using: &random),
        day: Int.random(in: 0...364, using: &random))
      let sum = Int64.random(in: -5...40, using: &random)
      if sum != 0 { sums[spot] = sum }
    }
    return sums
  }

  /// What comes next: files are added, changed, removed, renamed; targets are set and taken back; time goes on.
  func next(_ random: inout Seeded) -> Known {
    var next = self
    next.at += Double.random(in: 60...200_000, using: &random).rounded()
    for _ in 0...Int.random(in: 0...2, using: &random) {
      let path = next.files.keys.sorted().randomElement(using: &random) ?? "progress/0.csv"
      switch Int.random(in: 0...5, using: &random) {
      case 0: next.files["progress/\(Int.random(in: 0...30, using: &random)).csv"] = Known.random(&random)
      case 1: next.files[path] = Known.random(&random)
      case 2:
        for spot in (next.files[path] ?? [:]).keys.sorted(by: { $0.day < $1.day }).prefix(2) {
          next.files[path]?[spot] = Int64.random(in: 1...9, using: &random)
        }
      case 3: next.files[path] = nil
      case 4:
        let sums = next.files.removeValue(forKey: path)
        next.files[path + "'"] = sums
      default:
        next.targets[Known.keys.randomElement(using: &random) ?? Known.keys[0]] =
          Bool.random(using: &random) ? Int64.random(in: 0...900, using: &random) : nil
      }
    }
    return next
  }
}
