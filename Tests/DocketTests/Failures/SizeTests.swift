import Docket
import Policy
import Testing

@Suite("The size of a year")
struct SizeTests {
  /// A year of daily changes over 5,840 files may take 100 MB.
  private static let bytesPerFileAndDay = 100_000_000 / (5_840 * 365)

  @Test("each file changing three sums every day costs less than its share")
  func pessimistic() throws {
    let place = try Place()
    let store = try place.open()
    let count = 584
    var known = Known(at: Known.start)
    for file in 0..<count {
      for day in 0..<8 {
        known.files["progress/\(310_100 + file % 16)/2026-\(file).csv", default: [:]][
          Known.Spot(district: file % 3, item: day % 2, day: (file + day * 40) % 365)] = Int64(file + day)
      }
    }
    var told: Known?
    var before = 0
    let days = 12
    for day in 0...days {
      _ = try store.keep(known.totals(since: told)) { _ in true }
      if day == 2 { before = place.size }
      told = known
      known.at += 86_400
      for path in known.files.keys {
        for (index, spot) in (known.files[path] ?? [:]).keys.sorted(by: { $0.day < $1.day }).prefix(3).enumerated() {
          known.files[path]?[spot]? += Int64(index * 7 + 1)
        }
      }
    }
    #expect((place.size - before) / (count * (days - 2)) < SizeTests.bytesPerFileAndDay)
  }
}
