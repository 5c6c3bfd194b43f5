/// How grave a case is, with the figures that say so (<doc:TriageRule>): lagging first, by the largest of its items'
/// probability of missing × expected shortfall ÷ city target; then vetoes, then flags, then overdue milestones by days,
/// then silence by days. **Default**.
public enum CaseSeverity: Hashable, Sendable {
  /// Items lag; the gravest of them.
  case lagging(Lagging)
  /// An institution has an open veto.
  case veto
  /// So many flags on a project.
  case flagged(Int)
  /// A milestone is so many days overdue.
  case overdue(days: Int)
  /// The newest row is so many days old; nil: there is none.
  case silent(days: Int?)
  /// The condition does not hold (any more).
  case cleared

  /// The gravest lagging item.
  public struct Lagging: Hashable, Sendable {
    /// The item; nil where the case lists none.
    public var item: ItemID?
    /// Probability of missing × expected shortfall ÷ city target, 0…1.
    public var weight: Double
    /// The probability that the target is missed, 0…1; nil without a forecast.
    public var missing: Double?
    /// By how much the forecast's middle stays below the target, in the item's unit; nil without a forecast.
    public var shortfall: Double?
    /// ``shortfall`` as a share of the city's target.
    public var share: Double?
    /// 落后序时进度 in percentage points, negative; nil where there is none.
    public var lead: Double?

    /// Every field.
    public init(
      item: ItemID?, weight: Double, missing: Double?, shortfall: Double?, share: Double?, lead: Double?
    ) {
      self.item = item
      self.weight = weight
      self.missing = missing
      self.shortfall = shortfall
      self.share = share
      self.lead = lead
    }
  }
}

extension CaseSeverity: Comparable {
  /// Lighter ones come first.
  public static func < (a: CaseSeverity, b: CaseSeverity) -> Bool {
    a.rank == b.rank ? a.measure < b.measure : a.rank < b.rank
  }

  private var rank: Int {
    switch self {
    case .lagging: 5
    case .veto: 4
    case .flagged: 3
    case .overdue: 2
    case .silent: 1
    case .cleared: 0
    }
  }

  private var measure: Double {
    switch self {
    case .lagging(let worst): worst.weight
    case .flagged(let count): Double(count)
    case .overdue(let days): Double(days)
    // Who has never reported has been silent for longest.
    case .silent(let days): days.map(Double.init) ?? .infinity
    case .veto, .cleared: 0
    }
  }
}
