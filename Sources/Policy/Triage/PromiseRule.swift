import Glibc

/// 承诺 judged by the records and the forecast (<doc:TriageRule>): people promise, the data say what became of it.
public struct PromiseRule: Sendable {
  private let plan: Plan
  private let facts: Facts
  private let today: Day

  /// What became, or probably becomes, of a promise.
  public enum Verdict: Hashable, Sendable {
    /// 已达: the value was counted through the day, or earlier.
    case kept
    /// 未达 by so much.
    case missed(short: Int64)
    /// Its day has not come: the probability that it is kept, 0…1.
    case open(probability: Double)

    /// How probable that is, in one of three words.
    public var outlook: ForecastOutlook? {
      if case .open(let probability) = self { return ForecastOutlook(probability: probability) }
      return nil
    }
  }

  /// A promise with what became of it.
  public struct Judged: Hashable, Sendable {
    /// The case it was made in.
    public var caseNumber: Int
    /// The place.
    public var district: DistrictCode
    /// The promise.
    public var promise: Case.Promise
    /// What was counted through its day, or through today where that is earlier.
    public var actual: Int64
    /// What became of it.
    public var verdict: Verdict
  }

  /// The rule as of a day.
  public init(plan: Plan, facts: Facts, asOf today: Day) {
    self.plan = plan
    self.facts = facts
    self.today = today
  }

  /// Every promise of the cases: open ones first, the next day first; then those that were missed and kept, newest first.
  ///
  /// - Parameter known: judgements by the same figures as of the same day, which are not made again.
  public func judge(_ cases: some Sequence<Case>, known: [Judged] = []) -> [Judged] {
    var fans: [TargetPlace: ForecastFan?] = [:]
    let known = Dictionary(known.map { ($0.promise.entry, $0) }, uniquingKeysWith: { first, _ in first })
    var all: [Judged] = []
    for own in cases where !own.promises.isEmpty {
      all += own.promises.map { promise in
        if let before = known[promise.entry], before.promise == promise, before.caseNumber == own.number {
          return before
        }
        return judge(promise, of: own, &fans)
      }
    }
    func order(_ judged: Judged) -> (Int, Int, Int) {
      let due = Int(judged.promise.commitment.due.number)
      return switch judged.verdict {
      case .open: (0, due, judged.promise.entry)
      case .missed: (1, -due, judged.promise.entry)
      case .kept: (2, -due, judged.promise.entry)
      }
    }
    return all.sorted { order($0) < order($1) }
  }

  private struct TargetPlace: Hashable {
    var item: ItemID
    var district: DistrictCode
  }

  private func judge(
    _ promise: Case.Promise, of own: Case, _ fans: inout [TargetPlace: ForecastFan?]
  ) -> Judged {
    let wanted = promise.commitment
    let district = own.subject.district
    let actual = actual(wanted.item, district, through: min(wanted.due, today))
    let verdict: Verdict
    if actual >= wanted.value {
      verdict = .kept
    } else if wanted.due < today {
      verdict = .missed(short: wanted.value - actual)
    } else {
      let place = TargetPlace(item: wanted.item, district: district)
      let fan =
        fans[place] ?? ForecastFan(plan: plan, facts: facts, asOf: today, item: wanted.item, district: district)
      fans[place] = fan
      verdict = .open(probability: fan?.probability(of: Double(wanted.value), by: wanted.due) ?? 0)
    }
    return Judged(caseNumber: own.number, district: district, promise: promise, actual: actual, verdict: verdict)
  }

  /// What was counted of an item in a place, in the whole city by the city's code.
  private func actual(_ item: ItemID, _ district: DistrictCode, through day: Day) -> Int64 {
    let progress = facts.progress
    guard let column = progress.index(of: item), day >= progress.start else { return 0 }
    let rows =
      district == plan.cityCode ? Array(progress.districts.indices) : progress.index(of: district).map { [$0] } ?? []
    return rows.reduce(0) {
      $0.addingSaturated(progress.sum(district: $1, item: column, from: progress.start, through: day))
    }
  }
}

extension ForecastFan {
  /// The probability that the running sum has reached a value at the end of a day, 0…1: between the fan's days straight
  /// lines, and on each day two half normal curves that meet in the middle. Of a day outside the fan its nearer end's.
  public func probability(of value: Double, by day: Day) -> Double {
    guard let first = points.first, let last = points.last else { return 0 }
    let place = ForecastFan.point(on: min(max(day, first.day), last.day), points)
    if value <= first.p50 { return 1 }
    // The distance of the tenth and the nine tenths from the middle of a normal curve.
    let tenth = 1.2815515655446004
    let spread = (value < place.p50 ? place.p50 - place.p10 : place.p90 - place.p50) / tenth
    guard spread > 1e-9 else { return value <= place.p50 ? 1 : 0 }
    return 0.5 * erfc((value - place.p50) / (spread * 2.0.squareRoot()))
  }

  private static func point(on day: Day, _ points: [Point]) -> Point {
    guard let next = points.firstIndex(where: { $0.day >= day }) else { return points[points.count - 1] }
    if points[next].day == day || next == 0 { return points[next] }
    let (a, b) = (points[next - 1], points[next])
    let share = Double(day - a.day) / Double(b.day - a.day)
    func between(_ field: KeyPath<Point, Double>) -> Double {
      a[keyPath: field] + (b[keyPath: field] - a[keyPath: field]) * share
    }
    return Point(day: day, p10: between(\.p10), p50: between(\.p50), p90: between(\.p90))
  }
}

/// How a district has kept its promises over the year: a record, not a grade.
public struct PromiseRecord: Hashable, Sendable {
  /// The place.
  public var district: DistrictCode
  /// How many were kept.
  public var kept = 0
  /// How many were missed.
  public var missed = 0
  /// How many are still open.
  public var open = 0

  /// The records of all places that promised anything: most misses first, then by code.
  public static func all(_ judged: [PromiseRule.Judged]) -> [PromiseRecord] {
    var records: [DistrictCode: PromiseRecord] = [:]
    for one in judged {
      var record = records[one.district] ?? PromiseRecord(district: one.district)
      switch one.verdict {
      case .kept: record.kept += 1
      case .missed: record.missed += 1
      case .open: record.open += 1
      }
      records[one.district] = record
    }
    return records.values.sorted { ($1.missed, $0.district) < ($0.missed, $1.district) }
  }
}
