package import Policy

/// What a suggested target was made of: the city's target and the residents it was split by.
package struct SuggestedShare: Hashable, Sendable {
  /// The city's target in the plan.
  package var city: Int64
  /// Residents of the district.
  package var residents: Int64
  /// Residents of all districts.
  package var all: Int64

  /// Nil where the target is not a suggested one.
  package init?(loaded: Loaded, item id: ItemID, district code: DistrictCode) {
    let districts = loaded.snapshot.facts.districts
    guard let city = loaded.item(id)?.target, let own = districts.first(where: { $0.code == code }),
      loaded.district(code)?.items.first(where: { $0.id == id })?.source == .suggested
    else { return nil }
    self.city = city
    residents = max(0, own.population ?? 0)
    all = districts.reduce(0) { $0.addingSaturated(max(0, $1.population ?? 0)) }
  }
}
