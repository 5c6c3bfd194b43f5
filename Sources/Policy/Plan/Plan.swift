/// A year's action plan: what is to be delivered, by when, by whom, and the thresholds by which it is judged.
///
/// The built-in plan is 沪人社职〔2026〕79号. Another year or city writes its own `plan.toml`; nothing of Shanghai is in
/// the code.
public struct Plan: Sendable {
  /// The document that the plan stands on.
  public var document: PlanDocument
  /// The plan's year, as the board names it.
  public var year: Int
  /// First day of the period, included in the pace.
  public var periodStart: Day
  /// Last day of the period, included in the pace.
  public var periodEnd: Day
  /// The code that names the city itself (市本级).
  public var cityCode: DistrictCode
  /// What a file may write for the city, besides its code.
  public var cityName: Bilingual
  /// Codes of districts that were merged, and the code that stands for them now.
  public var formerCodes: [DistrictCode: DistrictCode]
  /// The plan's chapters, in order.
  public var sections: [PlanSection]
  /// The measures by number.
  public var measures: [Measure]
  /// Duties laid on every district by the closing paragraph; all milestones.
  public var closing: [Item]
  /// How a lead becomes a status, and how long a silence is.
  public var thresholds: Thresholds
  /// Dimensions, points and grades of training institutions.
  public var rubric: Rubric
  /// Amounts, caps and gates of base funding.
  public var funding: FundingRules
  /// The districts that the plan itself brings; a `districts` table replaces them.
  public var districts: [District]
  /// Public holidays and make-up working days; a `calendar` table replaces them whole.
  public var calendar: [CalendarEntry]
  /// When cases open and clear by themselves, and how long each step may take.
  public var triage = TriageRules()

  /// Every field; ``Plan/init(toml:file:)`` reads one from text.
  public init(
    document: PlanDocument, year: Int, periodStart: Day, periodEnd: Day, cityCode: DistrictCode, cityName: Bilingual,
    formerCodes: [DistrictCode: DistrictCode], sections: [PlanSection], measures: [Measure], closing: [Item],
    thresholds: Thresholds, rubric: Rubric, funding: FundingRules, districts: [District], calendar: [CalendarEntry]
  ) {
    self.document = document
    self.year = year
    self.periodStart = periodStart
    self.periodEnd = periodEnd
    self.cityCode = cityCode
    self.cityName = cityName
    self.formerCodes = formerCodes
    self.sections = sections
    self.measures = measures
    self.closing = closing
    self.thresholds = thresholds
    self.rubric = rubric
    self.funding = funding
    self.districts = districts
    self.calendar = calendar
  }

  /// Days in the period, both ends included; at least 1.
  public var periodDays: Int { periodEnd - periodStart + 1 }

  /// Every item of every measure in the plan's order, without the closing duties.
  public var items: [Item] { measures.flatMap(\.items) }

  /// Items that count something, ordered by id: the order of the board's `items`.
  public var countedItems: [Item] { items.filter { $0.kind == .counted }.sorted { $0.id < $1.id } }

  /// An item that counts something, by its id; nil where there is none.
  public func countedItem(_ id: ItemID) -> Item? {
    for measure in measures {
      if let item = measure.items.first(where: { $0.id == id && $0.kind == .counted }) { return item }
    }
    return nil
  }
}

/// Where the plan comes from.
public struct PlanDocument: Hashable, Sendable {
  /// Its number, such as 沪人社职〔2026〕79号.
  public var number: String
  /// Its title.
  public var title: Bilingual
  /// Who issued it.
  public var issuer: Bilingual

  /// Number, title and issuer.
  public init(number: String, title: Bilingual, issuer: Bilingual) {
    self.number = number
    self.title = title
    self.issuer = issuer
  }
}

/// A chapter of the plan.
public struct PlanSection: Hashable, Sendable {
  /// 1, 2, 3 …
  public var number: Int
  /// Its title.
  public var title: Bilingual

  /// Number and title.
  public init(number: Int, title: Bilingual) {
    self.number = number
    self.title = title
  }
}

/// One of the plan's measures (措施).
public struct Measure: Sendable {
  /// 1, 2, 3 …
  public var number: Int
  /// The number as the plan prints it: （一）.
  public var ordinal: String
  /// The chapter that holds it.
  public var section: Int
  /// Its title.
  public var title: Bilingual
  /// What it is about, in our own words; nil where the plan says nothing.
  public var summary: Bilingual?
  /// Who delivers it.
  public var level: ItemLevel
  /// Its items, in the plan's order.
  public var items: [Item]

  /// Every field.
  public init(
    number: Int, ordinal: String, section: Int, title: Bilingual, summary: Bilingual? = nil, level: ItemLevel,
    items: [Item]
  ) {
    self.number = number
    self.ordinal = ordinal
    self.section = section
    self.title = title
    self.summary = summary
    self.level = level
    self.items = items
  }
}
