import Policy
import Screen

/// The measures that speak of a district as a whole: its silence, its institutions, its bases' money.
///
/// Where the plan has no bound of its own, the city's own figure is the bound.
struct DistrictYardstick: MapYardstick {
  let classes: [MapClass]
  let isDefault: Bool
  private let measure: MapMeasure
  private let asOf: Day
  private let silentAfterDays: Int
  private let language: Language
  /// The city's share of grade D, its utilisation, or its flags per district.
  private let city: Double

  init(_ measure: MapMeasure, _ loaded: Loaded, _ language: Language) {
    self.measure = measure
    self.language = language
    let board = loaded.board
    asOf = board.asOf
    silentAfterDays = max(0, loaded.snapshot.plan.thresholds.silentAfterDays)
    let city = DistrictYardstick.city(measure, board.districts)
    self.city = city
    isDefault = measure == .silence || measure == .grades
    let percent = SafeText(Format.percent(city) + "%")
    switch measure {
    case .grades:
      classes = [
        MapClass("!!", MapWord.moreD, .lagging, bound: ">" + percent), MapClass("! ", MapWord.someD, .watch),
        MapClass("  ", MapWord.noD, .onPace), MapClass("- ", MapWord.noInstitutions, .noTarget),
      ]
    case .utilisation:
      classes = [
        MapClass("!!", StatusWord.overspent, .lagging, bound: ">100%"),
        MapClass("! ", MapWord.usesLess, .watch, bound: "<" + percent), MapClass("  ", MapWord.usesMore, .onPace),
        MapClass("- ", MapWord.nothingPaid, .noTarget),
      ]
    case .flags:
      classes = [
        MapClass("!!", MapWord.manyFlags, .lagging, bound: SafeText(">" + Format.rate(city))),
        MapClass("! ", MapWord.someFlags, .watch), MapClass("  ", MapWord.noFlags, .onPace),
      ]
    default:
      let (silent, slow) = (silentAfterDays, silentAfterDays / 2)
      classes = [
        MapClass("??", MapWord.neverReported, .silent),
        MapClass(.silent, bound: SafeText(">" + Age.days(max(1, silent), language))),
        MapClass("! ", MapWord.slow, .watch, bound: SafeText(">" + Age.days(max(1, slow), language))),
        MapClass("  ", MapWord.reporting, .onPace),
      ]
    }
  }

  private static func city(_ measure: MapMeasure, _ districts: [DistrictBoard]) -> Double {
    switch measure {
    case .grades:
      let graded = districts.reduce(0) { $0 + $1.gradedInstitutions }
      return graded > 0 ? Double(districts.reduce(0) { $0 + $1.grades[.d] }) / Double(graded) : 0
    case .utilisation:
      let paid = districts.reduce(Money.zero) { $0 + $1.funding.paid }
      let spent = districts.reduce(Money.zero) { $0 + $1.funding.spent }
      return paid > .zero ? Double(spent.hundredths) / Double(paid.hundredths) : 0
    case .flags:
      let flags = districts.reduce(0) { $0 + $1.funding.flags }
      return districts.isEmpty ? 0 : Double(flags) / Double(districts.count)
    default: return 0
    }
  }

  func reading(_ district: DistrictBoard) -> MapReading {
    switch measure {
    case .grades:
      let (poor, all) = (district.grades[.d], district.gradedInstitutions)
      guard all > 0 else { return MapReading(band: 3, figure: "--", value: nil) }
      let share = Double(poor) / Double(all)
      return MapReading(band: poor == 0 ? 2 : share > city ? 0 : 1, figure: "\(poor)/\(all)", value: -share)
    case .utilisation:
      guard let used = FundingSummary.utilisation(district.funding) else {
        return MapReading(band: 3, figure: "--", value: nil)
      }
      let band = used > 1 ? 0 : used < city ? 1 : 2
      return MapReading(band: band, figure: SafeText(Format.percent(used) + "%"), value: used > 1 ? -used : used)
    case .flags:
      let flags = district.funding.flags
      let band = flags == 0 ? 2 : Double(flags) > city ? 0 : 1
      return MapReading(band: band, figure: "\(flags)", value: -Double(flags))
    default:
      guard let latest = district.latest else { return MapReading(band: 0, figure: "--", value: -.infinity) }
      let days = asOf - latest
      let band = days > silentAfterDays ? 1 : days > max(1, silentAfterDays / 2) ? 2 : 3
      return MapReading(band: band, figure: SafeText(Age.days(days, language)), value: -Double(days))
    }
  }
}

extension DistrictBoard {
  /// Institutions that have a grade.
  fileprivate var gradedInstitutions: Int { grades.total - grades[.ungraded] }
}
