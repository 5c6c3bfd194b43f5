/// A column of a table: how its header may read and how its cells are read.
struct Column: Sendable {
  /// Its English header.
  let name: String
  /// Its Chinese headers, the usual one first.
  let chinese: [String]
  /// Whether a file without it is refused, and a row with an empty cell in it too.
  let required: Bool
  /// How a cell is read.
  let form: Form
  /// All headers as they are compared.
  let folded: [String]

  private init(_ name: String, _ chinese: [String], _ required: Bool, _ form: Form) {
    self.name = name
    self.chinese = chinese
    self.required = required
    self.form = form
    folded = ([name] + chinese).map { Folding.header($0) }
  }

  static func required(_ name: String, _ chinese: String..., as form: Form) -> Column {
    Column(name, chinese, true, form)
  }

  static func optional(_ name: String, _ chinese: String..., as form: Form) -> Column {
    Column(name, chinese, false, form)
  }

  static let district = Column("district", Headers.district, true, .district)
  static let date = Column("date", ["日期"], true, .day)

  static func item(_ use: ItemUse) -> Column { Column("item", ["指标", "事项"], true, .item(use)) }

  static func institution(_ form: Form, required: Bool) -> Column {
    Column("institution", ["机构", "培训机构"], required, form)
  }
}

extension Column {
  /// Its name as people of both languages know it: `日期 date`.
  var bothNames: String { chinese.first.map { $0 + " " + name } ?? name }

  /// Chinese headers that several tables share.
  enum Headers {
    static let district = ["区县", "区", "所属区"]
  }

  /// A district that may be left out.
  static let optionalDistrict = Column("district", Headers.district, false, .district)
}

/// Which items a table takes (`data-directory.md`, Kind).
enum ItemUse: Int, CaseIterable, Sendable {
  /// Counted items: `progress`, `targets`.
  case counted
  /// Registers.
  case register
  /// Milestones and closing duties.
  case milestone
}

/// How a cell is read.
enum Form: Hashable, Sendable {
  /// Text, kept as it stands.
  case text
  /// Text that may hold what must not be kept; checked by content.
  case remark
  /// A district or the city.
  case district
  /// An item of the table's kind.
  case item(ItemUse)
  /// A day of the plan's period.
  case dayInPeriod
  /// A day of 2000…2099.
  case day
  /// A whole number of either sign; where its column is present, every cell must be filled.
  case count
  /// A whole number, not negative.
  case whole
  /// A score of the row's dimension, in hundredths of a point.
  case points
  /// Hundredths of 万元 of either sign.
  case money
  /// Hundredths of 万元 above zero.
  case approvedMoney
  /// 是 or 否; an empty cell is 否.
  case veto
  /// 放假 or 上班.
  case calendarKind
  /// One of the plan's levels of bases.
  case baseLevel
  /// A project's event.
  case event
  /// A payment's tranche.
  case tranche
  /// One of the plan's cost lines.
  case costLine
  /// A dimension of the rubric.
  case dimension
  /// A stage of the row's register item.
  case stage
  /// The id of an accepted row of another table.
  case reference
}
