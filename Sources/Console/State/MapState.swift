package import Policy

/// What the map is coloured by; it stays while other pages are looked at.
package struct MapState: Hashable, Sendable {
  package var measure = MapMeasure.status
  /// The counted item that is shown; nil: each district's own status, and its item furthest behind.
  package var item: ItemID?

  package init() {}
}

/// A figure by which the map can be coloured.
package enum MapMeasure: String, Hashable, Sendable, CaseIterable {
  case status
  case attainment
  case lead
  case forecast
  case count
  case silence
  case grades
  case utilisation
  case flags

  /// Whether it speaks of a counted item; the others speak of the district alone.
  package var speaksOfItem: Bool {
    switch self {
    case .status, .attainment, .lead, .forecast, .count: true
    case .silence, .grades, .utilisation, .flags: false
    }
  }
}
