import Glibc
import Policy

/// A year of counts of one process: for each district a count on each day.
struct BacktestYear {
  /// By district, then day.
  let counts: [[Int64]]

  /// - Parameter works: whether each day of the year is a working day.
  init(_ process: BacktestProcess, districts: Int, works: [Bool], random: inout SampleRandom) {
    let courses = process.courses(districts: districts, days: works.count, random: &random)
    let level = exp(random.real(log(150), log(60_000)))
    let rest: Double = random.pick([0, 0, 0.2, 1]) ?? 0
    let size = random.real(15, 60)
    let batch = random.below(5)
    let weeks = works.count / 7 + 1
    let shape = process == .overdispersed ? random.real(0.7, 3) : random.chance(0.3) ? random.real(3, 12) : 0
    let plain = works.reduce(0.0) { $0 + ($1 ? 1 : rest) }
    counts = courses.map { course in
      let mean = level * exp(0.7 * random.normal()) / plain
      let moods = (0..<weeks).map { _ in shape > 0 ? random.gamma(shape: shape) : 1 }
      var kept: Int64 = 0
      return works.indices.map { day in
        let rate = mean * course[day] * (works[day] ? 1 : rest) * moods[day / 7]
        let classes = random.poisson(rate / size)
        let people = Double(classes) * size + 0.3 * size * Double(classes).squareRoot() * random.normal()
        let count = classes > 0 ? Int64(max(Double(classes), people.rounded())) : 0
        guard process == .weeklyBatch else { return count }
        kept += count
        guard day % 7 == batch || day == works.count - 1 else { return 0 }
        defer { kept = 0 }
        return kept
      }
    }
  }
}
