import Glibc

/// A made-up way in which a year may go; the forecast was fitted to none of them.
///
/// Times are shares of the year 0…1; a course is the rate on each day against a plain year's.
public enum BacktestProcess: String, Sendable, CaseIterable {
  /// The same rate all year, in classes of 15–60.
  case classes
  /// Weeks differ by a factor of their own; otherwise steady.
  case overdispersed
  /// A week's counts stand on one day of it.
  case weeklyBatch = "weekly-batch"
  /// Rises in a straight line.
  case rising
  /// Falls by a share each day.
  case falling
  /// Most districts stop for good on a day of their own.
  case stopping
  /// Districts begin on a day of their own.
  case lateStart = "late-start"
  /// Most is done early in the year.
  case frontLoaded = "front-loaded"
  /// Most is done late in the year.
  case backLoaded = "back-loaded"
  /// Little around Spring Festival, the National Day week and in high summer.
  case festivals
  /// Once or twice the rate becomes another one.
  case levelShift = "level-shift"
  /// The rate wanders, partly for all districts alike.
  case wandering
  /// Each district goes a way of its own.
  case mixture

  /// The course of every district.
  func courses(districts: Int, days: Int, random: inout SampleRandom) -> [[Double]] {
    let common = Common(days: days, random: &random)
    let single = Self.allCases.filter { $0 != .mixture }
    return (0..<districts).map { _ in
      let way = self == .mixture ? random.pick(single) ?? .classes : self
      return way.course(days: days, common: common, random: &random)
    }
  }

  /// What all districts of a year share.
  private struct Common {
    var strength: Double
    var moment: Double
    var factor: Double
    var path: [Double]

    init(days: Int, random: inout SampleRandom) {
      strength = random.unit()
      moment = random.real(0.1, 0.9)
      factor = exp(0.5 * random.normal())
      path = BacktestProcess.wander(days: days, step: 0.06, random: &random)
    }
  }

  private func course(days: Int, common: Common, random: inout SampleRandom) -> [Double] {
    func over(_ rate: (Double) -> Double) -> [Double] {
      (0..<days).map { max(0, rate((Double($0) + 0.5) / Double(days))) }
    }
    switch self {
    case .classes, .overdispersed, .weeklyBatch, .mixture: return over { _ in 1 }
    case .rising:
      let slope = 0.2 + 0.9 * common.strength + random.real(-0.2, 0.3)
      return over { 1 + slope * $0 }
    case .falling:
      let speed = 0.3 + 0.9 * common.strength + random.real(-0.2, 0.4)
      return over { exp(-speed * $0) }
    case .stopping:
      let end = random.chance(0.6) ? random.real(0.1, 1) : 2
      return over { $0 < end ? 1 : 0 }
    case .lateStart:
      let begin = random.real(0, 0.2 + 0.3 * common.strength)
      return over { $0 < begin ? 0 : 1 }
    case .frontLoaded:
      let height = 0.3 + common.strength
      return over { 1 + height * sin(.pi * min(1, $0 / 0.62)) - 0.35 * $0 }
    case .backLoaded:
      let power = 0.2 + 0.6 * common.strength
      return over { pow(0.15 + $0, power) }
    case .festivals:
      let depth = 0.4 + 0.5 * common.strength
      return over { time in
        let near = [(0.13, 0.035), (0.758, 0.015), (0.6, 0.05)].contains { abs(time - $0.0) < $0.1 }
        return near ? 1 - depth : 1
      }
    case .levelShift:
      let own = random.real(0.05, 0.95)
      let factor = exp(0.5 * random.normal())
      return over { ($0 < common.moment ? 1 : common.factor) * ($0 < own ? 1 : factor) }
    case .wandering:
      let own = BacktestProcess.wander(days: days, step: 0.06, random: &random)
      return zip(common.path, own).map { $0 * $1 }
    }
  }

  /// A random walk of the rate's logarithm, a step each week.
  private static func wander(days: Int, step: Double, random: inout SampleRandom) -> [Double] {
    var level = 0.0
    return (0..<days).map { day in
      if day % 7 == 0 { level += step * random.normal() }
      return exp(level)
    }
  }
}
