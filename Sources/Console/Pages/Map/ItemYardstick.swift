import Policy
import Screen

/// The measures that speak of a counted item: its status, attainment, lead, forecast or count.
struct ItemYardstick: MapYardstick {
  let classes: [MapClass]
  let isDefault: Bool
  private let measure: MapMeasure
  private let board: Board
  private let thresholds: Thresholds
  private let language: Language
  /// Where the item stands among each district's items; nil: each district's worst item.
  private let place: Int?
  /// The city's figures of the same items, in the same order.
  private let city: [ItemProgress]
  private let mean: Double

  init(_ measure: MapMeasure, _ item: ItemID?, _ loaded: Loaded, _ language: Language) {
    self.measure = measure
    self.language = language
    board = loaded.board
    city = board.city
    thresholds = loaded.snapshot.plan.thresholds
    let place = item.flatMap { id in loaded.board.city.firstIndex { $0.id == id } }
    self.place = place
    let counts = board.districts.map { district in
      place.flatMap { district.items.indices.contains($0) ? Double(district.items[$0].actual) : nil } ?? 0
    }
    mean = counts.isEmpty ? 0 : counts.reduce(0, +) / Double(counts.count)
    let attainment = place.flatMap { loaded.board.city.indices.contains($0) ? loaded.board.city[$0].attainment : nil }
    classes = ItemYardstick.classes(measure, loaded, cityAttainment: attainment, mean: mean, language)
    isDefault =
      switch measure {
      case .status, .lead: thresholds == .standard
      case .forecast: true
      default: false
      }
  }

  private static func classes(
    _ measure: MapMeasure, _ loaded: Loaded, cityAttainment: Double?, mean: Double, _ language: Language
  ) -> [MapClass] {
    let thresholds = loaded.snapshot.plan.thresholds
    func below(_ bound: Thresholds.Bound) -> SafeText {
      SafeText((bound.inclusive ? "<" : "<=") + Format.lead(Double(bound.lead.hundredths) / 100))
    }
    let pace = SafeText(Format.percent(loaded.board.pace.ratio) + "%")
    switch measure {
    case .attainment:
      let city: SafeText = cityAttainment.map { SafeText("<" + Format.percent($0) + "%") } ?? ""
      return [
        MapClass("!!", MapWord.belowCity, .lagging, bound: city),
        MapClass("! ", MapWord.belowPace, .watch, bound: "<" + pace), MapClass("+ ", MapWord.reachesPace, .onPace),
        MapClass(.done), MapClass(.noTarget),
      ]
    case .lead:
      return [
        MapClass(.lagging, bound: below(thresholds.watch)), MapClass(.watch, bound: below(thresholds.onPace)),
        MapClass(.onPace, bound: "<0"), MapClass("+ ", MapWord.ahead, .onPace), MapClass(.noTarget),
      ]
    case .forecast:
      return [
        MapClass("!!", OutlookWord.risk, .lagging, bound: "<50%"),
        MapClass("! ", OutlookWord.close, .watch, bound: "<90%"),
        MapClass("  ", OutlookWord.safe, .onPace), MapClass("- ", MapWord.noForecast, .noTarget),
      ]
    case .count:
      return [
        MapClass("0 ", MapWord.nothing, .noTarget),
        MapClass("- ", MapWord.belowMean, .text, bound: SafeText("<" + Format.rate(mean))),
        MapClass("+ ", MapWord.aboveMean, .bar),
      ]
    default:
      let silent = SafeText(">" + Age.days(max(0, thresholds.silentAfterDays), language))
      return [
        MapClass(.lagging, bound: below(thresholds.watch)), MapClass(.silent, bound: silent),
        MapClass(.watch, bound: below(thresholds.onPace)), MapClass(.onPace), MapClass(.done), MapClass(.noTarget),
      ]
    }
  }

  func reading(_ district: DistrictBoard) -> MapReading {
    let shown = ItemYardstick.item(of: district, at: place)
    switch measure {
    case .attainment: return attainment(shown)
    case .lead: return lead(shown)
    case .forecast: return forecast(district)
    case .count: return count(shown)
    default: return status(district, shown)
    }
  }

  /// The item at that place, or the one that is furthest behind.
  static func item(of district: DistrictBoard, at place: Int?) -> ItemProgress? {
    guard let place else { return district.worstItem }
    return district.items.indices.contains(place) ? district.items[place] : nil
  }

  private func status(_ district: DistrictBoard, _ item: ItemProgress?) -> MapReading {
    let status = place == nil ? district.status : item?.status ?? .noTarget
    let figure: SafeText
    if status == .silent {
      figure = district.latest.map { SafeText(Age.days(board.asOf - $0, language)) } ?? "--"
    } else if let item, place != nil, item.target == nil {
      figure = SafeText(Format.short(item.actual, language))
    } else {
      figure = SafeText(Format.lead(item?.lead))
    }
    return MapReading(band: status.urgency, figure: figure, value: status == .noTarget ? nil : item?.lead ?? 0)
  }

  private func attainment(_ item: ItemProgress?) -> MapReading {
    guard let item, let ratio = item.attainment else { return withoutTarget(item, band: 4, done: 3) }
    let figure = SafeText(Format.percent(ratio) + "%")
    let whole = city.first { $0.id == item.id }?.attainment ?? 0
    let band = item.actual >= item.target ?? .max ? 3 : ratio >= board.pace.ratio ? 2 : ratio >= whole ? 1 : 0
    return MapReading(band: band, figure: figure, value: ratio)
  }

  private func lead(_ item: ItemProgress?) -> MapReading {
    guard let item, let lead = item.lead,
      let attainment = Attainment(actual: item.actual, target: item.target, pace: board.pace)
    else { return withoutTarget(item, band: 4, done: 3) }
    let band =
      lead >= 0 ? 3 : attainment.reaches(thresholds.onPace) ? 2 : attainment.reaches(thresholds.watch) ? 1 : 0
    return MapReading(band: band, figure: SafeText(Format.lead(lead)), value: lead)
  }

  /// Of an item, or the lowest probability of all of them.
  private func forecast(_ district: DistrictBoard) -> MapReading {
    let items = place.map { district.items.indices.contains($0) ? [district.items[$0]] : [] } ?? district.items
    guard let probability = items.compactMap({ $0.forecast?.probability }).min() else {
      return MapReading(band: 3, figure: "--", value: nil)
    }
    let band =
      switch ForecastOutlook(probability: probability) {
      case .risk: 0
      case .close: 1
      case .safe: 2
      }
    return MapReading(band: band, figure: Forecast.percent(probability), value: probability)
  }

  private func count(_ item: ItemProgress?) -> MapReading {
    guard let item else { return MapReading(band: 0, figure: "--", value: nil) }
    let band = item.actual <= 0 ? 0 : Double(item.actual) < mean ? 1 : 2
    return MapReading(band: band, figure: SafeText(Format.short(item.actual, language)), value: Double(item.actual))
  }

  /// A target of 0 is met from the start and has no ratio.
  private func withoutTarget(_ item: ItemProgress?, band: Int, done: Int) -> MapReading {
    if let item, item.status == .done { return MapReading(band: done, figure: "--", value: .infinity) }
    let figure = item.map { Format.short($0.actual, language) } ?? "--"
    return MapReading(band: band, figure: SafeText(figure), value: nil)
  }
}
