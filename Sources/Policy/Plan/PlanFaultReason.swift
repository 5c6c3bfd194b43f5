extension PlanFault {
  /// What is wrong. ``PlanFault/key`` tells with what.
  public indirect enum Reason: Hashable, Sendable {
    // MARK: Errors

    /// The text breaks TOML's syntax; the parser's English reason.
    case syntax(String)
    /// The text is larger than 4 MiB.
    case tooLarge
    /// Tables or lists are nested deeper than 64.
    case tooDeep
    /// The text holds a NUL character.
    case nul
    /// The key must be there and is not.
    case missing(expected: Form)
    /// The value is of another form.
    case wrongForm(expected: Form, found: Form)
    /// The text or list must not be empty.
    case empty
    /// The value is none of the words that the key takes.
    case notOneOf(allowed: [String], found: String)
    /// The number is outside `least`…`most`.
    case outOfRange(least: String, most: String, found: String)
    /// The number has more than two decimals.
    case tooManyDecimals(found: String)
    /// The day is outside `first`…`last`, or no day of our calendar (year 0).
    case dayOutOfRange(first: Day, last: Day, found: String)
    /// The period ends before `start`.
    case endBeforeStart(start: Day)
    /// The period has no day of the plan's year.
    case periodOutsideYear(Int)
    /// The same id, number, code, name or day stands before, on `firstLine`.
    case duplicate(value: String, firstLine: Int)
    /// No `[[section]]` has this number.
    case unknownSection(Int)
    /// No item has this id.
    case unknownParent(String)
    /// Items are parts of each other in a circle; their ids in order, the first one again at the end.
    case parentCycle([String])
    /// The bound of 关注 is above the bound of 正常.
    case thresholdsOutOfOrder
    /// The rubric's dimensions give no points at all.
    case rubricWithoutPoints
    /// A grade's floor is above the floor of a better grade.
    case floorsOutOfOrder
    /// A profile is not twelve shares that never fall and end with 100 %.
    case profileOutOfOrder

    // MARK: Warnings

    /// A name by which files may refer to something is another's already: files that write it mean that one.
    case sameName(String, firstLine: Int)
    /// A name for narrow columns is another's already: the two cannot be told apart there.
    case sameShortName(String, firstLine: Int)
    /// The place on the tile map is another district's already.
    case tileTaken(by: String, firstLine: Int)
    /// Only one of a tile's row and column is given.
    case halfATile
    /// A measure has no items.
    case measureWithoutItems
    /// A target is to be split by residents, and no district has any.
    case splitWithoutPopulation
    /// Other districts' residents are given, this one's are not: it gets nothing of a suggested split.
    case noPopulation
    /// The item is the city's alone and yet to be split.
    case splitOfCity
    /// The item is the districts' alone, has a target, and is not to be split.
    case targetWithoutSplit
    /// The due day lies outside the period.
    case dueOutsidePeriod(start: Day, end: Day)
    /// A dimension of the rubric gives no points.
    case dimensionWithoutPoints
    /// A grade's floor is above all points together, in hundredths of a point: nobody can reach it.
    case floorAboveTotal(total: Int)
    /// A former code is a present district's.
    case formerCodeInUse
    /// A former code stands for a district that the plan does not bring.
    case formerCodeWithoutDistrict(String)

    // MARK: Notices

    /// The key means nothing; a known key that is spelt nearly the same.
    case unknownKey(meant: String?)
    /// The key has no effect on an item of this kind.
    case noEffect(on: ItemKind)
    /// Other districts have a place on the tile map, this one has none.
    case noTile
    /// The name takes more columns than narrow columns have.
    case tooWide(columns: Int)
    /// No measure belongs to the section.
    case sectionWithoutMeasures
    /// The plan brings no districts: a `districts` table must.
    case noDistricts
    /// The plan brings no holidays: every Monday to Friday is a working day unless a `calendar` table says otherwise.
    case noCalendar
  }
}

extension PlanFault.Reason {
  /// How much it matters.
  public var severity: Severity {
    switch self {
    case .syntax, .tooLarge, .tooDeep, .nul, .missing, .wrongForm, .empty, .notOneOf, .outOfRange, .tooManyDecimals,
      .dayOutOfRange, .endBeforeStart, .periodOutsideYear, .duplicate, .unknownSection, .unknownParent, .parentCycle,
      .thresholdsOutOfOrder, .rubricWithoutPoints, .floorsOutOfOrder, .profileOutOfOrder:
      .error
    case .sameName, .sameShortName, .tileTaken, .halfATile, .measureWithoutItems, .splitWithoutPopulation,
      .noPopulation, .splitOfCity, .targetWithoutSplit, .dueOutsidePeriod, .dimensionWithoutPoints, .floorAboveTotal,
      .formerCodeInUse, .formerCodeWithoutDistrict:
      .warning
    case .unknownKey, .noEffect, .noTile, .tooWide, .sectionWithoutMeasures, .noDistricts, .noCalendar: .notice
    }
  }

  /// Its name for scripts, such as `wrong-form`.
  public var code: String {
    switch self {
    case .syntax: "syntax"
    case .tooLarge: "too-large"
    case .tooDeep: "too-deep"
    case .nul: "nul"
    case .missing: "missing"
    case .wrongForm: "wrong-form"
    case .empty: "empty"
    case .notOneOf: "not-one-of"
    case .outOfRange: "out-of-range"
    case .tooManyDecimals: "too-many-decimals"
    case .dayOutOfRange: "day-out-of-range"
    case .endBeforeStart: "end-before-start"
    case .periodOutsideYear: "period-outside-year"
    case .duplicate: "duplicate"
    case .unknownSection: "unknown-section"
    case .unknownParent: "unknown-parent"
    case .parentCycle: "parent-cycle"
    case .thresholdsOutOfOrder: "thresholds-out-of-order"
    case .rubricWithoutPoints: "rubric-without-points"
    case .floorsOutOfOrder: "floors-out-of-order"
    case .profileOutOfOrder: "profile-out-of-order"
    case .sameName: "same-name"
    case .sameShortName: "same-short-name"
    case .tileTaken: "tile-taken"
    case .halfATile: "half-a-tile"
    case .measureWithoutItems: "measure-without-items"
    case .splitWithoutPopulation: "split-without-population"
    case .noPopulation: "no-population"
    case .splitOfCity: "split-of-city"
    case .targetWithoutSplit: "target-without-split"
    case .dueOutsidePeriod: "due-outside-period"
    case .dimensionWithoutPoints: "dimension-without-points"
    case .floorAboveTotal: "floor-above-total"
    case .formerCodeInUse: "former-code-in-use"
    case .formerCodeWithoutDistrict: "former-code-without-district"
    case .unknownKey: "unknown-key"
    case .noEffect: "no-effect"
    case .noTile: "no-tile"
    case .tooWide: "too-wide"
    case .sectionWithoutMeasures: "section-without-measures"
    case .noDistricts: "no-districts"
    case .noCalendar: "no-calendar"
    }
  }
}
